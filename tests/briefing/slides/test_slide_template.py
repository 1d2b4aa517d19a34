"""The city's own template is used as it is; one that cannot be is refused in one sentence."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from indicators.briefing.brief import Brief, BriefError, Selection, brief_on
from indicators.briefing.slides.default_template import CONTENT, default_template
from indicators.briefing.slides.own_template import template_bytes
from indicators.briefing.slides.presentation import as_pptx
from indicators.briefing.slides.template import open_template
from indicators.store.connection import Store
from tests.briefing.presentation import sections_of, slides_of, texts
from tests.recording import seen_on


@pytest.fixture(scope="module")
def brief(filled: Store) -> Brief:
    return brief_on(filled, seen_on(filled, date(2029, 6, 10)), Selection(indicators=("ML02",)))


def changed(change: Callable[[Any], None]) -> tuple[str, bytes]:
    """The default template with something changed in it."""
    deck = Presentation(io.BytesIO(default_template()))
    change(deck)
    out = io.BytesIO()
    deck.save(out)
    return "mau.pptx", out.getvalue()


def content_of(deck: Any) -> Any:
    return next(layout for layout in deck.slide_layouts if layout.name == CONTENT)


def test_the_default_is_wide_and_has_both_layouts():
    deck = Presentation(io.BytesIO(default_template()))
    assert [layout.name for layout in deck.slide_layouts] == ["Trang bìa", "Nội dung"]
    assert round(deck.slide_width / deck.slide_height, 2) == 1.78
    assert (
        "Calibri"
        not in deck.slide_master.part.part_related_by(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
        ).blob.decode()
    )


def test_an_export_is_a_template_itself_and_its_slides_are_left_out(brief: Brief):
    first = as_pptx(brief)
    again = as_pptx(brief, ("cu.pptx", first))
    assert [texts(s) for s in slides_of(again)] == [texts(s) for s in slides_of(first)]
    # A section that names a slide which is gone makes PowerPoint ask for a repair.
    known = [slide.slide_id for slide in slides_of(again)]
    assert [n for ids in sections_of(slides_of(again)).values() for n in ids] == known


def test_a_smaller_slide_of_the_same_shape_holds_everything(brief: Brief):
    def shrink(deck: Any) -> None:
        deck.slide_width, deck.slide_height = Inches(10), Inches(5.625)
        for layout in (deck.slide_master, *deck.slide_layouts):
            for shape in layout.placeholders:
                shape.left, shape.top = int(shape.left * 0.75), int(shape.top * 0.75)
                shape.width, shape.height = int(shape.width * 0.75), int(shape.height * 0.75)

    slides = slides_of(as_pptx(brief, changed(shrink)))
    for slide in slides:
        for shape in slide.shapes:
            assert shape.left + shape.width <= Inches(10)
            assert shape.top + shape.height <= Inches(5.625)


def test_content_stands_where_the_template_has_its_area(brief: Brief):
    def move(deck: Any) -> None:
        area = next(s for s in content_of(deck).placeholders if s.placeholder_format.idx == 1)
        area.left, area.top, area.width, area.height = map(Inches, (3, 2, 9, 4))

    [*_others, slide] = slides_of(as_pptx(brief, changed(move)))
    [chart] = [shape for shape in slide.shapes if shape.has_chart]
    assert (chart.left, chart.top) == (Inches(3), Inches(2))


def without_layout(deck: Any) -> None:
    content_of(deck).name = "Title and Content"


def without_title(deck: Any) -> None:
    title = next(s for s in content_of(deck).placeholders if s.placeholder_format.idx == 0)
    title.element.getparent().remove(title.element)


def square(deck: Any) -> None:
    deck.slide_width = deck.slide_height


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            without_layout,
            "Tệp mẫu mau.pptx không có bố cục “Nội dung”; cần hai bố cục tên là “Trang bìa” và "
            "“Nội dung”.",
        ),
        (without_title, "Bố cục “Nội dung” của tệp mẫu mau.pptx không có ô tiêu đề."),
        (square, "Tệp mẫu mau.pptx không phải khổ 16:9."),
    ],
)
def test_a_template_that_lacks_something_is_refused(change: Callable[[Any], None], sentence: str):
    with pytest.raises(BriefError) as refused:
        open_template(changed(change))
    assert str(refused.value) == sentence


@pytest.mark.parametrize("content", [b"", b"abc", b"PK\x03\x04", default_template()[:5000]])
def test_what_is_no_presentation_is_refused(content: bytes):
    with pytest.raises(BriefError) as refused:
        open_template(("mau.pptx", content))
    assert str(refused.value) == "Tệp mẫu mau.pptx không phải tệp PowerPoint (.pptx) đọc được."


def test_the_only_template_of_the_folder_is_taken(tmp_path: Path):
    assert template_bytes(tmp_path, None) is None
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "thanh-pho.pptx").write_bytes(b"mau")
    (folder / "~$thanh-pho.pptx").write_bytes(b"")
    assert template_bytes(tmp_path, None) == ("thanh-pho.pptx", b"mau")

    (folder / "khac.pptx").write_bytes(b"khac")
    with pytest.raises(BriefError, match="có 2 tệp mẫu; hãy để lại một tệp"):
        template_bytes(tmp_path, None)
    assert template_bytes(tmp_path, folder / "khac.pptx") == ("khac.pptx", b"khac")


def test_a_template_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(BriefError) as refused:
        template_bytes(tmp_path, tmp_path / "x.pptx")
    assert str(refused.value) == f"Không tìm thấy tệp mẫu {tmp_path / 'x.pptx'}."
    with pytest.raises(BriefError) as unread:
        template_bytes(tmp_path, tmp_path)
    assert str(unread.value) == f"Không đọc được tệp mẫu {tmp_path}."
