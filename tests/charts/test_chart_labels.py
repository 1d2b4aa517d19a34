"""Labels of the charts cover nothing that is drawn, whatever the figures and the width."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.label_room import Mark
from indicators.charts.labels import Label, PlacedLabel, PlotFrame, Spot
from indicators.charts.placing import Placement, open_stretches, place_labels
from indicators.charts.theme import LIGHT
from indicators.charts.trajectory import Trajectory
from indicators.charts.trajectory_frame import NARROW, WIDE, PlotSize
from indicators.charts.trajectory_labels import placed_in, told_below, told_lines
from indicators.charts.trajectory_lines import drawn_lines
from indicators.dossier.dossier import open_dossier
from indicators.store.connection import Store
from tests.dossier.test_provenance import of_communes
from tests.recording import record, seen_on

DAYS = {"published": date(2026, 11, 22), "filled": date(2029, 6, 10)}
FRAME = PlotFrame((2020, 2030), (0, 100), (400, 800), 360)
LABEL = Label(2025, 50, "85%", "")
MARKS = [Mark(2025, 50, 5)]


def trajectories(store: Store, day: date, scope: str) -> Iterator[tuple[str, Trajectory]]:
    """Every chart of a board, each breakdown too."""
    moment = seen_on(store, day)
    for row in assess(store, moment, scope).rows:
        code = row.indicator.code
        for group in open_dossier(store, moment, code, scope, None).groups:
            shown = trajectory_of(open_dossier(store, moment, code, scope, group))
            if row.indicator.kind != "milestone" and shown.is_drawable():
                yield f"{code} {group}", shown


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(("board", "scope"), [("filled", "city"), ("published", "national")])
def test_every_needed_label_of_every_chart_has_a_place_of_its_own(
    request: pytest.FixtureRequest, board: str, scope: str, size: PlotSize
):
    covering, charts = [], 0
    for name, shown in trajectories(request.getfixturevalue(board), DAYS[board], scope):
        _, placement = placed_in(shown, drawn_lines(shown, LIGHT), size, LIGHT)
        covering += [name] * placement.faults
        charts += 1
    assert (covering, charts > 10) == ([], True)


def put(label: Label = LABEL, lines: list[list[Spot]] | None = None, **more: object) -> PlacedLabel:
    placed = {"marks": MARKS, "frame": FRAME, **more}
    return place_labels([label], lines or [], **placed).placed[0]


def side(placed: PlacedLabel) -> str:
    return "above" if placed.up > 0 else "below" if placed.up < 0 else placed.anchor


def level(height: float, first: float = 2020, last: float = 2030) -> list[Spot]:
    return [(first, height), (last, height)]


def test_a_label_stands_above_its_point_where_there_is_room():
    placed = put()
    assert (placed.anchor, placed.right, placed.up) == ("center", 0, 5 + 4 + 15 * 1.3 / 2)


def test_a_label_goes_below_a_line_that_runs_over_its_point():
    assert side(put(lines=[level(54)])) == "below"


def test_a_label_goes_below_where_the_picture_ends_above():
    assert side(put(replace(LABEL, y=98), marks=[Mark(2025, 98, 5)])) == "below"


def test_a_label_goes_beside_its_point_between_two_lines():
    assert side(put(lines=[level(54), level(46)])) == "left"


def test_a_label_keeps_clear_of_a_mark_without_words():
    assert side(put(marks=[*MARKS, Mark(2025, 56, 5)])) == "below"


def test_what_is_free_in_a_narrow_plot_alone_is_no_place():
    rising: list[Spot] = [(2024.7, 51), (2024.7, 70)]  # 12 pixels to the left, or 24
    word = replace(LABEL, text="85")
    assert side(put(word, [rising], frame=replace(FRAME, widths=(800, 800)))) == "above"
    assert side(put(word, [rising])) == "below"


def test_a_label_stands_off_the_year_that_is_judged_and_on_it_where_there_is_no_other_place():
    assert side(put(year=2025)) == "left" or put(year=2025).anchor != "center"
    walls = [level(53, 2020, 2030), level(20, 2020, 2030)]
    long = replace(LABEL, text="một hai ba bốn năm sáu bảy tám chín mười", needed=True)
    placed = put(long, walls, year=2025)
    [*broken] = open_stretches(Placement((placed,), (), 0), FRAME, 2025)
    assert len(broken) == 2
    assert broken[0][0] == 0
    assert broken[1][1] == FRAME.height


def test_a_label_at_the_edge_is_moved_into_the_picture():
    placed = put(Label(2030, 50, "2030: trên 95%", ""), marks=[])
    assert (placed.anchor, placed.right < 0) == ("center", True)


def test_a_label_is_nearer_to_its_own_mark_than_to_another_with_a_label():
    words = ("2025: trên 0,82", 50), ("NQ 71: trên 0,8", 44)
    close = [Label(2025, height, text, "", rivals=True) for text, height in words]
    marks = [Mark(each.x, each.y, 8) for each in close]
    upper, lower = place_labels(close, [], marks, FRAME).placed
    assert (upper.up > 0, lower.up < 0) == (True, True)


def test_a_label_wider_than_the_picture_is_broken_into_lines():
    text = "2030: hướng tới ít nhất hai mươi người được tuyển từ nước ngoài"
    placed = put(Label(2025, 50, text, "", bold=True))
    assert [heavy for heavy, _ in placed.lines] == [
        "2030: hướng tới ít nhất hai mươi người",
        "được tuyển từ nước ngoài",
    ]


def test_a_note_follows_in_usual_type_or_on_its_own_line():
    label = Label(2025, 50, "43,4%", "", note=" (chưa chính thức)", bold=True)
    assert put(label).lines == (("43,4%", " (chưa chính thức)"),)
    walls: list[list[Spot]] = [[(year, 0), (year, 100)] for year in (2023.25, 2026.75)]
    assert put(label, walls).lines == (("43,4%", ""), ("", "(chưa chính thức)"))


def test_of_many_labels_of_one_point_those_without_a_place_are_left_out_in_their_order():
    labels = [Label(2025, 50, f"nhãn số {n}", "") for n in range(60)]
    found = place_labels(labels, [level(70), level(30)], MARKS, FRAME)
    told = [each.label for each in found.placed]
    assert told[0] == labels[0]
    assert found.left_out == tuple(label for label in labels if label not in told) != ()


def test_a_needed_label_is_never_left_out():
    walls = [level(height) for height in range(0, 101, 2)]
    found = place_labels([replace(LABEL, needed=True), LABEL], walls, MARKS, FRAME)
    assert ([each.label.needed for each in found.placed], found.left_out) == ([True], (LABEL,))
    assert found.faults > 0


def test_what_has_no_place_is_told_below(illustrative: Store):
    shown = trajectory_of(open_dossier(illustrative, as_of(illustrative), "DH13", "city", None))
    _, placement = placed_in(shown, drawn_lines(shown, LIGHT), NARROW, LIGHT)
    told = told_below(shown, placement, LIGHT)
    assert [text for text, _ in told] == [
        "□ Kế hoạch năm",
        "Đường chấm: xu thế tuyến tính",
        "Cả nước: 25.500 công bố (2028), ngoài thang của hình",
        "Dải nhạt: khoảng dự báo 80%",
    ]
    assert [len(line) for line in told_lines(told, 13, 270)] == [1] * 5
    assert [len(line) for line in told_lines(told, 13, 2000)] == [4]


def test_of_many_communes_the_chart_draws_the_sum_alone(own: Store):
    record(own, *of_communes(own))
    shown = trajectory_of(open_dossier(own, as_of(own), "PC01", "city", None))
    assert (shown.others, [point.year for point in shown.judgement.points]) == ((), [2026])
