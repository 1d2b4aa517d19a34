"""Tổng quan: the overview."""
