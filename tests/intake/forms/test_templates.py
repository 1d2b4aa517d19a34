"""A template asks an agency for exactly what it leads, and loads once it is filled in."""

import csv
import io

import openpyxl
import pytest

from indicators.board.board import CITY
from indicators.intake.examination import examine
from indicators.intake.forms.template_book import GUIDE_HEADINGS, template_xlsx
from indicators.intake.forms.template_lines import TemplateError, request
from indicators.intake.forms.templates import headings, template_csv, value_heading
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from tests.programme import COMMUNES
from tests.recording import figure, record

YEAR = 2026
SAMPLE = {"milestone": "có", "rank": "chưa xếp hạng", "index": "0,7", "difference": "−1,5"}


def catalogue(store: Store):
    return catalogue_at(store, latest(store).number)


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def filled_csv(asked, form: str) -> bytes:
    """Fill in every asked cell with a figure its indicator can have, nothing else touched."""
    head, *rows = csv.reader(io.StringIO(template_csv(asked, form).decode("utf-8-sig"), newline=""))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for cells, line in zip(rows, asked.lines, strict=True):
        cells[head.index(value_heading(asked, form))] = SAMPLE.get(line.indicator.kind, "40")
        writer.writerow(cells)
    return out.getvalue().encode("utf-8-sig")


def filled_xlsx(asked, form: str) -> bytes:
    """The same in the workbook, numbers as numbers."""
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx(asked, form)))
    page = book["Số liệu"]
    place = headings(asked, form).index(value_heading(asked, form)) + 1
    for row, line in enumerate(asked.lines, start=3):
        text = SAMPLE.get(line.indicator.kind, "40")
        number = text.replace(",", ".").replace("−", "-")
        plain = number.replace(".", "").removeprefix("-").isdigit()
        page.cell(row, place).value = float(number) if plain else text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FILLED = {"csv": filled_csv, "xlsx": filled_xlsx}
EMPTY = {"csv": template_csv, "xlsx": template_xlsx}


def test_a_template_asks_for_the_indicators_of_the_agency_their_groups_and_areas(own: Store):
    known = catalogue(own)
    for agency in known.agencies:
        led = {i.code for i in known.indicators if i.lead == agency.name}
        if not led:
            with pytest.raises(TemplateError):
                request(own, agency.short_name, YEAR)
            continue
        asked = request(own, agency.short_name, YEAR)
        assert {line.indicator.code for line in asked.lines} == led
        groups = {(line.indicator.code, line.group) for line in asked.lines if line.group}
        assert groups == {
            (b.indicator, f"{b.dimension}={b.value}")
            for b in known.indicator_breakdowns
            if b.indicator in led and b.value != "*"
        }
        by_area = {line.indicator.code for line in asked.lines if line.area.code != CITY}
        assert by_area == {
            b.indicator for b in known.indicator_breakdowns if b.indicator in led and b.value == "*"
        }


def test_each_commune_is_asked_once(own: Store):
    asked = request(own, "Sở GD&ĐT", YEAR)
    ml02 = [line.area.code for line in asked.lines if line.indicator.code == "ML02"]
    communes = [area.code for area in catalogue(own).areas if area.parent == CITY]
    assert sorted(code for code in ml02 if code != CITY) == sorted(communes)
    assert len(communes) == len(COMMUNES)


def test_last_years_figures_stand_beside_the_empty_cells(own: Store):
    record(own, figure("ML02", YEAR - 1, 76.98), figure("ML02", YEAR - 1, 60.5, area="10507"))
    rows = read_csv(template_csv(request(own, "Sở GD&ĐT", YEAR), "tidy"))
    seen = {
        (row["don_vi"], row["nhom"]): row["Lần trước (chỉ để xem)"]
        for row in rows
        if row["ma_chi_tieu"] == "ML02"
    }
    assert seen["Toàn thành phố", ""] == "76,98"
    assert seen["Phường Thành Đông", ""] == "60,5"
    assert seen["Toàn thành phố", "cấp học=THCS"] == ""
    assert {row["gia_tri"] for row in rows} == {""}


