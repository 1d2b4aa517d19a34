"""What every page of an illustrative board says of itself, and why a board is shown only."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from indicators.settings.board import board_nature
from indicators.store.clock import today
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.wording.illustrative import MARK, NOT_FOR_REPORTS, standing_line
from pages.navigation import PRODUCT
from pages.parts.captions import with_captions
from pages.parts.links import MARKED
from pages.parts.notice import show_notice
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import page_parameters

((PARAMETER, SET),) = MARKED.items()
SHOWN_ONLY = "CHỈ XEM"


class ForeignAddressError(StoreError):
    """An address of the other board; the message says so."""


def is_illustrative() -> bool:
    """Whether this server serves made-up figures; settled when it was started."""
    return board_nature() == "illustrative"


def mark() -> str:
    """Give what is to stand across what is drawn here; '' for real figures."""
    return MARK if is_illustrative() else ""


def tab_title(title: str = "") -> str:
    """Name a browser's tab by what the page shows, then the product."""
    return " · ".join(filter(None, (MARK if is_illustrative() else "", title, PRODUCT)))


def name_tab(title: str) -> None:
    """Name the tab of the page being drawn."""
    st.set_page_config(page_title=tab_title(title))


def captioned(block: str) -> str:
    """Put the mark over every table of a block; a block of the real board stays as it is."""
    return with_captions(block) if is_illustrative() else block


def check_address() -> None:
    """Mark the address of an illustrative page; refuse such an address on the real board."""
    if is_illustrative():
        if page_parameters().get(PARAMETER) != SET:
            st.query_params[PARAMETER] = SET
        return
    try:
        refuse_foreign(page_parameters())
    except ForeignAddressError as reason:
        show_notice(
            "Địa chỉ này thuộc bảng minh họa",
            str(reason),
            "Hãy mở địa chỉ này trên bảng minh họa (make demo), hoặc mở lại trang từ menu để xem "
            "số liệu thật.",
        )
        st.stop()


def refuse_foreign(asked: Mapping[str, str]) -> None:
    """Refuse an address of the illustrative board on the real one; raises ForeignAddressError."""
    if not is_illustrative() and PARAMETER in asked:
        raise ForeignAddressError(
            f"Địa chỉ có {PARAMETER}={asked[PARAMETER]}, còn đây là bảng theo dõi với số "
            "liệu thật; hai bảng không dùng lẫn địa chỉ, để không ai nhầm số liệu giả định với số "
            "liệu thật."
        )


def standing_banner(store: Store) -> Markup:
    """Say above the page which day an illustrative board is at, why a board is shown only."""
    standing = blocks("parts/nature.html").standing
    if is_illustrative():
        return standing(MARK, standing_line(today(store)), NOT_FOR_REPORTS)
    return standing(SHOWN_ONLY, store.lag.sentence) if store.lag else NOTHING
