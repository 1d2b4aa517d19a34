"""What the rows and columns of something sent are called where the page speaks of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators.intake.findings import Finding


@dataclass(frozen=True, slots=True)
class Naming:
    """Names of rows by their number and of columns; what has none is called as in the file."""

    rows: Mapping[int, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)

    def row(self, finding: Finding) -> str:
        """Name the row of a finding; '' for the whole file."""
        return "" if finding.row is None else self.rows.get(finding.row, str(finding.row))

    def column(self, finding: Finding) -> str:
        """Name the column of a finding."""
        return self.columns.get(finding.column, finding.column)

    def place(self, finding: Finding) -> str:
        """Name sheet, row and column of a finding, as far as they are known."""
        row = self.row(finding)
        named = (
            f"trang {finding.sheet}" if finding.sheet else "",
            f"dòng {row}" if row and not self.rows else row,
            f"cột {self.column(finding)}" if finding.column else "",
        )
        place = ", ".join(filter(None, named))
        return place[:1].upper() + place[1:]


AS_IN_FILE = Naming()
