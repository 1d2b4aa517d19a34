"""The page of comparisons before anything is chosen: what is worth comparing."""

from html import escape

from indicators.board.board import Board, Row
from indicators.comparison.suggestions import Suggestion, alike_in, splittable
from indicators.store.connection import Store
from pages.parts.comparison_links import alike_links, way_links
from pages.parts.links import Links

TITLE = "So sánh các chỉ tiêu, địa bàn, phân tổ"
LEAD = (
    "Chọn từ hai đến sáu chỉ tiêu để đặt cạnh nhau, hoặc một chỉ tiêu để xem theo địa bàn, "
    "theo cấp học, loại hình và các phân tổ khác đã có số liệu."
)


def comparison_head() -> str:
    """Say what can be done here."""
    return f'<h1>{TITLE}</h1><p class="lead">{LEAD}</p>'


def comparison_index(store: Store, board: Board, links: Links) -> str:
    """List what can be put side by side: parts of one indicator, and indicators counted alike."""
    split = splittable(store, board)
    parts = "".join(split_line(row, ways, links) for row, ways in split)
    groups = "".join(
        alike_line(group.name, alike_in(rows), links) for group, rows in board.groups()
    )
    one = f'<h2>Một chỉ tiêu theo địa bàn, phân tổ</h2><ul class="pairs">{parts}</ul>'
    many = f'<h2>Các chỉ tiêu cùng nhóm</h2><ul class="pairs">{groups}</ul>'
    return f"{many}{one if split else ''}"


def alike_line(name: str, offered: list[Suggestion], links: Links) -> str:
    """List the comparisons of one group."""
    choices = alike_links(offered, links, with_codes=True)
    return f"<li><b>{escape(name)}</b><span>{choices}</span></li>" if choices else ""


def split_line(row: Row, ways: tuple[str, ...], links: Links) -> str:
    """List the ways to compare one indicator with itself."""
    i = row.indicator
    name = f"<small>{i.code}</small> {escape(i.short_name)}"
    return f"<li><b>{name}</b><span>{way_links(i.code, ways, links)}</span></li>"
