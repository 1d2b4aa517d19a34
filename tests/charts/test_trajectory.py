"""The trajectory chart holds the right lines, points and words."""

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from indicators.catalogue.records import Target
from indicators.charts.supposed_line import SupposedLine
from indicators.charts.theme import DARK, LIGHT
from indicators.charts.trajectory import Trajectory
from indicators.charts.trajectory_figure import draw_trajectory
from indicators.charts.trajectory_frame import NARROW, PRESENTED, WIDE, PlotSize
from indicators.progress.results import Point
from tests.progress.reading import read_points
from tests.wording.writing import judged, notation, targets

NATION = tuple(read_points("2020 0.6; 2022 0.62"))
BAND = "Dải nhạt: khoảng dự báo 80%"


def trajectory(code: str, points: str, year: int = 2028, **changed: Any) -> Trajectory:
    shown = Trajectory(
        "Nhan đề", "Nguồn: kiểm thử", notation(code), judged(code, points, year), targets(code), (),
        (), (), year,
    )  # fmt: skip
    return replace(shown, **changed)


def drawn(code: str, points: str, year: int = 2028, **changed: Any) -> go.Figure:
    return draw_trajectory(trajectory(code, points, year, **changed), LIGHT)


def traces(figure: go.Figure) -> list[tuple[str, list, list]]:
    """Name and points of every line that has any."""
    found = [(t.name, list(t.x or ()), list(t.y or ())) for t in figure.data]
    return [trace for trace in found if trace[1]]


def named(figure: go.Figure, name: str) -> go.Scatter:
    return next(trace for trace in figure.data if trace.name == name)


