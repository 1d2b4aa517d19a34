"""A page presented as screens of 16:9, one chart or table each, moved through by keys.

A screen is 64 × 36 rem whatever the window measures (static/frame/screen.css), so what fits one
projector fits all. The keys are those of static/frame/screen.js.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import urlsplit

import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

from indicators.board.board import Board, version_line
from indicators.briefing.qr import qr_picture
from indicators.settings.board import board_address
from pages.navigation import PRODUCT
from pages.parts.block import show
from pages.parts.chart_frame import show_chart
from pages.parts.nature import mark
from pages.parts.presenting.screen_rooms import rows_high
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import FULL_RUN, PRESENTED, SCREEN, View

PARTS = blocks("parts/presenting/screen.html")
TITLES = {"": 1.65, "long": 1.35, "longer": 1.15, "longest": 0.95}  # the type of a title
TITLE_WIDTH, TITLE_HIGH = 55.5, 4.35
LEADING = 1.25  # of a title's type, from line to line
WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: a sentence, HTML or a chart below it, where its figures come from.

    `anchor` is the place on the page that shows the same; `beneath` stands below the title, HTML.
    """

    title: str
    body: Markup
    board: Board
    source: str = f"Nguồn: {PRODUCT}"
    beneath: Markup = NOTHING
    kind: str = ""
    anchor: str = ""
    figure: Callable[[], go.Figure] | None = None


def presented_link(view: View) -> Markup:
    """Lead from a page to its presentation."""
    return PARTS.present(view.here(**{PRESENTED: "1", SCREEN: None}))


def other_run(view: View) -> tuple[str, str]:
    """Lead from the short run of a page to the full one, or back."""
    run, words = ("1", "Bản ngắn") if view.in_full else (FULL_RUN, "Bản đầy đủ")
    return view.here(**{PRESENTED: run, SCREEN: None}), words


def present(
    what: Hashable,
    screens_of: Callable[[View], Sequence[Screen]],
    view: View,
    path: str,
    other: tuple[str, str] | None = None,
) -> NoReturn:
    """Draw the screen that the address names, the nearest where there is none; end the run.

    The links of a screen lead to other presentations. `path` is the page's, without slash, `other`
    another run of the page: its address and name.
    """
    screens = view.once(("screens", what), lambda: screens_of(view.as_presented()))
    number = min(view.screen or 1, len(screens))
    screen = screens[number - 1]
    page = page_address(view, path, screen.anchor)
    show(frame(screen, view, (number, len(screens)), page, other))
    if screen.figure:
        show_chart(screen.figure(), f"bieu-do-man-{number}")
    st.stop()


def frame(
    screen: Screen,
    view: View,
    place: tuple[int, int],
    page: str,
    other: tuple[str, str] | None = None,
) -> Markup:
    """Write a screen: title and QR code above, source, data version and the way on below."""
    type_, version = title_type(screen.title), version_line(screen.board)
    ways = pager(view, *place, other), leave(view)
    return PARTS.frame(screen, mark(), type_, qr_code(page), version, *ways)


def title_type(title: str) -> str:
    """Name the largest type in which a title fits above a screen; the smallest if none."""
    fitting = (
        name
        for name, size in TITLES.items()
        if rows_high(title, size, TITLE_WIDTH, bold=True) * size * LEADING <= TITLE_HIGH
    )
    return next(fitting, "longest")


def qr_code(page: str) -> Markup:
    """Draw the address of the page; nothing where it is not known."""
    return PARTS.code(qr_picture(page), page) if page.startswith(WEB) else NOTHING


def pager(view: View, number: int, count: int, other: tuple[str, str] | None = None) -> Markup:
    """Lead to the screens before and after, to another run, and back to the page."""
    before, after = (
        view.here(**{SCREEN: str(screen)}) if 1 <= screen <= count else None
        for screen in (number - 1, number + 1)
    )
    return PARTS.pager(number, count, before, after, leave(view), other)


def leave(view: View) -> str:
    """Address the page itself."""
    return view.here(**{PRESENTED: None, SCREEN: None})


def page_address(view: View, path: str, anchor: str) -> str:
    """Address of the page itself at this data version, as a telephone can open it."""
    where = view.lasting(f"{base_address()}/{path}")
    return f"{where}#{anchor}" if anchor else where


def base_address() -> str:
    """Address of the board: BOARD_URL, else the one this browser has, without the page's path."""
    if named := board_address():
        return named
    seen = urlsplit(st.context.url or "")
    return f"{seen.scheme}://{seen.netloc}" if seen.netloc else ""
