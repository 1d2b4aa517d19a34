"""The page of comparisons before anything is chosen: what is worth comparing."""

from collections import defaultdict

from markupsafe import Markup

from indicators.board.board import Board
from indicators.catalogue.records import Indicator
from indicators.comparison.suggestions import alike_in, splittable
from indicators.store.connection import Store
from pages.parts.comparison_links import alike_links, way_links
from pages.parts.links import Links
from pages.parts.templates import blocks

INDEX = blocks("so_sanh/index.html")


def comparison_index(store: Store, board: Board, links: Links) -> Markup:
    """List what can be put side by side: parts of one indicator, and indicators counted alike."""
    groups = [
        (group.name, alike_links(alike_in(rows), links, with_names=True))
        for group, rows in board.groups()
    ]
    names = {group.code: group.name for group in board.catalogue.groups}
    split: dict[str, list[tuple[Indicator, Markup]]] = defaultdict(list)
    for row, ways in splittable(store, board):
        i = row.indicator
        split[names[i.group]].append((i, way_links(i.code, ways, links)))
    return INDEX.index(groups, list(split.items()))
