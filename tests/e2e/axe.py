"""What axe-core finds on a page as it stands, and how its headings follow each other."""

from dataclasses import dataclass
from itertools import pairwise

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = ("serious", "critical")


@dataclass(frozen=True)
class Theirs:
    """A finding that only Streamlit could mend."""

    rule: str
    within: str
    why: str


THEIRS = (
    Theirs("list", '[data-testid="stSidebarNav"]', "the menu puts a section between <ul> and <li>"),
    Theirs("listitem", '[data-testid="stSidebarNav"]', "likewise"),
)
IS_WITHIN = """([target, within]) => document.querySelector(target)?.closest(within) != null"""
# The ranks of the page's headings in their order, without what Streamlit draws around the page.
RANKS = """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
  .filter((part) => /^H[1-6]$/.test(part.tagName))
  .filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1]))"""


def leaps(ranks: list[int]) -> list[tuple[int, int]]:
    """Where a heading stands more than one rank below the one before; the page's title is first."""
    return [(upper, lower) for upper, lower in pairwise([0, *ranks]) if lower > upper + 1]


def grave_findings(page: Page) -> list[str]:
    """Run axe-core on the page as it stands; without what is Streamlit's own."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{finding['id']}: {node['html'][:120]}"
        for finding in found
        if finding["impact"] in GRAVE
        for node in finding["nodes"]
        if not is_theirs(page, finding["id"], node["target"][0])
    ]


def is_theirs(page: Page, rule: str, target: str) -> bool:
    return any(
        rule == known.rule and page.evaluate(IS_WITHIN, [target, known.within]) for known in THEIRS
    )


def ranks_of(page: Page) -> list[int]:
    """Give the ranks of the headings in their order."""
    return list(page.evaluate(RANKS))
