"""The rows of a briefing narrowed by group, status and agency: links, and a field to add one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from indicators.board.board import Board
from indicators.board.search import asked_for
from indicators.briefing.brief import Brief, BriefError, Selection, chosen_rows
from indicators.progress.results import Status
from indicators.wording.labels import ASSESSED, SHORT, UNASSESSED
from pages.bao_cao.choice import WHOLE, Choice, codes_of
from pages.parts.badges import chip
from pages.parts.block import show
from pages.parts.indicator_search import PIXELS, SHOWN, answers, found_item, nothing_found, typed_in
from pages.parts.links import SCOPE_NAMES, Links
from pages.parts.switches import CURRENT, pick
from pages.parts.view import View

CHOSEN = ' aria-current="true"'
LEAD = (
    "Chọn chỉ tiêu, xem trước rồi tạo tài liệu. Lựa chọn nằm trong địa chỉ của trang: gửi liên kết "
    "là người khác mở lại đúng như vậy."
)


@dataclass(frozen=True, slots=True)
class Facet:
    """One list of a selection: its name, its field, its values with the HTML they are shown as."""

    name: str
    field: str
    values: Sequence[tuple[str, str]]


def title(board: Board, brief: Brief | None, choice: Choice, links: Links) -> str:
    """Say how many indicators are chosen, with the scopes beside it."""
    scopes = "".join(
        f'<a href="{escape(choice.where(links.of_scope(scope)))}"'
        f"{CURRENT if scope == board.scope else ''}>{name}</a>"
        for scope, name in SCOPE_NAMES.items()
    )
    return (
        f'<div class="head"><h1>Báo cáo: {how_many(brief)}</h1>'
        f'<nav class="switch" aria-label="Phạm vi">{scopes}</nav></div><p class="lead">{LEAD}</p>'
    )


def how_many(brief: Brief | None) -> str:
    """Count what is chosen, in words."""
    if brief is None:
        return "chưa có chỉ tiêu nào"
    whole = "cả chương trình, " if brief.is_whole else ""
    return f"{whole}{len(brief.rows)} chỉ tiêu"


def filters(board: Board, choice: Choice, links: Links) -> str:
    """Offer groups, statuses and agencies, any number of each, and the way back to all."""
    lines = "".join(line(facet, board, choice, links) for facet in facets(board))
    lines += own_list(choice, links) if choice.selection.indicators else ""
    anew = f"<p>{start_anew(choice, links)}</p>" if choice.selection != WHOLE else ""
    return f'<div class="narrow">{lines}</div>{anew}'


def start_anew(choice: Choice, links: Links) -> str:
    """Lead back to the whole programme."""
    return f'<a href="{escape(choice.where(links, WHOLE))}">Chọn lại từ đầu</a>'


def own_list(choice: Choice, links: Links) -> str:
    """Say that indicators were chosen one by one, with the way back to all."""
    every = choice.where(links, replace(choice.selection, indicators=()))
    told = f"{len(choice.selection.indicators)} chỉ tiêu chọn riêng"
    return f"<b>Danh sách</b><div>{pick(told, 'Bỏ danh sách chọn riêng', every)}</div>"


def facets(board: Board) -> list[Facet]:
    """List what the programme can be narrowed by, in document order."""
    short = board.catalogue.agency_names
    leads = dict.fromkeys(short[row.indicator.lead] for row in board.programme)
    here = {row.status for row in board.programme}
    statuses = [each for each in (*ASSESSED, *UNASSESSED) if each in here]
    return [
        Facet("Nhóm", "groups", [(g.code, escape(g.name)) for g, _ in board.groups()]),
        Facet("Đánh giá", "statuses", [(s.value, chip(s, "") + SHORT[s]) for s in statuses]),
        Facet("Chủ trì", "agencies", [(name, escape(name)) for name in leads]),
    ]


def line(facet: Facet, board: Board, choice: Choice, links: Links) -> str:
    """Offer the values of one list."""
    every = link("Tất cả", narrowed(choice, facet, (), links), current=not held(choice, facet))
    values = "".join(
        value_link(facet, value, shown, board, choice, links) for value, shown in facet.values
    )
    return f'<b>{facet.name}</b><nav class="switch" aria-label="{facet.name}">{every}{values}</nav>'


def value_link(
    facet: Facet, value: str, shown: str, board: Board, choice: Choice, links: Links
) -> str:
    """Link that puts a value in, or takes it out; it says how many rows the value has."""
    before = held(choice, facet)
    count = counted(board, replace(choice.selection, **{facet.field: (value,)}))
    text = f"{shown} <small>{count}</small>"
    if value in before:
        rest = tuple(each for each in before if each != value)
        return link(text, narrowed(choice, facet, rest, links), current=True)
    if not count:
        return f'<span class="none">{text}</span>'
    return link(text, narrowed(choice, facet, (*before, value), links))


def held(choice: Choice, facet: Facet) -> tuple[str, ...]:
    """The values that are chosen."""
    values: tuple[str, ...] = getattr(choice.selection, facet.field)
    return values


def narrowed(choice: Choice, facet: Facet, values: tuple[str, ...], links: Links) -> str:
    """Address of the choice with other values in one list."""
    return choice.where(links, replace(choice.selection, **{facet.field: values}))


def link(text: str, where: str, *, current: bool = False, title: str = "") -> str:
    """Link one value; `text` is HTML."""
    more = f' title="{escape(title)}"' if title else ""
    return f'<a href="{escape(where)}"{more}{CHOSEN if current else ""}>{text}</a>'


def counted(board: Board, selection: Selection) -> int:
    """How many rows a selection has; none where a name of it is not known."""
    try:
        return len(chosen_rows(board, selection))
    except BriefError:
        return 0


def of_status(choice: Choice, links: Links) -> Callable[[Status], str]:
    """Give the address of the chosen rows of one status."""
    return lambda status: choice.where(links, replace(choice.selection, statuses=(status.value,)))


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
