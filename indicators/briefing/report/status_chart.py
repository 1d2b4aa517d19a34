"""How each group stands, as a native chart: a bar a group, a part a verdict."""

import io

from xlsxwriter import Workbook

from indicators.board.board import Board
from indicators.briefing.report.drawn import TYPEFACE, NativeChart
from indicators.charts.native.cells import BESIDE, SHEET, Cells
from indicators.charts.native.chart_xml import NAMESPACES, face_xml, paint, type_xml
from indicators.charts.native.frame import ChartSize
from indicators.charts.theme import BADGES
from indicators.progress.results import Status
from indicators.typesetting.xml_text import xml_text
from indicators.wording.labels import ASSESSED, SHORT, UNASSESSED

GROUPS_AXIS, COUNTS_AXIS = 111, 222
TYPE, WIDTH, BAR, REST = 9.5, 6.3, 0.32, 1.0  # points; inches a bar, and of axis and legend
OLD = "Số liệu cũ"
OLD_FILL, OLD_TEXT = "#9AA5B1", "#FFFFFF"
ZEROS_UNSAID = "0;;;"

StatusLook = tuple[str, str, str]
Counts = dict[StatusLook, list[int]]
"""How many indicators of each group have a verdict, by its name, colour and colour of type."""


def status_chart(board: Board) -> NativeChart:
    """Draw how many indicators of each group have each verdict, with a workbook to edit it."""
    names, counts = status_counts(board)
    return NativeChart(bars_xml(names, counts), bars_workbook(names, counts), bars_size(names))


def status_counts(board: Board) -> tuple[list[str], Counts]:
    """Count each group's indicators by verdict, those judged on old figures apart."""
    names = [group.name for group, _ in board.groups()]
    parts = [board.of_group(group.code) for group, _ in board.groups()]
    counts = {
        (SHORT[s], *colors(s)): [part.tally.get(s, 0) for part in parts]
        for s in (*ASSESSED, *UNASSESSED)
    }
    counts[OLD, OLD_FILL, OLD_TEXT] = [len(part.stale) for part in parts]
    return names, {look: found for look, found in counts.items() if any(found)}


def bars_size(names: list[str]) -> ChartSize:
    """Give every bar its room."""
    return ChartSize(WIDTH, REST + BAR * len(names), TYPE, TYPEFACE)


def colors(status: Status) -> tuple[str, str]:
    """The colours of a verdict and of the number on it."""
    badge = BADGES[status]
    return badge.fill, badge.text


def bars_xml(names: list[str], counts: Counts, cells: Cells = BESIDE) -> bytes:
    """Write the chart; its bars stand in document order from above."""
    series = "".join(
        series_xml(place, look, names, found, cells)
        for place, (look, found) in enumerate(counts.items())
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {NAMESPACES}>'
        '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="45"/><c:overlap val="100"/>'
        f'<c:axId val="{GROUPS_AXIS}"/><c:axId val="{COUNTS_AXIS}"/></c:barChart>'
        f'<c:catAx><c:axId val="{GROUPS_AXIS}"/><c:scaling><c:orientation val="maxMin"/>'
        '</c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="12700">{paint("#C9D1DA")}</a:ln></c:spPr>'
        f'<c:crossAx val="{COUNTS_AXIS}"/><c:crosses val="autoZero"/></c:catAx>'
        f'<c:valAx><c:axId val="{COUNTS_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        f'<c:crossAx val="{GROUPS_AXIS}"/><c:crosses val="autoZero"/></c:valAx></c:plotArea>'
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{type_xml(TYPE, TYPEFACE)}</c:legend>'
        '<c:plotVisOnly val="1"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{type_xml(TYPE, TYPEFACE)}</c:chartSpace>"
    )
    return xml.encode()


def series_xml(
    place: int, look: StatusLook, names: list[str], found: list[int], cells: Cells
) -> str:
    """Write the parts of all bars that have one verdict."""
    name, fill, text = look
    groups = "".join(
        f'<c:pt idx="{n}"><c:v>{xml_text(group)}</c:v></c:pt>' for n, group in enumerate(names)
    )
    numbers = "".join(f'<c:pt idx="{n}"><c:v>{count}</c:v></c:pt>' for n, count in enumerate(found))
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f'<c:tx><c:strRef><c:f>{cells.name(place)}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{xml_text(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr>{paint(fill)}<a:ln w="9525">{paint("#5A6672")}</a:ln></c:spPr>'
        f'<c:invertIfNegative val="0"/>{labels_xml(text)}'
        f"<c:cat><c:strRef><c:f>{cells.span(-1, len(names))}</c:f>"
        f'<c:strCache><c:ptCount val="{len(names)}"/>{groups}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{cells.span(place, len(names))}</c:f><c:numCache>"
        f'<c:formatCode>0</c:formatCode><c:ptCount val="{len(names)}"/>{numbers}'
        "</c:numCache></c:numRef></c:val></c:ser>"
    )


def labels_xml(color: str) -> str:
    """Write the number on every part, nothing where there is none."""
    return (
        f'<c:dLbls><c:numFmt formatCode="{ZEROS_UNSAID}" sourceLinked="0"/><c:spPr><a:noFill/>'
        "</c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{TYPE * 100:.0f}" b="1">{paint(color)}{face_xml(TYPEFACE)}'
        '</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
        '<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
    )


def bars_workbook(names: list[str], counts: Counts) -> bytes:
    """Write a row a group and a column a verdict."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    sheet.write_string(0, 0, "Nhóm")
    for row, name in enumerate(names, start=1):
        sheet.write_string(row, 0, name)
    for column, ((verdict, _, _), found) in enumerate(counts.items(), start=1):
        sheet.write_string(0, column, verdict)
        sheet.write_column(1, column, found)
    book.close()
    return out.getvalue()
