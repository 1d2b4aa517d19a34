"""Files of a briefing: made when a button is pressed, seen coming, stopped at will, handed over.

A run that makes one ends where Streamlit ends every run whose reader asks for something else: as
the bar is drawn. What was made is held for its reader alone, and only for the choice it shows.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

import streamlit as st
from markupsafe import Markup

from indicators.briefing.brief import BriefError, brief_on
from indicators.briefing.kinds import Kind
from indicators.briefing.qr import public_address
from indicators.briefing.steps import Progress
from indicators.wording.numbers import size
from pages.bao_cao.choice import PUBLIC, SITE, Choice
from pages.parts.block import as_text, show
from pages.parts.links import Links
from pages.parts.moving_bar import Draw, moving_bar
from pages.parts.templates import blocks
from pages.parts.view import View
from pages.site.kind import EVERY_KIND

MAKING = blocks("bao_cao/making.html")
NOTICE = blocks("parts/notice.html")
ASKED, MADE = "tai-lieu-can-tao", "tai-lieu"  # where a session keeps what was asked for and made
USUAL = "report"  # the kind that most come for
STOPPED = "Đã dừng, chưa tạo tệp nào."
Place = st.delta_generator.DeltaGenerator


@dataclass(frozen=True, slots=True)
class File:
    """A finished file."""

    name: str
    content: bytes
    version_line: str


@dataclass(slots=True)
class Shelf:
    """What one reader had made of one choice, by kind, and why a kind was not."""

    of: Hashable
    files: dict[str, File] = field(default_factory=dict)
    refusals: dict[str, str] = field(default_factory=dict)


def offer_files(choice: Choice, view: View) -> None:
    """Draw a button a kind, or the file that was made; then make what was asked for."""
    shelf = shelf_of(choice, view)
    asked = st.session_state.pop(ASKED, None)
    with st.container(key="cac-tep"):
        places = {name: offer(name, kind, shelf, asked) for name, kind in EVERY_KIND.items()}
        with places[SITE]:
            show(public_field(choice, shelf, view.links))
    if asked in places:
        make(asked, places[asked], shelf, choice, view)
        st.rerun()


def public_field(choice: Choice, shelf: Shelf, links: Links) -> Markup:
    """Ask for the address a site will have; say once if it is wrong."""
    wrong = ""
    try:
        public_address(choice.public)
    except BriefError as refusal:
        wrong = "" if SITE in shelf.refusals else str(refusal)
    rest = parse_qsl(urlsplit(replace(choice, public="").where(links)).query)
    return MAKING.public_field(PUBLIC, choice.public, rest, wrong)


def shelf_of(choice: Choice, view: View) -> Shelf:
    """The reader's shelf; a new one as soon as the choice or the data are others."""
    moment = view.moment
    now = (choice, view.scope, moment.version.number, moment.day, moment.year)
    shelf: Shelf | None = st.session_state.get(MADE)
    if shelf is None or shelf.of != now:
        shelf = st.session_state[MADE] = Shelf(now)
    return shelf


def offer(name: str, kind: Kind, shelf: Shelf, asked: str | None) -> Place:
    """Draw one kind of file; gives its place, which stays empty for the kind to be made now."""
    place = st.container(key=f"tep-{name}", gap="xsmall")
    with place:
        if file := shelf.files.get(name):
            hand_over(kind, file, weight(name, shelf))
        elif name != asked:
            offer_making(name, kind, shelf, busy=asked is not None)
    return place


def foremost(shelf: Shelf) -> str:
    """Name the kind whose button stands out: the file made last, before any the usual kind."""
    return next(reversed(shelf.files), USUAL)


def weight(name: str, shelf: Shelf) -> Literal["primary", "secondary"]:
    """Say how a button is drawn; a page has one that stands out."""
    return "primary" if name == foremost(shelf) else "secondary"


def offer_making(name: str, kind: Kind, shelf: Shelf, *, busy: bool) -> None:
    """Draw the button that has a file made, with what is in it, or why there was none."""
    st.button(
        f"Tạo {kind.name}",
        key=f"tao-{name}",
        on_click=ask,
        args=(name,),
        disabled=busy,
        type=weight(name, shelf),
        width="stretch",
    )
    refusal = shelf.refusals.get(name)
    show(NOTICE.refusal(refusal) if refusal else NOTICE.quiet(kind.about))


def hand_over(kind: Kind, file: File, drawn: Literal["primary", "secondary"]) -> None:
    """Draw the button that gives a file, with its name, size and data version."""
    st.download_button(
        f"Tải {kind.name}",
        lambda: file.content,
        file.name,
        "application/octet-stream",
        key=f"tai-{file.name}",
        on_click="ignore",
        type=drawn,
        width="stretch",
    )
    show(MAKING.made(file, size(len(file.content))))


def ask(name: str) -> None:
    """Ask for a kind in the next run."""
    st.session_state[ASKED] = name


def stop(shelf: Shelf, name: str) -> None:
    """Say in the next run that nothing was made."""
    shelf.refusals[name] = STOPPED


def make(name: str, place: Place, shelf: Shelf, choice: Choice, view: View) -> None:
    """Make a file while its bar moves, and put it or the reason against it on the shelf."""
    shelf.refusals.pop(name, None)
    with place, moving_bar() as draw:
        st.button("Dừng", key=f"dung-{name}", on_click=stop, args=(shelf, name))
        try:
            shelf.files[name] = made(name, choice, view, draw)
        except BriefError as refusal:
            shelf.refusals[name] = str(refusal)


def made(name: str, choice: Choice, view: View, draw: Draw) -> File:
    """Make a file of the newest look at the rows."""
    kind = EVERY_KIND[name]
    told = telling(kind, draw)
    told(0, 1)
    brief = brief_on(view.store, view.moment, choice.selection, view.scope)
    content = kind.make(brief, choice.wishes(view.store.path.parent, name), told)
    return File(kind.file_name(brief, short=choice.short), content, brief.version_line)


def telling(kind: Kind, draw: Draw) -> Progress:
    """Give what draws how far a file is."""
    line = as_text(f"Đang tạo {kind.name}…")

    def told(done: int, of: int) -> None:
        draw(done / of, line)

    return told
