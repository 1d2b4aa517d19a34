"""A trajectory as a DrawingML chart: XY lines whose numbers stand in a workbook beside it."""

from collections.abc import Iterator
from typing import NamedTuple

from indicators.charts.axis_scale import AxisScale
from indicators.charts.labels import LabelLine
from indicators.charts.native.cells import BESIDE, Cells
from indicators.charts.native.data import ChartData, ChartSeries
from indicators.charts.native.frame import ChartSize, Layout, PointLabel, layout_of
from indicators.charts.theme import LIGHT
from indicators.typesetting.xml_text import xml_text

YEARS_AXIS, VALUES_AXIS = 111, 222
NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HIDDEN = "".join(
    f'<c:show{what} val="0"/>'
    for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
# Without it LibreOffice ties every label that was moved to its point.
NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
VISIBLE = HIDDEN.replace('<c:showVal val="0"/>', '<c:showVal val="1"/>')


def chart_xml(data: ChartData, size: ChartSize, cells: Cells = BESIDE) -> bytes:
    """Write the chart; the relation to its workbook is added by whoever keeps both."""
    layout = layout_of(data, size)
    series = "".join(
        series_xml(data, place, layout, size, cells) for place in range(len(data.lines))
    )
    left, top, width, height = layout.plot
    small = type_xml(size.font - 1, size.typeface)
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {NAMESPACES}>'
        '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout><c:manualLayout>'
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="{top:.4f}"/><c:w val="{width:.4f}"/>'
        f'<c:h val="{height:.4f}"/></c:manualLayout></c:layout>'
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f'{series}<c:axId val="{YEARS_AXIS}"/><c:axId val="{VALUES_AXIS}"/></c:scatterChart>'
        f"{years_axis(layout)}{values_axis(layout)}"
        "<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{small}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{small}</c:chartSpace>"
    )
    return xml.encode()


def type_xml(points: float, typeface: str) -> str:
    """Set the type of axes and legend."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{points * 100:.0f}">'
        f"{paint(LIGHT.quiet)}{face_xml(typeface)}</a:defRPr>"
        '</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def face_xml(typeface: str) -> str:
    """Name the face of type."""
    return f'<a:latin typeface="{typeface}"/><a:cs typeface="{typeface}"/>'


def paint(color: str) -> str:
    """Fill with a colour."""
    return f'<a:solidFill><a:srgbClr val="{color.lstrip("#")}"/></a:solidFill>'


def series_xml(data: ChartData, place: int, layout: Layout, size: ChartSize, cells: Cells) -> str:
    """Write one line with its marks, labels, and the cells its numbers stand in."""
    line, count = data.lines[place], len(data.years)
    points = [number_xml(row, year, "0") for row, year in enumerate(data.years)]
    years = numbers_xml(cells.span(-1, count), points)
    values = numbers_xml(cells.span(place, count), figures_xml(data, line))
    labels = "".join(
        label_xml(label, size) for label in sorted(layout.labels, key=row_of) if label.line == place
    )
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f'<c:tx><c:strRef><c:f>{cells.name(place)}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{xml_text(line.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"{stroke_xml(line)}{marker_xml(line, ground(line))}{''.join(hollow_points(data, line))}"
        f"<c:dLbls>{labels}{HIDDEN}{NO_LEADERS}</c:dLbls>"
        f"<c:xVal>{years}</c:xVal><c:yVal>{values}</c:yVal>"
        '<c:smooth val="0"/></c:ser>'
    )


def row_of(label: PointLabel) -> int:
    """Order labels as their points."""
    return label.row


def stroke_xml(line: ChartSeries) -> str:
    """Draw the line, or only its marks."""
    look = line.look
    if not look.width:
        return '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
    return (
        f'<c:spPr><a:ln w="{look.width * 12700:.0f}" cap="rnd">{paint(look.color)}'
        f'<a:prstDash val="{look.dash}"/><a:round/></a:ln></c:spPr>'
    )


def marker_xml(line: ChartSeries, fill: str) -> str:
    """Mark the points."""
    look = line.look
    if look.mark == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    return (
        f'<c:marker><c:symbol val="{look.mark}"/><c:size val="{look.size}"/><c:spPr>{paint(fill)}'
        f'<a:ln w="19050">{paint(look.color)}</a:ln></c:spPr></c:marker>'
    )


def ground(line: ChartSeries) -> str:
    """Fill the marks of a line: pale where all are hollow, which LibreOffice does not draw so."""
    color = line.look.color
    return tint(color) if line.is_hollow else color


def tint(color: str) -> str:
    """Lighten a colour by half."""
    parts = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{(part + 255) // 2:02X}" for part in parts)


def hollow_points(data: ChartData, line: ChartSeries) -> Iterator[str]:
    """Leave the marks of figures that are planned or not final hollow."""
    for row, year in enumerate(data.years):
        if year in line.hollow:
            marker = marker_xml(line, LIGHT.paper)
            yield f'<c:dPt><c:idx val="{row}"/>{marker}<c:bubble3D val="0"/></c:dPt>'


def label_xml(label: PointLabel, size: ChartSize) -> str:
    """Write a label in the document's words, where nothing is under it."""
    x, y = label.shift
    moved = f'<c:manualLayout><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout>'
    place = f"<c:layout>{moved}</c:layout>" if x or y else "<c:layout/>"
    rows = "".join(label_line(line, label.color, size) for line in label.lines)
    return (
        f'<c:dLbl><c:idx val="{label.row}"/>{place}<c:tx><c:rich><a:bodyPr wrap="none" '
        f'lIns="18000" tIns="9000" rIns="18000" bIns="9000"><a:spAutoFit/></a:bodyPr>'
        f'<a:lstStyle/>{rows}</c:rich></c:tx><c:dLblPos val="{label.side}"/>{VISIBLE}</c:dLbl>'
    )


