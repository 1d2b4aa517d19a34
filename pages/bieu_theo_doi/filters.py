"""The filters of the tracking table; their state lives in the page's address."""

import streamlit as st

from indicators.board.board import Board, Row
from indicators.board.partition import all_parts, part_word
from indicators.board.search import asked_for
from indicators.briefing.brief import Selection
from pages.parts.bound_choice import bound_filter

EVERY = {"nhom": "Mọi nhóm", "trang_thai": "Mọi đánh giá", "co_quan": "Mọi cơ quan"}


def choose_rows(board: Board) -> list[Row]:
    """Draw the filters and give the rows they leave."""
    groups = {group.code: group.name for group, _ in board.groups()}
    agencies = board.catalogue.agency_names
    leads = list(dict.fromkeys(agencies[row.indicator.lead] for row in board.programme))
    parts = [part.word for part in all_parts(board)]
    occurring = [part.word for part in all_parts(board) if part.rows]
    names = [group.name for group in board.catalogue.groups]
    first, second, third, fourth = st.columns([3, 2, 2, 3])
    group = bound_filter(first, "Nhóm chỉ tiêu", "nhom", [EVERY["nhom"], *groups.values()], names)
    status = bound_filter(
        second, "Đánh giá", "trang_thai", [EVERY["trang_thai"], *occurring], parts
    )
    led = board.scope == "city"  # nobody of the city answers for the country
    lead = (
        bound_filter(
            third, "Cơ quan chủ trì", "co_quan", [EVERY["co_quan"], *leads], agencies.values()
        )
        if led
        else None
    )
    typed = fourth.text_input(
        "Tìm theo mã, tên, cơ quan",
        key="tim",
        bind="query-params",
        placeholder="ví dụ: dai hoc, CS02",
    )
    found = {row.indicator.code for row in asked_for(board, typed)} if typed else board.by_code
    return [
        row
        for row in board.programme
        if group in (None, groups[row.indicator.group])
        and status in (None, part_word(row))
        and lead in (None, agencies[row.indicator.lead])
        and row.indicator.code in found
    ]


def filtered(board: Board, rows: list[Row]) -> Selection:
    """Give the selection of a briefing that the filters stand for: by codes where need be."""
    if st.session_state.get("tim") or st.session_state.get("trang_thai") != EVERY["trang_thai"]:
        return Selection(tuple(row.indicator.code for row in rows))
    codes = {group.name: group.code for group in board.catalogue.groups}
    group, lead = st.session_state.get("nhom"), st.session_state.get("co_quan")
    return Selection(
        groups=(codes[group],) if group in codes else (),
        agencies=() if lead in (None, EVERY["co_quan"]) else (lead,),
    )
