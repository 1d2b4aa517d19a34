"""Nhóm: one group of indicators."""
