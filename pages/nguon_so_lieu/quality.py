"""What is to be known of the figures held: differing sums, not final in time, breaks, no link."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators.board.board import Board
from indicators.figures.rollup import Difference
from indicators.quality.remarks import Quality
from indicators.quality.sources import Source
from indicators.store.sources import Marked, SourceMark
from indicators.wording.notation import notation_of
from indicators.wording.numbers import counted
from pages.nguon_so_lieu.tables import SHOWN, left, source_table
from pages.parts.links import Links
from pages.parts.templates import blocks

QUALITY = blocks("nguon_so_lieu/quality.html")
AREAS = 3  # names on a line; more are counted
# What a mark is called and what it means.
MARKS: dict[SourceMark, tuple[str, str]] = {
    "unsettled": (
        "Vẫn là số ước, sơ bộ dù đã quá kỳ",
        "Số cả năm vẫn ghi là ước hoặc sơ bộ sau hạn báo cáo 6 tháng của năm sau (mốc này là đề "
        "xuất); cần số chính thức.",
    ),
    "back_cast": (
        "Tính lại theo địa giới mới",
        "Số của địa bàn hiện nay cho các năm trước sáp nhập, do nguồn tự tính lại.",
    ),
    "break": (
        "Gián đoạn chuỗi",
        "Từ năm này định nghĩa hoặc mẫu số thay đổi; không so với các năm trước.",
    ),
}

Remark = tuple[str, int, Markup]
"""What is remarked, of how many figures, and the part that shows them."""


def quality_remarks(found: Quality, board: Board, links: Links) -> Markup:
    """Show every remark with its figures, and name those there is no cause for."""
    remarks = [
        differing(found.differing, board, links),
        *(marked(mark, found.marked, board, links) for mark in MARKS),
        unlinked(found.unlinked, links),
    ]
    shown = [(name, counted(count), body) for name, count, body in remarks if count]
    absent = [name[0].lower() + name[1:] for name, count, _ in remarks if not count]
    return QUALITY.remarks(shown, ", ".join(absent))


def differing(found: Sequence[Difference], board: Board, links: Links) -> Remark:
    """Show reported totals that are not what their parts add up to."""
    lines = [difference_line(each, board, links) for each in found[:SHOWN]]
    table = QUALITY.differing(lines, left(found, "trường hợp"))
    return "Số báo cáo khác số cộng từ các phần", len(found), table


def difference_line(each: Difference, board: Board, links: Links) -> tuple[object, ...]:
    """Give one difference in the indicator's own notation."""
    indicator = board.catalogue.indicators_by_code[each.whole.indicator]
    written = notation_of(indicator, ())
    return (
        links.indicator(indicator.code),
        indicator.short_name,
        each.whole,
        written.value(each.reported),
        written.value(each.added),
    )


def marked(mark: SourceMark, found: Sequence[Marked], board: Board, links: Links) -> Remark:
    """Show the figures with one mark, an indicator a line."""
    same = [each for each in found if each.mark == mark]
    name, meaning = MARKS[mark]
    table = QUALITY.marked(meaning, [marked_line(each, board, links) for each in same])
    return name, sum(each.count for each in same), table


def marked_line(each: Marked, board: Board, links: Links) -> tuple[str, ...]:
    """Give the marked figures of one indicator: which, when, where and how many."""
    places = [board.catalogue.area_names.get(area, area) for area in each.areas]
    return (
        links.indicator(each.indicator),
        each.indicator,
        board.catalogue.indicator_names.get(each.indicator, ""),
        ", ".join(map(str, each.years)),
        ", ".join(places) if len(places) <= AREAS else f"{len(places)} địa bàn",
        counted(each.count),
    )


def unlinked(found: Sequence[Source], links: Links) -> Remark:
    """Show the sources that cannot be looked up."""
    table = QUALITY.unlinked(source_table(found, links))
    return "Nguồn không có liên kết", sum(each.figures for each in found), table
