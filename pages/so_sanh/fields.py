"""The fields of a comparison in which an indicator or an area is found and added."""

import streamlit as st

from indicators.board.board import Board
from indicators.board.search import asked_for
from indicators.comparison.comparison import Comparison, Question, codes_of
from indicators.figures.disaggregation import BY_AREA, BY_COMMUNE, slug
from indicators.wording.comparisons import MOST
from indicators.wording.search import matches
from pages.parts.block import show
from pages.parts.indicator_search import PIXELS, SHOWN, answers, found_item, nothing_found, typed_in
from pages.parts.templates import blocks
from pages.parts.view import View
from pages.so_sanh.choice import FEW, with_areas

FIELDS = blocks("so_sanh/fields.html")


@st.fragment
def fields(comparison: Comparison, question: Question, view: View) -> None:
    """Draw the fields; only this part runs while somebody types."""
    place, codes = view.links.comparison(question), codes_of(comparison)
    by_area = comparison.way in (BY_AREA, BY_COMMUNE)
    if len(codes) >= MOST:
        return
    with st.container(horizontal=True):
        with st.container(width=PIXELS):
            add_indicator(comparison.board, codes, place, view)
        if by_area or len(comparison.places) > FEW:
            with st.container(width=PIXELS):
                add_area(comparison, question, place, view)


@st.fragment
def first_field(board: Board, view: View) -> None:
    """Draw the field to choose the first indicator in."""
    with st.container(width=PIXELS):
        add_indicator(board, (), view.links.comparison(Question()), view)


def add_indicator(board: Board, codes: tuple[str, ...], place: str, view: View) -> None:
    """Find an indicator that is not compared yet; the answer leads to the comparison with it."""
    typed = typed_in("Thêm chỉ tiêu" if codes else "Chọn chỉ tiêu", place)
    if not typed:
        return
    found = [row for row in asked_for(board, typed) if row.indicator.code not in codes]
    items = [
        found_item(row, view.links.comparison(Question((*codes, row.indicator.code))))
        for row in found[:SHOWN]
    ]
    show(answers("Chỉ tiêu tìm thấy", items) if items else nothing_found(typed))


def add_area(comparison: Comparison, question: Question, place: str, view: View) -> None:
    """Find an area with figures that is not drawn yet."""
    one = comparison.way not in (BY_AREA, BY_COMMUNE)
    typed = typed_in("Chọn địa bàn" if one else "Thêm địa bàn", place)
    if not typed:
        return
    names = comparison.board.catalogue.area_names
    drawn = kept_areas(comparison, question)
    found = [
        area
        for area in comparison.areas
        if area not in (comparison.held, *drawn) and matches(f"{area} {names[area]}", typed)
    ]
    items = [
        FIELDS.area(names[area], with_area(comparison, drawn, area, view)) for area in found[:SHOWN]
    ]
    show(answers("Địa bàn tìm thấy", items) if items else FIELDS.no_area(typed))


def kept_areas(comparison: Comparison, question: Question) -> tuple[str, ...]:
    """The areas beside which another one is put: those drawn, but not a ranking's own choice."""
    if comparison.way == BY_COMMUNE and not question.areas:
        return ()
    return tuple(each.key[0] for each in comparison.drawn)


def with_area(comparison: Comparison, drawn: tuple[str, ...], area: str, view: View) -> str:
    """Address of the comparison with one area more, or of breakdowns in that area."""
    if comparison.way in (BY_AREA, BY_COMMUNE):
        return with_areas(comparison, (*drawn, area), view.links)
    question = Question(codes_of(comparison), slug(comparison.way), (area,))
    return view.links.comparison(question)
