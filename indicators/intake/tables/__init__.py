"""Grids as tidy tables: where the heading is, what is data, what a column means."""
