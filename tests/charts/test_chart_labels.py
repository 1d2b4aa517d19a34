"""Labels of the charts cover neither each other nor leave the picture, whatever the figures."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import plotly.graph_objects as go
import pytest

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.labels import (
    CLEAR,
    SPARE,
    Label,
    LabelBox,
    PlotFrame,
    box_of,
    button_box,
    place_labels,
)
from indicators.charts.theme import LIGHT
from indicators.charts.trajectory import NARROW, WIDE, Trajectory, draw_trajectory, frame_of
from indicators.dossier.dossier import open_dossier
from indicators.store.connection import Store
from tests.dossier.test_provenance import of_communes
from tests.recording import record, seen_on

DAYS = {"published": date(2026, 11, 22), "filled": date(2029, 6, 10)}
FRAME = PlotFrame((2020, 2030), (0, 100), 400)


def trajectories(store: Store, day: date, scope: str) -> Iterator[tuple[str, Trajectory]]:
    """Every chart of a board, each breakdown too."""
    moment = seen_on(store, day)
    for row in assess(store, moment, scope).rows:
        code = row.indicator.code
        for group in open_dossier(store, moment, code, scope, None).groups:
            shown = trajectory_of(open_dossier(store, moment, code, scope, group))
            if row.indicator.kind != "milestone" and shown.is_drawable():
                yield f"{code} {group}", shown


def boxes(annotations: list, frame: PlotFrame) -> list[tuple[str, LabelBox]]:
    """What each label covers, measured from the finished chart."""
    return [
        (a["text"], box_of(Label(a["x"], a["y"], a["text"], ""), place_of(a), frame))
        for a in annotations
    ]


def place_of(a: dict) -> tuple[str, float, float]:
    return a["xanchor"], a["xshift"], a["yshift"]


def clashing(found: list[tuple[str, LabelBox]]) -> list[str]:
    return [
        f"{one} × {other}"
        for (one, (a, b, c, d)), (other, (e, f, g, h)) in combinations(found, 2)
        if a < g and e < c and b < h and f < d
    ]


def leaving(found: list[tuple[str, LabelBox]], frame: PlotFrame) -> list[str]:
    far = frame.width + SPARE + 0.5
    return [t for t, (a, b, c, d) in found if a < -0.5 or c > far or b < 0 or d > frame.height]


def labels_in(figure: go.Figure) -> list:
    """All annotations but the source line, which stands first."""
    return list(figure.layout.annotations[1:])


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scope", ["city", "national"])
@pytest.mark.parametrize("board", DAYS)
def test_every_label_of_every_chart_can_be_read(
    request: pytest.FixtureRequest, board: str, scope: str, width: int
):
    faults, charts = [], 0
    for name, shown in trajectories(request.getfixturevalue(board), DAYS[board], scope):
        frame = frame_of(shown, width)
        found = boxes(labels_in(draw_trajectory(shown, LIGHT, width)), frame)
        faults += [(name, fault) for fault in clashing(found) + leaving(found, frame)]
        charts += 1
    assert (faults, charts > 10) == ([], True)


def put(labels: list[Label], lines: list | None = None) -> list[tuple[str, str, float, float]]:
    placed = place_labels(labels, lines or [], FRAME)
    return [(a["text"], *place_of(a)) for a in placed]


def test_a_label_stands_above_its_point_where_there_is_room():
    assert put([Label(2025, 50, "85%", "")]) == [("85%", "center", 0, 18)]


def test_a_label_goes_below_a_line_that_rises_over_its_point():
    level = [(2020.0, 54.0), (2030.0, 54.0)]
    assert put([Label(2025, 50, "85%", "")], [level]) == [("85%", "center", 0, -18)]


def test_a_label_goes_below_where_the_picture_ends_above():
    assert put([Label(2025, 99, "85%", "")]) == [("85%", "center", 0, -18)]


def test_a_label_keeps_clear_of_what_stands_in_the_chart_already():
    above = (0.0, 185.0, 400.0, 210.0)
    (placed,) = place_labels([Label(2025, 50, "85%", "")], [], FRAME, [above])
    assert placed["yshift"] == -18


def test_a_label_goes_below_where_a_mark_without_words_is_above():
    (placed,) = place_labels([Label(2025, 50, "85%", "")], [], FRAME, marks=[(2025, 56)])
    assert placed["yshift"] == -18


def test_a_label_leaves_the_button_that_takes_the_picture_free():
    label, below = Label(2030, 99, "95%", ""), (0.0, 300.0, FRAME.width, 345.0)
    left, low, _, _ = button_box(FRAME)
    kept = [[below], [below, button_box(FRAME)]]
    ends = [boxes(place_labels([label], [], FRAME, each), FRAME)[0][1] for each in kept]
    assert [right > left and high > low for _, _, right, high in ends] == [True, False]


def test_the_name_of_a_line_stands_beside_its_end():
    assert put([Label(2025, 50, "Cả nước", "", beside=True)]) == [("Cả nước", "left", 10, 0)]


def test_a_label_at_the_edge_is_moved_into_the_picture():
    label = Label(2030, 50, "2030: trên 95%", "")
    assert put([label]) == [("2030: trên 95%", "center", SPARE - 8 * 14 / 2, 18)]


def test_a_label_at_the_left_keeps_clear_of_the_numbers_beside_the_plot():
    label = Label(FRAME.x[0], 50, "Hải Dương cũ", "")
    assert put([label]) == [("Hải Dương cũ", "center", CLEAR + 8 * 12 / 2, 18)]


def test_a_label_wider_than_the_picture_is_broken_into_lines():
    text = "2030: hướng tới ít nhất hai mươi người được tuyển từ nước ngoài"
    lines = "2030: hướng tới ít nhất hai mươi người<br>được tuyển từ nước ngoài"
    assert put([Label(2025, 50, text, "")]) == [(lines, "center", 0, 28)]


def test_tags_take_no_room():
    plain = box_of(Label(2025, 50, "85%", ""), ("center", 0, 0), FRAME)
    bold = box_of(Label(2025, 50, "<b>85%</b>", ""), ("center", 0, 0), FRAME)
    assert plain == bold == (188.0, 170.0, 212.0, 190.0)


def test_labels_of_one_point_stand_apart():
    found = boxes(place_labels([Label(2025, 50, "một hai ba", "")] * 4, [], FRAME), FRAME)
    assert (len(found), clashing(found), leaving(found, FRAME)) == (4, [], [])


def test_of_many_communes_the_chart_draws_the_sum_alone(own: Store):
    record(own, *of_communes(own))
    shown = trajectory_of(open_dossier(own, as_of(own), "PC01", "city", None))
    assert (shown.others, [point.year for point in shown.judgement.points]) == ((), [2026])
