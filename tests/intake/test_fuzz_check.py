"""Whatever a table says, its check and its preview end with figures and findings, never more."""

import json
from collections.abc import Sequence
from dataclasses import replace
from math import isnan
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.api.examined import as_json
from indicators.commands.examination_lines import examination_lines
from indicators.intake.checks.check import Checked, check_file
from indicators.intake.examination import examine
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.grid import column_letter
from indicators.intake.tables.table import Reading, Table
from indicators.store.connection import Store
from indicators.store.held import values_at
from tests.intake.books import workbook
from tests.intake.test_fuzz import CELLS, WORDS, fuzzed, sheet
from tests.intake.tidy import CATALOGUE, TODAY

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

CODES = ("ML02", "ML01", "ML03", "HD01", "HD03", "DH17", "NL01", "CS02", "CS04", "BC01", "XX9", "")
# By column: what may well stand there, and what should not.
COLUMNS = MappingProxyType({
    "ma_chi_tieu": (*CODES, "ml02", "Tỷ lệ trường phổ thông đạt chuẩn quốc gia", "="),
    "nam": ("2025", "2026", "2024", "1999", "2027", "25", "2025-2026", "９", "²⁰²⁵", "٢٠٢٥", ""),
    "gia_tri": ("76,98", "1.234", "0,5", "0", "-1", "1e9", "85%", "≥85", "có", "201–250", "x",
                "chưa xếp hạng", "٣", "½", "−3,5", "1.234.567,8", "9" * 400, "1e999", "nan", "inf"),
    "tu_so": ("1", "12", "1.234", "0", "-1", "9" * 400, "nan", "1e308"),
    "mau_so": ("12", "0", "1.234", "-2", "1e-320", "inf", "0,0001"),
    "don_vi": ("31", "VN", "HP-CU", "10507", "Phường Thành Đông", "thanh dong", "Tổng cộng",
               "Hà Nội", "Toàn thành phố"),
    "nhom": ("THCS", "cấp học=THCS", "THCS; Công lập", "THCS; THCS", ";", "=", "a=b=c"),
    "trang_thai": ("ước", "sơ bộ", "chính thức", "rút", "Ước TH", "?"),
    "ky": ("6t", "9t", "nam", "9 tháng", "quý"),
    "dvt": ("%", "trường", "tỷ đồng", "triệu", "\u00a0"),
    "ngay_van_ban": ("22/11/2026", "31/02/2026", "1/1/0001", "2026-11-22", "99/99/9999"),
    "so_van_ban": ("12/BC", "a" * 1001, "\u202e"),
    "lien_ket": ("https://a.vn", "javascript:1", "http://"),
    "ghi_chu": ("<b>", "\x00", "\ud800", "=1+1", "\n"),
})  # fmt: skip
# A workbook's own numbers and dates.
NUMBERS = st.floats(allow_infinity=False) | st.integers(-(10**20), 10**20)


@pytest.fixture(scope="module")
def held(published: Store):
    return values_at(published, 2)


@st.composite
def cells(draw, column: str, place: int) -> Cell:
    """A cell that may well stand in a column, or anything."""
    letter = column_letter(place)
    kind = draw(st.sampled_from(["usual", "usual", "usual", "text", "number", "date", "error"]))
    if kind == "usual":
        return Cell(draw(st.sampled_from(COLUMNS[column])), column=letter)
    if kind == "number":
        number = float(draw(NUMBERS))
        return Cell(f"{number:.15g}", number, "number", letter)
    text = draw(st.text(max_size=12)).strip()
    return Cell(text, None, kind, letter) if text else Cell("", column=letter)


