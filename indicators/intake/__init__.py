"""A file's way in: read it, check it, and only then offer what it holds."""

from indicators.intake.check import Checked, check_table
from indicators.intake.findings import Finding, Severity, UnreadableFileError
from indicators.intake.read import Row, Table, read_table

__all__ = [
    "Checked",
    "Finding",
    "Row",
    "Severity",
    "Table",
    "UnreadableFileError",
    "check_table",
    "read_table",
]
