"""Who owes figures, and when the next ones are due."""

from html import escape

from indicators.board import Board
from indicators.reporting import Due, last_due, next_due, owed
from indicators.wording.numbers import day
from pages.parts.addresses import Parameters, indicator_address


def owed_note(board: Board, kept: Parameters) -> str:
    """Tell how many figures of the last report are missing, by agency, and the next date."""
    if board.scope == "national":
        return (
            '<p class="quiet">Số liệu cả nước lấy từ nguồn công bố (UNDP, Ngân hàng Thế giới), '
            "không do cơ quan của thành phố báo cáo.</p>"
        )
    passed = last_due(board.catalogue, board.as_of.day)
    missing = owed(board, passed)
    count = sum(len(codes) for codes in missing.values())
    agencies = "".join(
        f"<li><b>{escape(agency)}</b> ({len(codes)}): {links(codes, kept)}</li>"
        for agency, codes in missing.items()
    )
    summary = (
        f"{report_line(board, passed)}: {count}/{len(board.programme)} chỉ tiêu chưa có số liệu."
    )
    return (
        f"<details><summary>{escape(summary)} Xem theo cơ quan chủ trì</summary>"
        f"<ul>{agencies}</ul></details>"
        f'<p class="quiet">{escape(coming(board))}</p>'
    )


def report_line(board: Board, passed: Due) -> str:
    """Name the last report and how long its date has passed."""
    late = (board.as_of.day - passed.day).days
    name = f"{passed.name[0].upper()}{passed.name[1:]}"
    return f"{name} (hạn {day(passed.day)}, đã qua {late} ngày)"


def coming(board: Board) -> str:
    """Name the next reporting date."""
    due = next_due(board.catalogue, board.as_of.day)
    return f"Kỳ tới: {due.name}, hạn {day(due.day)} (ngày báo cáo là đề xuất)."


def links(codes: list[str], kept: Parameters) -> str:
    """Link indicators by code."""
    return ", ".join(
        f'<a href="{escape(indicator_address(code, kept))}">{code}</a>' for code in codes
    )
