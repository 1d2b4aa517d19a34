"""The head of an indicator's page, and the list to choose one from."""

from html import escape

from indicators.board.board import CONTEXT_GROUP, Board, Row
from indicators.dossier.dossier import Dossier
from indicators.figures.disaggregation import BY_INDICATOR
from pages.parts.addresses import (
    SCOPE_NAMES,
    SCOPE_WORDS,
    Parameters,
    address,
    group_address,
    indicator_address,
)
from pages.parts.badges import chip
from pages.parts.comparison_links import way_links


def crumbs(dossier: Dossier, kept: Parameters) -> str:
    """Show the way up to the group, and to the indicators before and after."""
    i = dossier.row.indicator
    group = dossier.board.catalogue.groups_by_code[i.group]
    alone = group.code == CONTEXT_GROUP  # no group of the programme, so without a page
    up = escape(address("/chi-tieu", kept) if alone else group_address(group.code, kept))
    before = step(dossier.previous, kept, "‹ ", "")
    after = step(dossier.following, kept, "", " ›")
    return (
        f'<nav class="crumbs"><span><a href="{up}">{escape(group.name)}</a> › {i.code}</span>'
        f"<span>{' · '.join(part for part in (before, after) if part)}</span></nav>"
    )


def step(row: Row | None, kept: Parameters, left: str, right: str) -> str:
    """Link a neighbour."""
    if row is None:
        return ""
    i = row.indicator
    where = escape(indicator_address(i.code, kept))
    return f'<a href="{where}">{left}{i.code} {escape(i.short_name)}{right}</a>'


def title(dossier: Dossier, kept: Parameters) -> str:
    """Show the finding as the page's title, name and agency below it, the scopes at its side."""
    i = dossier.row.indicator
    unit = f"Đơn vị tính: {i.unit} · " if i.unit else ""
    return (
        f'<div class="head"><h1>{escape(dossier.title)}</h1>{scopes(dossier, kept)}</div>'
        f'<p class="quiet">{escape(unit)}{escape(i.lead)} chủ trì · '
        f"{comparisons(dossier, kept)}</p>"
    )


def comparisons(dossier: Dossier, kept: Parameters) -> str:
    """Lead to the comparisons of the indicator with itself and with others."""
    code = dossier.row.indicator.code
    links = way_links(code, dossier.ways, kept, BY_INDICATOR)
    return f'<span class="ways">So sánh: {links}</span>'


def scopes(dossier: Dossier, kept: Parameters) -> str:
    """Offer the other scope where the indicator has something in it."""
    if not (dossier.nation or dossier.nation_targets or dossier.board.scope == "national"):
        return ""
    code = dossier.row.indicator.code
    links = "".join(
        f'<a href="{escape(indicator_address(code, {**kept, "pham-vi": word}))}"'
        f"{' aria-current=page' if scope == dossier.board.scope else ''}>{SCOPE_NAMES[scope]}</a>"
        for scope, word in SCOPE_WORDS.items()
    )
    return f'<nav class="switch" aria-label="Phạm vi">{links}</nav>'


def index(board: Board, kept: Parameters) -> str:
    """List all indicators by group."""
    context = [row for row in board.rows if row.indicator.group == "BC"]
    groups = [*((g.name, rows) for g, rows in board.groups()), ("Số liệu bối cảnh", context)]
    sections = "".join(
        f"<section><h2>{escape(name)}</h2><ul>"
        + "".join(
            f'<li><a href="{escape(indicator_address(row.indicator.code, kept))}">'
            f"{row.indicator.code} {escape(row.indicator.short_name)}</a> {chip(row.status)}</li>"
            for row in rows
        )
        + "</ul></section>"
        for name, rows in groups
        if rows
    )
    return f'<h1>Chọn một chỉ tiêu</h1><div class="index">{sections}</div>'
