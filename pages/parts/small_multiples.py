"""All trajectories of a group beside each other, in one frame of years."""

from html import escape

from indicators.board import Board, Row
from indicators.charts.common_frame import years_of
from indicators.charts.small_trajectory import HEIGHT, WIDTH, Years, small_trajectory
from indicators.charts.theme import Ink
from indicators.charts.trajectory import Trajectory
from indicators.progress import Point
from indicators.wording.headlines import chart_title
from pages.parts.addresses import Parameters, indicator_address
from pages.parts.badges import chip

TICK_EVERY = 5


def small_multiples(part: Board, ink: Ink, kept: Parameters) -> str:
    """Show a card an indicator."""
    years = years_of([trajectory_of(row, part) for row in part.rows])
    cards = "".join(card(row, part, years, ink, kept) for row in part.rows)
    return f'<div class="multiples">{cards}</div>'


def card(row: Row, part: Board, years: Years, ink: Ink, kept: Parameters) -> str:
    """Show one indicator: name, status, last value, its way or who owes the figures."""
    i, latest = row.indicator, row.judgement.latest
    name = f"<small>{i.code}</small> {escape(i.short_name)}"
    return (
        f'<article class="card"><h3><a href="{escape(indicator_address(i.code, kept))}" '
        f'title="{escape(i.name)}">{name}</a> {chip(row.status)}</h3>'
        + (f"{last_value(row)}{way(row, part, years, ink)}" if latest else missing(row, part))
        + f'<p class="aims">{escape(asked(row))}</p></article>'
    )


def last_value(row: Row) -> str:
    """Write the last value with its year."""
    latest = row.judgement.latest
    if latest is None:
        return ""
    note = ", chưa chính thức" if latest.provisional else ""
    note += ", số liệu cũ" if row.judgement.stale else ""
    value = row.value(latest)
    return (
        f'<p class="last"><b>{escape(value[0].upper() + value[1:])}</b> '
        f"<small>năm {latest.year}{note}</small></p>"
    )


def way(row: Row, part: Board, years: Years, ink: Ink) -> str:
    """Draw the trajectory, or how far a thing to be completed has come."""
    shown = trajectory_of(row, part)
    latest = row.judgement.latest
    if row.indicator.kind == "milestone" and latest:
        return f"<div>{stage(latest.value, shown.title)}</div>"
    picture = small_trajectory(shown, years, ink)
    return f"<div>{image(picture, shown.title)}{axis(years)}</div>"


def trajectory_of(row: Row, board: Board, nation: tuple[Point, ...] = ()) -> Trajectory:
    """Gather what a small picture of a row shows."""
    title = chart_title(row.indicator.name, row.judgement, row.targets, row.notation)
    return Trajectory(
        title,
        "",
        row.notation,
        row.judgement,
        row.targets,
        nation,
        (),
        (),
        board.as_of.year,
        mark=board.mark,
    )


def stage(done: float, title: str) -> str:
    """Draw how far a thing to be completed has come."""
    return (
        f'<div class="stage" role="img" aria-label="{escape(title)}">'
        f'<span style="width:{done:.0f}%"></span></div>'
    )


def image(picture: str, title: str) -> str:
    """Show a small picture; its words say what its finding says."""
    return f'<img src="{picture}" alt="{escape(title)}" width="{WIDTH}" height="{HEIGHT}">'


def axis(years: Years) -> str:
    """Write the last year and every fifth below the picture, in the page's own type."""
    fifths = [year for year in range(years.first, years.last - 1) if year % TICK_EVERY == 0]
    told = "".join(
        f'<span class="{edge(years, year)}" style="left:{years.share(year):.1%}">{year}</span>'
        for year in (*fifths, years.last)
    )
    return f'<div class="years" aria-hidden="true">{told}</div>'


def edge(years: Years, year: int) -> str:
    """Name the edge of the picture at which a year stands, so that its label stays inside."""
    return {years.first: "from", years.last: "to"}.get(year, "")


def missing(row: Row, part: Board) -> str:
    """Say who owes the figures of an indicator; by when stands once, above the cards."""
    if part.scope == "national":
        return '<p class="missing">Chưa có số liệu cả nước từ nguồn công bố.</p>'
    lead = escape(row.indicator.lead)
    return f'<p class="missing">Chưa có số liệu. <b>{lead}</b> chủ trì.</p>'


def asked(row: Row) -> str:
    """Write the targets in the document's words."""
    if not row.targets:
        return "Văn bản không đặt mức bằng số."
    told = "; ".join(f"{t.year}: {row.notation.target(t)}" for t in row.targets)
    return f"Mục tiêu {told}"
