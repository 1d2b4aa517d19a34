"""What several kinds of slide say below and beside them: the foot, and notes for the speaker."""

from indicators.board.board import Row
from indicators.briefing.brief import Brief
from indicators.briefing.slides.deck import PRODUCT
from indicators.comparison.comparison import WAY_NAMES
from indicators.dossier.dossier import Dossier
from indicators.dossier.values import ValueRecord
from indicators.figures.disaggregation import BY_COMMUNE
from indicators.wording.firmness import firmness


def board_foot(brief: Brief) -> str:
    """Name where the figures of a whole board come from."""
    return f"Nguồn: {PRODUCT} · {brief.version_line}"


def indicator_notes(dossier: Dossier, source: str) -> str:
    """Write for whoever speaks: verdict with its arithmetic, definition, sources, who leads."""
    row = dossier.row
    i, lead = row.indicator, dossier.board.lead_of(row)
    parts = (
        f"{row.label}. {row.sentence}",
        f"Định nghĩa: {i.definition}" if i.definition else "",
        f"Cơ quan chủ trì: {lead}." if lead else "",
        figure_lines(dossier),
        "\n".join([*dossier.revised, *dossier.differing]),
        source,
    )
    return "\n\n".join(part for part in parts if part)


def figure_lines(dossier: Dossier) -> str:
    """Write a line a figure; of a crowd of communes, where theirs are listed."""
    lines = [figure_line(value) for value in dossier.uncrowded]
    if crowd := len(dossier.crowd):
        lines.append(f"– Số liệu của {crowd} {WAY_NAMES[BY_COMMUNE]}: xem bảng số liệu (Excel).")
    return "\n".join(["Số liệu:", *lines]) if lines else ""


def figure_line(value: ValueRecord) -> str:
    """Write one figure with its source: '2025, Hải Dương cũ: 76,98 – …, https://…'."""
    period = "" if value.period == "Cả năm" else f" ({value.period.lower()})"
    origin = ", ".join(part for part in (value.source, value.document, value.link) if part)
    return f"– {value.year}{period}, {value.area}: {value.shown}{f'; {origin}' if origin else ''}"


def last_year_words(row: Row) -> str:
    """Say of which year the last figure is, and whether it may still change."""
    latest = row.newest
    if latest is None:
        return ""
    said = (f"năm {latest.year}", firmness(latest), "số liệu cũ" if row.judgement.stale else "")
    return ", ".join(part for part in said if part)
