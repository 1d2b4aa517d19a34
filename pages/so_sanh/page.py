"""Two to six indicators, or one over areas and breakdowns, side by side in one frame."""

from html import escape

import streamlit as st

from indicators.board.board import assess, version_line
from indicators.charts.compared_panels import first_year
from indicators.comparison.compare import compare
from indicators.comparison.comparison import Comparison, Question, codes_of
from indicators.comparison.table import source_line
from indicators.wording.comparisons import no_indicator
from pages.parts.as_of_line import as_of_line
from pages.parts.block import show
from pages.parts.chart_frame import ink
from pages.parts.links import question_words, read_question
from pages.parts.nature import name_tab
from pages.parts.presenting.screen import present, presented_link
from pages.parts.taking import address_taken, set_taken, table_taken, taking
from pages.parts.view import View, read_view_or_stop
from pages.server.gate import open_board
from pages.so_sanh.choice import choice, scopes
from pages.so_sanh.fields import fields, first_field
from pages.so_sanh.index import comparison_head, comparison_index
from pages.so_sanh.panels import panels
from pages.so_sanh.rows import comparison_rows
from pages.so_sanh.screens import comparison_screens


def head(comparison: Comparison, question: Question, view: View) -> str:
    """Write the finding, what is chosen, and what could not be done as asked."""
    more = f'<p class="lead">{escape(comparison.second)}</p>' if comparison.second else ""
    remarks = "".join(f'<p class="note">{escape(line)}</p>' for line in comparison.remarks)
    return (
        f'<div class="head"><h1>{escape(comparison.title)}</h1>'
        f"{scopes(comparison, question, view.links)}</div>{more}"
        f"{choice(comparison, question, view.links)}{remarks}"
    )


def pictures(comparison: Comparison, view: View) -> str:
    """Write the pictures, and where their figures come from."""
    foot = f"{source_line(comparison)} · {version_line(comparison.board)}"
    return (
        f'<h2 id="dien-bien">Diễn biến</h2>{panels(comparison, ink(), view.links)}'
        f'<p class="foot">{escape(foot)}</p>'
    )


def rows(comparison: Comparison, view: View) -> str:
    """Write the table of the figures."""
    table = comparison_rows(comparison, first_year(comparison), view.links)
    return f'<h2 id="bang">Bảng số liệu</h2>{table}'


def show_index(question: Question, view: View) -> None:
    """Offer what could be compared; say it where none of what was asked for is there."""
    board = assess(view.store, view.moment, view.scope)
    unknown = f'<p class="note">{escape(no_indicator(question.codes))}</p>'
    show(as_of_line(view), comparison_head(), unknown if question.codes else "")
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
        lambda led: comparison_screens(comparison, colours, led.links),
        view,
        "so-sanh",
    )
top = view.once((*asked, "head"), lambda: head(comparison, question, view))
show(as_of_line(view, presented_link(view)), top)
fields(comparison, question, view)
picture = set_taken(view, "hinh-so-sanh", question_words(question))
table = table_taken(view, "so-sanh", question_words(question))
show(
    view.once((*asked, "pictures", ink()), lambda: pictures(comparison, view)),
    taking(picture, table, address_taken(view, "so-sanh")),
    view.once((*asked, "rows"), lambda: rows(comparison, view)),
)
