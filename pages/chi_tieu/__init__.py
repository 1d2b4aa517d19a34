"""Chỉ tiêu: one indicator."""
