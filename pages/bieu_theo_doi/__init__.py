"""Biểu theo dõi: every indicator in one wide table, filtered and taken along."""
