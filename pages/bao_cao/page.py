"""Briefings to take along: rows chosen, seen before, had as slides, report and other files."""

from functools import partial

import streamlit as st

from indicators.board.board import Board, assess
from indicators.briefing.brief import Brief, BriefError, chosen_on
from pages.bao_cao.choice import Choice, read_choice
from pages.bao_cao.filters import filters, one_by_one, start_anew, title
from pages.bao_cao.making import NOTICE, offer_files
from pages.bao_cao.preview import chosen_list, preview
from pages.parts.as_of_line import as_of_line
from pages.parts.block import show
from pages.parts.templates import NOTHING
from pages.parts.view import View, read_view_or_stop
from pages.server.gate import open_board


def read_brief(board: Board, view: View) -> tuple[Choice, Brief | None, str]:
    """Read the choice and its rows; without rows the sentence that says why."""
    choice = Choice()
    try:
        choice = read_choice(view.parameters, board.catalogue, view.store.path.parent)
        return choice, chosen_on(view.store, view.moment, choice.selection, view.scope), ""
    except BriefError as refusal:
        return choice, None, str(refusal)


store = open_board()
view = read_view_or_stop(store)
board = assess(store, view.moment, view.scope)
choice, brief, refusal = read_brief(board, view)
head = view.once(("brief head", choice, refusal), lambda: title(board, brief, choice, view.links))
anew = start_anew(choice, view.links)
show(as_of_line(view), head, NOTICE.refusal(refusal, anew) if refusal else NOTHING)
with st.container(key="bao-cao"):
    choosing, making = st.columns([5, 4], gap="large")
with choosing:
    show(view.once(("brief filters", choice), lambda: filters(board, choice, view.links)))
    one_by_one(board, brief, choice, view)
if brief is None:
    st.stop()
with choosing:
    show(view.once(("brief rows", choice), partial(chosen_list, brief, choice, view.links)))
with making:
    show(view.once(("brief preview", choice), partial(preview, brief, choice, view.links)))
    offer_files(choice, view)
