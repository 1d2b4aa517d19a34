"""The picture of the roadmap: every indicator that is judged, within the frame, as on the page."""

from xml.etree import ElementTree

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.charts.picture import LANDSCAPE, SQUARE, Shape
from indicators.charts.roadmap_picture import roadmap_picture
from indicators.store.connection import Store
from indicators.typesetting.set_type import width_of

SHAPES = [pytest.param(LANDSCAPE, id="landscape"), pytest.param(SQUARE, id="square")]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def board(illustrative: Store) -> Board:
    return assess(illustrative, as_of(illustrative))


def drawn(board: Board, shape: Shape) -> ElementTree.Element:
    picture = roadmap_picture(board, "Nguồn: số liệu kiểm thử", shape, lambda _: "")
    return ElementTree.fromstring(picture)  # noqa: S314 (our own picture)


def words(picture: ElementTree.Element, kind: str) -> list[str]:
    return [each.text or "" for each in picture.iter(f"{SVG}text") if each.get("class") == kind]


def test_every_indicator_that_is_judged_is_drawn_by_its_whole_name(board: Board):
    picture = drawn(board, LANDSCAPE)
    names = {row.indicator.short_name for row in board.assessed}
    assert set(words(picture, "name")) == names
    assert len(words(picture, "name")) == 58
    ways = [each for each in picture.iter(f"{SVG}circle") if each.get("class") == "made"]
    assert (len(ways), len(words(picture, "kept"))) == (51, 7)
    assert words(picture, "list") == [
        "18 chỉ tiêu còn thiếu so với lộ trình",
        "3 chỉ tiêu chưa giữ được mức hằng năm",
        "33 chỉ tiêu kịp lộ trình hoặc đã đạt",
        "4 chỉ tiêu giữ được mức hằng năm",
    ]


def test_a_row_tells_what_the_page_tells(board: Board):
    figures = words(drawn(board, LANDSCAPE), "figure")
    assert {"43,4% → 70%", "+26,6 điểm %", "86,9% (2028) → 100%", "+175%"} <= set(figures)


@pytest.mark.parametrize("shape", SHAPES)
def test_all_words_stand_within_the_picture(board: Board, shape: Shape):
    beyond = []
    for each in drawn(board, shape).iter(f"{SVG}text"):
        left, size = float(each.get("x", 0)), float(each.get("font-size", 0))
        wide = width_of("".join(each.itertext()), size)
        ends = {"end": (left - wide, left), "middle": (left - wide / 2, left + wide / 2)}
        first, last = ends.get(each.get("text-anchor", ""), (left, left + wide))
        if first < 0 or last > shape.width or float(each.get("y", 0)) > shape.height:
            beyond.append(each.text)
    assert beyond == []


@pytest.mark.parametrize("shape", SHAPES)
def test_figures_and_names_do_not_touch_the_ways(board: Board, shape: Shape):
    for row in drawn(board, shape).iter(f"{SVG}g"):
        [name] = [each for each in row.iter(f"{SVG}text") if each.get("class") == "name"]
        made = [float(each.get("cx", 0)) for each in row.iter(f"{SVG}circle")]
        end = float(name.get("x", 0)) + width_of(name.text or "", float(name.get("font-size", 0)))
        assert all(end < at for at in made), name.text


def test_the_mark_and_the_data_stand_on_it(board: Board):
    picture = drawn(board, LANDSCAPE)
    assert words(picture, "mark") == ["SỐ LIỆU MINH HỌA"]
    assert "Phiên bản 66" in " ".join(words(picture, "source"))


def test_a_board_without_verdicts_has_a_picture_that_says_so(bare: Store):
    picture = drawn(assess(bare, as_of(bare)), LANDSCAPE)
    assert words(picture, "title") == ["Lộ trình đến năm 2030: chưa chỉ tiêu nào đánh giá được"]
