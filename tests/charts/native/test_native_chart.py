"""A native chart holds the dossier's numbers, in its XML and in the workbook that Office edits."""

import io
from dataclasses import replace
from datetime import date
from math import isfinite

import pytest
from lxml import etree
from openpyxl import load_workbook

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.charts.axis_scale import AxisScale, round_scale
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.native.chart_xml import chart_xml
from indicators.charts.native.data import chart_data
from indicators.charts.native.frame import ChartSize, layout_of
from indicators.charts.native.workbook import workbook
from indicators.charts.placing import Placement, place_labels
from indicators.charts.theme import LIGHT
from indicators.charts.trajectory import Trajectory, beyond_scale
from indicators.dossier.dossier import Dossier, open_dossier
from indicators.progress.results import Point
from indicators.store.connection import Store
from tests.planning import send_plans
from tests.recording import seen_on, series

NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
SIZE = ChartSize(8.9, 5.2)
DAY = date(2029, 6, 10)

Column = dict[int, float]


def dossier_of(store: Store, code: str, day: date = DAY) -> Dossier:
    dossier = open_dossier(store, seen_on(store, day), code, "city", None)
    assert dossier
    return dossier


def drawn(shown: Trajectory) -> etree._Element:
    return etree.fromstring(chart_xml(chart_data(shown), SIZE))


def cached(values: etree._Element) -> dict[int, float]:
    return {
        int(pt.get("idx")): float(pt.findtext("c:v", namespaces=NAMES))
        for pt in values.iterfind(".//c:pt", NAMES)
    }


def columns(chart: etree._Element) -> dict[str, Column]:
    """The series by name, each its values by year."""
    found = {}
    for each in chart.iterfind(".//c:ser", NAMES):
        years = cached(each.find("c:xVal", NAMES))
        values = cached(each.find("c:yVal", NAMES))
        name = each.findtext("c:tx//c:v", namespaces=NAMES)
        found[name] = {int(years[idx]): value for idx, value in values.items()}
    return found


def in_workbook(shown: Trajectory) -> dict[str, Column]:
    head, *rows = load_workbook(io.BytesIO(workbook(chart_data(shown))))["Số liệu"].values
    return {
        name: {int(row[0]): float(row[n]) for row in rows if row[n] is not None}
        for n, name in enumerate(head)
        if n
    }


def lines_of(label: etree._Element) -> str:
    """The words of a label, its lines joined by blanks."""
    lines = label.iterfind(".//a:p", NAMES)
    return " ".join("".join(t.text for t in line.iterfind(".//a:t", NAMES)) for line in lines)


def labels(chart: etree._Element) -> list[str]:
    return [lines_of(label) for label in chart.iterfind(".//c:dLbl", NAMES)]


def labelled(chart: etree._Element) -> dict[tuple[str, int], tuple[str, str]]:
    """The labels by series and year, each its text and colour."""
    found = {}
    for each in chart.iterfind(".//c:ser", NAMES):
        name = each.findtext("c:tx//c:v", namespaces=NAMES)
        years = cached(each.find("c:xVal", NAMES))
        for label in each.iterfind(".//c:dLbl", NAMES):
            year = int(years[int(label.find("c:idx", NAMES).get("val"))])
            color = label.find(".//a:srgbClr", NAMES).get("val")
            found[name, year] = (lines_of(label), f"#{color}")
    return found


def color_of(chart: etree._Element, name: str) -> str:
    [own] = [
        each
        for each in chart.iterfind(".//c:ser", NAMES)
        if each.findtext("c:tx//c:v", namespaces=NAMES) == name
    ]
    return f"#{own.find('c:spPr//a:srgbClr', NAMES).get('val')}"


def numbers(points: tuple[Point, ...] | list[Point]) -> Column:
    return {p.year: p.value for p in points if isfinite(p.value)}


@pytest.fixture(params=["filled", "published"])
def drawable(request: pytest.FixtureRequest) -> list[tuple[Dossier, Trajectory]]:
    """Every indicator of a board that has something to draw."""
    store = request.getfixturevalue(request.param)
    codes = assess(store, seen_on(store, DAY)).by_code
    dossiers = [dossier_of(store, code) for code in codes]
    shown = [(dossier, trajectory_of(dossier)) for dossier in dossiers]
    return [(dossier, each) for dossier, each in shown if each.is_drawable()]


