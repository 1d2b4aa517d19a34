"""LibreOffice draws the slides: as many pages, no letter lost, something where it belongs."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from indicators.briefing.brief import Selection, brief_on
from indicators.briefing.slides.presentation import as_pptx
from indicators.store.connection import Store
from tests.briefing.presentation import charts, slides_of
from tests.office import as_pdf, pages, text
from tests.recording import seen_on

pytestmark = pytest.mark.office

# A share, a thing to be completed, a growth, an index with the line of the country.
CODES = ("ML02", "ML04", "DH13", "HD01")
DPI = 40


@pytest.fixture(scope="module")
def presentation(filled: Store) -> bytes:
    moment = seen_on(filled, date(2029, 6, 10))
    return as_pptx(brief_on(filled, moment, Selection(indicators=CODES)))


@pytest.fixture(scope="module")
def pdf(presentation: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("drawn") / "slides.pptx"
    path.write_bytes(presentation)
    return as_pdf(path)


@pytest.fixture(scope="module")
def pictures(pdf: Path) -> list[Image.Image]:
    return pages(pdf, DPI)


def ink(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> float:
    """The share of a part of a slide, in inches, that is not white."""
    part = picture.crop(tuple(round(side * DPI) for side in (left, top, right, bottom)))
    marked = ImageChops.difference(part, Image.new("RGB", part.size, "white")).convert("L")
    return sum(marked.histogram()[24:]) / (part.width * part.height)


def test_every_slide_is_a_page_with_title_and_foot(
    presentation: bytes, pictures: list[Image.Image]
):
    assert len(pictures) == len(slides_of(presentation))
    for picture in pictures[1:]:
        assert ink(picture, 0.7, 0.3, 12.7, 1.4) > 0.02
        assert 0.002 < ink(picture, 0.6, 6.95, 12.7, 7.4) < 0.2


def test_charts_are_drawn_and_leave_the_margins_white(
    presentation: bytes, pictures: list[Image.Image]
):
    drawn = [p for s, p in zip(slides_of(presentation), pictures, strict=True) if charts(s)]
    assert len(drawn) == 3
    for picture in drawn:
        assert ink(picture, 0.6, 1.5, 9.2, 6.8) > 0.01
        assert ink(picture, 0, 0, 0.5, 7.5) == 0
        assert ink(picture, 12.9, 0, 13.3, 7.5) == 0


def test_no_letter_is_lost(presentation: bytes, pdf: Path):
    words = set(text(pdf).split())
    for slide in slides_of(presentation):
        assert set(slide.shapes.title.text.split()) <= words
