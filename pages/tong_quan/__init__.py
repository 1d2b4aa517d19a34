"""Tổng quan: the overview, its filters, what changed."""
