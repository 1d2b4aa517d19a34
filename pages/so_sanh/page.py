"""Two to six indicators, or one over areas and breakdowns, side by side in one frame."""

from functools import partial

import streamlit as st

from indicators.board.board import assess
from indicators.comparison.comparison import Question, codes_of
from indicators.comparison.making import compare
from indicators.wording.comparisons import no_indicator
from pages.parts.as_of_line import as_of_line
from pages.parts.block import show
from pages.parts.chart_frame import ink
from pages.parts.links import question_words, read_question
from pages.parts.nature import name_tab
from pages.parts.presenting.screen import present, presented_link
from pages.parts.taking import address_taken, picture_taken, table_taken, taking
from pages.parts.templates import NOTHING
from pages.parts.view import View, read_view_or_stop
from pages.server.gate import open_board
from pages.so_sanh.blocks import PAGE, head, pictures, rows
from pages.so_sanh.fields import fields, first_field
from pages.so_sanh.index import INDEX, comparison_index
from pages.so_sanh.screens import comparison_screens


def show_index(question: Question, view: View) -> None:
    """Offer what could be compared; say it where none of what was asked for is there."""
    board = assess(view.store, view.moment, view.scope)
    unknown = PAGE.note(no_indicator(question.codes)) if question.codes else NOTHING
    show(as_of_line(view), INDEX.head(), unknown)
    first_field(board, view)
    index = view.once("comparisons", lambda: comparison_index(view.store, board, view.links))
    show(index)


store = open_board()
view = read_view_or_stop(store)
question = read_question(view.parameters)
asked = ("comparison", question)
comparison = view.once(asked, lambda: compare(store, view.moment, view.scope, question))
if comparison is None:
    show_index(question, view)
    st.stop()
name_tab(f"So sánh {', '.join(codes_of(comparison))}")
if view.presented:
    colours = ink()
    present(
        (*asked, colours),
        partial(comparison_screens, comparison, ink=colours),
        view,
        "so-sanh",
    )
top = view.once((*asked, "head"), partial(head, comparison, question, view))
show(as_of_line(view, presented_link(view)), top)
fields(comparison, question, view)
picture = picture_taken(view, "hinh-so-sanh", question_words(question))
table = table_taken(view, "so-sanh", question_words(question))
show(
    view.once((*asked, "pictures", ink()), partial(pictures, comparison, view)),
    taking(picture, table, address_taken(view, "so-sanh")),
    view.once((*asked, "rows"), partial(rows, comparison, view)),
)
