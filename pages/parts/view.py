"""What a reader asked to see, read from the page's address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TypeVar

import streamlit as st

from indicators.board.as_of import AsOf, as_of
from indicators.board.board import Scope
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import latest
from indicators.store.local_time import local_day
from indicators.wording.days import read_day
from pages.parts.addresses import SCOPE_WORDS, Parameters, here
from pages.parts.notice import show_notice
from pages.parts.picture_choice import read_picture

Made = TypeVar("Made")
SCOPES: dict[str, Scope] = {"": "city", "thanh-pho": "city", "ca-nuoc": "national"}
MOMENT = ("v", "ngay", "nam")


@dataclass(frozen=True)
class View:
    """The scope and the moment of a page; `kept` goes into all links of the view."""

    store: Store
    moment: AsOf
    scope: Scope
    kept: Parameters

    def once(self, what: object, make: Callable[[], Made]) -> Made:
        """Give what `make` gave for the first viewer of this view; nobody may change it."""
        moment = self.moment
        data = (moment.version.number, moment.day, moment.year, moment.past, self.scope)
        return self.store.remember((what, data, *self.kept.values()), make)


def read_view(store: Store) -> View:
    """Read the view from the page's address, as `view_of` does."""
    return view_of(store, st.query_params.to_dict())


def view_of(store: Store, asked: Mapping[str, str]) -> View:
    """Read scope, version, date and year; raises StoreError with a sentence for the reader."""
    scope = SCOPES.get(asked.get("pham-vi", ""), "city")
    on, number, year = asked_day(asked.get("ngay")), number_in(asked, "v"), number_in(asked, "nam")
    moment = as_of(store, on, number, year)
    carried: Parameters = {"v": asked.get("v")}
    if on or asked.get("nam"):
        carried = pinned(store, moment)
    kept = {"pham-vi": SCOPE_WORDS[scope], **carried, **read_picture(asked).asked()}
    return View(store, moment, scope, kept)


def pinned(store: Store, moment: AsOf) -> Parameters:
    """Name a moment so that it is the same whatever is recorded later: by its version."""
    version, year = moment.version, moment.year
    own_day = version.number != latest(store).number and moment.day == local_day(version.at)
    return {
        "v": str(version.number),
        "ngay": None if own_day else moment.day.isoformat(),
        "nam": None if year == moment.day.year else str(year),
    }


def elsewhen(moment: Parameters) -> str:
    """Address of the page one is on at another moment; now without one."""
    rest = {name: text for name, text in st.query_params.items() if name not in MOMENT}
    return here({**rest, **moment})


def asked_number(name: str) -> int | None:
    """Read a whole number from the page's address."""
    return number_in(st.query_params.to_dict(), name)


def number_in(asked: Mapping[str, str], name: str) -> int | None:
    """Read a whole number from an address."""
    text = asked.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise StoreError(f"Địa chỉ có {name}={text}, không phải số; hãy sửa hoặc bỏ phần này.")
    return int(text)


def asked_day(text: str | None) -> date | None:
    """Read a day as people write it; none where the field was left empty."""
    if not text:
        return None
    if (when := read_day(text)) is None:
        raise StoreError(f"Không đọc được ngày '{text}'; hãy viết như 22/11/2026.")
    return when


def read_view_or_stop(store: Store) -> View:
    """Read the view, or say what is wrong with the address and end the run."""
    try:
        return read_view(store)
    except StoreError as refusal:
        way_out = f'<a href="{escape(elsewhen({}))}">Về hiện tại</a>'
        show_notice("Không mở được trang theo địa chỉ này", str(refusal), way_out=way_out)
        st.stop()
