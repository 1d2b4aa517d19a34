"""What is recorded is told one line a kind, whatever went without saying in its file."""

from indicators.catalogue.loader import load
from indicators.catalogue.records import Target
from indicators.store.records import BLANK, Plan
from indicators.wording.kinds_recorded import planned_kinds, recorded_kinds

CATALOGUE = load()
COMMUNES = [area.code for area in CATALOGUE.areas if area.parent == "31"]
ROW = BLANK._replace(indicator="BC01", area="31", year=2026, value=1.0)


def lines(*rows) -> list[str]:
    return recorded_kinds(rows, CATALOGUE)


def test_few_areas_are_named_and_the_most_figures_come_first():
    ward = ROW._replace(area="11383", period="9t", status="ước")
    assert lines(ward, ROW, ROW._replace(indicator="BC02"), ROW._replace(year=2025)) == [
        "3 số liệu của Toàn thành phố, cả năm 2025–2026, chính thức",
        "1 số liệu của Phường Lê Chân, 9 tháng 2026, ước",
    ]


def test_many_communes_are_counted_beside_the_city_and_other_areas():
    rows = [ROW._replace(area=code) for code in COMMUNES]
    assert lines(*rows, ROW, ROW._replace(area="HP-CU", year=2024)) == [
        "114 số liệu của 114 xã, phường, đặc khu, cả năm 2026, chính thức",
        "1 số liệu của Toàn thành phố, cả năm 2026, chính thức",
        "1 số liệu của Thành phố Hải Phòng (trước 1/7/2025), cả năm 2024, chính thức",
    ]


def test_breakdowns_and_withdrawals_are_kinds_of_their_own():
    part = ROW._replace(group="cấp học=THCS; loại hình=Công lập")
    assert lines(part, ROW._replace(value=None), ROW._replace(value=None, label="0/0")) == [
        "1 số liệu của Toàn thành phố, chia theo cấp học, loại hình, cả năm 2026, chính thức",
        "1 số liệu của Toàn thành phố, cả năm 2026, rút lại",
        "1 số liệu của Toàn thành phố, cả năm 2026, chính thức",
    ]


def test_plans_are_counted_with_their_years():
    plans = [
        Plan(Target("ML02", "plan", year, ">=", 1.0, None, "", "", "", "")) for year in (2026, 2027)
    ]
    assert planned_kinds(plans) == ["2 số kế hoạch năm 2026–2027 của Toàn thành phố"]
    assert planned_kinds([]) == []
