"""All screens of a board's presentations, and what of them reaches beyond the projector.

They are put one after the other into a presentation that a browser shows: the same HTML in the
same frame, without a run of the page for each.
"""

from collections.abc import Iterator
from datetime import date

from playwright.sync_api import Page

from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.charts.theme import LIGHT
from indicators.comparison.comparison import Question
from indicators.comparison.making import compare
from indicators.dossier.dossier import open_dossier
from indicators.store.connection import Store
from pages.chi_tieu.screens import indicator_screens
from pages.nhom.screens import group_screens
from pages.parts.links import NEWEST
from pages.parts.nature import captioned
from pages.parts.presenting.screen import Screen, frame
from pages.parts.view import View
from pages.so_sanh.screens import comparison_screens
from pages.tong_quan.screens import overview_screens
from pages.tong_quan.short_run import short_screens

PROJECTORS = ((1920, 1080), (1280, 720))
PAGE = "https://bang.vi-du.vn/nhom?ma=DH&v=66"
# Things to be completed, a rank, long names and units, breakdowns, figures of many communes.
CODES = ("ML01", "ML02", "BC01", "CL02", "DH04", "DH06", "DH12", "DH17", "CS08", "HD01", "NL01")
QUESTIONS = (
    Question(("HD01", "CS02", "ML01", "DH01", "DH06", "NL01")),
    Question(("BC03",), "cap-hoc"),
    Question(("ML02",), "xa"),
)
# A card's own margin is no ink; a title's box ends above the tails of its letters; a chart begins
# 6.4 rem below the upper edge of the head.
BEYOND = """(screens) => {
  const block = document.querySelector('.bd:has(> .screen)');
  const cells = 'a.tile, td, th, .chip, .card p, h1, .strand h2, .source, .version';
  const cut = (part) => getComputedStyle(part).display !== 'inline'
    && (part.scrollWidth > part.clientWidth + 1
      || (!part.matches('h1') && part.scrollHeight > part.clientHeight + 2));
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return screens.map((html) => {
    block.innerHTML = html;
    const [shown, head, foot] = ['.shown', 'header', 'footer']
      .map((name) => block.querySelector(`.screen ${name}`).getBoundingClientRect());
    const drawn = [...block.querySelectorAll('.shown :not(.multiples):not(.calls)')];
    const parts = drawn.filter((part) => {
      const box = part.getBoundingClientRect();
      return box.width && (box.bottom > shown.bottom + 2 || box.right > shown.right + 2);
    });
    parts.push(...[...block.querySelectorAll(cells)].filter(cut));
    const plot = block.querySelector('.charted') ? head.top + 6.4 * rem : innerHeight;
    const whole = foot.bottom <= innerHeight && head.bottom <= plot + 2
      && document.documentElement.scrollHeight <= innerHeight;
    return [...(whole ? [] : ['page']), ...parts.map((part) => part.outerHTML.slice(0, 80))];
  });
}"""


def screens_of(store: Store, day: date | None = None, version: int | None = None) -> dict[str, str]:
    """Write the screens of the overview, all groups, some indicators and comparisons, by name."""
    moment = as_of(store, day, version, None)
    view = View(store, moment, "city", NEWEST, {})
    return {
        f"{name} {number}": captioned(frame(screen, view, (number, len(screens)), PAGE))
        for name, screens in presentations(view, assess(store, moment, "city"))
        for number, screen in enumerate(screens, start=1)
    }


def presentations(view: View, board: Board) -> Iterator[tuple[str, list[Screen]]]:
    """Give the presentations by name."""
    store, moment = view.store, view.moment
    yield "overview", overview_screens(board, view, None)
    yield "short run", short_screens(board, view, None)
    for group, _ in board.groups():
        yield group.code, group_screens(board, group, view, LIGHT)
    for code in CODES:
        if dossier := open_dossier(store, moment, code, "city", None):
            yield code, indicator_screens(dossier, view, LIGHT)
    for question in QUESTIONS:
        if comparison := compare(store, moment, "city", question):
            yield " ".join(question.codes), comparison_screens(comparison, view, LIGHT)


def beyond(page: Page, screens: dict[str, str]) -> dict[str, list[str]]:
    """Name the screens that do not fit, with what of them; `page` shows a presentation."""
    found: dict[str, list[str]] = {}
    for wide, high in PROJECTORS:
        page.set_viewport_size({"width": wide, "height": high})
        parts = page.evaluate(BEYOND, list(screens.values()))
        for name, beyond_it in zip(screens, parts, strict=True):
            if beyond_it:
                found[f"{name} at {wide}"] = beyond_it
    return found
