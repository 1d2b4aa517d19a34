"""Who owes figures, and when the next ones are due."""

from html import escape

from indicators.board import Board
from indicators.reporting import coming, last_due, owed, report_line
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


def links(codes: list[str], kept: Parameters) -> str:
    """Link indicators by code."""
    return ", ".join(
        f'<a href="{escape(indicator_address(code, kept))}">{code}</a>' for code in codes
    )
