"""The way to the figures; what is wrong with the database is said here."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from indicators.seeding.prepare import prepare
from indicators.settings.board import board_nature
from indicators.settings.sections import Nature
from indicators.store.connection import Store, StoreError, database_path, open_store
from pages.parts.notice import show_notice
from pages.parts.refusals import for_reader

UNUSABLE = "Chưa mở được số liệu của bảng theo dõi"


_waiting: list[Callable[[Store], None]] = []


@cache
def _prepare_once(path: Path, nature: Nature) -> Path:
    store = prepare(path, nature=nature)
    for tell in _waiting:
        tell(store)
    return path


def when_usable(tell: Callable[[Store], None]) -> None:
    """Have the store given to `tell` once it can be used; in any thread, and perhaps twice."""
    _waiting.append(tell)


def board_store() -> Store:
    """The board's store; the first call of the process builds or updates it.

    Raises StoreError or CatalogueError, and tries again at the next call.
    """
    nature = board_nature()
    return open_store(_prepare_once(database_path(), nature), nature)


def open_board() -> Store:
    """The board's store, or a page that says why there is none, and the end of this run."""
    try:
        return board_store()
    except StoreError as refusal:
        hint = "Khi đã xử lý xong, hãy tải lại trang này."
        show_notice(UNUSABLE, for_reader(refusal), hint)
        st.stop()
