"""A file's way in: read it, check it, and only then offer what it holds."""

from indicators.intake.checks.check import Checked, check_file, check_table
from indicators.intake.files.cell import Cell
from indicators.intake.findings import Finding, Severity, UnreadableFileError
from indicators.intake.read import read_file, read_table
from indicators.intake.tables.table import Reading, Row, Table

__all__ = [
    "Cell",
    "Checked",
    "Finding",
    "Reading",
    "Row",
    "Severity",
    "Table",
    "UnreadableFileError",
    "check_file",
    "check_table",
    "read_file",
    "read_table",
]
