"""The tracking table as one block of HTML, and the list of what needs attention."""

from html import escape

from indicators.board.board import Board, Row
from indicators.board.tracking import TARGET_YEARS, TrackingRow, actual_years, tracking_rows
from indicators.catalogue.records import Group
from indicators.charts.sparkline import sparkline
from indicators.wording.numbers import NONE
from pages.parts.badges import chip
from pages.parts.links import Links

FIRST_CALLS = 10  # the rest opens at a touch, so that the table is not far down


def tracking_table(board: Board, rows: list[Row], links: Links) -> str:
    """Show rows of the board under group headings."""
    wanted = {row.indicator.code for row in rows}
    body, items = "", []
    for group, members in board.groups():
        chosen = [row for row in members if row.indicator.code in wanted]
        if chosen:
            shown = tracking_rows(board, chosen)
            items += shown
            body += group_line(group, links)
            body += "".join(line(item, board, links) for item in shown)
    table = f'<table class="tracking">{heads(board, items)}<tbody>{body}</tbody></table>'
    return f'<div class="scroll" tabindex="0">{table}</div>'


def group_line(group: Group, links: Links) -> str:
    """Head the rows of a group."""
    name = f'<a href="{escape(links.group(group.code))}">{escape(group.name)}</a>'
    return f'<tr class="group"><th colspan="14">{name}</th></tr>'


def heads(board: Board, items: list[TrackingRow]) -> str:
    """Head the table; what stands small below a figure is named where there is any."""
    years = actual_years(board)
    compared = {i.newest.year for i in items if i.newest and i.against_before}
    share = below("TH/KH") if any(item.against_plan for item in items) else ""
    first = [("TT", "n"), ("Chỉ tiêu", ""), ("ĐVT", ""), ("Kỳ gốc", "n")]
    last = [(f"KH {years[-1]}{share}", "n"), *((f"Mục tiêu {year}", "") for year in TARGET_YEARS)]
    last += [("Cần mỗi năm", "n"), ("Xu thế", ""), ("Đánh giá", ""), ("Cơ quan chủ trì", "")]
    actuals = [
        (f"TH {year}{below('so cùng kỳ') if year in compared else ''}", "n") for year in years
    ]
    cells = "".join(
        f'<th scope="col" class="{side}">{name}</th>' for name, side in (*first, *actuals, *last)
    )
    return f"<thead><tr>{cells}</tr></thead>"


def below(text: str) -> str:
    """Put a small line below a figure or a heading; nothing for nothing."""
    return f"<br><small>{escape(text)}</small>" if text else ""


def line(item: TrackingRow, board: Board, links: Links) -> str:
    """Show one indicator."""
    row, i = item.row, item.row.indicator
    agencies = board.catalogue.agency_names
    actuals = "".join(
        f'<td class="n">{escape(item.text(p))}{below(item.change_text(p))}</td>'
        for p in item.actuals
    )
    targets = "".join(f"<td>{escape(text)}</td>" for text in item.targets)
    return (
        f'<tr><td class="n">{item.position}</td>'
        f'<td><a href="{escape(links.indicator(i.code))}"><small>{i.code}</small> '
        f"{escape(i.name)}</a></td><td>{escape(row.notation.unit) or NONE}</td>"
        f'<td class="n">{escape(item.text(item.baseline))}{base_year(item)}</td>{actuals}'
        f'<td class="n">{escape(item.plan_text())}{below(item.share_text())}</td>{targets}'
        f'<td class="n">{escape(item.needed_text)}</td><td>{trend(row)}</td>'
        f"<td>{chip(row.status)}</td>"
        f'<td title="{escape(i.lead)}">{escape(agencies[i.lead])}</td></tr>'
    )


def base_year(item: TrackingRow) -> str:
    """Name the year of the baseline."""
    return below(f"({item.baseline.year})") if item.baseline else ""


def trend(row: Row) -> str:
    """Show the small trend line of a row."""
    picture = sparkline(row.judgement.points)
    if picture is None:
        return NONE
    first, last = row.judgement.points[0], row.judgement.points[-1]
    words = f"Từ {row.value(first)} năm {first.year} đến {row.value(last)} năm {last.year}"
    return f'<img src="{picture}" alt="{escape(words)}" width="88" height="22">'


def attention_list(board: Board, links: Links) -> str:
    """List what needs attention, the worst first, with sentence and lead agency."""
    if not board.attention:
        return (
            "<p>Chưa có chỉ tiêu nào bị đánh giá chậm, ngược chiều, có nguy cơ hoặc không đạt.</p>"
        )
    calls = [call(row, links) for row in board.attention]
    first = f'<div class="calls">{"".join(calls[:FIRST_CALLS])}</div>'
    if len(calls) <= FIRST_CALLS:
        return first
    more = f"Xem thêm {len(calls) - FIRST_CALLS} chỉ tiêu"
    rest = f'<div class="calls">{"".join(calls[FIRST_CALLS:])}</div>'
    return f"{first}<details><summary>{more}</summary>{rest}</details>"


def call(row: Row, links: Links) -> str:
    """Show one indicator that needs attention."""
    return (
        f'<div class="call"><div>{chip(row.status, row.label)}</div>'
        f'<div><a href="{escape(links.indicator(row.indicator.code))}"><b>'
        f"{row.indicator.code} · {escape(row.indicator.name)}</b></a><br>{escape(row.sentence)}"
        f"<br><small>Chủ trì: {escape(row.indicator.lead)}</small></div></div>"
    )
