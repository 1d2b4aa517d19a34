"""All trajectories of a group beside each other, in one frame of years."""

from html import escape

from indicators.board.board import Board, Row
from indicators.charts.common_frame import years_of
from indicators.charts.panels import last_of, owed_note, target_line, trajectory_of
from indicators.charts.small_trajectory import HEIGHT, WIDTH, Years, small_trajectory
from indicators.charts.theme import Ink
from pages.parts.badges import chip
from pages.parts.links import Links

TICK_EVERY = 5


def small_multiples(part: Board, ink: Ink, links: Links) -> str:
    """Show a card an indicator."""
    years = years_of([trajectory_of(row, part) for row in part.rows])
    cards = "".join(card(row, part, years, ink, links) for row in part.rows)
    return f'<div class="multiples">{cards}</div>'


def card(row: Row, part: Board, years: Years, ink: Ink, links: Links) -> str:
    """Show one indicator: name, status, last value, its way or who owes the figures."""
    i, latest = row.indicator, row.judgement.latest
    name = f"<small>{i.code}</small> {escape(i.short_name)}"
    return (
        f'<article class="card"><h3><a href="{escape(links.indicator(i.code))}" '
        f'title="{escape(i.name)}">{name}</a> {chip(row.status)}</h3>'
        + (f"{last_value(row)}{way(row, part, years, ink)}" if latest else missing(row, part))
        + f'<p class="aims">{escape(target_line(row))}</p></article>'
    )


def last_value(row: Row) -> str:
    """Write the last value with its year."""
    last = last_of(row)
    if last is None:
        return ""
    return f'<p class="last"><b>{escape(last.value)}</b> <small>{last.when}</small></p>'


def way(row: Row, part: Board, years: Years, ink: Ink) -> str:
    """Draw the trajectory, or how far a thing to be completed has come."""
    shown = trajectory_of(row, part)
    latest = row.judgement.latest
    if row.indicator.kind == "milestone" and latest:
        return f"<div>{stage(latest.value, shown.title)}</div>"
    picture = small_trajectory(shown, years, ink)
    return f"<div>{image(picture, shown.title)}{axis(years)}</div>"


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
    lead = escape(row.indicator.lead)
    told = escape(owed_note(row, part)).replace(lead, f"<b>{lead}</b>", 1)
    return f'<p class="missing">{told}</p>'
