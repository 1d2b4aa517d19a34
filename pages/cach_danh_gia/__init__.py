"""Cách đánh giá: how progress is judged, with examples."""
