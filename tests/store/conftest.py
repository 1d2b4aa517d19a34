"""The small board, to be asked for by name."""

from tests.small_board import catalogue, empty_store, figure, store

__all__ = ["catalogue", "empty_store", "figure", "store"]
