"""Files that the pages of the site share: styles, fonts, scripts, the list that search looks in."""

import json
import re
from pathlib import Path

from indicators.briefing.brief import Brief
from indicators.charts.on_paper import chart_rules
from indicators.wording.search import folded
from pages.navigation import PAGES
from pages.parts.badges import badge_styles

STATIC = PAGES / "static"
SHARED_STYLES = ("board.css", "overview.css", "paper.css")  # of pages/static/frame
SHARED_SCRIPTS = ("copy.js", "print.js")
PLOTLY = "plotly-basic-4.1.1.min.js"
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath d='M1 15V9h4v6zm5 0V5h4v10zm5 0V1h4v14z' fill='%230d4f8b'/%3E%3C/svg%3E"
)


def asset_files(brief: Brief) -> dict[str, bytes]:
    """Give every shared file by its path."""
    fonts = {f"fonts/{path.name}": path.read_bytes() for path in font_paths()}
    return {
        "site.css": style_sheet().encode(),
        "site.js": (STATIC / "site" / "site.js").read_bytes(),
        **{name: (STATIC / "frame" / name).read_bytes() for name in SHARED_SCRIPTS},
        "tim-kiem.js": search_list(brief).encode(),
        PLOTLY: (STATIC / "site" / PLOTLY).read_bytes(),
        **fonts,
    }


def font_paths() -> list[Path]:
    """Name the fonts and their licence."""
    folder = STATIC / "fonts"
    return [*sorted(folder.glob("*.woff2")), folder / "LICENSE"]


def style_sheet() -> str:
    """Join the board's styles, the colours of its verdicts, and the frame of the site."""
    fonts = (STATIC / "frame" / "fonts.css").read_text(encoding="utf-8")
    frame = STATIC / "frame"
    board = "".join((frame / name).read_text(encoding="utf-8") for name in SHARED_STYLES)
    own = (STATIC / "site" / "site.css").read_text(encoding="utf-8")
    badges = re.sub(r"</?style>", "", badge_styles())
    return "\n".join((fonts.replace("../fonts/", "fonts/"), board, badges, own, chart_rules()))


def search_list(brief: Brief) -> str:
    """Write what can be searched for: code, name, verdict, and all words without diacritics."""
    groups = brief.board.catalogue.groups_by_code
    rows = []
    for row in brief.rows:
        i = row.indicator
        words = (i.code, i.name, i.short_name, groups[i.group].name, i.lead, row.word)
        rows.append([i.code, i.short_name, f"s-{row.status.value}", row.word,
                     folded(" ".join(words))])  # fmt: skip
    return f"const CHI_TIEU = {as_script(rows)};\n"


def as_script(value: object) -> str:
    """Write data for a script, none of which ends the script it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
