"""What is around every page of the site: head, name, menu, search, what it was made from."""

import json
from dataclasses import dataclass

from markupsafe import Markup

from indicators import __version__
from indicators.briefing.brief import Brief
from indicators.typesetting.xml_text import clean
from indicators.wording.illustrative import MARK, standing_line
from pages.navigation import PLACE, PRODUCT, ROOMS
from pages.parts.captions import with_captions
from pages.parts.templates import blocks
from pages.site.assets import ICON, PLOTLY, SHARED_SCRIPTS
from pages.site.links import with_files

FRAME = blocks("site/frame.html")
NAMES = {"product": PRODUCT, "place": PLACE, "mark": MARK, "icon": ICON, "release": __version__}


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What all pages of one site share: `codes` are the indicators and groups with a page."""

    version_line: str
    standing: str
    groups: tuple[tuple[str, str], ...]
    codes: frozenset[str]
    base_url: str

    @classmethod
    def of(cls, brief: Brief, base_url: str) -> "SiteFrame":
        """Gather it from a briefing."""
        groups = tuple((group.code, group.name) for group, _ in brief.chosen.groups())
        rows = (row.indicator.code for row in brief.rows)
        standing = standing_line(brief.board.as_of.day) if brief.illustrative else ""
        codes = frozenset((*rows, *(code for code, _ in groups)))
        return cls(brief.version_line, standing, groups, codes, base_url)

    def page(
        self, title: str, about: str, body: Markup, root: str = "", *, charts: bool = False
    ) -> bytes:
        """Write a page; `root` leads from it to the folder of the site."""
        named = " · ".join(filter(None, (MARK if self.standing else "", title, PRODUCT)))
        block = with_files(body, root, self.codes)
        if self.standing:
            block = with_captions(block)
        scripts = [*([PLOTLY] if charts else []), "tim-kiem.js", "site.js", *SHARED_SCRIPTS]
        printed = json.dumps(self.printed(title), ensure_ascii=False)
        written = FRAME.page(self, named, about, block, root, scripts, NAMES, printed)
        return clean(written).encode()

    def printed(self, title: str) -> dict[str, str]:
        """Say what stands in the margins of a printed page, as print.js names it."""
        product = " · ".join(filter(None, (MARK if self.standing else "", PRODUCT)))
        version = self.version_line.removeprefix(f"{MARK} · ")
        return {"title": product, "page": title or ROOMS[0].title, "version": version}

    def missing_page(self) -> bytes:
        """Write the page for an address that leads nowhere, wherever it is shown."""
        return FRAME.missing(self, self.base_url or "index.html", NAMES).encode()
