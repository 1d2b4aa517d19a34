"""Charts that Office draws and edits: a DrawingML chart and the workbook with its numbers."""
