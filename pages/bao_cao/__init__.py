"""Báo cáo: slides, report and other files of chosen indicators."""
