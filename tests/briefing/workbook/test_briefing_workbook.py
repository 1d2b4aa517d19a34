"""The workbook holds every figure with its source, and charts that Excel draws from its cells."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import isfinite
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from PIL import ImageColor

from indicators.api.board import as_json
from indicators.board.as_of import as_of
from indicators.board.definitions import definition_lines
from indicators.briefing.brief import Brief, Selection, brief_on
from indicators.briefing.steps import CancelledError
from indicators.briefing.workbook.book import as_workbook, sheet_makers
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.theme import LIGHT
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest, observations_at
from indicators.store.journal import record_catalogue
from indicators.wording.illustrative import MARK
from indicators.wording.numbers import counted
from tests.odd import FORTY_YEARS
from tests.office import as_pdf, pages, text
from tests.programme import PROGRAMME
from tests.recording import figure, record, seen_on, series

DAY = date(2029, 6, 10)
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NASTY = "=A & B < C > D \"E\" 'F' ]]> &amp; %s {x} Đ ổ ữ 😀"
IsValid = Callable[[Path], None]


def brief_of(store: Store, *codes: str) -> Brief:
    return brief_on(store, seen_on(store, DAY), Selection(indicators=codes))


@pytest.fixture(scope="module")
def brief(filled: Store) -> Brief:
    return brief_of(filled)


@pytest.fixture(scope="module")
def content(brief: Brief) -> bytes:
    return as_workbook(brief)


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def lines(page: Worksheet) -> list[dict[str, object]]:
    """The rows below the heads, which stay in sight, by heading."""
    top = int(re.search(r"\d+", page.freeze_panes)[0]) - 1
    head, *rows = page.iter_rows(min_row=top, values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def charts(content: bytes) -> list[dict[str, tuple[str, str, str]]]:
    """The series of every chart: by name the cells of its name, its years and its values."""
    with ZipFile(io.BytesIO(content)) as package:
        names = sorted(n for n in package.namelist() if n.startswith("xl/charts/chart"))
        roots = [etree.fromstring(package.read(name)) for name in names]
    return [
        {
            one.findtext(f".//{CHART}tx//{CHART}v"): tuple(
                one.findtext(f"{CHART}{part}//{CHART}f") for part in ("tx", "xVal", "yVal")
            )
            for one in root.iter(f"{CHART}ser")
        }
        for root in roots
        if root.find(f".//{CHART}scatterChart") is not None
    ]


def at(book: Workbook, cells: str) -> list[object]:
    """The values of some cells: 'Sheet'!$A$1:$B$1."""
    sheet, _, place = cells.rpartition("!")
    left, top, right, bottom = range_boundaries(place.replace("$", ""))
    found = book[sheet[1:-1]].iter_rows(top, bottom, left, right, values_only=True)
    return [value for row in found for value in row]


def test_the_sheets_stand_in_the_order_in_which_they_are_read(book: Workbook):
    groups = ("ML", "PC", "CL", "DH", "CS", "HD", "NL")
    assert book.sheetnames == [
        "Mục lục",
        "Tổng hợp",
        "Bảng theo dõi",
        *(f"Biểu đồ {group}" for group in groups),
        "Mục tiêu và kế hoạch",
        "Số liệu và nguồn",
        "Định nghĩa",
        "Nguồn số liệu",
    ]


def test_the_first_sheet_leads_to_every_other_and_names_its_paper(brief: Brief, book: Workbook):
    cover = book["Mục lục"]
    assert f"{brief.finding}." in [cover.cell(row, 1).value for row in range(1, 6)]
    head = next(row for row in range(1, 10) if cover.cell(row, 1).value == "Trang tính")
    listed = list(cover.iter_rows(head + 1, cover.max_row))
    assert [row[0].value for row in listed] == book.sheetnames[1:]
    assert [row[0].hyperlink.location for row in listed] == [
        f"'{name}'!A1" for name in book.sheetnames[1:]
    ]
    sizes = {"8": "A3", "9": "A4"}
    across = {"landscape": "ngang", "portrait": "dọc"}
    for row in listed:
        paper = book[row[0].value].page_setup
        assert row[2].value.startswith(f"{sizes[str(paper.paperSize)]} {across[paper.orientation]}")


def test_a_long_list_is_printed_in_part_and_says_so(illustrative: Store):
    brief = brief_on(illustrative, as_of(illustrative), Selection(indicators=("ML02",)))
    book = load_workbook(io.BytesIO(as_workbook(brief)))
    page = book["MINH HỌA Số liệu và nguồn"]
    top = int(re.search(r"\d+", page.freeze_panes)[0]) - 1
    assert page.max_row > top + 40
    assert page.print_area.endswith(f"${top + 40}")
    told = f"có {counted(page.max_row - top)} dòng, bản in chỉ có 40 dòng đầu."
    assert any(str(page.cell(row, 1).value).endswith(told) for row in range(1, top))
    assert all(sheet.print_area for sheet in book.worksheets if "Tổng hợp" not in sheet.title)


def test_the_tracking_table_has_the_number_of_status_json(brief: Brief, book: Workbook):
    found = {line["Mã"]: line for line in lines(book["Bảng theo dõi"]) if line["Mã"]}
    told = {row["code"]: row for row in as_json(brief.board) if row["code"] in found}
    assert list(found) == PROGRAMME
    for code, row in told.items():
        rounded = brief.board.by_code[code].notation.rounded(row["latest"]["value"])
        assert found[code]["Thực hiện 2029"] == rounded
        assert found[code]["Đánh giá"] == brief.board.by_code[code].label


def test_every_figure_in_force_stands_with_where_it_came_from(published: Store):
    brief = brief_on(published, seen_on(published, date(2026, 6, 10)))
    found = lines(load_workbook(io.BytesIO(as_workbook(brief)))["Số liệu và nguồn"])
    areas = {area.code: area.short_name for area in brief.board.catalogue.areas}
    codes = {row.indicator.code for row in brief.rows}
    kept = observations_at(published, brief.board.as_of.version.number)
    wanted = {
        (o.indicator, areas[o.area], o.year, o.source, o.link or None, o.document or None): o.value
        for o in kept.itertuples()
        if o.indicator in codes and isfinite(o.value)
    }
    names = ("Mã", "Địa bàn", "Năm", "Nguồn", "Liên kết", "Văn bản")
    listed = {tuple(line[name] for name in names): line["Giá trị"] for line in found}
    assert {place: listed.get(place) for place in wanted} == pytest.approx(wanted)
    assert all(
        line["Phiên bản"] and line["Tệp"] and line["Dòng"]
        for line in found
        if line["Giá trị"] is not None
    )


def test_a_figure_by_area_and_breakdown_is_named_so(broken_down: Store):
    moment = as_of(broken_down, None, None)
    brief = brief_on(broken_down, moment)
    found = lines(load_workbook(io.BytesIO(as_workbook(brief)))["Số liệu và nguồn"])
    kept = observations_at(broken_down, moment.version.number)
    recorded = [line for line in found if line["Phiên bản"]]
    codes = {row.indicator.code for row in brief.rows}
    in_force = kept[kept.indicator.isin(codes) & (kept.year <= moment.year)]
    assert len(recorded) == len(in_force)
    assert len({line["Phân tổ"] for line in recorded}) == in_force.group.nunique() > 2


@pytest.mark.parametrize("codes", [("ML02", "DH13", "HD01", "NL14")])
def test_a_chart_draws_the_cells_of_its_sheet(filled: Store, codes: tuple[str, ...]):
    brief = brief_of(filled, *codes)
    content = as_workbook(brief)
    book = load_workbook(io.BytesIO(content))
    drawn = charts(content)
    assert len(drawn) == len(codes)
    for row, chart in zip(brief.rows, drawn, strict=True):
        shown = trajectory_of(brief.dossier(row))
        name, years, values = chart["Thực hiện"]
        assert at(book, name) == ["Thực hiện"]
        held = dict(zip(at(book, years), at(book, values), strict=True))
        points = {p.year: p.value for p in shown.judgement.points}
        assert {year: value for year, value in held.items() if value is not None} == points
        target = dict(zip(*(at(book, cells) for cells in chart["Mục tiêu"][1:]), strict=True))
        assert {y for y, value in target.items() if value is not None} <= {
            t.year for t in shown.targets
        }


def test_every_indicator_has_its_chart_or_its_words(brief: Brief, book: Workbook, content: bytes):
    told = [
        str(row[0])
        for page in book.worksheets
        if page.title.startswith("Biểu đồ")
        for row in page.iter_rows(values_only=True)
        if row[0]
    ]
    for row in brief.rows:
        assert len([each for each in told if each.startswith(f"{row.indicator.code} · ")]) == 1
        assert any(row.sentence in each for each in told)
    milestones = [row for row in brief.rows if row.indicator.kind == "milestone"]
    assert len(charts(content)) == len(brief.rows) - len(milestones)


def test_a_target_alone_makes_no_chart(published: Store):
    brief = brief_on(published, seen_on(published, date(2026, 11, 22)), Selection(groups=("ML",)))
    content = as_workbook(brief)
    assert len(charts(content)) == 1
    page = load_workbook(io.BytesIO(content))["Biểu đồ ML"]
    told = [str(row[0]) for row in page.iter_rows(values_only=True) if row[0]]
    assert any(line.startswith("ML03 · Số trường liên cấp quốc tế: Chưa có số") for line in told)


def test_counts_and_sums_of_the_overview_are_those_of_the_board(brief: Brief, book: Workbook):
    rows = list(book["Tổng hợp"].iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if row[0] == "Nhóm")
    sums = next(row for row in rows if row[0] == "Tổng cộng")
    counted = dict(zip(rows[head][1:], sums[1:], strict=True))
    assert counted["Tổng"] == len(PROGRAMME)
    assert counted["Nguy cơ"] == len([r for r in brief.rows if r.label.startswith("Có nguy cơ")])


def test_the_heads_of_the_overview_have_room_for_their_lines(book: Workbook):
    page = book["Tổng hợp"]
    head = next(row for row in range(1, 20) if page.cell(row, 1).value == "Nhóm")
    wrapped = [cell.value for cell in page[head] if len(str(cell.value or "")) > LETTERS]
    assert wrapped
    assert page.row_dimensions[head].height == 30


LETTERS = 10  # that a column of counts holds in one line


def test_targets_and_definitions_of_all_are_there(brief: Brief, book: Workbook):
    codes = {row.indicator.code for row in brief.rows}
    targets = [t for t in brief.board.catalogue.targets if t.indicator in codes]
    found = [(line["Mã"], line["Năm"]) for line in lines(book["Mục tiêu và kế hoạch"])]
    assert sorted(found) == sorted((t.indicator, t.year) for t in targets)
    defined = {line["Mã"]: line for line in lines(book["Định nghĩa"])}
    for row in brief.rows:
        said = dict(definition_lines(brief.board, row))
        kept = {name: defined[row.indicator.code][name] for name in said}
        assert kept == said


def test_every_sheet_names_its_data_and_numbers_its_printed_pages(brief: Brief, book: Workbook):
    for page in book.worksheets:
        top = [page.cell(row, 1).value for row in range(1, 6)]
        assert brief.version_line in top, page.title
        assert brief.version_line in page.oddFooter.left.text
        assert "&P/&N" in page.oddFooter.right.text
        upright = page.title.startswith("Biểu đồ")
        assert page.page_setup.orientation == ("portrait" if upright else "landscape")
        assert int(page.page_setup.paperSize) in (8, 9)


def test_numbers_are_shown_as_the_page_writes_them(brief: Brief, book: Workbook):
    page = book["Bảng theo dõi"]
    column = next(cell.column for cell in page[3] if cell.value == "Thực hiện 2029")
    rows = {page.cell(row, 2).value: page.cell(row, column) for row in range(4, page.max_row + 1)}
    for row in brief.rows:
        decimals = row.value(row.judgement.latest).partition(",")[2]
        wanted = len(re.match(r"\d*", decimals)[0]) if row.indicator.kind != "milestone" else 0
        code = "#,##0." + "0" * wanted if wanted else "#,##0"
        assert rows[row.indicator.code].number_format == code


def test_made_up_figures_are_marked_on_every_sheet_and_row(illustrative: Store):
    brief = brief_on(illustrative, as_of(illustrative), Selection(groups=("HD",)))
    for page in load_workbook(io.BytesIO(as_workbook(brief))).worksheets:
        assert page.title.startswith("MINH HỌA ")
        assert page["A1"].value.startswith(MARK)
        assert MARK in page.oddHeader.right.text
        if not page.title.startswith(("MINH HỌA Biểu đồ", "MINH HỌA Tổng hợp", "MINH HỌA Mục lục")):
            assert all(MARK in line.values() for line in lines(page) if len(set(line.values())) > 2)


def test_a_workbook_of_made_up_figures_says_so_in_its_properties(illustrative: Store):
    content = as_workbook(brief_on(illustrative, as_of(illustrative), Selection(groups=("HD",))))
    told = load_workbook(io.BytesIO(content)).properties
    assert (told.subject, told.keywords, told.category) == (MARK, MARK, MARK)


def test_whatever_an_indicator_is_called_the_workbook_is_valid(
    own: Store, tmp_path: Path, assert_valid_xlsx: IsValid
):
    known = catalogue_at(own, latest(own).number)
    indicators = tuple(replace(i, name=NASTY) if i.code == "ML02" else i for i in known.indicators)
    record_catalogue(own, replace(known, indicators=indicators), "Lan", kind="setting")
    record(own, *series("ML02", FORTY_YEARS), *series("DH13", "2026 0; 2027 10000000"))
    record(own, figure("HD02", 2026, -3.5, source=NASTY, note="Tên\x00 lạ\x0b" + "dài " * 90))
    out = tmp_path / "a.xlsx"
    out.write_bytes(as_workbook(brief_of(own, "ML02", "DH13", "HD02", "CL06", "HD01")))
    assert_valid_xlsx(out)
    book = load_workbook(out)
    assert {line["Chỉ tiêu"] for line in lines(book["Định nghĩa"]) if line["Mã"] == "ML02"} == {
        NASTY
    }
    cells = [c for page in book.worksheets for row in page.iter_rows() for c in row]
    assert not [cell for cell in cells if cell.data_type in ("f", "e")]
    assert -3.5 in [cell.value for cell in cells]


def test_a_workbook_of_the_whole_programme_is_valid(
    content: bytes, tmp_path: Path, assert_valid_xlsx: IsValid
):
    out = tmp_path / "a.xlsx"
    out.write_bytes(content)
    assert_valid_xlsx(out)


def test_steps_are_told_and_a_stop_is_heard(brief: Brief):
    heard: list[tuple[int, int]] = []
    as_workbook(brief, lambda done, of: heard.append((done, of)))
    count = len(sheet_makers(brief))
    assert heard == [(step, count) for step in range(count + 1)]

    def stop(done: int, _of: int) -> None:
        if done == 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        as_workbook(brief, stop)


@pytest.mark.office
def test_two_indicators_are_drawn_with_their_sources_on_one_page(
    illustrative: Store, tmp_path: Path
):
    brief = brief_on(illustrative, as_of(illustrative), Selection(indicators=("ML02", "ML03")))
    out = tmp_path / "a.xlsx"
    out.write_bytes(as_workbook(brief))
    told = text(as_pdf(out)).split("\f")
    drawn = [page for page in told if "BIỂU ĐỒ, Mạng lưới" in page]
    # In the legend of each and in the table below it.
    assert [(page.count("Lộ trình cần"), page.count("Nguồn: ")) for page in drawn] == [(4, 2)]


@pytest.mark.office
def test_libreoffice_draws_every_sheet(filled: Store, tmp_path: Path):
    brief = brief_of(filled, "ML02", "ML04", "HD01")
    out = tmp_path / "a.xlsx"
    out.write_bytes(as_workbook(brief))
    pdf = as_pdf(out)
    drawn = pages(pdf, 40)
    across = [picture.width > picture.height for picture in drawn]
    assert across == [True, True, True, False, False, True, True, True, True]
    words = text(pdf)
    for row in brief.rows:
        assert set(row.label.split()) <= set(words.split())
    lines_drawn = ImageColor.getrgb(LIGHT.actual)
    for page in (3, 4):
        assert lines_drawn in [color for _, color in drawn[page].getcolors(1 << 20)]
