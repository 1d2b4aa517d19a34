"""A comparison as screens: the pictures in their frame, the table of the figures."""

from indicators.charts.compared_panels import first_year
from indicators.charts.theme import Ink
from indicators.comparison.comparison import Comparison
from indicators.comparison.table import comparison_lines, comparison_years, source_line
from pages.parts.links import Links
from pages.parts.presenting.screen import Screen
from pages.parts.presenting.screen_rooms import numbered, rows_high, screenfuls, table_room
from pages.parts.view import View
from pages.so_sanh.panels import panels
from pages.so_sanh.rows import comparison_rows

MOST_YEARS, PER_SCREEN = 5, 3
NAME, ASKED, SIZE, LINE, EDGES, HEAD = 10.2, 9.6, 0.93, 1.26, 0.72, 2.4


def comparison_screens(comparison: Comparison, view: View, ink: Ink) -> list[Screen]:
    """Gather all screens of a comparison."""
    return [
        *picture_screens(comparison, ink, view.links),
        *table_screens(comparison, view.links),
    ]


def picture_screens(comparison: Comparison, ink: Ink, links: Links) -> list[Screen]:
    """Show the pictures, two or three to a screen, all in one frame."""
    count = -(-len(comparison.drawn) // PER_SCREEN)
    each = -(-len(comparison.drawn) // max(count, 1))
    return [
        Screen(
            numbered(comparison.title, place + 1, count),
            panels(comparison, ink, links, slice(place * each, (place + 1) * each)),
            comparison.board,
            source_line(comparison),
        )
        for place in range(count)
    ]


def table_screens(comparison: Comparison, links: Links) -> list[Screen]:
    """Show the figures of the newest years."""
    years = comparison_years(comparison, first_year(comparison))[-MOST_YEARS:]
    lines = comparison_lines(comparison, years)
    pages = screenfuls(
        lines,
        lambda line: max(
            rows_high(f"{line.series.row.indicator.code} {line.name(comparison.way)}", SIZE, NAME),
            rows_high(line.targets(), SIZE, ASKED),
        ) * LINE + EDGES,
        table_room(HEAD),
    )  # fmt: skip
    return [
        Screen(
            numbered(comparison.title, place, len(pages)),
            comparison_rows(comparison, years[0] if years else 0, links, page),
            comparison.board,
            source_line(comparison),
            kind="figures",
            anchor="bang",
        )
        for place, page in enumerate(pages, start=1)
    ]
