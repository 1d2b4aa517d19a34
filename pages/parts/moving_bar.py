"""A bar that says how far long work is, for as long as it lasts.

Each drawing is also where Streamlit ends a run whose reader asked for something else, or left.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

Draw = Callable[[float, str], object]
"""Shows which part of the work, 0 to 1, is done, with a line of Markdown."""


@contextmanager
def moving_bar() -> Iterator[Draw]:
    """Give what draws the bar, and take it away at the end."""
    place = st.empty()
    yield place.progress
    place.empty()
