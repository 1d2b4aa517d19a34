"""What goes out of the board: tables as CSV and workbook, built from the same rows as the page."""
