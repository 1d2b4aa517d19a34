"""Charts that Office draws and edits: a DrawingML chart and the workbook with its numbers."""

from indicators.charts.native.chart_xml import chart_xml
from indicators.charts.native.data import ChartData, chart_data
from indicators.charts.native.frame import Size
from indicators.charts.native.workbook import workbook

__all__ = ["ChartData", "Size", "chart_data", "chart_xml", "workbook"]