@st.composite
def tables(draw) -> Table:
    """A table with the columns it needs, some others in any order, and a few rows."""
    others = [name for name in COLUMNS if name not in ("ma_chi_tieu", "nam", "gia_tri")]
    chosen = draw(st.lists(st.sampled_from(others), unique=True))
    names = draw(st.permutations(["ma_chi_tieu", "nam", "gia_tri", *chosen]))
    header = CellRow(1, tuple(Cell(n, column=column_letter(p)) for p, n in enumerate(names)))
    rows = st.tuples(*(cells(name, place) for place, name in enumerate(names)))
    drawn = draw(st.lists(rows, min_size=1, max_size=6))
    numbered = tuple(CellRow(number, row) for number, row in enumerate(drawn, start=2))
    return Table("a.xlsx", "S", header, numbered, draw(st.sampled_from(["actual", "plan"])))


def assert_sound(checked: Checked, given: Sequence[Table]) -> None:
    """Rows with an error give no figure, and what remains can be recorded."""
    rows = {(table.sheet, row.number) for table in given for row in table.rows}
    barred = {(each.sheet, each.row) for each in checked.findings if each.severity == "error"}
    for figures in (checked.observations, checked.plans):
        assert {(each.sheet, each.row) for each in figures} <= rows - barred
        assert len({each.key for each in figures}) == len(figures)
        assert not any(each.value is not None and isnan(each.value) for each in figures)
    assert all(each.message.endswith(".") for each in checked.findings)
    heads = {(table.sheet, 1) for table in given}
    assert {(each.sheet, each.row) for each in checked.findings} <= rows | heads


@fuzzed
@given(st.lists(tables(), min_size=1, max_size=2), st.booleans())
def test_any_tables_of_a_file_are_checked(held, given, plan):
    named = tuple(replace(each, sheet=f"S{place}") for place, each in enumerate(given))
    assert_sound(check_file(Reading(named, ()), CATALOGUE, held, TODAY, plan=plan), named)


TYPED = st.sampled_from([*WORDS, *(text for texts in COLUMNS.values() for text in texts)])
HEADS = st.permutations([*COLUMNS, "2025", "Năm 2026", "KH 2026", "STT"])


@st.composite
def typed_files(draw) -> bytes:
    """A text file with headings in some order and anything under them."""
    head = draw(HEADS)[: draw(st.integers(1, 8))]
    rows = draw(st.lists(st.lists(TYPED, min_size=len(head), max_size=len(head)), max_size=6))
    lines = [";".join(each) for each in (["ma_chi_tieu", *head], *(["ML02", *r] for r in rows))]
    return "\n".join(lines).encode("utf-8", "replace")


@st.composite
def books(draw) -> bytes:
    """A workbook with headings and anything under them, escaped characters as well."""
    anything = CELLS | TYPED | st.sampled_from(["_xD800_", "_x0000_", "_xFFFF_", "a_xDFFF_b"])
    head = draw(HEADS)[: draw(st.integers(1, 8))]
    rows = draw(st.lists(st.lists(anything, max_size=9), max_size=6))
    return workbook(sheet([["ma_chi_tieu", *head], *(["ML02", *row] for row in rows)]))


@fuzzed
@given(
    st.one_of(
        st.tuples(st.just("a.csv"), typed_files()),
        st.tuples(st.just("a.xlsx"), books()),
        st.tuples(st.sampled_from(["a.csv", "a.xlsx", "a"]), st.binary(max_size=200)),
    )
)
def test_any_file_is_examined_and_told(published: Store, file):
    name, content = file
    examined = examine(published, name, content)
    told_as_json = json.dumps(as_json(examined, name, CATALOGUE), ensure_ascii=False).encode()

    read = json.loads(told_as_json, parse_constant=pytest.fail)

    assert (read["outcome"], read["scope"]) == (examined.outcome, examined.blocked)
    assert len(read["findings"]) == len(examined.findings)
    values = sum(read["preview"][kind] for kind in ("new", "changed", "unchanged"))
    assert len(read["rows"]) == values == len(examined.observations)
    assert "\n".join(examination_lines(examined, name, CATALOGUE)).encode()
