"""Tables as CSV and workbook: tracking, values, comparison, sources."""
