"""LibreOffice draws the report: page by page in its form, no letter lost, no page left empty."""

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from indicators.store.connection import Store
from tests.briefing.written import FILLED_DAY, brief_of, in_order, opened, written
from tests.office import as_pdf, pages, text

pytestmark = pytest.mark.office

# A share, a thing to be completed, a growth, an index with the line of the country.
CODES = ("ML02", "ML04", "DH13", "HD02")
DPI = 40
MM = DPI / 25.4


@pytest.fixture(scope="module", params=["nd30", "dang"])
def drawn(request: pytest.FixtureRequest, filled: Store, tmp_path_factory) -> tuple[bytes, Path]:
    content = written(brief_of(filled, FILLED_DAY, *CODES), request.param)
    path = tmp_path_factory.mktemp(request.param) / "bao-cao.docx"
    path.write_bytes(content)
    return content, as_pdf(path)


def ink(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> float:
    """The share of a part of a page, in mm, that is not white."""
    part = picture.crop(tuple(round(side * MM) for side in (left, top, right, bottom)))
    marked = ImageChops.difference(part, Image.new("RGB", part.size, "white")).convert("L")
    return sum(marked.histogram()[24:]) / (part.width * part.height)


def size(picture: Image.Image) -> tuple[int, int]:
    return round(picture.width / MM), round(picture.height / MM)


def test_the_text_stands_upright_and_the_appendices_lie_across(drawn: tuple[bytes, Path]):
    sizes = [size(page) for page in pages(drawn[1], DPI)]
    assert sizes[-2:] == [(297, 210)] * 2
    assert set(sizes[:-2]) == {(210, 297)}
    assert 4 <= len(sizes) - 2 <= 7


def test_every_page_has_text_within_white_margins_and_a_foot(drawn: tuple[bytes, Path]):
    for picture in pages(drawn[1], DPI):
        width, height = size(picture)
        assert ink(picture, 30, 20, width - 15, height - 20) > 0.005
        assert ink(picture, 0, 0, 28, height) == 0
        assert ink(picture, width - 13, 0, width, height) == 0
        assert 0.001 < ink(picture, 30, height - 18, width - 15, height - 5) < 0.2


def test_no_number_stands_on_a_first_page(drawn: tuple[bytes, Path]):
    for picture, numbered in zip(pages(drawn[1], DPI), numbers(drawn[1]), strict=True):
        width, _ = size(picture)
        assert (ink(picture, width / 2 - 10, 8, width / 2 + 25, 17) > 0) is (numbered is not None)


def numbers(pdf: Path) -> list[int | None]:
    """The number above each page, None for none."""
    shown = [page.strip().split("\n")[0] for page in text(pdf).split("\f")[:-1]]
    return [int(line) if re.fullmatch(r"\d+", line) else None for line in shown]


def test_pages_are_counted_from_the_second_on_and_anew_in_an_appendix(drawn: tuple[bytes, Path]):
    found = numbers(drawn[1])
    body = len(found) - 2
    assert found == [None, *range(2, body + 1), None, None]


def test_no_letter_is_lost(drawn: tuple[bytes, Path]):
    content, pdf = drawn
    words = set(re.findall(r"\w+", text(pdf)))
    told = [block for block in in_order(opened(content)) if not block.startswith("<")]
    tables = [cell.text for t in opened(content).tables for row in t.rows for cell in row.cells]
    assert set(re.findall(r"\w+", " ".join([*told, *tables]))) - words == set()


def test_vietnamese_letters_come_from_the_face_of_the_text(drawn: tuple[bytes, Path]):
    done = subprocess.run(["pdffonts", drawn[1]], check=True, capture_output=True, text=True)
    faces = {line.split()[0].partition("+")[2] for line in done.stdout.splitlines()[2:]}
    assert {face.partition("-")[0] for face in faces} <= {"LiberationSerif", "TimesNewRomanPSMT"}


def test_charts_are_drawn(drawn: tuple[bytes, Path]):
    # The line of actual figures has a colour that nothing else has.
    blue = (13, 59, 102)
    coloured = [page for page in pages(drawn[1], DPI) if count(page, blue) > 20]
    assert len(coloured) >= 2


def count(picture: Image.Image, color: tuple[int, int, int]) -> int:
    """How many dots of a page have a colour."""
    difference = ImageChops.difference(picture, Image.new("RGB", picture.size, color))
    return sum(difference.convert("L").histogram()[:12])
