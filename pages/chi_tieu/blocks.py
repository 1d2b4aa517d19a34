"""What stands on an indicator's page, one block below the other."""

import streamlit as st
from markupsafe import Markup

from indicators.board.board import assess
from indicators.dossier.dossier import Dossier
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.held import Key
from pages.chi_tieu.provenance import asked_figure, provenance_panel
from pages.chi_tieu.sections import beside, figures, ground, reckoned, steps
from pages.chi_tieu.trajectory import figures_taken, show_trajectory, taken_along
from pages.chi_tieu.verdict import answer, reckoning, stage_panel
from pages.parts.block import show
from pages.parts.refusals import for_reader
from pages.parts.taking import taking
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View
from pages.parts.window import is_narrow


def show_provenance(store: Store, dossier: Dossier, view: View) -> Key | None:
    """Draw where the figure asked for comes from, and say which it is."""
    try:
        key = asked_figure(dossier, view)
    except StoreError as refusal:
        show(blocks("parts/notice.html").refusal(for_reader(refusal)))
        return None
    if key:
        show(provenance_panel(store, view, dossier, key))
    return key


def verdict(dossier: Dossier, view: View) -> Markup:
    """Write the verdict; a wide page has room for how it was reached."""
    return answer(dossier) + (NOTHING if is_narrow() else reckoning(dossier, view.links))


def show_indicator(dossier: Dossier, view: View, asked: Key | None) -> None:
    """Draw verdict and chart side by side, what is to be done, the figures and the ground below.

    On a telephone they follow one another, and what is below the chart folds.
    """
    code, narrow, links = dossier.row.indicator.code, is_narrow(), view.links
    with st.container(key="hinh-va-danh-gia"):
        show(view.once(("verdict", code, narrow), lambda: verdict(dossier, view)))
        with st.container():
            if dossier.row.indicator.kind == "milestone":
                show(stage_panel(dossier), taken_along(dossier, view))
            else:
                show_trajectory(dossier, view)
    taken = taking(figures_taken(dossier, view))
    below = ("figures", code, dossier.group, asked, narrow)
    show(
        steps(dossier),
        reckoned(dossier, links) if narrow else NOTHING,
        view.once(below, lambda: figures(dossier, links, asked, taken, narrow=narrow)),
        view.once(("ground", code, narrow), lambda: ground(dossier, narrow=narrow)),
        beside(dossier, links) if narrow else NOTHING,
    )


def elsewhere(view: View, code: str) -> list[tuple[str, str]]:
    """Lead on from a code that is not there: to the city's figures where those are, to the list."""
    city = assess(view.store, view.moment)
    links = view.links
    found = [(links.of_scope("city").indicator(code), f"Xem {code} của Hải Phòng")]
    return [
        *(found if view.scope == "national" and code in city.by_code else []),
        (links.indicators(), "Danh sách chỉ tiêu"),
        (links.overview(), "Tổng quan"),
    ]
