"""The rows of a briefing narrowed by group, status and agency: links, and a field to add one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st
from markupsafe import Markup

from indicators.board.board import Board
from indicators.board.partition import Part
from indicators.board.search import asked_for
from indicators.briefing.brief import Brief, BriefError, Selection, chosen_rows
from indicators.progress.results import Status
from indicators.wording.labels import ASSESSED, SHORT, UNASSESSED
from pages.bao_cao.choice import WHOLE, Choice, codes_of
from pages.parts.block import show
from pages.parts.indicator_search import PIXELS, SHOWN, answers, found_item, nothing_found, typed_in
from pages.parts.links import Links
from pages.parts.scopes import scope_choices
from pages.parts.templates import blocks
from pages.parts.view import View

FILTERS = blocks("bao_cao/filters.html")


@dataclass(frozen=True, slots=True)
class Facet:
    """One list of a selection: its name, its field, its values with their words.

    A value that is a status is shown with its mark.
    """

    name: str
    field: str
    values: Sequence[tuple[Status | None, str, str]]


def title(board: Board, brief: Brief | None, choice: Choice, links: Links) -> Markup:
    """Say how many indicators are chosen, with the scopes beside it."""
    scopes = scope_choices(board.scope, links, choice.where)
    return FILTERS.title(how_many(brief), scopes)


def how_many(brief: Brief | None) -> str:
    """Count what is chosen, in words."""
    if brief is None:
        return "chưa có chỉ tiêu nào"
    whole = "cả chương trình, " if brief.is_whole else ""
    of_part = f"{brief.part}, " if brief.part else ""
    return f"{whole}{of_part}{len(brief.rows)} chỉ tiêu"


def filters(board: Board, choice: Choice, links: Links) -> Markup:
    """Offer groups, statuses and agencies, any number of each, and the way back to all."""
    own = choice.selection.indicators
    return FILTERS.filters(
        [line(facet, board, choice, links) for facet in facets(board)],
        f"{len(own)} chỉ tiêu chọn riêng" if own else "",
        choice.where(links, replace(choice.selection, indicators=())),
        "" if choice.selection == WHOLE else choice.where(links, WHOLE),
    )


def start_anew(choice: Choice, links: Links) -> Markup:
    """Lead back to the whole programme."""
    return FILTERS.start_anew(choice.where(links, WHOLE))


def facets(board: Board) -> list[Facet]:
    """List what the programme can be narrowed by, in document order."""
    short = board.catalogue.agency_names
    leads = dict.fromkeys(short[row.indicator.lead] for row in board.programme)
    led = [Facet("Chủ trì", "agencies", [(None, name, name) for name in leads])]
    here = {row.status for row in board.programme}
    statuses = [each for each in (*ASSESSED, *UNASSESSED) if each in here]
    return [
        Facet("Nhóm", "groups", [(None, g.code, g.name) for g, _ in board.groups()]),
        Facet("Đánh giá", "statuses", [(s, s.value, SHORT[s]) for s in statuses]),
        *(led if board.scope == "city" else []),
    ]


def line(facet: Facet, board: Board, choice: Choice, links: Links) -> tuple[object, ...]:
    """Offer the values of one list: its name, the way to all of them, each of them."""
    every = (narrowed(choice, facet, (), links), not held(choice, facet))
    values = [
        (status, shown, *value_link(facet, value, board, choice, links))
        for status, value, shown in facet.values
    ]
    return facet.name, every, values


def value_link(
    facet: Facet, value: str, board: Board, choice: Choice, links: Links
) -> tuple[int, str, bool]:
    """Count a value's rows and give the address that puts it in, or takes it out; '' for neither.

    The last says whether it is in.
    """
    before = held(choice, facet)
    count = counted(board, replace(choice.selection, **{facet.field: (value,)}))
    if value in before:
        rest = tuple(each for each in before if each != value)
        return count, narrowed(choice, facet, rest, links), True
    return count, narrowed(choice, facet, (*before, value), links) if count else "", False


def held(choice: Choice, facet: Facet) -> tuple[str, ...]:
    """The values that are chosen."""
    values: tuple[str, ...] = getattr(choice.selection, facet.field)
    return values


def narrowed(choice: Choice, facet: Facet, values: tuple[str, ...], links: Links) -> str:
    """Address of the choice with other values in one list."""
    return choice.where(links, replace(choice.selection, **{facet.field: values}))


def counted(board: Board, selection: Selection) -> int:
    """How many rows a selection has; none where a name of it is not known."""
    try:
        return len(chosen_rows(board, selection))
    except BriefError:
        return 0


def part_of(choice: Choice, links: Links) -> Callable[[Part], str]:
    """Give the address of the chosen rows of one part: by its status, without one by codes."""

    def where(part: Part) -> str:
        if part.status:
            return choice.where(links, replace(choice.selection, statuses=(part.status.value,)))
        codes = tuple(row.indicator.code for row in part.rows)
        return choice.where(links, Selection(codes))

    return where


@st.fragment
def one_by_one(board: Board, brief: Brief | None, choice: Choice, view: View) -> None:
    """Draw the field that adds one indicator; only this part runs while somebody types."""
    with st.container(width=PIXELS):
        typed = typed_in("Thêm từng chỉ tiêu", choice.where(view.links))
    if not typed:
        return
    whole = choice.selection == WHOLE
    here = () if brief is None or whole else codes_of(brief)
    found = [row for row in asked_for(board, typed) if row.indicator.code not in here]
    items = [
        found_item(row, choice.where(view.links, Selection((*here, row.indicator.code))))
        for row in found[:SHOWN]
    ]
    show(answers("Chỉ tiêu tìm thấy", items) if items else nothing_found(typed))
