"""What a reader asked to see: the page's address, read here alone, as one value."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn, TypeVar

import streamlit as st

from indicators.board.as_of import AsOf, as_of
from indicators.board.board import Scope
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import latest
from indicators.store.local_time import local_day
from indicators.wording.days import read_day
from pages.parts.acting import PUBLIC, Audience, audience_of, public
from pages.parts.links import MOMENT, SCOPE_WORDS, Links, Parameters, address, here
from pages.parts.notice import show_notice
from pages.parts.picture_choice import FORMAT, FORMATS, SHAPE, SHAPES, USUAL, Picture
from pages.parts.refusals import for_reader
from pages.parts.templates import blocks

Made = TypeVar("Made")


class AddressError(StoreError):
    """A part of an address that means nothing here; the message says so."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


SCOPES: dict[str, Scope] = {"": "city", "thanh-pho": "city", "ca-nuoc": "national"}
SCOPE, PRESENTED, SCREEN = "pham-vi", "trinh-chieu", "man"
FULL_RUN = "day-du"  # a presentation with all there is to show
MOST_DIGITS, MOST_LETTERS = 9, 4000


@dataclass(frozen=True)
class View:
    """Scope, moment and form of a page, with all `parameters` of its address.

    What every link of the view takes along is in `links`.
    """

    store: Store
    moment: AsOf
    scope: Scope
    links: Links
    parameters: Mapping[str, str]
    picture: Picture = USUAL
    screen: int | None = None
    audience: Audience = PUBLIC

    def once(self, what: object, make: Callable[[], Made]) -> Made:
        """Give what `make` gave for the first viewer of this view; nobody may change it."""
        moment = self.moment
        when = (moment.version.number, moment.day, moment.year, moment.past)
        data = (*when, self.scope, self.audience)
        return self.store.remember((what, data, *self.links.carried.values()), make)

    @property
    def presented(self) -> bool:
        """Whether the page is asked for as a presentation."""
        return self.screen is not None

    @property
    def in_full(self) -> bool:
        """Whether a presentation is to show all there is."""
        return self.parameters.get(PRESENTED) == FULL_RUN

    def as_presented(self) -> "View":
        """The same view with links that lead to other presentations."""
        return replace(self, links=self.links.carrying(**{PRESENTED: "1"}))

    def here(self, **changed: str | None) -> str:
        """Address of this page with some of its parameters changed; None takes one away."""
        return here({**self.parameters, **changed})

    def elsewhen(self, moment: Parameters) -> str:
        """Address of this page at another moment; now without one."""
        return elsewhen(self.parameters, moment)

    def lasting(self, page: str) -> str:
        """Address that reopens all of this view at this data version, on a page's full address."""
        left_out = (*MOMENT, PRESENTED, SCREEN)
        rest = {name: text for name, text in self.parameters.items() if name not in left_out}
        return address(page, {**rest, **pinned(self.store, self.moment)})


def page_parameters() -> dict[str, str]:
    """The parameters of the address of the page one is on."""
    return within_bounds(st.query_params.to_dict())


def within_bounds(parameters: Mapping[str, str]) -> dict[str, str]:
    """Cut the parts of an address to the letters that any address of the board has."""
    return {name: text[:MOST_LETTERS] for name, text in parameters.items()}


def read_view(store: Store) -> View:
    """Read the view from the page's address, as `view_of` does."""
    return replace(view_of(store, page_parameters()), audience=audience_of(store))


def view_of(store: Store, parameters: Mapping[str, str]) -> View:
    """Read an address; raises StoreError with a sentence for the reader."""
    scope = SCOPES[word_in(parameters, SCOPE, SCOPES)]
    on = day_in(parameters, "ngay")
    number, year = number_in(parameters, "v"), number_in(parameters, "nam")
    moment = as_of(store, on, number, year)
    carried: Parameters = {"v": parameters.get("v")}
    if on or parameters.get("nam"):
        carried = pinned(store, moment)
    picture = read_picture(parameters)
    links = Links({SCOPE: SCOPE_WORDS[scope], **carried, **picture.words()})
    screen = read_screen(parameters)
    return View(store, moment, scope, links, parameters, picture, screen, public(store))


def read_picture(parameters: Mapping[str, str]) -> Picture:
    """Read which picture of a chart is asked for; the usual one without a word."""
    return Picture(word_in(parameters, SHAPE, SHAPES), word_in(parameters, FORMAT, FORMATS))


def read_screen(parameters: Mapping[str, str]) -> int | None:
    """Read which screen of a presentation is asked for, the first without a number; None: none."""
    if not word_in(parameters, PRESENTED, ("", "1", FULL_RUN)):
        return None
    return max(number_in(parameters, SCREEN) or 1, 1)


def pinned(store: Store, moment: AsOf) -> dict[str, str | None]:
    """Name a moment so that it is the same whatever is recorded later: by its version."""
    version, year = moment.version, moment.year
    own_day = version.number != latest(store).number and moment.day == local_day(version.at)
    return {
        "v": str(version.number),
        "ngay": None if own_day else moment.day.isoformat(),
        "nam": None if year == moment.day.year else str(year),
    }


def elsewhen(parameters: Parameters, moment: Parameters) -> str:
    """Address of the page one is on at another moment."""
    rest = {name: text for name, text in parameters.items() if name not in MOMENT}
    return here({**rest, **moment})


def number_in(parameters: Mapping[str, str], name: str) -> int | None:
    """Read a whole number from an address."""
    text = parameters.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise meaningless(name, text, "không phải số")
    return int(text)


def word_in(parameters: Mapping[str, str], name: str, words: Collection[str]) -> str:
    """Read one of the words that a parameter can have; '' without it."""
    text = parameters.get(name, "")
    if text and text not in words:
        raise meaningless(name, text, "không phải lựa chọn nào có ở đây")
    return text


def meaningless(name: str, text: str, why: str) -> AddressError:
    """Say that a part of an address means nothing, and what to do."""
    told = f"Địa chỉ có {name}={text}, {why}; hãy sửa hoặc bỏ phần này."
    return AddressError(name, told)


def day_in(parameters: Mapping[str, str], name: str) -> date | None:
    """Read a day as people write it; none where the field was left empty."""
    text = parameters.get(name)
    if not text:
        return None
    if (when := read_day(text)) is None:
        raise AddressError(name, f"Không đọc được ngày '{text}'; hãy viết như 22/11/2026.")
    return when


def read_view_or_stop(store: Store) -> View:
    """Read the view, or say what is wrong with the address and end the run."""
    try:
        return read_view(store)
    except StoreError as refusal:
        refuse_address(refusal)


def refuse_address(refusal: StoreError) -> NoReturn:
    """Say what is wrong with the page's address, and lead on without it; ends the run."""
    parameters, way = page_parameters(), "Về hiện tại"
    if isinstance(refusal, AddressError) and refusal.name not in MOMENT:
        del parameters[refusal.name]
        where, way = here(parameters), "Mở trang không có phần này"
    else:
        where = elsewhen(parameters, {})
    way_out = blocks("parts/notice.html").link(where, way)
    show_notice("Không mở được trang theo địa chỉ này", for_reader(refusal), way_out=way_out)
    st.stop()
