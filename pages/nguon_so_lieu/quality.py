"""What is to be known of the figures held: differing sums, not final in time, breaks, no link."""

from collections.abc import Sequence
from html import escape

from indicators.board.board import Board
from indicators.figures.rollup import Difference
from indicators.quality.remarks import Quality
from indicators.quality.sources import Source
from indicators.store.sources import Marked, SourceMark
from indicators.wording.notation import notation_of
from indicators.wording.numbers import counted
from pages.nguon_so_lieu.tables import codes, listed, source_table
from pages.parts.links import Links

SHOWN = 60
AREAS = 3  # names on a line; more are counted
# What a mark is called and what it means.
MARKS: dict[SourceMark, tuple[str, str]] = {
    "unsettled": (
        "Chưa chính thức dù đã quá kỳ",
        "Số cả năm vẫn ghi là ước hoặc sơ bộ sau hạn báo cáo 6 tháng của năm sau (mốc này là đề "
        "xuất); cần số chính thức.",
    ),
    "back_cast": (
        "Quy đổi ngược",
        "Số của địa bàn hiện nay cho các năm trước sáp nhập, do nguồn tự tính lại.",
    ),
    "break": (
        "Gián đoạn chuỗi",
        "Từ năm này định nghĩa hoặc mẫu số thay đổi; không so với các năm trước.",
    ),
}


def quality_remarks(found: Quality, board: Board, links: Links) -> str:
    """Show every remark with its figures, and name those there is no cause for."""
    shown, absent = [], []
    for name, count, body in (
        differing(found.differing, board, links),
        *(marked(mark, found.marked, board, links) for mark in MARKS),
        unlinked(found.unlinked, links),
    ):
        if count:
            title = f"<summary><b>{name}</b> <small>{counted(count)} số liệu</small></summary>"
            shown.append(f'<details class="changes">{title}{body}</details>')
        else:
            absent.append(name[0].lower() + name[1:])
    none = f'<p class="quiet">Không có: {", ".join(absent)}.</p>' if absent else ""
    return "".join(shown) + none


def differing(found: Sequence[Difference], board: Board, links: Links) -> tuple[str, int, str]:
    """Show reported totals that are not what their parts add up to."""
    heads = (
        '<th scope="col">Chỉ tiêu</th><th scope="col" class="n">Năm</th>'
        '<th scope="col">Cộng theo</th><th scope="col" class="n">Số báo cáo</th>'
        '<th scope="col" class="n">Số cộng được</th>'
    )
    body = "".join(difference_line(each, board, links) for each in found[:SHOWN])
    told = "<p>Cả hai số đều được giữ; số báo cáo được dùng để đánh giá.</p>"
    left = len(found) - SHOWN
    more = f"… và {left} trường hợp nữa." if left > 0 else ""
    name = "Số báo cáo khác số cộng từ các phần"
    return name, len(found), told + listed("quality", heads, body, more)


def difference_line(each: Difference, board: Board, links: Links) -> str:
    """Show one difference in the indicator's own notation."""
    whole = each.whole
    indicator = board.catalogue.indicators_by_code[whole.indicator]
    written = notation_of(indicator, ())
    return (
        f"<tr><td>{codes([whole.indicator], links)} {escape(indicator.short_name)}</td>"
        f'<td class="n">{whole.year}</td><td>{escape(whole.dimension)}</td>'
        f'<td class="n">{escape(written.value(each.reported))}</td>'
        f'<td class="n">{escape(written.value(whole.value))}</td></tr>'
    )


def marked(
    mark: SourceMark, found: Sequence[Marked], board: Board, links: Links
) -> tuple[str, int, str]:
    """Show the figures with one mark, an indicator a line."""
    same = [each for each in found if each.mark == mark]
    heads = (
        '<th scope="col">Chỉ tiêu</th><th scope="col">Năm</th><th scope="col">Địa bàn</th>'
        '<th scope="col" class="n">Số liệu</th>'
    )
    body = "".join(marked_line(each, board, links) for each in same)
    name, meaning = MARKS[mark]
    table = listed("quality", heads, body)
    return name, sum(each.count for each in same), f"<p>{meaning}</p>{table}"


def marked_line(each: Marked, board: Board, links: Links) -> str:
    """Show the marked figures of one indicator."""
    name = board.catalogue.indicator_names.get(each.indicator, "")
    places = [board.catalogue.area_names.get(area, area) for area in each.areas]
    told = ", ".join(places) if len(places) <= AREAS else f"{len(places)} địa bàn"
    return (
        f"<tr><td>{codes([each.indicator], links)} {escape(name)}</td>"
        f"<td>{', '.join(map(str, each.years))}</td><td>{escape(told)}</td>"
        f'<td class="n">{counted(each.count)}</td></tr>'
    )


def unlinked(found: Sequence[Source], links: Links) -> tuple[str, int, str]:
    """Show the sources that cannot be looked up."""
    told = "<p>Không tra lại được nguồn qua mạng; nên bổ sung liên kết hoặc số văn bản.</p>"
    return (
        "Nguồn không có liên kết",
        sum(each.figures for each in found),
        told + source_table(found, links),
    )
