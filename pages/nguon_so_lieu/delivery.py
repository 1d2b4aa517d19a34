"""What has come and what is missing: agencies against reports, or one agency's indicators."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from indicators.board.board import Board, Row
from indicators.board.reporting import Due, coming, dues_passed, led_by
from indicators.wording.firmness import PERIOD_NAMES
from indicators.wording.numbers import day
from pages.parts.links import Links
from pages.parts.templates import blocks

DELIVERY = blocks("nguon_so_lieu/delivery.html")
NOTICE = blocks("parts/notice.html")
# Before a year: "Năm 2029", "9 tháng 2029".
BEFORE_YEAR = {**PERIOD_NAMES, "nam": "Năm"}
MISSING = "thieu"
OF_NATION = "Số liệu cả nước lấy từ nguồn công bố, không do cơ quan của thành phố báo cáo."


class Count(NamedTuple):
    """How many figures have come, of how many, the share of them, and what is missing in words."""

    came: int
    of: int
    share: str
    missing: str


def delivery(board: Board, agency: str | None, links: Links) -> Markup:
    """Show what has come and what is missing, with the next date."""
    if board.scope == "national":
        return NOTICE.quiet(OF_NATION)
    dues = dues_passed(board)
    if not dues:
        table = DELIVERY.none_due()
    elif agency:
        table = of_agency(board, agency, dues, links)
    else:
        table = of_all(board, dues, links)
    return table + NOTICE.quiet(coming(board))


def of_all(board: Board, dues: Sequence[Due], links: Links) -> Markup:
    """Show a line an agency: how many figures of each report have come, of how many.

    Every count leads to the agency's indicators.
    """
    lines = [
        (name, links.sources(name, MISSING), counts(rows, dues)) for name, rows in led_by(board)
    ]
    columns = heads("Cơ quan chủ trì", dues)
    return DELIVERY.agencies(columns, lines, counts(board.programme, dues))


def heads(first: str, dues: Sequence[Due]) -> list[tuple[str, ...]]:
    """Head the columns with the reports and their dates."""
    reports = [
        (f"{BEFORE_YEAR[due.period]} {due.year}", "n", f"hạn {day(due.day)}") for due in dues
    ]
    return [(first, ""), *reports]


def counts(rows: Sequence[Row], dues: Sequence[Due]) -> list[Count]:
    """Count what has come of each report."""
    return [count(rows, due) for due in dues]


def count(rows: Sequence[Row], due: Due) -> Count:
    """Count what has come of one report."""
    came = sum(due.met_by(row) for row in rows)
    left = len(rows) - came
    return Count(came, len(rows), f"{came / len(rows):.3f}", f"thiếu {left}" if left else "đủ")


def of_agency(board: Board, agency: str, dues: Sequence[Due], links: Links) -> Markup:
    """Show a line for each indicator that an agency leads: which reports have its figure."""
    rows = dict(led_by(board)).get(agency)
    if not rows:
        return DELIVERY.none_led()
    lines = [
        (row.indicator, links.indicator(row.indicator.code), [due.met_by(row) for due in dues])
        for row in rows
    ]
    return DELIVERY.indicators(heads("Chỉ tiêu", dues), lines, counts(rows, dues))
