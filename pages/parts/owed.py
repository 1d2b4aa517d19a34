"""Who owes figures, and when the next ones are due."""

from html import escape

from indicators.board.board import Board
from indicators.board.reporting import coming, last_due, owed, owed_count
from pages.parts.links import Links


def owed_note(board: Board, links: Links) -> str:
    """Tell how many figures of the last report are missing, by agency, and the next date."""
    if not board.programme:
        return ""
    if board.scope == "national":
        return (
            '<p class="quiet">Số liệu cả nước lấy từ nguồn công bố (UNDP, Ngân hàng Thế giới), '
            "không do cơ quan của thành phố báo cáo.</p>"
        )
    return f'{missing_note(board, links)}<p class="quiet">{escape(coming(board))}</p>'


def missing_note(board: Board, links: Links) -> str:
    """Count the figures that the last report still lacks, and list them by agency."""
    missing, told = owed(board, last_due(board.catalogue, board.as_of.day)), owed_count(board)
    if not missing:
        return f'<p class="quiet">{escape(told)}</p>'
    agencies = "".join(
        f"<li><b>{escape(agency)}</b> ({len(codes)}): {linked(codes, links)}</li>"
        for agency, codes in missing.items()
    )
    return (
        f"<details><summary>{escape(told)} Xem theo cơ quan chủ trì</summary>"
        f"<ul>{agencies}</ul></details>"
    )


def linked(codes: list[str], links: Links) -> str:
    """Link indicators by code."""
    return ", ".join(f'<a href="{escape(links.indicator(code))}">{code}</a>' for code in codes)
