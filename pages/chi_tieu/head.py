"""The head of an indicator's page, and the list to choose one from."""

from html import escape

from indicators.board.board import CONTEXT_GROUP, Board, Row
from indicators.dossier.dossier import Dossier
from indicators.figures.disaggregation import BY_INDICATOR
from pages.parts.badges import chip
from pages.parts.comparison_links import way_links
from pages.parts.links import SCOPE_NAMES, Links


def crumbs(dossier: Dossier, links: Links) -> str:
    """Show the way up to the group, and to the indicators before and after."""
    i = dossier.row.indicator
    group = dossier.board.catalogue.groups_by_code[i.group]
    alone = group.code == CONTEXT_GROUP  # no group of the programme, so without a page
    up = escape(links.indicators() if alone else links.group(group.code))
    before = step(dossier.previous, links, "‹ ", "")
    after = step(dossier.following, links, "", " ›")
    return (
        f'<nav class="crumbs"><span><a href="{up}">{escape(group.name)}</a> › {i.code}</span>'
        f"<span>{' · '.join(part for part in (before, after) if part)}</span></nav>"
    )


def step(row: Row | None, links: Links, left: str, right: str) -> str:
    """Link a neighbour."""
    if row is None:
        return ""
    i = row.indicator
    where = escape(links.indicator(i.code))
    return f'<a href="{where}">{left}{i.code} {escape(i.short_name)}{right}</a>'


def title(dossier: Dossier, links: Links) -> str:
    """Show the finding as the page's title, name and agency below it, the scopes at its side."""
    i = dossier.row.indicator
    unit = f"Đơn vị tính: {i.unit} · " if i.unit else ""
    return (
        f'<div class="head"><h1>{escape(dossier.title)}</h1>{scopes(dossier, links)}</div>'
        f'<p class="quiet">{escape(unit)}{escape(i.lead)} chủ trì · '
        f"{comparisons(dossier, links)}</p>"
    )


def comparisons(dossier: Dossier, links: Links) -> str:
    """Lead to the comparisons of the indicator with itself and with others."""
    code = dossier.row.indicator.code
    ways = way_links(code, dossier.ways, links, BY_INDICATOR)
    return f'<span class="ways">So sánh: {ways}</span>'


def scopes(dossier: Dossier, links: Links) -> str:
    """Offer the other scope where the indicator has something in it."""
    if not (dossier.nation or dossier.nation_targets or dossier.board.scope == "national"):
        return ""
    code = dossier.row.indicator.code
    choices = "".join(
        f'<a href="{escape(links.of_scope(scope).indicator(code))}"'
        f"{' aria-current=page' if scope == dossier.board.scope else ''}>{SCOPE_NAMES[scope]}</a>"
        for scope in SCOPE_NAMES
    )
    return f'<nav class="switch" aria-label="Phạm vi">{choices}</nav>'


def index(board: Board, links: Links) -> str:
    """List all indicators by group."""
    context = [row for row in board.rows if row.indicator.group == "BC"]
    groups = [*((g.name, rows) for g, rows in board.groups()), ("Số liệu bối cảnh", context)]
    sections = "".join(
        f"<section><h2>{escape(name)}</h2><ul>"
        + "".join(
            f'<li><a href="{escape(links.indicator(row.indicator.code))}">'
            f"{row.indicator.code} {escape(row.indicator.short_name)}</a> {chip(row.status)}</li>"
            for row in rows
        )
        + "</ul></section>"
        for name, rows in groups
        if rows
    )
    return f'<h1>Chọn một chỉ tiêu</h1><div class="index">{sections}</div>'
