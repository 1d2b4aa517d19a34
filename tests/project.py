"""Where the project lies."""

from pathlib import Path

PROJECT = Path(__file__).parents[1]
