"""Bytes as grids of cells: format, encoding, number formats such as percent, limits."""