def test_every_chart_holds_the_figures_of_its_dossier(
    drawable: list[tuple[Dossier, Trajectory]],
):
    for dossier, shown in drawable:
        found = columns(drawn(shown))
        kept = in_workbook(shown)
        assert kept == {name: pytest.approx(column) for name, column in found.items()}
        actual = numbers(dossier.judgement.points)
        parts = [v for name, v in found.items() if name.startswith("Thực hiện")]
        assert {y: value for part in parts for y, value in part.items()} == actual, shown.title
        path = dict(dossier.judgement.path)
        assert path.items() <= found.get("Lộ trình cần", {}).items(), shown.title
        if dossier.row.indicator.rule != "growth":
            aims = {t.year: t.value for t in dossier.row.targets if t.value is not None}
            assert found.get("Mục tiêu", {}) == aims, shown.title


def test_every_chart_says_the_last_value_and_the_targets_in_the_words_of_the_page(
    drawable: list[tuple[Dossier, Trajectory]],
):
    for dossier, shown in drawable:
        row, said = dossier.row, " | ".join(labels(drawn(shown)))
        known = [p for p in dossier.judgement.points if isfinite(p.value)]
        assert all(row.notation.value(p.value) in said for p in known[-1:]), shown.title
        if row.indicator.rule != "growth":
            aims = [f"{t.year}: {row.notation.target(t)}" for t in row.targets if t.value]
            assert all(aim in said for aim in aims), (said, aims)


def test_every_label_stands_at_its_own_point_in_the_colour_of_its_line(
    drawable: list[tuple[Dossier, Trajectory]],
):
    for dossier, shown in drawable:
        told = labelled(drawn(shown))
        for target in dossier.row.targets:
            if target.value is not None and dossier.row.indicator.rule != "growth":
                aim = f"{target.year}: {dossier.row.notation.target(target)}"
                assert told["Mục tiêu", target.year] == (aim, LIGHT.required)
        for last in [p for p in dossier.judgement.points if isfinite(p.value)][-1:]:
            text, color = told["Thực hiện", last.year]
            assert text.startswith(dossier.row.notation.value(last.value))
            assert color == LIGHT.actual


def test_labels_placed_in_another_order_keep_their_points(
    published: Store, monkeypatch: pytest.MonkeyPatch
):
    def turned(*given: object) -> Placement:
        placement = place_labels(*given)
        return replace(placement, placed=placement.placed[::-1])

    shown = trajectory_of(dossier_of(published, "ML02", date(2026, 6, 10)))
    told = labelled(drawn(shown))
    monkeypatch.setattr("indicators.charts.native.frame.place_labels", turned)
    assert labelled(drawn(shown)) == told
    assert told["Thực hiện", 2025] == ("76,98%", LIGHT.actual)
    assert told["Mục tiêu", 2030] == ("2030: ít nhất 85%", LIGHT.required)
    assert told["Mục tiêu cả nước", 2030] == ("NQ 71: ít nhất 80%", LIGHT.nation)


def test_the_label_of_the_last_figure_keeps_off_the_plan_of_its_year(illustrative: Store):
    shown = trajectory_of(open_dossier(illustrative, as_of(illustrative), "DH14", "city", None))
    labels = layout_of(chart_data(shown), ChartSize(8.68, 5.32)).labels
    sides = {label.lines[0][0]: label.side for label in labels}
    assert sides["305,8 tỷ đồng"] == "b"


def test_the_country_is_a_line_of_its_own_in_grey(published: Store):
    store = published
    codes = assess(store, seen_on(store, DAY)).by_code
    with_nation = [d for d in (dossier_of(store, code) for code in codes) if d.nation]
    assert with_nation
    for dossier in with_nation:
        if beyond_scale(trajectory_of(dossier)):
            continue
        chart = drawn(trajectory_of(dossier))
        assert numbers(dossier.nation).items() >= columns(chart)["Cả nước"].items()
        assert color_of(chart, "Cả nước") == LIGHT.nation


def test_other_areas_beside_the_country_have_colours_of_their_own(illustrative: Store):
    dossier = open_dossier(illustrative, as_of(illustrative), "ML02", "city", None)
    assert dossier
    shown = trajectory_of(dossier)
    chart = drawn(shown)
    names = ("Cả nước", *(name for name, _ in shown.others))
    colors = [color_of(chart, name) for name in names]
    assert colors == [LIGHT.nation, *LIGHT.others[1:]]


def test_a_break_parts_a_line(published: Store):
    older = [Point(2026, 70), Point(2027, 72), Point(2028, 60, break_before=True), Point(2029, 61)]
    shown = replace(trajectory_of(dossier_of(published, "ML02")), others=(("Nơi khác", older),))
    found = columns(drawn(shown))
    assert found["Nơi khác đến 2027 (cách tính cũ)"] == {2026: 70.0, 2027: 72.0}
    assert found["Nơi khác"] == {2028: 60.0, 2029: 61.0}


