"""Figures typed by hand: an agency's lines as a grid, and what was typed as any other file."""

import csv
import io

import pytest

from indicators.intake.examination import examine
from indicators.intake.forms.template_lines import Request, request
from indicators.intake.forms.typed_grid import (
    GRID,
    NOTE,
    SOURCE,
    STATUS,
    VALUE,
    GridPlace,
    as_file,
    as_grid,
    city_lines,
    indicator_lines,
    place_of,
    typed_in,
    usual_status,
)
from indicators.store.connection import Store
from indicators.store.history import latest
from tests.programme import COMMUNES
from tests.recording import figure, record

YEAR = 2026
ML02: GridPlace = ("ML02", "31", "")
THCS: GridPlace = ("ML02", "31", "cấp học=THCS")
COMMUNE: GridPlace = ("ML02", "10507", "")


def asked(store: Store, agency: str = "Sở GD&ĐT") -> Request:
    return request(store, agency, YEAR)


def grid(store: Store, lines, period="nam", typed=None):
    return as_grid(store, latest(store).number, lines, period, typed or {})


def cells(value: str = "", status: str = "chính thức", source: str = "", note: str = ""):
    return {VALUE: value, STATUS: status, SOURCE: source, NOTE: note}


def row_of(shown, *, area: str = "Toàn thành phố", group: str = "") -> list[str]:
    found = shown[
        (shown["Mã"] == "ML02") & (shown["Địa bàn"] == area) & (shown["Phân tổ"] == group)
    ]
    return found.to_numpy().tolist()[0]


def test_the_city_has_one_line_for_each_indicator_the_agency_leads(own: Store):
    shown = grid(own, city_lines(asked(own, "Sở Nội vụ")))
    assert tuple(shown) == GRID
    assert shown["Mã"].tolist() == [each.code for each in asked(own, "Sở Nội vụ").indicators]
    assert set(shown["Địa bàn"]) == {"Toàn thành phố"}
    assert set(shown["Phân tổ"]) == {""}


def test_an_indicator_has_a_line_for_each_group_and_commune(own: Store):
    shown = grid(own, indicator_lines(asked(own), "ML02"))
    assert set(shown["Mã"]) == {"ML02"}
    assert (shown["Phân tổ"] == "THCS").sum() == 1
    assert (shown["Địa bàn"] != "Toàn thành phố").sum() == len(COMMUNES)


def test_beside_a_line_stand_the_year_before_and_what_is_in_force(own: Store):
    record(
        own,
        figure("ML02", YEAR, 84.9, status="sơ bộ"),
        figure("ML02", YEAR, 80.5, period="6t", status="ước"),
        figure("ML02", YEAR, 60, area="10507"),
    )
    record(own, figure("ML02", YEAR, None, area="10507"))
    lines = indicator_lines(asked(own), "ML02")
    name = ["ML02", "Trường phổ thông đạt chuẩn"]
    assert row_of(grid(own, lines)) == [
        *name, "Toàn thành phố", "", "%", "76,98%", "84,90% (sơ bộ)", "", "chính thức", "", "",
    ]  # fmt: skip
    assert row_of(grid(own, lines, "6t")) == [
        *name, "Toàn thành phố", "", "%", "76,98%", "80,50% (ước)", "", "ước", "", "",
    ]  # fmt: skip
    assert row_of(grid(own, lines), area="Phường Thành Đông") == [
        *name, "Phường Thành Đông", "", "%", "", "", "", "chính thức", "", "",
    ]  # fmt: skip


def test_a_thing_to_be_completed_says_what_to_type(own: Store):
    shown = grid(own, city_lines(asked(own)))
    assert shown.loc[shown["Mã"] == "ML01", "ĐVT"].tolist() == ["có/không"]


def test_what_was_typed_before_stands_in_the_grid_again(own: Store):
    lines = city_lines(asked(own))
    typed = {ML02: cells("84,9", "sơ bộ", "Sở", "tạm")}
    assert row_of(grid(own, lines, typed=typed))[-4:] == ["84,9", "sơ bộ", "Sở", "tạm"]
    assert typed_in(grid(own, lines, typed=typed), lines, "nam") == typed


@pytest.mark.parametrize(
    ("column", "text", "typed"),
    [
        (VALUE, " 84,9 ", cells("84,9")),
        (STATUS, "rút", cells(status="rút")),
        (STATUS, "ước", cells(status="ước")),
        (NOTE, "sẽ có sau", cells(note="sẽ có sau")),
        (VALUE, "", None),
        (VALUE, None, None),
        (STATUS, None, None),
    ],
)
def test_a_line_is_typed_in_once_it_says_more_than_before(own: Store, column, text, typed):
    lines = city_lines(asked(own))
    shown = grid(own, lines)
    shown.loc[shown["Mã"] == "ML02", column] = text
    assert typed_in(shown, lines, "nam") == ({ML02: typed} if typed else {})