def test_a_template_says_whose_it_is_and_names_no_library(published: Store):
    asked = request(published, "sở nội vụ", YEAR)
    told = openpyxl.load_workbook(io.BytesIO(template_xlsx(asked, "tidy"))).properties
    assert told.creator == told.lastModifiedBy == "Bảng theo dõi Nghị quyết 71"
    assert told.title == f"Biểu mẫu số liệu năm {YEAR}: Sở Nội vụ"
    assert told.keywords is None


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("form", ["tidy", "wide"])
@pytest.mark.parametrize("agency", ["sở nội vụ", "tất cả"])
def test_a_template_filled_in_and_not_touched_otherwise_loads(
    published: Store, agency, form, suffix
):
    asked = request(published, agency, YEAR)

    examined = examine(published, f"bieu-mau.{suffix}", FILLED[suffix](asked, form))

    assert [f for f in examined.findings if f.severity != "remark"] == []
    assert {row.key for row in examined.observations} == {
        (line.indicator.code, line.area.code, line.group, YEAR, "nam") for line in asked.lines
    }


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("form", ["tidy", "wide"])
def test_an_empty_template_changes_nothing(published: Store, form, suffix):
    asked = request(published, "Sở Nội vụ", YEAR)
    examined = examine(published, f"bieu-mau.{suffix}", EMPTY[suffix](asked, form))
    assert examined.outcome == "accept"
    assert examined.preview.rows == ()


@pytest.mark.parametrize("form", ["tidy", "wide"])
def test_the_workbook_has_the_rows_of_the_csv_and_a_sheet_that_explains(own: Store, form):
    asked = request(own, "Sở Nội vụ", YEAR)
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx(asked, form)))
    assert book.sheetnames == ["Số liệu", "Hướng dẫn"]
    codes, words, *rows = book["Số liệu"].iter_rows(values_only=True)
    expected = read_csv(template_csv(asked, form))
    assert list(codes) == list(expected[0])
    assert words[:5] == ("Mã chỉ tiêu", "Tên chỉ tiêu", "Địa bàn", "Phân tổ", "ĐVT")
    assert book["Số liệu"].row_dimensions[1].hidden
    assert [row[:4] for row in rows] == [
        (row["ma_chi_tieu"], row["Tên chỉ tiêu"], row["don_vi"], row["nhom"] or None)
        for row in expected
    ]
    guide = list(book["Hướng dẫn"].iter_rows(values_only=True))
    start = guide.index(GUIDE_HEADINGS)
    assert [row[:3] for row in guide[start + 1 :]] == [
        (f"{i.code}. {i.name}", i.unit or None, i.definition) for i in asked.indicators
    ]


def checks(page, column: str) -> dict[str, tuple]:
    letter = next(cell.column_letter for cell in page[1] if cell.value == column)
    found = {}
    for check in page.data_validations.dataValidation:
        for cells in check.sqref.ranges:
            if cells.coord.startswith(letter):
                for (cell,) in page[cells.coord] if ":" in cells.coord else [(page[cells.coord],)]:
                    found[page.cell(cell.row, 1).value] = (
                        check.type, check.operator, check.formula1, check.formula2,
                    )  # fmt: skip
    return found


@pytest.mark.parametrize("form", ["tidy", "wide"])
def test_the_cells_check_the_range_of_their_indicator(own: Store, form):
    asked = request(own, "tất cả", YEAR)
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx(asked, form)))
    found = checks(book["Số liệu"], "gia_tri" if form == "tidy" else str(YEAR))
    assert found["ML02"] == ("decimal", "between", "0", "100")
    assert found["HD01"] == ("decimal", "between", "0", "1")
    assert found["ML01"][0] == "list"
    assert "DH17" not in found
    ranks = {i.code for i in asked.indicators if i.kind == "rank"}
    assert set(found) == {i.code for i in asked.indicators} - ranks


def test_status_and_period_have_drop_down_lists(own: Store):
    book = openpyxl.load_workbook(
        io.BytesIO(template_xlsx(request(own, "Sở Nội vụ", YEAR), "tidy"))
    )
    page = book["Số liệu"]
    assert {value[2] for value in checks(page, "trang_thai").values()} == {'"ước,sơ bộ,chính thức"'}
    assert {value[2] for value in checks(page, "ky").values()} == {'"6t,9t,nam"'}


@pytest.mark.parametrize(
    ("agency", "year", "message"),
    [
        ("Sở Y tế", YEAR, "Không có cơ quan “Sở Y tế”. Có thể chọn: "),
        ("Sở Ngoại vụ", YEAR, "Sở Ngoại vụ không chủ trì chỉ tiêu nào."),
        ("Sở Nội vụ", 1989, "Năm phải từ 1990 đến 2045."),
        ("Sở Nội vụ", 2046, "Năm phải từ 1990 đến 2045."),
    ],
)
def test_what_cannot_be_asked_is_said(own: Store, agency, year, message):
    with pytest.raises(TemplateError) as refusal:
        request(own, agency, year)
    assert str(refusal.value).startswith(message)
