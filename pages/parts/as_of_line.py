"""The line that says which moment a page shows, and the way to any other.

Plain HTML with links and a form: widgets would cost every page a run and the browser time.
"""

from markupsafe import Markup

from indicators.board.board import assess
from indicators.store.clock import today
from indicators.store.history import versions
from indicators.store.records import Version
from indicators.wording.data_version import version_words
from indicators.wording.numbers import day
from pages.parts.journal_words import KINDS, moment
from pages.parts.links import MOMENT, NEWEST, Parameters
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View, pinned

PARTS = blocks("parts/as_of_line.html")
RECENT = 5


def as_of_line(view: View, beside: Markup = NOTHING) -> Markup:
    """Say which moment is shown, as a banner when it is not now; opened, it offers others.

    `beside` stands at the other end of the line.
    """
    seen = view.moment
    return PARTS.line(
        seen, day(seen.day), version_words(seen.version), panel(view), now_link(view), beside
    )


def now_link(view: View) -> Markup:
    """Lead from the past to the same page now; empty where it is now."""
    return PARTS.now(view.elsewhen({})) if view.moment.past else NOTHING


def panel(view: View) -> Markup:
    """Offer a day to type, the years, the newest versions, and a link that stays."""
    return PARTS.panel(
        day_form(view),
        year_links(view),
        version_links(view),
        view.elsewhen(pinned(view.store, view.moment)),
        NEWEST.journal(),
    )


def day_form(view: View) -> Markup:
    """Offer a field for a day in the Vietnamese form; the rest of the address goes along."""
    rest = [(name, text) for name, text in view.parameters.items() if name not in MOMENT]
    return PARTS.day_form(day(view.moment.day), day(today(view.store)), rest)


def year_links(view: View) -> list[tuple[int, str, bool]]:
    """Address the years that can be judged, the newest first."""
    seen = view.moment
    years = range(seen.day.year, view.once("first year", lambda: first_year(view)) - 1, -1)
    fixed = pinned(view.store, seen)
    asked = {year: None if year == seen.day.year else str(year) for year in years}
    return [
        (year, view.elsewhen(fixed | {"nam": text}), year == seen.year)
        for year, text in asked.items()
    ]


def first_year(view: View) -> int:
    """The year of the oldest figure that is judged."""
    board = assess(view.store, view.moment, view.scope)
    firsts = [row.judgement.points[0].year for row in board.rows if row.judgement.points]
    return min([*firsts, view.moment.year])


def version_links(view: View) -> list[tuple[int, str, str, str, bool]]:
    """Address the newest versions on the page one is on, each with its moment and kind."""
    newest, *others = reversed(versions(view.store)[-RECENT:])
    asked: list[tuple[Version, Parameters]] = [(newest, {})]
    asked += [(entry, {"v": str(entry.number)}) for entry in others]
    shown = view.moment.version.number
    return [
        (each.number, moment(each), KINDS[each.kind], view.elsewhen(words), each.number == shown)
        for each, words in asked
    ]
