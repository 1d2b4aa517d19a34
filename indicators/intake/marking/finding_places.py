"""Where the findings of a file belong in a copy of it: a cell, a row, or the file as a whole."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from indicators.intake.files.cell import CellRow
from indicators.intake.files.grid import column_letter
from indicators.intake.files.heading_words import meanings
from indicators.intake.files.sheet_stream import place_of
from indicators.intake.files.year_headings import spans_years
from indicators.intake.findings import Finding, Severity, excerpt
from indicators.intake.tables.headed_tables import HeadingPlace, SheetFrame
from indicators.intake.tables.wide import year_columns
from indicators.wording.findings import SEVERITY_NAMES

LETTERS = re.compile(r"[A-Z]{1,2}|[A-W][A-Z]{2}")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "remark")


@dataclass(slots=True)
class SheetNotes:
    """What the copy of a sheet gets: cells to colour, and a note for each row with findings.

    Rows count from 1, places (columns) from 0. The notes stand at `place`, under a heading in the
    rows `headings`; `existing` says that the sheet has that column already. A row `unsplit` did not
    fit the columns: there are the places of its indicator and of its first figure.
    """

    sheet: str
    place: int
    existing: bool
    headings: set[int] = field(default_factory=set)
    cells: dict[tuple[int, int], Severity] = field(default_factory=dict)
    lines: dict[int, list[tuple[Severity, str]]] = field(default_factory=dict)
    unsplit: dict[int, tuple[int, int]] = field(default_factory=dict)

    def note(self, row: int) -> str:
        """Give the note of a row: its findings, one a line."""
        return "\n".join(dict.fromkeys(line for _, line in self.lines[row]))

    def worst(self, row: int) -> Severity:
        """Give the severity of a row's worst finding."""
        return worst(severity for severity, _ in self.lines[row])


@dataclass(frozen=True, slots=True)
class PlacedFindings:
    """The findings of a file by sheet, and those that no row under a heading can show."""

    sheets: dict[str, SheetNotes]
    general: tuple[Finding, ...]


def worst(severities: Iterable[Severity]) -> Severity:
    """Give the worst of some severities."""
    return min(severities, key=SEVERITIES.index)


def place_findings(frames: Iterable[SheetFrame], findings: Iterable[Finding]) -> PlacedFindings:
    """Find the cell of every finding; those of a heading are general, and coloured as well."""
    by_sheet = {frame.sheet: _SheetPlaces(frame) for frame in frames}
    general = tuple(
        _lettered(each) for each in findings
        if each.sheet not in by_sheet or not by_sheet[each.sheet].take(each)
    )  # fmt: skip
    return PlacedFindings({sheet: places.notes for sheet, places in by_sheet.items()}, general)


def _lettered(finding: Finding) -> Finding:
    """Name the column of a text file by the letter it has in a workbook."""
    if not finding.column.isdecimal():
        return finding
    return finding._replace(column=column_letter(int(finding.column) - 1))


class _SheetPlaces:
    """Takes the findings of one sheet, whose tables may stand one below the other."""

    def __init__(self, frame: SheetFrame) -> None:
        self._frame = frame
        self.notes = SheetNotes(frame.sheet, frame.notes, frame.noted)

    def take(self, finding: Finding) -> bool:
        """Colour the cell of a finding; say whether its row can hold a note of it."""
        if finding.row is None:
            return False
        heading = self._heading_over(finding.row)
        place = place_of_column(finding.column, heading.row, ragged=self._frame.ragged)
        if place is not None:
            self._colour((finding.row, place), finding.severity)
        if finding.row <= heading.last_line:
            return False
        where = "" if place is None else f" ở cột {column_letter(place)}"
        line = f"{SEVERITY_NAMES[finding.severity]}{where}: {finding.message}"
        self.notes.headings.add(heading.row.number)
        self.notes.lines.setdefault(finding.row, []).append((finding.severity, line))
        if finding.kind == "ragged_row":
            self.notes.unsplit[finding.row] = _key_places(heading.row)
        return True

    def _heading_over(self, row: int) -> HeadingPlace:
        headings = self._frame.headings
        at = bisect_left(headings, row, key=attrgetter("last_row"))
        return headings[min(at, len(headings) - 1)]

    def _colour(self, cell: tuple[int, int], severity: Severity) -> None:
        self.notes.cells[cell] = worst((severity, self.notes.cells.get(cell, severity)))


def _key_places(header: CellRow) -> tuple[int, int]:
    meant = meanings(header.cells)
    years = [column.place for column in year_columns(header)]
    # A heading of two years is refused, but it is where the figures stand.
    years += [place for place, cell in enumerate(header.cells) if spans_years(cell)]
    return meant.index("ma_chi_tieu"), meant.index("nam") if "nam" in meant else years[0]


def place_of_column(column: str, header: CellRow, *, ragged: bool) -> int | None:
    """Find a column named by meaning, heading, letter, or a text file's column number."""
    meant = meanings(header.cells)
    # A bare 'Đơn vị' may have turned out to head units of measure.
    for name in (column, "don_vi" if column == "dvt" else ""):
        if name and name in meant:
            return meant.index(name)
    headed = next(
        (p for p, cell in enumerate(header.cells) if cell and excerpt(cell) == column), None
    )
    if headed is not None:
        return headed
    if ragged:
        return int(column) - 1 if column.isdecimal() else None
    return (
        place_of(column) if 0 < len(column) <= 3 and column.isascii() and column.isupper() else None
    )
