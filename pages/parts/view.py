"""What a reader asked to see, read from the page's address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

import streamlit as st

from indicators.as_of import AsOf, as_of
from indicators.board import Scope
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from pages.parts.addresses import SCOPE_WORDS, Parameters
from pages.parts.notice import show_notice

Made = TypeVar("Made")
SCOPES: dict[str, Scope] = {"": "city", "thanh-pho": "city", "ca-nuoc": "national"}


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
    """Read scope, version, date and year; raises StoreError with a sentence for the reader."""
    asked = st.query_params
    scope = SCOPES.get(asked.get("pham-vi", ""), "city")
    moment = as_of(store, asked_day(asked.get("ngay")), asked_number("v"), asked_number("nam"))
    kept: Parameters = {
        "pham-vi": SCOPE_WORDS[scope],
        **{name: asked.get(name) for name in ("v", "ngay", "nam")},
    }
    return View(store, moment, scope, kept)


def asked_number(name: str) -> int | None:
    """Read a whole number from the address."""
    text = st.query_params.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise StoreError(f"Địa chỉ có {name}={text}, không phải số; hãy sửa hoặc bỏ phần này.")
    return int(text)


def asked_day(text: str | None) -> date | None:
    """Read a day written as 2026-11-22 or 22/11/2026."""
    if text is None:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise StoreError(f"Không đọc được ngày '{text}'; hãy viết như 22/11/2026.")


def read_view_or_stop(store: Store) -> View:
    """Read the view, or say what is wrong with the address and end the run."""
    try:
        return read_view(store)
    except StoreError as refusal:
        show_notice("Không mở được trang theo địa chỉ này", str(refusal))
        st.stop()
