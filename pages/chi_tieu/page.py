"""One indicator: its trajectory, its verdict with the arithmetic, its figures and sources."""

from collections.abc import Collection
from functools import partial

import streamlit as st
from markupsafe import Markup

from indicators.board.board import assess
from indicators.catalogue.groups import group_label
from indicators.dossier.dossier import Dossier, groups_in, open_dossier
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.held import Key
from indicators.store.history import catalogue_at
from pages.chi_tieu.head import crumbs, index, title
from pages.chi_tieu.provenance import asked_figure, provenance_panel
from pages.chi_tieu.screens import indicator_screens
from pages.chi_tieu.sections import beside, figures, ground, reckoned, steps
from pages.chi_tieu.trajectory import figures_taken, show_trajectory, taken_along
from pages.chi_tieu.verdict import answer, reckoning, stage_panel
from pages.chi_tieu.what_if import asked_change
from pages.parts.as_of_line import as_of_line, now_link
from pages.parts.block import show
from pages.parts.chart_frame import ink
from pages.parts.nature import name_tab
from pages.parts.notice import show_notice, ways_on
from pages.parts.presenting.screen import present, presented_link
from pages.parts.refusals import for_reader
from pages.parts.taking import taking
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View, read_view_or_stop, word_in
from pages.parts.window import is_narrow
from pages.server.gate import open_board


def choose_group(store: Store, view: View, code: str) -> str | None:
    """Let the reader pick a breakdown where there are any; a presentation shows no widget."""
    groups = view.once(("groups", code), lambda: groups_in(store, view.moment, code, view.scope))
    labels = {group_label(group): group for group in groups}
    check_breakdown(view, labels)
    if len(groups) < 2:
        return None
    if view.presented:
        return labels.get(view.parameters.get("phan_to", ""))
    return labels[
        st.selectbox("Phân tổ", list(labels), key="phan_to", bind="query-params", width=280)
    ]


def check_breakdown(view: View, labels: Collection[str]) -> None:
    """Refuse a breakdown that is none; one that there is may have figures at another moment.

    So may the total.
    """
    catalogue = catalogue_at(view.store, view.moment.version.number)
    text = view.parameters.get("phan_to", "")
    known = {group_label(""), *(each.value for each in catalogue.breakdowns)}
    is_known = {*text.split(", ")} <= known
    word_in(view.parameters, "phan_to", [text] if is_known else labels)


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


store = open_board()
view = read_view_or_stop(store)
code = view.parameters.get("ma")
if code is None:
    show(as_of_line(view), index(assess(store, view.moment, view.scope), view.links))
    st.stop()
code = code.strip().upper()
top = st.container()
group = choose_group(store, view, code)
dossier = view.once(
    ("dossier", code, group),
    partial(open_dossier, store, view.moment, code, view.scope, group),
)
if dossier is None:
    show_notice(
        "Không có chỉ tiêu này",
        f"Không có chỉ tiêu mang mã '{code}' ở phạm vi và thời điểm đang xem.",
        "Hãy chọn trong danh sách chỉ tiêu, hoặc tìm theo tên ở ô Tìm chỉ tiêu.",
        way_out=now_link(view) + ways_on(*elsewhere(view, code)),
    )
    st.stop()
asked_change(view)
name_tab(f"{code} {dossier.row.indicator.short_name}")
if view.presented:
    colours = ink()
    present(
        ("indicator", code, group, colours),
        partial(indicator_screens, dossier, ink=colours),
        view,
        "chi-tieu",
    )
with top:
    show(
        as_of_line(view, presented_link(view)),
        crumbs(dossier, view.links),
        title(dossier, view.links),
    )
show_indicator(dossier, view, show_provenance(store, dossier, view))
