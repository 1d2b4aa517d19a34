"""Page, CSV, workbook, slides, report and JSON give one and the same number."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
from openpyxl import load_workbook

from indicators.board import Board, assess
from indicators.board_json import as_json
from indicators.briefing.brief import brief_on
from indicators.briefing.slides import as_pptx
from indicators.briefing.spreadsheets import as_csv
from indicators.briefing.tables import tracking_sheet
from indicators.briefing.workbooks import as_xlsx
from indicators.store.connection import Store
from pages.parts.tracking_table import tracking_table
from tests.briefing.presentation import slides_of, tables
from tests.briefing.written import cells, opened, written
from tests.filling import filled_store
from tests.planning import send_plans
from tests.recording import seen_on

LATEST = 2029  # the last year of the figures
PLANS = ("ML02;82", "DH13;188", "DH17;220")
CELLS = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)


@pytest.fixture(scope="module")
def board(filled: Store) -> Board:
    return assess(filled, seen_on(filled, date(LATEST, 6, 10)))


def on_page(board: Board) -> dict[str, str]:
    """The column of the last year by code; '*' marks what is not final."""
    return {code: cells[6].partition("<br>")[0].rstrip("*") for code, cells in lines_of(board)}


def lines_of(board: Board) -> list[tuple[str, list[str]]]:
    """Code and cells of every indicator on the page."""
    lines = tracking_table(board, list(board.programme), {}).split("<tr>")
    cells = [[unescape(c) for c in CELLS.findall(line)] for line in lines if "<td" in line]
    return [(re.search(r"[A-Z]{2}\d\d", c[1])[0], c) for c in cells]


def below(cell: str) -> str:
    """What stands small below a figure of the page."""
    return cell.partition("<br><small>")[2].removesuffix("</small>")


def value_of(text: str) -> float:
    """Read a number that is written in Vietnamese."""
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


def in_csv(board: Board) -> dict[str, float]:
    rows = rows_in_csv(board)
    return {code: float(row[f"Thực hiện {LATEST}"]) for code, row in rows.items()}


def rows_in_csv(board: Board) -> dict[str, dict[str, str]]:
    text = as_csv(tracking_sheet(board, list(board.programme))).decode("utf-8-sig")
    return {row["Mã"]: row for row in csv.DictReader(io.StringIO(text)) if row["Mã"]}


def in_workbook(board: Board) -> dict[str, float]:
    book = load_workbook(io.BytesIO(as_xlsx([tracking_sheet(board, list(board.programme))])))
    rows = list(book.active.iter_rows(min_row=3, values_only=True))
    column = rows[0].index(f"Thực hiện {LATEST}")
    return {row[1]: row[column] for row in rows[1:] if row[1]}


def on_slides(store: Store, board: Board) -> tuple[dict[str, str], dict[str, str]]:
    """The last year in the tables, and the last value on the slide of each indicator, by code."""
    slides = slides_of(as_pptx(brief_on(store, board.as_of)))
    tabled = {
        line[0]: line[head.index(str(LATEST))].rstrip("*")
        for slide in slides
        for head, *lines in tables(slide)
        if "Kỳ gốc" in head
        for line in lines
    }
    facts = [
        {s.name: s.text_frame.text for s in slide.shapes if s.has_text_frame} for slide in slides
    ]
    told = {each["Nhóm"][-4:]: each["Mới nhất"] for each in facts if "Mới nhất" in each}
    return tabled, told


def in_report(store: Store, board: Board) -> dict[str, str]:
    """The column of the last year of the appendix, as it is written."""
    [table] = [
        table
        for table in opened(written(brief_on(store, board.as_of))).tables
        if any(cell.text.startswith(f"TH {LATEST}") for cell in table.rows[0].cells)
    ]
    head, *rows = cells(table)
    [column] = [n for n, text in enumerate(head) if text.startswith(f"TH {LATEST}")]
    figures = {row[1][:4]: row[column].split("\n")[0] for row in rows if len(row) > 1}
    return {code: figure.rstrip("*") for code, figure in figures.items()}


def in_json(board: Board) -> dict[str, float]:
    latest = {row["code"]: row["latest"]["value"] for row in as_json(board) if row["latest"]}
    return {code: board.by_code[code].notation.rounded(value) for code, value in latest.items()}


def test_every_figure_is_the_same_number_everywhere(board: Board):
    page = {code: value_of(text) for code, text in on_page(board).items()}
    assert len(page) == 75
    assert page == in_csv(board) == in_workbook(board) == in_json(board)


def test_slides_write_every_figure_as_the_page_does(filled: Store, board: Board):
    tabled, told = on_slides(filled, board)
    assert tabled == on_page(board)
    for row in board.programme:
        value = row.value(row.judgement.latest)
        assert told[row.indicator.code].splitlines()[1].casefold() == value.casefold()


@pytest.fixture(scope="module")
def planned_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    store = filled_store(tmp_path_factory.mktemp("planned") / "board.duckdb")
    send_plans(store, *PLANS, head=f"ma_chi_tieu;KH {LATEST}")
    yield assess(store, seen_on(store, date(LATEST, 6, 10)))
    store.close()


def test_plan_and_year_before_are_the_same_numbers_everywhere(planned_board: Board):
    """TH/KH and so cùng kỳ of a count, a share and a rank."""
    page = {
        code: (below(cells[7]), below(cells[6]))
        for code, cells in lines_of(planned_board)
        if code in ("DH13", "ML02", "DH17")
    }
    assert page == {
        "ML02": ("−0,4 điểm", "+3,4 điểm"),
        "DH13": ("92,6%", "+11,5%"),
        "DH17": ("kém 2 bậc", "tăng 22 bậc"),
    }
    rows = rows_in_csv(planned_board)
    names = ("TH/KH (%)", "Chênh so với KH", "So với kế hoạch", "So cùng kỳ (%)", "Chênh cùng kỳ")
    assert {code: [rows[code][name] for name in names] for code in page} == {
        "ML02": ["", "-0.4", "chưa đạt kế hoạch", "", "3.4"],
        "DH13": ["92.6", "-14.0", "chưa đạt kế hoạch", "11.5", "18.0"],
        "DH17": ["", "2.0", "chưa đạt kế hoạch", "", "-22.0"],
    }
    told = {row["code"]: row for row in as_json(planned_board) if row["code"] in page}
    shares = {code: [p["difference"] for p in row["plans"]] for code, row in told.items()}
    assert shares == {"ML02": [pytest.approx(-0.4)], "DH13": [-14.0], "DH17": [2.0]}
    assert told["DH13"]["plans"][0]["ratio"] == pytest.approx(174 / 188)
    assert told["DH13"]["year_on_year"]["ratio"] == pytest.approx(174 / 156)


def test_the_report_writes_every_figure_as_the_page_does(filled: Store, board: Board):
    assert in_report(filled, board) == on_page(board)