def test_a_figure_that_is_not_final_is_hollow_and_says_so(filled: Store):
    chart = drawn(trajectory_of(dossier_of(filled, "ML02")))
    hollow = chart.findall(".//c:dPt", NAMES)
    assert [p.find(".//a:srgbClr", NAMES).get("val") for p in hollow] == ["FFFFFF"]
    assert any(label.endswith("(sơ bộ)") for label in labels(chart))


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ("2029 0", {2029: 0.0}),
        ("2028 -3,5; 2029 -1", {2028: -3.5, 2029: -1.0}),
        ("2028 10000000; 2029 12345678,9", {2028: 1e7, 2029: 12345678.9}),
        ("2029 0,000001", {2029: 0.000001}),
    ],
)
def test_nothing_small_negative_or_large_is_lost(own: Store, points: str, expected: Column):
    given = series("BC01", points.replace(",", "."))
    dossier = dossier_of(own, "BC01")
    shown = trajectory_of(dossier)
    judged = replace(dossier.judgement, points=[Point(o.year, o.value) for o in given])
    shown = replace(shown, judgement=judged, nation=(), others=(), nation_targets=())
    assert columns(drawn(shown))["Thực hiện"] == expected == in_workbook(shown)["Thực hiện"]


def test_forty_years_keep_every_figure_and_few_ticks(own: Store):
    dossier = dossier_of(own, "ML02")
    points = [Point(year, 50 + (year - 1990) * 0.5) for year in range(1990, 2030)]
    shown = trajectory_of(dossier)
    shown = replace(shown, judgement=replace(dossier.judgement, points=points), others=())
    chart = drawn(shown)
    assert columns(chart)["Thực hiện"] == numbers(points)
    axis = chart.find(".//c:valAx", NAMES)
    assert axis.find("c:majorUnit", NAMES).get("val") in ("5", "10")


def test_a_name_with_every_sign_stays_as_it_is(own: Store):
    shown = trajectory_of(dossier_of(own, "ML02"))
    name = "=A&B <i>\"'\x00 \ud800 ₫ 'Số'!$A$1"
    shown = replace(shown, others=((name, [Point(2025, 1.0)]),), title=name, source=name)
    kept = name.replace("\x00", "").replace("\ud800", "")
    assert kept in columns(drawn(shown))
    assert kept in in_workbook(shown)


def test_a_chart_of_targets_alone_is_drawn(bare: Store):
    chart = drawn(trajectory_of(dossier_of(bare, "ML02")))
    assert set(columns(chart)) == {"Mục tiêu", "Mục tiêu cả nước"}


@pytest.mark.parametrize(
    ("low", "high", "whole", "expected"),
    [
        (68.1, 87.4, False, AxisScale(65, 90, 5)),
        (0.0, 1.0, True, AxisScale(0, 1, 1)),
        (-3.6, 0.2, False, AxisScale(-4, 1, 1)),
        (0.0, 12_345_678.9, False, AxisScale(0, 14_000_000, 2_000_000)),
        (0.71, 0.93, False, AxisScale(0.7, 0.95, 0.05)),
        (2.0, 4.5, True, AxisScale(2, 5, 1)),
    ],
)
def test_axes_end_on_round_numbers(low: float, high: float, whole: bool, expected: AxisScale):
    assert round_scale(low, high, whole=whole) == expected


def test_yearly_plans_are_open_squares_named_in_the_table(own: Store):
    send_plans(own, "ML02;78,5;80", head="ma_chi_tieu;KH 2026;KH 2027")
    shown = trajectory_of(dossier_of(own, "ML02"))
    chart = drawn(shown)
    assert columns(chart)["Kế hoạch năm"] == in_workbook(shown)["Kế hoạch năm"] == {
        2026: 78.5, 2027: 80.0,
    }  # fmt: skip
    [series] = [
        each for each in chart.iterfind(".//c:ser", NAMES)
        if each.findtext("c:tx//c:v", namespaces=NAMES) == "Kế hoạch năm"
    ]  # fmt: skip
    symbols = [mark.get("val") for mark in series.iterfind(".//c:symbol", NAMES)]
    fills = [f.get("val") for f in series.iterfind("c:dPt//c:spPr/a:solidFill/a:srgbClr", NAMES)]
    assert (symbols, fills) == (["square"] * 3, [LIGHT.paper.lstrip("#")] * 2)


def test_a_better_rank_stands_higher_and_the_years_stay_at_the_foot(filled: Store):
    chart = drawn(trajectory_of(dossier_of(filled, "DH17")))
    years, values = chart.iterfind(".//c:valAx", NAMES)
    assert values.find("c:scaling/c:orientation", NAMES).get("val") == "maxMin"
    assert years.find("c:crosses", NAMES).get("val") == "max"
    others = drawn(trajectory_of(dossier_of(filled, "ML02"))).findall(".//c:orientation", NAMES)
    assert {each.get("val") for each in others} == {"minMax"}