def words(figure: go.Figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_actuals_path_and_targets_are_drawn():
    assert traces(drawn("HD01", "2025 0.7; 2027 0.75")) == [
        ("Lộ trình cần", [2025, 2030, 2035], [0.7, 0.82, 0.87]),
        ("Thực hiện", [2025, 2027], [0.7, 0.75]),
        ("Mục tiêu", [2030, 2035], [0.82, 0.87]),
    ]


def test_a_milestone_reached_at_the_baseline_is_marked_and_left_out_of_the_path():
    assert traces(drawn("HD01", "2025 0.83; 2027 0.84")) == [
        ("Lộ trình cần", [2025, 2035], [0.83, 0.87]),
        ("Thực hiện", [2025, 2027], [0.83, 0.84]),
        ("Mục tiêu", [2030, 2035], [0.82, 0.87]),
    ]


def test_the_country_and_its_targets_stand_in_their_own_lines():
    figure = drawn("HD01", "2025 0.7", nation=NATION, nation_targets=targets("HD01", "national"))
    assert traces(figure) == [
        ("Cả nước", [2020, 2022], [0.6, 0.62]),
        ("Lộ trình cần", [2025, 2030, 2035], [0.7, 0.82, 0.87]),
        ("Thực hiện", [2025], [0.7]),
        ("Mục tiêu", [2030, 2035], [0.8, 0.85]),
        ("Mục tiêu", [2030, 2035], [0.82, 0.87]),
    ]


def test_other_areas_are_never_joined():
    others = (
        ("Hải Phòng cũ", read_points("2020 70; 2024 75")),
        ("Hải Dương cũ", read_points("2022 78")),
    )
    assert traces(drawn("BC01", "2025 80", 2026, others=others)) == [
        ("Hải Phòng cũ", [2020, 2024], [70.0, 75.0]),
        ("Hải Dương cũ", [2022], [78.0]),
        ("Thực hiện", [2025], [80.0]),
    ]


def test_a_break_leaves_a_gap():
    figure = drawn("BC01", "2025 70; 2027 60", others=(("A", read_points("2024 1; |2026 2")),))
    assert traces(figure) == [
        ("A", [2024, 2026, 2026], [1.0, None, 2.0]),
        ("Thực hiện", [2025, 2027], [70.0, 60.0]),
    ]
    assert not named(figure, "A").connectgaps


def test_figures_before_a_break_are_not_drawn_as_ours():
    figure = drawn("CS02", "2024 70; 2025 75; |2027 60")
    assert traces(figure)[1] == ("Thực hiện", [2027], [60.0])


def test_figures_that_are_not_final_are_hollow():
    marker = named(drawn("CS02", "2025 75; 2026 78; 2027 80p"), "Thực hiện").marker
    assert list(marker.color) == [LIGHT.actual, LIGHT.actual, LIGHT.paper]
    assert marker.line.color == LIGHT.actual


def test_a_year_without_rank_has_no_point():
    figure = drawn("DH17", "2025 310; 2026 unranked; 2027 266")
    assert traces(figure)[1] == ("Thực hiện", [2025, 2027], [310.0, 266.0])


def test_a_yearly_bound_is_a_level():
    assert traces(drawn("NL01", "2025 18; 2026 21"))[0] == (
        "Lộ trình cần",
        [2026, 2030],
        [20.0] * 2,
    )


def test_growth_is_a_curve_and_its_target_stands_at_its_end():
    path, _, target = traces(drawn("DH13", "2025 100; 2027 130"))
    curve = [pytest.approx(100 * 1.14**n) for n in range(6)]
    assert path == ("Lộ trình cần", list(range(2025, 2031)), curve)
    assert target == ("Mục tiêu", [2030], [pytest.approx(100 * 1.14**5)])


def test_growth_without_a_baseline_marks_no_level():
    assert not trajectory("DH13", "").is_drawable()


DRAWABLE = [
    ("a figure", "CL03", "2025 40", True),
    ("a level to reach", "CS02", "", True),
    ("neither", "CL03", "", False),
]


@pytest.mark.parametrize(
    ("code", "points", "drawable"), [pytest.param(*case, id=name) for name, *case in DRAWABLE]
)
def test_a_chart_needs_a_figure_or_a_level(code: str, points: str, drawable: bool):
    assert trajectory(code, points).is_drawable() is drawable


def test_figures_of_the_country_are_enough_for_a_chart():
    assert trajectory("CL03", "", nation=NATION).is_drawable()


BANDS = [
    ("five scattered points", "2025 75; 2026 80; 2027 79; 2028 86; 2029 85", [2029, 2030]),
    ("four points are too few", "2025 75; 2026 80; 2027 79; 2028 86", []),
    ("no scatter, no band", "2025 75; 2026 78; 2027 81; 2028 84; 2029 87", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("points", "years"), [pytest.param(*case, id=name) for name, *case in BANDS]
)
def test_the_band_is_drawn_only_where_the_trend_has_one(points: str, years: list[int]):
    band = named(drawn("CS02", points, 2029), "Khoảng dự báo 80%")
    assert list(band.x or ()) == years + years[::-1]


def test_trend_and_band_begin_at_the_last_figure():
    figure = drawn("CS02", "2025 75; 2026 80; 2027 79; 2028 86; 2029 85", 2029)
    assert named(figure, "Xu thế tuyến tính").y[0] == 85
    band = named(figure, "Khoảng dự báo 80%").y
    assert (band[0], band[-1]) == (85, 85)
    low, high = figure.layout.yaxis.range
    assert low < min(band) < max(band) < high


@pytest.mark.parametrize(
    ("points", "years"),
    [
        ("2025 75; 2026 78", []),
        ("2025 75; 2026 78; 2027 80", [2027, 2028, 2029, 2030]),
    ],
)
def test_the_trend_is_carried_from_three_points_on(points: str, years: list[int]):
    figure = drawn("CS02", points, 2029)
    assert [list(t.x) for t in figure.data if t.name == "Xu thế tuyến tính"] == [years][
        : len(years)
    ]


def test_the_band_ends_where_the_indicator_does():
    band = named(
        drawn("CS02", "2025 84; 2026 89; 2027 88; 2028 95; 2029 94", 2029), "Khoảng dự báo 80%"
    )
    assert list(band.y)[:2] == [94.0, 100.0]


def test_the_title_is_there_for_those_who_listen_and_is_text():
    assert drawn("CS02", "2025 75", title="<i>x</i>").layout.title.text == "&lt;i&gt;x&lt;/i&gt;"


def test_names_from_files_are_text():
    figure = drawn("BC01", "2025 80", 2026, others=(("<b>A</b>", read_points("2024 75")),))
    assert "&lt;b&gt;A&lt;/b&gt;" in words(figure)


def test_labels_tell_the_last_figure_and_the_targets_in_the_document_s_words():
    figure = drawn(
        "HD01",
        "2025 0.7; 2027 0.75p",
        nation=NATION,
        nation_targets=targets("HD01", "national")[:1],
    )
    assert sorted(words(figure)) == [
        "<b>0,750</b> (ước)",
        "<b>2030: trên 0,82</b>",
        "<b>2035: tối thiểu 0,87</b>",
        "Cả nước",
        "Lộ trình cần",
        "NQ 71: trên 0,8",
    ]


def test_the_year_judged_is_marked():
    shapes = drawn("CS02", "2025 75", 2027).layout.shapes
    assert [(shape.x0, shape.x1) for shape in shapes] == [(2027, 2027)]


def test_old_figures_of_others_are_left_to_the_table():
    old = (("A", read_points("2004 1; 2015 2; 2020 3")),)
    assert traces(drawn("BC01", "2025 5", 2026, others=old))[0] == ("A", [2015, 2020], [2.0, 3.0])


def test_points_that_are_touched_tell_their_value():
    figure = drawn("ML02", "2025 76.98; 2027 80")
    assert list(named(figure, "Thực hiện").customdata) == ["76,98%", "80,00%"]


def test_a_dark_page_has_a_dark_chart():
    layout = draw_trajectory(trajectory("CS02", "2025 75"), DARK).layout
    assert (layout.paper_bgcolor, layout.font.color) == (DARK.paper, DARK.text)


def test_numbers_on_the_axes_are_vietnamese():
    layout = drawn("HD01", "2025 0.7; 2027 0.75").layout
    assert layout.yaxis.ticktext == ("0,7", "0,75", "0,8", "0,85")
    assert drawn("CS02", "2025 75").layout.yaxis.ticktext[0].endswith("%")


def test_no_number_is_told_that_an_indicator_cannot_have():
    assert max(drawn("CS02", "2025 99; 2027 100").layout.yaxis.tickvals) == 100
    assert min(drawn("DH15", "2025 0; 2027 3").layout.yaxis.tickvals) == 0


def test_what_is_counted_has_whole_numbers_on_its_axis():
    assert list(drawn("ML03", "2025 2; 2029 3", 2029).layout.yaxis.ticktext) == ["2", "3"]


def test_a_better_rank_stands_higher():
    axis = drawn("DH17", "2025 310; 2027 266").layout.yaxis
    assert axis.range[0] > axis.range[1]
    assert min(axis.tickvals) >= 1


@pytest.mark.parametrize("size", [NARROW, WIDE, PRESENTED])
def test_few_lines_cross_a_plot(size: PlotSize):
    for code, points in [("HD01", "2025 0.7; 2027 0.75"), ("DH14", "2025 3; 2027 305")]:
        ticks = draw_trajectory(trajectory(code, points), LIGHT, size).layout.yaxis.tickvals
        assert 2 < len(ticks) <= size.most_levels


def test_a_series_beside_which_the_indicator_s_own_would_lie_flat_is_told_and_not_drawn():
    figure = drawn("HD01", "2025 0.7", nation=tuple(read_points("2020 60; 2022 62")))
    assert "Cả nước" not in [trace.name for trace in figure.data]
    assert "Cả nước: 62,000 (2022), ngoài thang của hình" in words(figure)[-1]


def test_one_point_is_drawn_within_its_frame():
    low, high = drawn("CL03", "2025 40", 2026).layout.yaxis.range
    assert low < Point(2025, 40.0).value < high


SUPPOSED = SupposedLine(((2027, 0.75), (2028, 0.77), (2029, 0.79)), (2029,), "Nếu mỗi năm tăng")


def test_a_supposed_line_is_drawn_in_its_own_colour_with_points_in_the_years_told():
    figure = drawn("HD01", "2025 0.7; 2027 0.75", supposed=SUPPOSED)
    line = named(figure, "Nếu – thì")
    assert (list(line.x), list(line.y)) == ([2027, 2028, 2029], [0.75, 0.77, 0.79])
    assert (list(line.marker.size), list(line.customdata)) == (
        [0, 0, 9],
        ["0,750", "0,770", "0,790"],
    )
    assert line.line.color not in (LIGHT.actual, LIGHT.required, LIGHT.nation, *LIGHT.others)
    assert "Nếu mỗi năm tăng" in words(figure)


def test_the_frame_reaches_as_far_as_the_supposed_line():
    far = replace(SUPPOSED, spots=((2027, 75.0), (2040, 10.0)))
    layout = drawn("CS02", "2025 75", supposed=far).layout
    assert layout.xaxis.range[1] > 2040
    assert layout.yaxis.range[0] < 10.0


def test_a_chart_of_nothing_supposed_has_no_such_line():
    assert "Nếu – thì" not in [trace.name for trace in drawn("CS02", "2025 75").data]


PLANS = tuple(
    Target("HD01", "plan", year, ">=", value, None, "", "", "", "")
    for year, value in ((2026, 0.72), (2027, 0.74))
)


def test_yearly_plans_are_small_open_squares_named_once():
    figure = drawn("HD01", "2025 0.7; 2027 0.75", plans=PLANS)
    marks = named(figure, "Kế hoạch năm")
    assert (list(marks.x), list(marks.y)) == ([2026, 2027], [0.72, 0.74])
    assert (marks.mode, marks.marker.symbol, list(marks.customdata)) == (
        "markers", "square-open", ["0,720", "0,740"],
    )  # fmt: skip
    others = (LIGHT.actual, LIGHT.required, LIGHT.supposed, LIGHT.nation, *LIGHT.others)
    assert marks.marker.color not in others
    assert max(marks.marker.size) < min(named(figure, "Mục tiêu").marker.size)
    assert set(words(figure)) - set(words(drawn("HD01", "2025 0.7; 2027 0.75"))) == {"Kế hoạch năm"}


def test_the_frame_holds_the_yearly_plans():
    low = replace(PLANS[0], year=2024, value=0.1)
    layout = drawn("HD01", "2025 0.7", plans=(low,)).layout
    assert layout.xaxis.range[0] < 2024
    assert layout.yaxis.range[0] < 0.1


def test_a_plan_changes_neither_path_nor_targets():
    with_plans, without = (
        traces(drawn("HD01", "2025 0.7; 2027 0.75", plans=plans)) for plans in (PLANS, ())
    )
    assert [trace for trace in with_plans if trace[0] != "Kế hoạch năm"] == without


def test_a_plan_alone_is_enough_for_a_chart():
    assert trajectory("CL03", "", plans=PLANS).is_drawable()


def test_where_growth_is_asked_for_a_plan_still_stands_at_its_number():
    plan = replace(PLANS[0], indicator="DH13", value=120.0)
    figure = drawn("DH13", "2025 100; 2027 130", plans=(plan,))
    assert list(named(figure, "Kế hoạch năm").y) == [120.0]
    assert figure.layout.yaxis.range[1] > 130


def test_the_label_of_a_figure_gives_way_to_a_plan_beside_it():
    def below(plan: float) -> bool:
        beside = replace(PLANS[0], indicator="ML02", year=2025, value=plan)
        figure = drawn("ML02", "2025 76.98", 2026, plans=(beside,))
        [label] = [a for a in figure.layout.annotations if a.text == "<b>76,98%</b>"]
        return label.yshift < 0

    assert (below(70.0), below(76.5)) == (True, False)
