"""DuckDB keeps every figure and definition ever recorded; the only package with SQL."""
