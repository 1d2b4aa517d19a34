"""What has come and what is missing: agencies against reports, or one agency's indicators."""

from collections.abc import Sequence
from html import escape

from indicators.board.board import Board, Row
from indicators.board.reporting import Due, coming, dues_passed, led_by
from indicators.wording.numbers import day
from pages.nguon_so_lieu.tables import listed
from pages.parts.links import Links

PERIODS = {"nam": "Năm", "9t": "9 tháng", "6t": "6 tháng"}
MISSING = "thieu"


def delivery(board: Board, agency: str | None, links: Links) -> str:
    """Show what has come and what is missing, with the next date."""
    if board.scope == "national":
        return (
            '<p class="quiet">Số liệu cả nước lấy từ nguồn công bố, không do cơ quan của thành phố '
            "báo cáo.</p>"
        )
    dues = dues_passed(board)
    next_report = f'<p class="quiet">{escape(coming(board))}</p>'
    if not dues:
        return f"<p>Chưa qua hạn báo cáo nào.</p>{next_report}"
    table = of_agency(board, agency, dues, links) if agency else of_all(board, dues, links)
    return table + next_report


def of_all(board: Board, dues: Sequence[Due], links: Links) -> str:
    """Show a line an agency: how many figures of each report have come, of how many."""
    body = "".join(agency_line(name, rows, dues, links) for name, rows in led_by(board))
    whole = "".join(f'<td class="n">{counted(board.programme, due)}</td>' for due in dues)
    total = f'<tr class="group"><th scope="row">Tất cả</th>{whole}</tr>'
    return listed("delivery", heads("Cơ quan chủ trì", dues), body + total)


def heads(first: str, dues: Sequence[Due]) -> str:
    """Head the columns with the reports and their dates."""
    columns = "".join(
        f'<th scope="col" class="n">{PERIODS[due.period]} {due.year}<br>'
        f"<small>hạn {day(due.day)}</small></th>"
        for due in dues
    )
    return f'<th scope="col">{first}</th>{columns}'


def agency_line(name: str, rows: Sequence[Row], dues: Sequence[Due], links: Links) -> str:
    """Show one agency; every count leads to its indicators."""
    where = escape(links.sources(name, MISSING))
    cells = "".join(
        f'<td class="n"><a href="{where}">{counted(rows, due)}</a></td>' for due in dues
    )
    return f'<tr><th scope="row"><a href="{where}">{escape(name)}</a></th>{cells}</tr>'


def counted(rows: Sequence[Row], due: Due) -> str:
    """Write how many have come, of how many, and how many are missing, with a small bar."""
    came = sum(due.met_by(row) for row in rows)
    left = len(rows) - came
    missing = f"thiếu {left}" if left else "đủ"
    return (
        f'<span class="came" style="--came:{came / len(rows):.3f}"><b>{came}/{len(rows)}</b> '
        f"<small>{missing}</small></span>"
    )


def of_agency(board: Board, agency: str, dues: Sequence[Due], links: Links) -> str:
    """Show a line for each indicator that an agency leads."""
    rows = dict(led_by(board)).get(agency)
    if not rows:
        return "<p>Cơ quan này không chủ trì chỉ tiêu nào của chương trình.</p>"
    body = "".join(indicator_line(row, dues, links) for row in rows)
    whole = "".join(f'<td class="n">{counted(rows, due)}</td>' for due in dues)
    total = f'<tr class="group"><th scope="row">Tất cả</th>{whole}</tr>'
    return listed("delivery", heads("Chỉ tiêu", dues), body + total)


def indicator_line(row: Row, dues: Sequence[Due], links: Links) -> str:
    """Show for one indicator which reports have its figure."""
    i = row.indicator
    cells = "".join(
        '<td class="n has">đã có</td>' if due.met_by(row) else '<td class="n lacks">thiếu</td>'
        for due in dues
    )
    where = escape(links.indicator(i.code))
    name = f"<small>{i.code}</small> {escape(i.short_name)}"
    return f'<tr><th scope="row"><a href="{where}">{name}</a></th>{cells}</tr>'