def label_line(line: LabelLine, color: str, size: ChartSize) -> str:
    """Write a line of a label, its first part heavy."""
    inner = f"{paint(color)}{face_xml(size.typeface)}"
    runs = "".join(
        f'<a:r><a:rPr lang="vi-VN" sz="{size.font * 100:.0f}" b="{int(heavy)}">{inner}</a:rPr>'
        f"<a:t>{xml_text(text)}</a:t></a:r>"
        for text, heavy in zip(line, (True, False), strict=True)
        if text
    )
    return f"<a:p><a:pPr><a:defRPr/></a:pPr>{runs}</a:p>"


def figures_xml(data: ChartData, line: ChartSeries) -> list[str]:
    """Write the numbers of a column, each in its own format, '' where a year has none."""
    return [
        number_xml(row, line.values[year], data.code_of(line.values[year]))
        if year in line.values
        else ""
        for row, year in enumerate(data.years)
    ]


def number_xml(row: int, value: float, code: str) -> str:
    """Keep a number as it stands in its cell."""
    return f'<c:pt idx="{row}" formatCode="{code}"><c:v>{value}</c:v></c:pt>'


def numbers_xml(cells: str, points: list[str]) -> str:
    """Refer to the cells of a line, and keep what stands in them."""
    return (
        f"<c:numRef><c:f>{cells}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(points)}"/>{"".join(points)}</c:numCache></c:numRef>'
    )


def years_axis(layout: Layout) -> str:
    """Write the axis of years, at the foot of the plot."""
    where = ("max", "nextTo") if layout.best_is_least else ("min", "low")
    line = f'<a:ln w="12700">{paint("#C9D1DA")}</a:ln>'
    code = AxisLook("b", "0", "", line, "minMax", *where)
    return axis_xml(YEARS_AXIS, VALUES_AXIS, layout.years, code)


def values_axis(layout: Layout) -> str:
    """Write the axis of values with its light grid."""
    line = f'<a:ln w="9525">{paint(LIGHT.grid)}</a:ln>'
    grid = f"<c:majorGridlines><c:spPr>{line}</c:spPr></c:majorGridlines>"
    turn = "maxMin" if layout.best_is_least else "minMax"
    look = AxisLook("l", layout.axis_code, grid, "<a:ln><a:noFill/></a:ln>", turn, "min", "low")
    return axis_xml(VALUES_AXIS, YEARS_AXIS, layout.values, look)


class AxisLook(NamedTuple):
    """Side, number format, grid and line of an axis; its direction, where it begins, its labels."""

    side: str
    code: str
    grid: str
    line: str
    turn: str
    begins: str
    labels: str


def axis_xml(own: int, other: int, scale: AxisScale, look: AxisLook) -> str:
    """Write an axis that begins where the other ends."""
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="{look.turn}"/>'
        f'<c:max val="{scale.high!r}"/><c:min val="{scale.low!r}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{look.side}"/>{look.grid}'
        f'<c:numFmt formatCode="{xml_text(look.code)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{look.labels}"/><c:spPr>{look.line}</c:spPr>'
        f'<c:crossAx val="{other}"/><c:crosses val="{look.begins}"/>'
        f'<c:crossBetween val="midCat"/><c:majorUnit val="{scale.step!r}"/></c:valAx>'
    )
