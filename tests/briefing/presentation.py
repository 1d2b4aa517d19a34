"""A presentation read again with python-pptx: its slides as plain texts, tables and charts."""

import io
from typing import Any

from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide

Column = dict[int, float]


def slides_of(content: bytes) -> list[Slide]:
    return list(Presentation(io.BytesIO(content)).slides)


def sections_of(slides: list[Slide]) -> dict[str, list[int]]:
    """The sections of a presentation by name, each the ids of its slides."""
    office = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
    presentation = slides[0].part.package.presentation_part._element
    return {
        section.get("name"): [int(slide.get("id")) for slide in section.iter(f"{office}sldId")]
        for section in presentation.iter(f"{office}section")
    }


def texts(slide: Slide) -> list[str]:
    """All texts of a slide, cells of tables too."""
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell for table in tables(slide) for row in table for cell in row]
    return [text for text in (*found, *cells) if text]


def tables(slide: Slide) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for shape in slide.shapes
        if shape.has_table
    ]


def titled(slides: list[Slide], start: str) -> list[Slide]:
    return [slide for slide in slides if slide.shapes.title.text.startswith(start)]


def charts(slide: Slide) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def drawn(chart: Any) -> dict[str, Column]:
    """The series of a chart by name, each its values by year."""
    return {
        series.name: {
            int(x): y
            for x, y in zip(years(series), series.iter_values(), strict=True)
            if y is not None
        }
        for plot in chart.plots
        for series in plot.series
    }


def years(series: Any) -> list[float]:
    return [float(v.text) for v in series._element.findall(f"{qn('c:xVal')}//{qn('c:v')}")]


def edited(chart: Any) -> dict[str, Column]:
    """The columns of the workbook that Office opens for a chart."""
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    head, *rows = book["Số liệu"].values
    return {
        name: {int(row[0]): float(row[n]) for row in rows if row[n] is not None}
        for n, name in enumerate(head)
        if n
    }
