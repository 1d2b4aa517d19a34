"""Where the numbers of a native chart stand, in the workbook inside it or on the sheet it is on."""

from dataclasses import dataclass

SHEET = "Số liệu"


@dataclass(frozen=True, slots=True)
class Cells:
    """A table with the names of the lines at its head, from row `top`, counted from 1, on.

    Years stand in the first column and a line is a column, or it is a row where years go across.
    """

    sheet: str = SHEET
    top: int = 1
    across: bool = False

    def name(self, line: int) -> str:
        """Refer to the name of a line."""
        return self.at(line + 1, 0)

    def span(self, line: int, count: int) -> str:
        """Refer to so many numbers of a line; -1 is the line of years."""
        start, end = self.at(line + 1, 1), self.at(line + 1, count)
        return f"{start}:{end.partition('!')[2]}"

    def at(self, line: int, step: int) -> str:
        """Refer to a cell: so many lines from the years, so many steps from the heads."""
        row, column = (line, step) if self.across else (step, line)
        sheet = self.sheet.replace("'", "''")
        return f"'{sheet}'!${column_name(column)}${self.top + row}"


BESIDE = Cells()


def column_name(place: int) -> str:
    """Name a column of a sheet, counted from 0: A, B … Z, AA."""
    name = ""
    while place >= 0:
        name = chr(ord("A") + place % 26) + name
        place = place // 26 - 1
    return name
