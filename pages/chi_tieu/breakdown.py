"""The breakdown of an indicator that is looked at."""

from collections.abc import Collection

import streamlit as st

from indicators.catalogue.groups import group_label
from indicators.dossier.dossier import groups_in
from indicators.store.connection import Store
from indicators.store.history import catalogue_at
from pages.parts.view import View, word_in


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
