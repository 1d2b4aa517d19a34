"""The picture of a set of small charts: all of them told, in their places, within the frame."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest

from indicators.board.as_of import AsOf, as_of
from indicators.board.board import assess
from indicators.charts.compared_panels import comparison_multiples
from indicators.charts.panel_drawing import ticks
from indicators.charts.panels import Multiples, group_multiples
from indicators.charts.picture import LANDSCAPE, SQUARE, Shape
from indicators.charts.picture_grid import PictureBox
from indicators.charts.small_multiples_picture import small_multiples_picture
from indicators.charts.small_trajectory import Years
from indicators.comparison.comparison import Question
from indicators.comparison.making import compare
from indicators.store.connection import Store
from indicators.store.history import latest
from indicators.typesetting.set_type import cut_lines, width_of
from indicators.wording.labels import SHORT

SHAPES = [pytest.param(LANDSCAPE, id="landscape"), pytest.param(SQUARE, id="square")]
BOARDS = ["published", "filled", "illustrative", "odd"]
QUESTIONS = [
    Question(("CS01", "CS02", "CS03", "CS04", "CS05", "CS11")),
    Question(("HD01",), "chi-tieu"),
    Question(("ML02",), "cap-hoc"),
    Question(("NL13",), "xa-phuong-dac-khu"),
]
HIGH, DEEP = 0.78, 0.24  # of the type, how far letters stand above and hang below their line
SLACK = 1.5  # pixels by which what is measured may be wrong

Element = ElementTree.Element
Area = tuple[float, float, float, float]


def moment_of(store: Store) -> AsOf:
    """The newest version, as at the end of the filled figures; a made-up board has its own day."""
    if store.nature == "illustrative":
        return as_of(store)
    return as_of(store, date(2029, 6, 10), latest(store).number)


def group_of(store: Store, code: str) -> Multiples:
    part = assess(store, moment_of(store)).of_group(code)
    return group_multiples(part, f"Nhóm {code}", "Nguồn: Số liệu kiểm thử")


def groups_of(store: Store) -> list[Multiples]:
    board = assess(store, moment_of(store))
    return [group_of(store, group.code) for group, _ in board.groups()]


def compared(store: Store, question: Question) -> Multiples:
    comparison = compare(store, moment_of(store), "city", question)
    assert comparison
    return comparison_multiples(comparison)


def drawn(shown: Multiples, shape: Shape = LANDSCAPE) -> Element:
    body = small_multiples_picture(shown, shape, lambda _: "")
    return ElementTree.fromstring(body)  # noqa: S314 (our own picture)


def told(part: Element) -> dict[str, str]:
    """The words of a part by what they are, lines joined."""
    words: dict[str, list[str]] = defaultdict(list)
    for line in part.iter():
        if line.text and line.get("class"):
            words[line.get("class", "")].append(line.text)
    return {kind: " ".join(lines) for kind, lines in words.items()}


def panels(picture: Element) -> list[Element]:
    return picture.findall(".//{*}g[@class='panel']")


def edge_of(panel: Element) -> Area:
    return box_of(panel.find("{*}rect[@class='edge']"))


def box_of(rect: Element | None) -> Area:
    assert rect is not None
    x, y, width, height = (float(rect.get(n, "0")) for n in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def words_of(part: Element) -> Iterator[Area]:
    """Where the lines of words stand; a mark across a chart lies below what is drawn on it."""
    for line in part.iterfind(".//{*}text"):
        runs = [line] if line.text else list(line)
        if not runs or not any(run.get("class") for run in runs):
            continue
        size = max(float(run.get("font-size", "0")) for run in runs)
        wide = sum(
            width_of(run.text or "", float(run.get("font-size", "0"))) + float(run.get("dx", "0"))
            for run in runs
        )
        x, y = float(line.get("x", "0")), float(line.get("y", "0"))
        left = x - wide * {"middle": 0.5, "end": 1.0}.get(line.get("text-anchor", ""), 0.0)
        yield left, y - HIGH * size, left + wide, y + DEEP * size


def inside(inner: Area, outer: Area) -> bool:
    left, top, right, low = inner
    return (
        left >= outer[0] - SLACK
        and top >= outer[1] - SLACK
        and right <= outer[2] + SLACK
        and low <= outer[3] + SLACK
    )


def overlap(one: Area, other: Area) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > SLACK and high > SLACK


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("board", BOARDS)
def test_every_chart_of_every_group_has_its_place_and_no_words_leave_it_or_meet(
    request: pytest.FixtureRequest, board: str, shape: Shape
):
    for shown in groups_of(request.getfixturevalue(board)):
        held_to_its_places(shown, shape)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.way or "chi-tieu")
def test_so_has_every_chart_of_a_comparison(illustrative: Store, question: Question, shape: Shape):
    held_to_its_places(compared(illustrative, question), shape)


def held_to_its_places(shown: Multiples, shape: Shape) -> None:
    picture = drawn(shown, shape)
    frame = (0, 0, shape.width, shape.height)
    places = [edge_of(panel) for panel in panels(picture)]
    assert len(places) == len(shown.panels)
    assert [each for each in places if not inside(each, frame)] == []
    assert [pair for pair in combinations(places, 2) if overlap(*pair)] == []
    for panel, place in zip(panels(picture), places, strict=True):
        words = [*words_of(panel)]
        plot = [box_of(plot) for plot in panel.findall("{*}svg[@class='plot']")]
        assert [each for each in (*words, *plot) if not inside(each, place)] == []
        assert [pair for pair in combinations([*words, *plot], 2) if overlap(*pair)] == []
    around = [
        area for line in picture if line.tag.endswith("text") for area in words_of(wrapped(line))
    ]
    assert [each for each in around if not inside(each, frame)] == []
    assert [pair for pair in combinations([*around, *places], 2) if overlap(*pair)] == []


def wrapped(line: Element) -> Element:
    part = ElementTree.Element("g")
    part.append(line)
    return part


@pytest.mark.parametrize("board", ["published", "filled", "illustrative"])
def test_every_indicator_of_a_group_is_told_once_with_value_verdict_and_target(
    request: pytest.FixtureRequest, board: str
):
    store = request.getfixturevalue(board)
    rows = assess(store, moment_of(store)).of_group("DH").rows
    shown = group_of(store, "DH")
    words = [told(panel) for panel in panels(drawn(shown))]
    assert [each["code"] for each in words] == [row.indicator.code for row in rows]
    assert [each["name"] for each in words] == [row.indicator.short_name for row in rows]
    assert [each["status"] for each in words] == [SHORT[row.status] for row in rows]
    lasts = [panel.last or ("", "") for panel in shown.panels]
    assert [(each.get("value", ""), each.get("when", "")) for each in words] == [*map(tuple, lasts)]
    assert [each["asked"] for each in words] == [panel.target_line for panel in shown.panels]


def test_all_around_the_charts_says_what_is_found_what_is_drawn_and_where_it_is_from(filled: Store):
    shown = compared(filled, QUESTIONS[0])
    words = told(drawn(replace(shown, panels=())))
    assert words == {
        "title": shown.title,
        "key": "thực hiện lộ trình cần mục tiêu",
        "told": shown.frame_note,
        "nothing": "Chưa có chỉ tiêu nào để vẽ.",
        "source": shown.source,
    }
    assert shown.frame_note.startswith(
        "Cùng trục năm 2025–2030; các hình tính bằng % cùng thang giá trị"
    )
    assert shown.source.startswith("Nguồn: Số liệu kiểm thử · Số liệu đến ")
    assert shown.source.endswith(f" · Phiên bản 3 · {latest(filled).head}")


def test_a_second_sentence_stands_below_the_title(filled: Store):
    shown = replace(group_of(filled, "CS"), second="Câu thứ hai.")
    assert told(drawn(shown))["second"] == "Câu thứ hai."


def test_what_is_made_up_says_so_above_across_and_below(illustrative: Store):
    shown = group_of(illustrative, "CS")
    picture = drawn(shown)
    assert told(picture)["mark"] == "SỐ LIỆU MINH HỌA"
    assert "SỐ LIỆU MINH HỌA · Số liệu đến 20/11/2029" in told(picture)["source"]
    plots = picture.findall(".//{*}svg[@class='plot']")
    assert [plot.findtext("{*}text") for plot in plots] == ["SỐ LIỆU MINH HỌA"] * len(plots) != []


def test_real_figures_have_no_mark(filled: Store):
    assert "mark" not in told(drawn(group_of(filled, "CS")))


def test_a_group_without_figures_says_who_owes_them_and_has_no_legend(bare: Store):
    picture = drawn(group_of(bare, "HD"))
    words = told(picture)
    assert ("key" in words, "told" in words, "value" in words) == (False, False, False)
    assert words["second"].endswith("): 3/3 chỉ tiêu chưa có số liệu.")
    assert [told(panel)["owed"] for panel in panels(picture)] == [
        "Chưa có số liệu. Thống kê thành phố chủ trì.",
        "Chưa có số liệu. Thống kê thành phố chủ trì.",
        "Chưa có số liệu. Sở Khoa học và Công nghệ chủ trì.",
    ]


def test_of_a_comparison_what_has_nothing_to_draw_says_who_owes_it_and_has_no_axis(
    published: Store,
):
    shown = compared(published, Question(("ML02", "CL03", "ML01", "CS01")))
    owed = "Chưa có số liệu. Sở Giáo dục và Đào tạo chủ trì."
    assert [panel.owed for panel in shown.panels] == ["", owed, owed, ""]
    _, empty, *_ = panels(drawn(shown))
    assert [line for line in empty.itertext() if line.strip() in {"0", "0%", "2030"}] == []


def test_a_common_scale_is_told_beside_each_chart(filled: Store):
    shown = compared(filled, Question(("CS01", "CS02", "CS03", "CS04")))
    assert [told(panel)["level"] for panel in panels(drawn(shown))] == ["80% 90% 100%"] * 4


def test_a_part_has_no_verdict_and_says_how_it_stands_to_the_whole(broken_down: Store):
    shown = compared(broken_down, QUESTIONS[2])
    whole, part = [told(panel) for panel in panels(drawn(shown))][:2]
    assert ("status" in whole, "status" in part) == (True, False)
    assert part["around"] == "Cao hơn mức chung 12,4 điểm phần trăm"


def test_names_that_are_hard_to_write_are_text_and_no_markup(odd: Store):
    shown = group_of(odd, "ML")
    title = "<b>'A' & \"B\"</b>\x0b <br> </svg>"
    picture = drawn(replace(shown, title=title, source=title))
    words = told(picture)
    assert words["title"] == words["source"] == title.replace("\x0b", "")
    assert "=A & B < C > D" in told(panels(picture)[1])["name"]
    assert picture.get("aria-label") == title.replace("\x0b", "")


@pytest.mark.parametrize("shape", SHAPES)
def test_one_chart_takes_all_of_the_room(filled: Store, shape: Shape):
    shown = group_of(filled, "HD")
    (panel,) = panels(drawn(replace(shown, panels=shown.panels[:1]), shape))
    left, top, right, low = edge_of(panel)
    assert (right - left) * (low - top) > 0.75 * shape.width * shape.height


@pytest.mark.parametrize("shape", SHAPES)
def test_sixty_charts_still_have_their_places(filled: Store, shape: Shape):
    shown = group_of(filled, "DH")
    picture = drawn(replace(shown, panels=shown.panels * 3), shape)
    places = [edge_of(panel) for panel in panels(picture)]
    assert len(places) == 63
    assert all(inside(each, (0, 0, shape.width, shape.height)) for each in places)
    assert [pair for pair in combinations(places, 2) if overlap(*pair)] == []


def test_a_year_long_past_the_frame_is_drawn_in_no_other_chart(published: Store):
    picture = drawn(compared(published, Question(("BC03",), "cap-hoc")))
    plot = picture.find(".//{*}svg[@class='plot']")
    assert plot is not None
    now = plot.find("{*}path[@stroke-dasharray='1 3']")
    assert now is not None
    width = float(plot.get("viewBox", "").split()[2])
    assert float(now.get("d", "")[1:].split()[0]) > width  # where an inner svg ends


@pytest.mark.parametrize(
    ("years", "wide", "told_years"),
    [
        (Years(2020, 2035), 200, [2020, 2025, 2030, 2035]),
        (Years(2021, 2030), 140, [2021, 2030]),
        (Years(2021, 2030), 400, [2021, 2025, 2030]),
        (Years(2024, 2030), 1200, [2024, 2025, 2030]),
        (Years(2004, 2021), 300, [2004, 2010, 2015, 2021]),
    ],
)
def test_the_first_year_the_last_and_every_fifth_with_room_are_told(
    years: Years, wide: int, told_years: list[int]
):
    assert [year for year, _ in ticks(years, PictureBox(0, 0, wide, 80), 60)] == told_years


def test_a_long_text_is_cut_and_a_short_one_broken_evenly():
    assert cut_lines("Ngoại ngữ, giao lưu quốc tế", 10, 130, 2) == [
        "Ngoại ngữ, giao",
        "lưu quốc tế",
    ]
    assert cut_lines("một hai ba bốn năm sáu bảy", 10, 60, 2) == ["một hai ba", "bốn năm…"]
    assert cut_lines("", 10, 60, 2) == [""]
