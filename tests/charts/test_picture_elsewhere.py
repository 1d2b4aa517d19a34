"""A chart's SVG read outside a browser, by LibreOffice: title, labels and mark in their places."""

from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest

from indicators.charts.picture import LANDSCAPE
from indicators.charts.trajectory_picture import trajectory_picture
from indicators.store.connection import Store
from tests.charts.test_small_multiples_picture import Area, overlap
from tests.charts.test_trajectory_picture import shown_of
from tests.office import as_pdf

LABELS = ("43,4%", "2030: tối thiểu", "NQ 71: đạt 50%", "Cả nước", "Kế hoạch năm", "Xu thế")
Lines = dict[str, Area]


def lines_of(pdf: Path) -> Lines:
    """The pieces of text of a page, each with its box."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        return {text.get_text_bounded(*box).strip(): box for box in boxes}


def box_height(box: Area) -> float:
    return box[3] - box[1]


@pytest.mark.office
def test_libreoffice_draws_title_labels_and_mark_as_a_browser_does(
    illustrative: Store, tmp_path: Path
):
    shown = shown_of(illustrative, "DH05")
    picture = tmp_path / "hinh.svg"
    picture.write_text(trajectory_picture(shown, LANDSCAPE, lambda _: ""), encoding="utf-8")
    found = lines_of(as_pdf(picture))
    title = [line for line in found if box_height(found[line]) > 22 and len(line) > 20]
    assert " ".join(title) == shown.trajectory.title
    labels = [found[name] for name in LABELS]
    assert [pair for pair in combinations(labels, 2) if overlap(*pair)] == []
    assert "SỐ LIỆU MINH HỌA" in found
    across = [line for line in found if box_height(found[line]) > 40]
    assert "MIN" in across  # turned, so that it is read in pieces
