"""A few figures typed into a grid, for somebody who has no file."""

import streamlit as st

from indicators.catalogue.records import Catalogue
from indicators.intake.forms.typed_grid import TYPED, Typed, as_file, place_of, typed_in
from indicators.store.connection import Store
from pages.nhap_lieu.grid import draw_grid, unedited
from pages.nhap_lieu.grid_choice import GridChoice, choose_grid
from pages.nhap_lieu.sent_file import show_sent
from pages.parts.block import show
from pages.parts.recording.naming import Naming
from pages.parts.recording.receipts import receipt_of, show_receipt
from pages.parts.recording.sent import Sent
from pages.parts.templates import blocks

HINT = blocks("nhap_lieu/typed.html").hint()
KEPT, ROUNDS = "o_da_nhap", "o_luot"  # in the session
COLUMN_NAMES = {column: name for name, column in TYPED.items()}


def type_cells(store: Store, catalogue: Catalogue) -> list[str]:
    """Draw the grid and what comes of the cells typed; gives the key of what was typed."""
    choice = choose_grid(store, catalogue)
    key = f"{choice.key}-{st.session_state.get(ROUNDS, {}).get(choice.key, 0)}"
    if receipt := receipt_of(key):
        show_receipt(store, receipt, by_row=False)
        st.button("Nhập tiếp", on_click=begin_again, args=(choice.key,))
        return [key]
    show(HINT)
    typed = edit_cells(store, choice, key)
    if typed:
        st.button("Bỏ các ô đã nhập", on_click=begin_again, args=(choice.key,))
        show_sent(store, as_sent(choice, typed, key))
    return [key]


def edit_cells(store: Store, choice: GridChoice, key: str) -> Typed:
    """Draw the grid of the chosen lines; gives what is typed in them and in those not shown."""
    kept: dict[str, Typed] = st.session_state.setdefault(KEPT, {})
    before = kept.get(key, {})
    edited = draw_grid(store, choice, before, grid_key(choice, key))
    shown = {place_of(line) for line in choice.lines}
    others = {place: cells for place, cells in before.items() if place not in shown}
    kept[key] = others | typed_in(edited, choice.lines, choice.period)
    return kept[key]


def as_sent(choice: GridChoice, typed: Typed, key: str) -> Sent:
    """Make a file of what was typed, its rows called by what they are of."""
    made = as_file(choice.asked, choice.period, typed)
    return Sent(
        made.name,
        key,
        made.content,
        "Các ô đã nhập",
        called="các ô này",
        mend="sửa ngay trong bảng trên",
        naming=Naming(made.rows, COLUMN_NAMES),
        still=unedited(grid_key(choice, key)),
    )


def grid_key(choice: GridChoice, key: str) -> str:
    """Tell the grids of different lines apart."""
    return f"{key}-{choice.indicator}"


def begin_again(key: str) -> None:
    """Let go of what was typed, and of the receipt for it."""
    rounds = st.session_state.setdefault(ROUNDS, {})
    rounds[key] = rounds.get(key, 0) + 1
