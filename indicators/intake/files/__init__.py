"""Bytes as grids: which format, which encoding, which cells."""
