"""The head of a group's page, and the list to choose one from."""

from html import escape

from indicators.board.board import Board, Scope
from indicators.board.summary import group_finding
from indicators.catalogue.records import Group
from indicators.comparison.suggestions import alike_in
from pages.parts.comparison_links import alike_links
from pages.parts.links import SCOPE_NAMES, Links
from pages.parts.switches import CURRENT
from pages.parts.tiles import bar

STALE_AT = "#dien-bien"


def crumbs(board: Board, group: Group, links: Links) -> str:
    """Show the way up to the list of groups, and to the groups before and after."""
    groups = [known for known, _ in board.groups()]
    place = groups.index(group)
    steps = [step(known, links, "‹ ", "") for known in groups[max(place - 1, 0) : place]]
    steps += [step(known, links, "", " ›") for known in groups[place + 1 : place + 2]]
    up = escape(links.group(None))
    return (
        f'<nav class="crumbs"><span><a href="{up}">Nhóm</a> › {escape(group.name)}</span>'
        f"<span>{' · '.join(steps)}</span></nav>"
    )


def step(group: Group, links: Links, left: str, right: str) -> str:
    """Link a neighbour."""
    where = escape(links.group(group.code))
    return f'<a href="{where}">{left}{escape(group.name)}{right}</a>'


def title(part: Board, group: Group, scopes: list[Scope], links: Links) -> str:
    """Show the finding as the page's title, the aim below it, the scopes at its side."""
    return (
        f'<div class="head"><h1>{escape(group_finding(part, group))}</h1>'
        f"{switch(part, group, scopes, links)}</div>{aim(part, group)}"
    )


def switch(part: Board, group: Group, scopes: list[Scope], links: Links) -> str:
    """Offer the scopes in which the group has something."""
    if len(scopes) < 2:
        return ""
    choices = "".join(
        f'<a href="{escape(links.of_scope(scope).group(group.code))}"'
        f"{CURRENT if scope == part.scope else ''}>{SCOPE_NAMES[scope]}</a>"
        for scope in scopes
    )
    return f'<nav class="switch" aria-label="Phạm vi">{choices}</nav>'


def aim(part: Board, group: Group) -> str:
    """Show the group's aim, or the programme's, said to be the programme's."""
    if group.aim:
        return f'<p class="lead aim">Mục tiêu của nhóm: {escape(group.aim)}.</p>'
    whole = part.catalogue.setting_values.get("programme_aim")
    if not whole:
        return ""
    return (
        '<p class="lead aim">Mục tiêu chung của cả chương trình (ghi tóm tắt; văn bản không ghi '
        f"bằng lời cho từng nhóm): {escape(whole[0].lower() + whole[1:])}.</p>"
    )


def status_bar(part: Board, group: Group, links: Links, stale_at: str = STALE_AT) -> str:
    """Show the statuses of a group; each part leads to its rows in the tracking table."""
    return bar(part, links.carrying(nhom=group.name), stale_at)


def comparisons(part: Board, links: Links) -> str:
    """Lead to comparisons of the indicators that are counted alike."""
    choices = alike_links(alike_in(part.rows), links)
    return f'<p class="ways quiet">So sánh: {choices}</p>' if choices else ""


def group_list(board: Board, links: Links) -> str:
    """List the groups with their statuses."""
    sections = ""
    for group, rows in board.groups():
        where = links.group(group.code)
        sections += (
            f'<section><h2><a href="{escape(where)}">{escape(group.name)}</a> '
            f"<small>{len(rows)} chỉ tiêu</small></h2>"
            f"{status_bar(board.of_group(group.code), group, links, escape(where + STALE_AT))}"
            "</section>"
        )
    return f'<h1>Các nhóm chỉ tiêu</h1><div class="groups">{sections}</div>'
