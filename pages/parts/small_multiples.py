"""All trajectories of a group beside each other."""

from markupsafe import Markup

from indicators.board.board import Board, Row
from indicators.charts.common_frame import group_years
from indicators.charts.panels import last_of, owed_note, target_line, trajectory_of
from indicators.charts.small_trajectory import HEIGHT, WIDTH, Years, small_trajectory
from indicators.charts.theme import Ink
from pages.parts.links import Links
from pages.parts.templates import NOTHING, blocks

PARTS = blocks("parts/small_multiples.html")
TICK_EVERY = 5


def small_multiples(part: Board, ink: Ink, links: Links) -> Markup:
    """Show a card an indicator."""
    years = years_in(part)
    return PARTS.cards(card(row, part, years[row.indicator.code], ink, links) for row in part.rows)


def years_in(part: Board) -> dict[str, Years]:
    """The years of each indicator's picture, by its code."""
    years = group_years([trajectory_of(row, part) for row in part.rows])
    return {row.indicator.code: own for row, own in zip(part.rows, years, strict=True)}


def card(row: Row, part: Board, years: Years, ink: Ink, links: Links) -> Markup:
    """Show one indicator: name, status, last value, its way or who owes the figures."""
    has_any = row.judgement.latest
    body = last_value(row) + way(row, part, years, ink) if has_any else missing(row, part)
    return PARTS.card(row, links.indicator(row.indicator.code), body, target_line(row))


def last_value(row: Row) -> Markup:
    """Write the last value with its year."""
    last = last_of(row)
    return PARTS.last(last) if last else NOTHING


def way(row: Row, part: Board, years: Years, ink: Ink) -> Markup:
    """Draw the trajectory, or how far a thing to be completed has come."""
    shown = trajectory_of(row, part)
    latest = row.judgement.latest
    if row.indicator.kind == "milestone" and latest:
        return PARTS.way(stage(latest.value, shown.title))
    picture = small_trajectory(shown, years, ink)
    return PARTS.way(image(picture, shown.title) + axis(years))


def stage(done: float, title: str) -> Markup:
    """Draw how far a thing to be completed has come."""
    return PARTS.stage(f"{done:.0f}", title)


def image(picture: str, title: str) -> Markup:
    """Show a small picture; its words say what its finding says."""
    return PARTS.image(picture, title, WIDTH, HEIGHT)


def axis(years: Years) -> Markup:
    """Write the last year and every fifth, or the first, below a picture in the page's own type."""
    fifths = [year for year in range(years.first, years.last - 1) if year % TICK_EVERY == 0]
    fifths = fifths or [years.first]
    return PARTS.axis(
        (year, edge(years, year), f"{years.share(year):.1%}") for year in (*fifths, years.last)
    )


def edge(years: Years, year: int) -> str:
    """Name the edge of the picture at which a year stands, so that its label stays inside."""
    return {years.first: "from", years.last: "to"}.get(year, "")


def missing(row: Row, part: Board) -> Markup:
    """Say who owes the figures of an indicator; by when stands once, above the cards."""
    return PARTS.missing(*owed_note(row, part).partition(row.indicator.lead))
