"""The head of an indicator's page, and the list to choose one from."""

from markupsafe import Markup

from indicators.board.board import CONTEXT_GROUP, Board, Row
from indicators.dossier.dossier import Dossier
from indicators.figures.disaggregation import BY_INDICATOR
from pages.parts.comparison_links import way_links
from pages.parts.links import Links
from pages.parts.scopes import scope_choices
from pages.parts.templates import blocks

PARTS = blocks("chi_tieu/head.html")


def crumbs(dossier: Dossier, links: Links) -> Markup:
    """Show the way up to the group, and to the indicators before and after."""
    i = dossier.row.indicator
    group = dossier.board.catalogue.groups_by_code[i.group]
    alone = group.code == CONTEXT_GROUP  # no group of the programme, so without a page
    up = links.indicators() if alone else links.group(group.code)
    return PARTS.crumbs(up, group.name, i.code, neighbours(dossier, links))


def neighbours(dossier: Dossier, links: Links) -> Markup:
    """Lead to the indicators before and after."""
    return PARTS.neighbours(step(dossier.previous, links), step(dossier.following, links))


def step(row: Row | None, links: Links) -> list[tuple[str, str]]:
    """Name a neighbour with its address, if there is one."""
    if row is None:
        return []
    i = row.indicator
    return [(f"{i.code} {i.short_name}", links.indicator(i.code))]


def about(dossier: Dossier) -> str:
    """Say what an indicator is measured in and who leads."""
    unit, lead = dossier.row.indicator.unit, dossier.board.lead_of(dossier.row)
    parts = (f"Đơn vị tính: {unit}" if unit else "", f"{lead} chủ trì" if lead else "")
    return " · ".join(part for part in parts if part)


def title(dossier: Dossier, links: Links) -> Markup:
    """Show the finding as the page's title, name and agency below it, the scopes at its side."""
    name = dossier.row.indicator.name
    breakdown, _, told = dossier.title.removeprefix(name).partition(":")
    named, told = (f"{name}{breakdown}", f":{told}") if told else ("", dossier.title)
    return PARTS.title(
        named, told, scopes(dossier, links), about(dossier), compared(dossier, links)
    )


def compared(dossier: Dossier, links: Links) -> Markup:
    """Lead to what the indicator can be compared with."""
    return way_links(dossier.row.indicator.code, dossier.ways, links, BY_INDICATOR)


def scopes(dossier: Dossier, links: Links) -> list[tuple[str, str, bool]]:
    """Offer the other scope where the indicator has something in it."""
    if not (dossier.nation or dossier.nation_targets or dossier.board.scope == "national"):
        return []
    code = dossier.row.indicator.code
    return scope_choices(dossier.board.scope, links, lambda of: of.indicator(code))


def index(board: Board, links: Links) -> Markup:
    """List all indicators by group."""
    context = [row for row in board.rows if row.indicator.group == CONTEXT_GROUP]
    groups = [*((g.name, rows) for g, rows in board.groups()), ("Số liệu bối cảnh", context)]
    return PARTS.index(
        (name, [(row, links.indicator(row.indicator.code)) for row in rows])
        for name, rows in groups
        if rows
    )
