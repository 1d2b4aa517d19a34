"""The tables of the site as CSV."""

from markupsafe import Markup

from indicators.briefing.brief import Brief
from indicators.briefing.tables.sheet import as_csv
from indicators.briefing.tables.tracking import tracking_sheet
from indicators.briefing.tables.values import values_sheet
from indicators.briefing.workbook.all_values import all_values_sheet
from indicators.wording.illustrative import file_name
from pages.parts.templates import blocks

DOWNLOADS = blocks("site/downloads.html")
TRACKING, ALL = "bang-theo-doi.csv", "toan-bo-so-lieu.csv"


def download_files(brief: Brief) -> dict[str, bytes]:
    """Write the tracking table, all figures, and the figures of each indicator."""
    sheets = {
        TRACKING: tracking_sheet(brief.board, list(brief.rows)),
        ALL: all_values_sheet(brief),
        **{f"{r.indicator.code}.csv": values_sheet(brief.dossier(r)) for r in brief.rows},
    }
    return {path_of(brief, name): as_csv(sheet) for name, sheet in sheets.items()}


def path_of(brief: Brief, name: str) -> str:
    """Name the place of a table in the site; the name says so where its figures are made up."""
    return f"so-lieu/{file_name(name, illustrative=brief.illustrative)}"


def link(brief: Brief, name: str, words: str, root: str = "") -> Markup:
    """Offer a table."""
    return DOWNLOADS.link(f"{root}{path_of(brief, name)}", words)
