"""Page, CSV, workbook and JSON give one and the same number."""

import csv
import io
import re
from datetime import date
from html import unescape

import pytest
from openpyxl import load_workbook

from indicators.board import Board, assess
from indicators.board_json import as_json
from indicators.briefing.spreadsheets import as_csv, as_xlsx
from indicators.briefing.tables import tracking_sheet
from indicators.store.connection import Store
from pages.parts.tracking_table import tracking_table
from tests.recording import seen_on

LATEST = 2029  # the last year of the figures
CELLS = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)


@pytest.fixture(scope="module")
def board(filled: Store) -> Board:
    return assess(filled, seen_on(filled, date(LATEST, 6, 10)))


def on_page(board: Board) -> dict[str, str]:
    """The column of the last year by code; '*' marks what is not final."""
    lines = tracking_table(board, list(board.programme), {}).split("<tr>")
    cells = [CELLS.findall(line) for line in lines if "<small>" in line]
    return {re.search(r"[A-Z]{2}\d\d", c[1])[0]: unescape(c[6]).rstrip("*") for c in cells}


def in_csv(board: Board) -> dict[str, float]:
    text = as_csv(tracking_sheet(board, list(board.programme))).decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text))
    return {row["Mã"]: float(row[f"Thực hiện {LATEST}"]) for row in rows if row["Mã"]}


def in_workbook(board: Board) -> dict[str, float]:
    book = load_workbook(io.BytesIO(as_xlsx([tracking_sheet(board, list(board.programme))])))
    rows = list(book.active.iter_rows(min_row=3, values_only=True))
    column = rows[0].index(f"Thực hiện {LATEST}")
    return {row[1]: row[column] for row in rows[1:] if row[1]}


def in_json(board: Board) -> dict[str, float]:
    latest = {row["code"]: row["latest"]["value"] for row in as_json(board) if row["latest"]}
    return {code: board.by_code[code].notation.rounded(value) for code, value in latest.items()}


def test_every_figure_is_the_same_number_everywhere(board: Board):
    page = {
        code: float(text.replace(".", "").replace(",", ".").replace("−", "-"))
        for code, text in on_page(board).items()
    }
    assert len(page) == 75
    assert page == in_csv(board) == in_workbook(board) == in_json(board)
