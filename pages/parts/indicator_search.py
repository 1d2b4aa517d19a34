"""The field of the sidebar that finds an indicator from every page."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from indicators.board.as_of import as_of
from indicators.board.board import Board, Row, assess
from indicators.board.search import asked_for
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from pages.parts.block import show
from pages.parts.links import NEWEST, Links
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View, page_parameters, read_view

PARTS = blocks("parts/indicator_search.html")
SHOWN = 10
PIXELS = 340  # a field's width, which a telephone has


def search_here(store: Store, page: str) -> None:
    """Draw the search; it is empty again wherever the address has changed."""
    with st.sidebar:
        search_field(store, "&".join((page, *page_parameters().values())))


@st.fragment
def search_field(store: Store, place: str) -> None:
    """Draw the field and what it finds; only this part runs while somebody types."""
    typed = st.text_input(
        "Tìm chỉ tiêu", key=f"tim-chi-tieu-{place}", type="search", live=True,
        placeholder="mã, tên, cơ quan",
    )  # fmt: skip
    if typed and typed.strip():
        view = searched_view(store)
        board = assess(store, view.moment, view.scope)
        show(found_list(board, typed.strip(), view.links))


def searched_view(store: Store) -> View:
    """The view of the address, or the newest where the page itself says what is wrong with it."""
    try:
        return read_view(store)
    except StoreError:
        return View(store, as_of(store), "city", NEWEST, {})


def found_list(board: Board, typed: str, links: Links) -> Markup:
    """List the best answers; the others are in the tracking table, filtered by the same words."""
    found = asked_for(board, typed)
    if not found:
        return nothing_found(typed)
    items = [found_item(row, links.indicator(row.indicator.code)) for row in found[:SHOWN]]
    left = len([row for row in found[SHOWN:] if row in board.programme])
    rest = PARTS.more(links.tracking(tim=typed), left) if left else NOTHING
    return answers("Chỉ tiêu tìm thấy", items, rest)


def answers(name: str, items: Sequence[Markup], rest: Markup = NOTHING) -> Markup:
    """Put answers below the field they were typed into."""
    return PARTS.answers(name, items, rest)


def found_item(row: Row, where: str) -> Markup:
    """Link one indicator."""
    return PARTS.item(row, where)


def nothing_found(typed: str) -> Markup:
    """Say that nothing was found, and what can be searched for."""
    return PARTS.nothing(typed)


def typed_in(label: str, place: str) -> str:
    """Draw a field that is empty again wherever the address has changed."""
    typed = st.text_input(
        label, key=f"{label}-{place}", type="search", live=True,
        placeholder=label, label_visibility="collapsed",
    )  # fmt: skip
    return (typed or "").strip()
