"""The grid in which figures are typed: its columns, and what has been typed since it was drawn."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from indicators.intake.checks.provenance import LONGEST_TEXT, WITHDRAWN
from indicators.intake.forms import typed_grid
from indicators.intake.forms.typed_grid import Typed, as_grid
from indicators.store.connection import Store
from indicators.store.history import latest
from indicators.store.records import STATUSES
from pages.nhap_lieu.grid_choice import GridChoice
from pages.parts.window import is_narrow

OPENED = "o_mo_voi"  # in the session
ROW_HEIGHT, MOST_ROWS = 35, 12
FIGURES = (typed_grid.UNIT, typed_grid.BEFORE, typed_grid.HELD, *typed_grid.TYPED)
OF_CITY = (typed_grid.CODE, typed_grid.NAME, *FIGURES)
OF_INDICATOR = (typed_grid.AREA, typed_grid.GROUP, *FIGURES)


def draw_grid(store: Store, choice: GridChoice, typed: Typed, key: str) -> pd.DataFrame:
    """Draw the lines chosen with what is typed in them; gives the grid as it now stands."""
    opened = opened_with(key, typed)
    grid = as_grid(store, latest(store).number, choice.lines, choice.period, opened)
    shown = placed(OF_INDICATOR if choice.indicator else OF_CITY)
    edited: pd.DataFrame = st.data_editor(
        grid[list(shown)],
        key=key,
        height=ROW_HEIGHT * (min(len(grid), MOST_ROWS) + 1) + 3,
        hide_index=True,
        placeholder="",
        alt=f"Số liệu {choice.asked.agency} năm {choice.asked.year}",
        disabled=[name for name in shown if name not in typed_grid.TYPED],
        column_config=columns(choice.asked.year),
    )
    return edited


def placed(shown: tuple[str, ...]) -> tuple[str, ...]:
    """On a telephone, bring the cell to type in beside the names, which are all it can show."""
    if not is_narrow():
        return shown
    names = shown[: shown.index(typed_grid.UNIT)]
    others = (name for name in shown if name not in (*names, typed_grid.VALUE))
    return (*names, typed_grid.VALUE, *others)


def opened_with(key: str, typed: Typed) -> Typed:
    """Give what stood in a grid when it was first drawn; what is typed since lies over it."""
    opened = st.session_state.get(OPENED)
    if opened is None or opened[0] != key or key not in st.session_state:
        opened = st.session_state[OPENED] = (key, typed)
    return opened[1]


def unedited(key: str) -> Callable[[], bool]:
    """Remember what is typed in a grid; the answer tells later whether it still is."""
    seen = deepcopy(st.session_state[key]["edited_rows"])
    return lambda: bool(st.session_state[key]["edited_rows"] == seen)


def columns(year: int) -> dict[str, Any]:
    """Set up titles, widths and editors of the columns."""
    text = st.column_config.TextColumn
    number = partial(text, alignment="right")
    statuses = [*reversed(STATUSES), WITHDRAWN]
    return {
        typed_grid.CODE: text(width=60, pinned=True),
        typed_grid.NAME: text(width=150 if is_narrow() else 232),
        typed_grid.AREA: text(width=170, pinned=True),
        typed_grid.GROUP: text(width=170),
        typed_grid.UNIT: text(width=104),
        typed_grid.BEFORE: number(f"Cả năm {year - 1}", width=140),
        typed_grid.HELD: number(width=156),
        typed_grid.VALUE: number(width=100),
        typed_grid.STATUS: st.column_config.SelectboxColumn(
            width=110, options=statuses, required=True
        ),
        typed_grid.SOURCE: text(width=130, max_chars=LONGEST_TEXT),
        typed_grid.NOTE: text(width=130, max_chars=LONGEST_TEXT),
    }
