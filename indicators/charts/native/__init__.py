"""Charts that Office draws and edits, with the workbook of their numbers."""
