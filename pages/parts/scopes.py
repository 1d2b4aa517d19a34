"""The switch between the city and the country."""

from collections.abc import Callable, Collection

from markupsafe import Markup

from indicators.board.board import Scope
from pages.parts.links import SCOPE_NAMES, Links
from pages.parts.templates import blocks

PARTS = blocks("parts/switches.html")


def scope_switch(
    scope: Scope,
    links: Links,
    where: Callable[[Links], str],
    among: Collection[Scope] = tuple(SCOPE_NAMES),
) -> Markup:
    """Offer the same page in the scopes that it has; nothing where there is one alone."""
    return PARTS.switch("Phạm vi", scope_choices(scope, links, where, among))


def scope_choices(
    scope: Scope,
    links: Links,
    where: Callable[[Links], str],
    among: Collection[Scope] = tuple(SCOPE_NAMES),
) -> list[tuple[str, str, bool]]:
    """Name the scopes of a page, each with its address and whether it is the one shown."""
    return [(SCOPE_NAMES[each], where(links.of_scope(each)), each == scope) for each in among]
