"""One row under check: its cells by column name, and what was found wrong in it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators.intake.findings import Finding, FindingKind, Severity, shown
from indicators.intake.table import Row

LONGEST_TEXT = 1000


@dataclass(slots=True)
class RowUnderCheck:
    """Gives the text of a column and collects findings about it."""

    sheet: str
    row: Row
    places: Mapping[str, int]
    findings: list[Finding] = field(default_factory=list)

    def text(self, column: str) -> str:
        """Give the cell, composed and without stray spaces; '' when there is no such column."""
        place = self.places.get(column)
        return "" if place is None else unicodedata.normalize("NFC", self.row.cells[place]).strip()

    def prose(self, column: str) -> str:
        """Give a free text without control characters; too long a text is an error."""
        text = "".join(c for c in self.text(column) if unicodedata.category(c) != "Cc" or c == "\n")
        if len(text) > LONGEST_TEXT:
            self.wrong("text_too_long", column, f"Nội dung dài quá {LONGEST_TEXT} ký tự.")
        return text

    def wrong(
        self, kind: FindingKind, column: str, message: str, severity: Severity = "error"
    ) -> None:
        """Note a finding about a cell of this row."""
        text = shown(self.text(column))
        number = self.row.number
        self.findings.append(Finding(severity, kind, self.sheet, number, column, text, message))

    @property
    def clean(self) -> bool:
        """Say whether no error was found so far."""
        return all(finding.severity != "error" for finding in self.findings)
