"""The small board, to be asked for by name."""

from tests.small_board import figure

__all__ = ["figure"]
