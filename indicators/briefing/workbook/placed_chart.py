"""A native chart on a sheet of a workbook: the XML that slides and report have, its own cells."""

from xlsxwriter.chart_scatter import ChartScatter
from xlsxwriter.worksheet import Worksheet

from indicators.briefing.tables.xlsx import Book
from indicators.charts.native.frame import ChartSize
from indicators.typesetting.xml_text import clean

PIXELS = 96  # an inch on a sheet


class WrittenChart(ChartScatter):  # type: ignore[misc]  # XlsxWriter has no types
    """A chart that XlsxWriter keeps in order and does not write itself."""

    def __init__(self, xml: bytes, size: ChartSize) -> None:
        super().__init__()
        self.xml, self.embedded = xml.decode(), True
        self.width, self.height = size.width * PIXELS, size.height * PIXELS
        self.series: list[object] = [None]  # none would be refused

    def _assemble_xml_file(self) -> None:
        self.fh.write(self.xml)
        self._xml_close()


def place_chart(
    book: Book, page: Worksheet, row: int, xml: bytes, size: ChartSize, description: str
) -> None:
    """Set a chart at the left of a row, with words for those who do not see it."""
    chart = WrittenChart(xml, size)
    book.file.charts.append(chart)
    page.insert_chart(
        row, 0, chart, {"x_offset": 4, "y_offset": 4, "description": clean(description)}
    )
