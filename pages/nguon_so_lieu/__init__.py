"""Nguồn số liệu: sources, what is missing, remarks on quality."""
