"""The head of a group's page, and the list to choose one from."""

from markupsafe import Markup

from indicators.board.board import Board, Scope
from indicators.board.summary import group_finding
from indicators.catalogue.records import Group
from indicators.comparison.suggestions import alike_in
from pages.parts.comparison_links import alike_links
from pages.parts.links import Links
from pages.parts.scopes import scope_choices
from pages.parts.standing import strip
from pages.parts.templates import blocks

HEAD = blocks("nhom/head.html")


def crumbs(board: Board, group: Group, links: Links) -> Markup:
    """Show the way up to the list of groups, and to the groups before and after."""
    groups = [known for known, _ in board.groups()]
    steps = [(links.group(each.code), each.name) for each in groups]
    place = groups.index(group)
    before, after = steps[max(place - 1, 0) : place], steps[place + 1 : place + 2]
    return HEAD.crumbs(links.group(None), group.name, before, after)


def title(part: Board, group: Group, scopes: list[Scope], links: Links) -> Markup:
    """Show the finding as the page's title, the aim below it, the scopes at its side."""
    choices = scope_choices(part.scope, links, lambda of: of.group(group.code), scopes)
    return HEAD.title(group_finding(part, group), choices) + aim(part, group)


def aim(part: Board, group: Group) -> Markup:
    """Show the group's aim, or the programme's, said to be the programme's."""
    return HEAD.aim(group.aim, part.catalogue.setting_values.get("programme_aim", ""))


def status_strip(part: Board, group: Group, links: Links) -> Markup:
    """Show the statuses of a group; each part leads to its rows in the tracking table."""
    return strip(part, lambda each: links.tracking(nhom=group.name, trang_thai=each.word))


def comparisons(part: Board, links: Links) -> Markup:
    """Lead to comparisons of the indicators that are counted alike."""
    return HEAD.comparisons(alike_links(alike_in(part.rows), links))


def group_list(board: Board, links: Links) -> Markup:
    """List the groups with their statuses."""
    return HEAD.group_list(
        (group, links.group(group.code), len(rows), status_strip(part, group, links))
        for group, rows in board.groups()
        for part in [board.of_group(group.code)]
    )
