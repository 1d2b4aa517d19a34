"""The user guide speaks of the board as it is: its pages, its words, its pictures."""

import ast
import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from pages.navigation import ROOMS
from tests.pictures.document_pictures import DOCUMENTS
from tests.pictures.guide_pictures import PICTURES
from tests.pictures.sights import FORMS, sights
from tests.project import PROJECT

GUIDE = PROJECT / "docs" / "huong-dan.md"
TEXT = GUIDE.read_text(encoding="utf-8")
FOLDER = GUIDE.with_suffix("")
REFERENCES = PROJECT / "tests" / "pictures" / "references"
MOST_BYTES = 150_000
CHANGING = "…"  # stands in the guide for what is otherwise every time
TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r'(?:title|aria-label|placeholder|alt)="([^"]+)"')
QUOTED = sorted({" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", TEXT, re.S)})


@cache
def on_screen() -> frozenset[str]:
    """Every text that stands on a page by itself: as the code writes it, values as '…'."""
    written = [text for place in ("pages", "indicators") for text in texts_under(PROJECT / place)]
    written += [text for file in (PROJECT / "pages").rglob("*.html") for text in texts_in(file)]
    for script in ("words.js", "take.js"):
        source = (PROJECT / "pages/static/frame" / script).read_text(encoding="utf-8")
        written += re.findall(r'[:=] "([^"]+)"', source)
    return frozenset(piece for text in written for piece in pieces(text))


def texts_under(folder: Path) -> list[str]:
    return [
        text
        for file in folder.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for text in written_by(node)
    ]


def texts_in(template: Path) -> list[str]:
    """What a template writes, and the texts it hands to another."""
    source = template.read_text(encoding="utf-8")
    values = re.sub(r"\{\{.*?\}\}", CHANGING, source, flags=re.S)
    return [re.sub(r"\{%.*?%\}", "<>", values, flags=re.S), *re.findall(r'"([^"{}<>]+)"', source)]


def written_by(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else CHANGING for part in node.values)
        return ["".join(map(str, parts))]
    return []


def pieces(text: str) -> list[str]:
    """Split a text at its tags; what labels an element stands by itself too."""
    found = [*TAG.split(text), *ATTRIBUTE.findall(text)]
    return [shortened(unescape(piece)) for piece in found]


def shortened(text: str) -> str:
    """Leave out what stands before and behind a changing part that comes last."""
    text = re.sub(rf"{CHANGING}.*", CHANGING, " ".join(text.split()), flags=re.S)
    return text.strip(" ·").lower()


def anchor(heading: str) -> str:
    """Name a heading as Markdown viewers do."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def section(heading: str) -> str:
    return re.split(rf"^## {re.escape(heading)}$", TEXT, flags=re.M)[1].split("\n## ")[0]


def test_leaders_come_first_then_a_section_for_every_page_in_the_order_of_the_menu():
    seconds = re.findall(r"^## (.+)$", TEXT, re.M)
    assert seconds[: len(ROOMS) + 1] == ["Dành cho lãnh đạo", *(room.title for room in ROOMS)]


def test_what_is_for_leaders_fits_a_printed_page():
    lines = section("Dành cho lãnh đạo").strip().splitlines()
    assert sum(-(-len(line) // 95) or 1 for line in lines) <= 45


@pytest.mark.parametrize("words", QUOTED)
def test_words_in_bold_stand_on_the_screen(words: str):
    assert words == "in đậm" or shortened(words) in on_screen()


def test_pictures_are_those_that_exist_and_are_made():
    named = re.findall(r"!\[[^\]]+\]\(huong-dan/([\w-]+)\.png\)", TEXT)
    assert sorted(named) == sorted(file.stem for file in FOLDER.iterdir())
    assert sorted(named) == sorted(picture.name for picture in (*PICTURES, *DOCUMENTS))


def test_pictures_are_small():
    sizes = {file.name: file.stat().st_size for file in FOLDER.glob("*.png")}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def test_every_page_has_its_reference_pictures_and_there_are_no_others():
    kept = {(file.parent.name, file.stem) for file in REFERENCES.glob("*/*.png")}
    assert kept == {(form, sight.name) for form in FORMS for sight in sights()}


def test_links_lead_to_headings_and_files_that_are_there():
    for link in re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", TEXT):
        name, _, place = link.partition("#")
        file = GUIDE.parent / name if name else GUIDE
        assert file.exists(), link
        assert not place or place in places_of(file), link


def places_of(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.M)
    return {anchor(heading) for heading in headings}


def test_the_readme_leads_to_the_guide():
    assert "(docs/huong-dan.md)" in (PROJECT / "README.md").read_text(encoding="utf-8")
