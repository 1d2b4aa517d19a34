"""Yearly plans and the year before: on tracking table, group and indicator where there are any."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from tests.pages.conftest import TRACKING, OpenPage
from tests.pages.reading import html, text
from tests.planning import send_plans
from tests.recording import record, series

ASKED = {"v": "4", "ngay": "2027-12-01"}
GROUP = "nhom"


@pytest.fixture
def planned(own: Store) -> Store:
    record(own, *series("CS02", "2025 70; 2026 75; 2027 81p"))
    send_plans(own, "CS02;74;82,5;84", head="ma_chi_tieu;KH 2026;KH 2027;KH 2028")
    return own


def head(app: AppTest) -> str:
    """The head of the tracking table as it is read."""
    [found] = re.findall(r'<table class="tracking"><thead>(.*?)</thead>', html(app))
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())


def values_of(app: AppTest) -> list[list[str]]:
    """Head and lines of the values table, cell by cell."""
    [table] = re.findall(r'<table class="values">(.*?)</table>', html(app))
    lines = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr")[1:]]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in lines]


def marks(app: AppTest) -> list[float]:
    """The years in which the chart has a plan."""
    [chart] = app.get("plotly_chart")
    lines = {t["name"]: t.get("x", []) for t in json.loads(chart.proto.spec)["data"]}
    return lines.get("Kế hoạch năm", [])


@pytest.mark.parametrize(
    "asked", [{"page": TRACKING}, {"page": GROUP, "ma": "CS"}], ids=["all", "group"]
)
def test_the_tracking_table_has_plan_and_year_before_below_the_figures(
    open_page: OpenPage, planned: Store, asked: dict[str, str]
):
    app = open_page(planned.path, **ASKED, **asked)
    assert list(app.exception) == []
    assert (
        "Thực hiện 2025 Thực hiện 2026 Thực hiện 2027 so cùng kỳ Kế hoạch 2027 so kế hoạch "
        "Mục tiêu 2030"
    ) in head(app)
    assert "70,0 75,0 81,0* +6 điểm % 82,5 −1,5 điểm % trên 95%" in text(app)


def test_without_any_plan_or_year_before_the_head_names_neither(
    open_page: OpenPage, published: Store
):
    app = open_page(published.path, TRACKING, v="2", ngay="2026-11-22")
    assert ("Thực hiện 2024 Thực hiện 2025 Thực hiện 2026 Kế hoạch 2026 Mục tiêu 2030") in head(app)


def test_an_indicator_s_figures_stand_beside_their_plans(open_page: OpenPage, planned: Store):
    app = open_page(planned.path, **ASKED, ma="CS02")
    assert list(app.exception) == []
    assert [row[:8] for row in values_of(app)] == [
        ["Năm", "Địa bàn", "Giá trị (%)", "Kế hoạch (%)", "TH/KH", "So cùng kỳ", "Lộ trình cần",
         "Chênh (điểm %)"],
        ["2028", "Hải Phòng", "–", "84,0", "–", "–", "–", "–"],
        ["2027", "Hải Phòng", "81,0", "82,5", "−1,5 điểm % chưa đạt kế hoạch", "+6 điểm %", "80,0",
         "+1"],
        ["2026", "Hải Phòng", "75,0", "74,0", "+1 điểm % vượt kế hoạch", "+5 điểm %", "75,0", "0"],
        ["2025", "Hải Phòng", "70,0", "–", "–", "–", "–", "–"],
    ]  # fmt: skip
    assert marks(app) == [2026, 2027, 2028]


def test_a_plan_that_has_no_figure_yet_has_no_link_and_is_never_added_up(
    open_page: OpenPage, planned: Store
):
    lines = values_of(open_page(planned.path, **ASKED, ma="CS02"))
    assert lines[1][8:] == ["kế hoạch", "–", ""]
    assert "so=2028" not in html(open_page(planned.path, **ASKED, ma="CS02"))


def test_without_a_plan_an_indicator_has_no_column_and_no_mark_of_one(
    open_page: OpenPage, published: Store
):
    app = open_page(published.path, v="2", ngay="2026-11-22", ma="ML02")
    [names, *_] = values_of(app)
    assert {"Kế hoạch (%)", "TH/KH", "So cùng kỳ"} & set(names) == set()
    assert marks(app) == []


def test_the_country_is_not_set_against_the_city_s_plans(open_page: OpenPage, planned: Store):
    send_plans(planned, "HD01;0,75", head="ma_chi_tieu;KH 2026")
    app = open_page(planned.path, v="5", ngay="2027-12-01", ma="HD01", pham_vi="ca-nuoc")
    [names, *_] = values_of(app)
    assert ("TH/KH" in names, "So cùng kỳ" in names, marks(app)) == (False, True, [])
