"""Every colour, font and number format of the charts; the page has its status colours from here."""

from dataclasses import dataclass
from html import escape
from typing import Any

from indicators.progress.results import Status

FONT = "Be Vietnam Pro, Arial, sans-serif"
SEPARATORS = ",."  # decimal comma, thousands dot
# A mark across a chart: it must be seen at once and hide nothing.
MARK_ANGLE, MARK_SIZE, MARK_OPACITY = -16, 46, 0.13
MARK_BAND, MARK_WORDS = "#FFF3D6", "#5B3A00"  # a band with it above a picture


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a chart on a light or a dark ground."""

    paper: str
    text: str
    quiet: str
    grid: str
    edge: str
    actual: str
    required: str
    supposed: str
    plan: str
    nation: str
    others: tuple[str, ...]
    band: str


LIGHT = Ink(
    paper="#FFFFFF",
    text="#17212B",
    quiet="#5A6672",
    grid="#E9EDF1",
    edge="#DDE3EA",
    actual="#0D3B66",
    required="#00695C",
    supposed="#A0237A",
    plan="#8A5200",
    nation="#6B7580",
    others=("#6B7580", "#836E4B", "#7A6C93"),
    band="rgba(13, 59, 102, 0.10)",
)
DARK = Ink(
    paper="#10171F",
    text="#E8EDF3",
    quiet="#A3AFBA",
    grid="#263341",
    edge="#2C3946",
    actual="#8EC5FF",
    required="#5CCDBB",
    supposed="#F29BD0",
    plan="#F2B15C",
    nation="#A3AFBA",
    others=("#A3AFBA", "#C9AE83", "#B3A3D0"),
    band="rgba(142, 197, 255, 0.14)",
)


@dataclass(frozen=True, slots=True)
class Badge:
    """How a status looks: fill, text on it, edge, and the outline of its mark on a 12 × 12 grid."""

    fill: str
    text: str
    edge: str
    mark: str
    dark: tuple[str, str, str] | None = None
    dashed: bool = False


BADGES = {
    Status.ACHIEVED: Badge(
        "#00695C",
        "#FFFFFF",
        "#00695C",
        "M1.2 6.4 4.6 9.8 10.8 2.6",
        ("#0B7D70", "#FFFFFF", "#0B7D70"),
    ),
    Status.ON_TRACK: Badge("#4DB6AC", "#06201D", "#36978D", "M6 1.6 11 10.4H1Z"),
    Status.SLOW: Badge(
        "#FFCA28", "#2B2100", "#C79A00", "M6 .6a5.4 5.4 0 1 0 .01 0ZM6 2.2a3.8 3.8 0 0 1 0 7.6Z"
    ),
    Status.OFF_TRACK: Badge("#F4733D", "#240B00", "#C8501F", "M6 .8 11.2 6 6 11.2.8 6Z"),
    Status.WORSENING: Badge("#C62828", "#FFFFFF", "#A31F1F", "M1 1.6h10L6 10.4Z"),
    Status.MISSED: Badge(
        "#7B1E1E",
        "#FFFFFF",
        "#5F1515",
        "M2 2 10 10M10 2 2 10",
        ("#A03C3C", "#FFFFFF", "#B85A5A"),
    ),
    Status.PENDING: Badge(
        "#E4E9EF",
        "#2F3B47",
        "#B7C1CC",
        "M6 1.5a4.5 4.5 0 1 0 .01 0Z",
        ("#2B3947", "#D5DEE7", "#46586A"),
    ),
    Status.INSUFFICIENT: Badge(
        "#F3F5F8",
        "#3F4A55",
        "#B7C1CC",
        "M1.6 6h.8M5.6 6h.8M9.6 6h.8",
        ("#1D2833", "#C6D0DA", "#46586A"),
    ),
    Status.NO_DATA: Badge(
        "#FFFFFF",
        "#4A5560",
        "#94A0AC",
        "M2 2h8v8H2Z",
        ("#131C25", "#AEBAC6", "#5B6B7A"),
        dashed=True,
    ),
    Status.MONITORED: Badge(
        "#E6E1F2", "#3B2F63", "#B9AFD6", "M1 8 4 4.4 7 7.4 11 3", ("#2F2850", "#D9D0F2", "#5A4E86")
    ),
}
# Marks that are lines; the others are filled.
LINE_MARKS = frozenset(
    {
        Status.ACHIEVED,
        Status.MISSED,
        Status.PENDING,
        Status.INSUFFICIENT,
        Status.NO_DATA,
        Status.MONITORED,
    }
)


def layout(
    ink: Ink, title: str, type_size: float, mark: str = "", mark_size: float = MARK_SIZE
) -> dict[str, Any]:
    """Give the frame of a chart; its title is heard, not seen, as the page has it in its head.

    A mark is written across it.
    """
    return {
        "font": {"family": FONT, "size": type_size, "color": ink.text},
        "paper_bgcolor": ink.paper,
        "plot_bgcolor": ink.paper,
        "separators": SEPARATORS,
        "showlegend": False,
        "hovermode": "x unified",
        "hoverlabel": {
            "bgcolor": ink.paper,
            "bordercolor": ink.edge,
            "font": {"family": FONT, "size": type_size, "color": ink.text},
        },
        "dragmode": False,
        "title": {"text": escape(title, quote=False)},
        "xaxis": {
            "tickformat": "d",
            "showgrid": False,
            "linecolor": ink.grid,
            "color": ink.quiet,
            "fixedrange": True,
        },
        "yaxis": {
            "gridcolor": ink.grid,
            "zerolinecolor": ink.grid,
            "color": ink.quiet,
            "fixedrange": True,
        },
        "annotations": [watermark(ink, mark, mark_size)] if mark else [],
    }


def watermark(ink: Ink, mark: str, size: float) -> dict[str, Any]:
    """Write a mark across the whole plot, pale enough to read what is drawn over it."""
    return {
        "text": f"<b>{mark}</b>",
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "textangle": MARK_ANGLE,
        "showarrow": False,
        "opacity": MARK_OPACITY,
        "font": {"size": size, "color": ink.text},
    }
