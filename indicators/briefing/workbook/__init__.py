"""The workbook of a briefing: tables with every figure and its source, charts that Excel edits."""
