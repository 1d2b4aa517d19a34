"""Nhập số liệu: figures on their way in."""
