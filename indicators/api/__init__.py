"""The board as plain objects, for programs."""
