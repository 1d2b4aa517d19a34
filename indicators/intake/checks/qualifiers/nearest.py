"""Which places speak for a row: the nearest that say a quality, and of what year or column."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indicators.intake.checks.keys import Known
from indicators.intake.checks.qualifiers.said import Quality, Said
from indicators.intake.checks.qualifiers.saying import footnote_of, is_letterhead, sayings
from indicators.intake.tables.places import Place
from indicators.intake.tables.table import Table

RANKS = {"heading": -1, "title": 1, "note": 1, "head": 2, "sheet": 3}
LETTERHEAD = 4


@dataclass(frozen=True, slots=True)
class Heard:
    """What a place said, how far from the figures it stands, and the footnote it explains."""

    place: Place
    said: Said
    rank: int = 0
    mark: str = ""


def heard_around(table: Table, known: Known) -> Iterator[Heard]:
    """Give all that is said around the rows of a table; each different text is read once."""
    texts: dict[tuple[str, str], list[Said]] = {}
    marks = {says.mark for says in table.across.values()} - {""}
    for place in table.places:
        mark = footnote_of(place, marks)
        key = (place.kind, place.text)
        if key not in texts:
            texts[key] = sayings(place, known, footnote=bool(mark))
        rank = RANKS.get(place.kind, 0)
        if texts[key] and place.kind in ("title", "head") and is_letterhead(place):
            rank = LETTERHEAD
        yield from (Heard(place, said, rank, mark) for said in texts[key])


def sections_saying(heard: Iterable[Heard]) -> dict[Quality, set[int]]:
    """Give the rows of the sections that say each quality."""
    rows: dict[Quality, set[int]] = {}
    for each in heard:
        if each.place.kind == "section" and each.place.row is not None:
            rows.setdefault(each.said.quality, set()).add(each.place.row)
    return rows


class Nearest:
    """Finds what speaks for a row: the last section above it, else the nearest rank."""

    def __init__(self, heard: Sequence[Heard]) -> None:
        self._sections: dict[int, list[Heard]] = {}
        self._rest: dict[int, list[Heard]] = {}
        for each in heard:
            row = each.place.row
            if each.place.kind == "section" and row is not None:
                self._sections.setdefault(row, []).append(each)
            else:
                self._rest.setdefault(each.rank, []).append(each)
        self._starts = sorted(self._sections)
        self._ranks = sorted(self._rest)

    def section_of(self, row: int) -> int:
        """Give the row of the section that speaks for a row; 0 without one."""
        at = bisect_left(self._starts, row)
        return self._starts[at - 1] if at else 0

    def of(self, row: int, year: int | None, mark: str) -> list[Heard]:
        """Give what is equally near to a row of a year, under a heading with a footnote's mark."""
        start = self.section_of(row)
        for rank in self._ranks:
            if start and rank > 0:
                break
            near = [each for each in self._rest[rank] if each.mark in ("", mark)]
            if near:
                return _of_year(near, year)
        return _of_year(self._sections[start], year) if start else []


def _of_year(heard: list[Heard], year: int | None) -> list[Heard]:
    """Choose what is bound to the year of a row; else what is bound to none, else all."""
    bound = [each for each in heard if year is not None and each.said.year == year]
    return bound or [each for each in heard if each.said.year is None] or heard