def test_estimates_are_usual_until_the_year_has_ended(own: Store):
    assert [usual_status(period) for period in ("6t", "9t", "nam")] == ["ước", "ước", "chính thức"]
    lines = city_lines(asked(own))
    shown = grid(own, lines, "9t")
    shown.loc[shown["Mã"] == "ML02", [VALUE, STATUS]] = ["80", None]
    assert typed_in(shown, lines, "9t") == {ML02: cells("80", "ước")}


def test_only_typed_lines_become_rows_in_the_order_asked_for(own: Store):
    made = as_file(
        asked(own), "6t", {COMMUNE: cells("60"), ML02: cells("84,9", "ước", "Sở, phòng")}
    )
    assert made.name == "nhap-tay-so-giao-duc-va-dao-tao-2026-6t.csv"
    assert list(csv.reader(io.StringIO(made.content.decode("utf-8-sig")))) == [
        ["ma_chi_tieu", "don_vi", "nhom", "dvt", "nam", "ky",
         "gia_tri", "trang_thai", "nguon", "ghi_chu"],
        ["ML02", "Toàn thành phố", "", "%", "2026", "6t", "84,9", "ước", "Sở, phòng", ""],
        ["ML02", "Phường Thành Đông", "", "%", "2026", "6t", "60", "chính thức", "", ""],
    ]  # fmt: skip
    assert made.rows == {
        2: "ML02 Trường phổ thông đạt chuẩn",
        3: "ML02 Trường phổ thông đạt chuẩn · Phường Thành Đông",
    }


def test_a_row_of_a_group_is_named_by_it(own: Store):
    made = as_file(asked(own), "nam", {THCS: cells("60")})
    assert made.name == "nhap-tay-so-giao-duc-va-dao-tao-2026.csv"
    assert made.rows == {2: "ML02 Trường phổ thông đạt chuẩn · THCS"}


def test_typed_figures_are_read_as_those_of_a_file(own: Store):
    typed = {ML02: cells("84,9", "sơ bộ", "Sở", "tạm tính"), THCS: cells("101")}
    made = as_file(asked(own), "9t", typed)
    examined = examine(own, made.name, made.content)
    assert [(f.kind, f.row, f.column, f.text) for f in examined.findings] == [
        ("out_of_range", 3, "gia_tri", "101")
    ]
    assert examined.preview.rows == (
        figure(
            "ML02", YEAR, 84.9, period="9t", status="sơ bộ", source="Sở", note="tạm tính", row=2
        ),
    )


def test_a_figure_is_withdrawn_by_its_status(own: Store):
    record(own, figure("ML02", YEAR, 84.9))
    made = as_file(asked(own), "nam", {ML02: cells(status="rút")})
    assert [row.value for row in examine(own, made.name, made.content).preview.rows] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "a;b;c|d", 'nói "đúng"', "hai\ndòng", "=1+1", "Tổng cộng", "sep=;", "ma_chi_tieu,nam",
        "  giữa  ", "'", "ngày 22 tháng 11", "Hải Phòng – Hải Dương",
    ],
)  # fmt: skip
def test_whatever_text_is_typed_stays_that_text(own: Store, text: str):
    typed = {ML02: cells("84,9", source=text, note=text), THCS: cells("80", note=text)}
    made = as_file(asked(own), "nam", typed)
    examined = examine(own, made.name, made.content)
    assert examined.findings == ()
    assert [(row.value, row.source, row.note) for row in examined.observations] == [
        (84.9, text.strip(), text.strip()),
        (80.0, "", text.strip()),
    ]


@pytest.mark.parametrize("agency", ["Sở Nội vụ", "Sở GD&ĐT"])
def test_every_line_can_be_typed_in_and_is_found_again(own: Store, agency: str):
    lines = asked(own, agency).lines
    typed = {place_of(line): cells("1") for line in lines}
    made = as_file(asked(own, agency), "nam", typed)
    examined = examine(own, made.name, made.content)
    assert [f for f in examined.findings if f.severity == "error"] == []
    keys = [(row.indicator, row.area, row.group) for row in examined.observations]
    assert keys == [place_of(line) for line in lines]
    assert len(made.rows) == len(set(made.rows.values())) == len(lines)
