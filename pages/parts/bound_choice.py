"""A choice that lives in the page's address; an address that names none of it is refused."""

from collections.abc import Collection, Sequence
from typing import TypeVar

import streamlit as st

from pages.parts.view import AddressError, page_parameters, refuse_address, word_in

Option = TypeVar("Option", str, int)


def bound_choice(
    place: st.delta_generator.DeltaGenerator,
    label: str,
    key: str,
    options: Sequence[Option],
    *,
    first: int = 0,
) -> Option:
    """Draw one choice among options; where the address has none of them, say so and end the run."""
    word_asked(key, [str(option) for option in options])
    return place.selectbox(label, options, index=first, key=key, bind="query-params")


def bound_filter(
    place: st.delta_generator.DeltaGenerator,
    label: str,
    key: str,
    options: Sequence[str],
    known: Collection[str] = (),
) -> str | None:
    """Draw one filter; its first option stands for all, and is None.

    Of the words that are `known` though nothing is found by them now, one in the address is kept.
    """
    asked = word_asked(key, [*options, *known])
    offered = list(dict.fromkeys([*options, asked])) if asked else options
    chosen = bound_choice(place, label, key, offered)
    return None if chosen == options[0] else chosen


def word_asked(key: str, words: Collection[str]) -> str:
    """Read a word from the address here, as a fragment would keep an exception to itself."""
    try:
        return word_in(page_parameters(), key, words)
    except AddressError as refusal:
        refuse_address(refusal)
