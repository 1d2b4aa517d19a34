"""The parts of an indicator's page below its chart; on a telephone they fold."""

from markupsafe import Markup

from indicators.dossier.dossier import Dossier
from indicators.dossier.next_steps import next_steps
from indicators.store.held import Key
from pages.chi_tieu.definition import definition_list, task_list
from pages.chi_tieu.head import compared, neighbours
from pages.chi_tieu.values import remarks, target_history, values_table
from pages.chi_tieu.verdict import reckoning
from pages.parts.links import Links
from pages.parts.templates import NOTHING, blocks

PARTS = blocks("chi_tieu/page.html")


def steps(dossier: Dossier) -> Markup:
    """Write what is to be done, if anything."""
    lines = next_steps(dossier)
    return PARTS.steps(lines) if lines else NOTHING


def reckoned(dossier: Dossier, links: Links) -> Markup:
    """Fold how the verdict was reached; a wide page has it beside the chart."""
    hint = "từng mốc, cách tính khác"
    return PARTS.part("Đánh giá này tính thế nào", hint, reckoning(dossier, links), True)


def figures(
    dossier: Dossier, links: Links, asked: Key | None, taken: Markup, *, narrow: bool
) -> Markup:
    """Write the table of the figures, and offer to take it along."""
    count = len({record.key for record in dossier.values})
    table = remarks(dossier) + values_table(dossier, links, asked) + taken
    is_open = asked is not None
    return PARTS.part("Số liệu", f"{count} số liệu", table, narrow, "so-lieu", is_open)


def ground(dossier: Dossier, *, narrow: bool) -> Markup:
    """Write what is measured and what was asked for, the same in every breakdown."""
    doc = dossier.row.indicator.doc_ref
    targets = f"{len(dossier.targets)} mục tiêu"
    return (
        PARTS.part("Chỉ tiêu này đo gì", doc, definition_list(dossier), narrow)
        + PARTS.part("Mục tiêu qua các phiên bản", targets, target_history(dossier), narrow)
        + task_list(dossier)
    )


def beside(dossier: Dossier, links: Links) -> Markup:
    """Lead on from the end of a telephone's page."""
    return PARTS.beside(compared(dossier, links), neighbours(dossier, links))
