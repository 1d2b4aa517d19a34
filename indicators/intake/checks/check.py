"""From the tables of a file to figures and findings; nothing here changes anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import NamedTuple

from indicators.catalogue.records import Catalogue, Indicator
from indicators.intake.checks.area_names import with_one_area
from indicators.intake.checks.code_and_name import beside_names
from indicators.intake.checks.duplicates import single
from indicators.intake.checks.fractions import Fractions, small_rates
from indicators.intake.checks.history_checks import Current, Past
from indicators.intake.checks.keys import Known, read_indicator
from indicators.intake.checks.marks import find_marks
from indicators.intake.checks.memory import CellMemory
from indicators.intake.checks.qualified import qualified
from indicators.intake.checks.qualifiers.look import Look
from indicators.intake.checks.qualifiers.unknown_columns import telling_apart
from indicators.intake.checks.readings import Memo, key
from indicators.intake.checks.rows import RowReader
from indicators.intake.checks.seen import as_seen
from indicators.intake.findings import Finding, IndicatorsOfRows
from indicators.intake.read import no_data
from indicators.intake.tables.columns import find_columns
from indicators.intake.tables.table import Reading, Table
from indicators.intake.uncollected import uncollected
from indicators.store.local_time import today
from indicators.store.records import Observation


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file holds: the figures of its rows without errors, and every finding.

    `plans` are planned figures of the city, one for each indicator and year; only there when a
    table of plans was asked for. `indicators` are those of the rows that something was found in.
    """

    observations: tuple[Observation, ...]
    findings: tuple[Finding, ...]
    plans: tuple[Observation, ...] = ()
    indicators: IndicatorsOfRows = field(default_factory=dict)


class Basis(NamedTuple):
    """What the rows of a file are read by, but for the figures in force.

    `small` are indicators that stood at one percent or below; `earlier` those that the catalogue
    once had, by other names.
    """

    catalogue: Catalogue
    small: frozenset[str]
    today: date
    earlier: tuple[Indicator, ...] = ()


class ReadRows(NamedTuple):
    """The figures of a file's rows, the planned ones apart, and what was found in reading them."""

    actual: list[Observation]
    planned: list[Observation]
    findings: list[Finding]
    indicators: dict[tuple[str, int], str]


def check_table(table: Table, catalogue: Catalogue, on: date | None = None) -> Checked:
    """Check one tidy table by itself; years after that of day `on` (today) are errors."""
    return check_file(Reading((table,), ()), catalogue, on=on)


@uncollected()
def check_file(
    reading: Reading,
    catalogue: Catalogue,
    current: Current | None = None,
    on: date | None = None,
    *,
    plan: bool = False,
    earlier: Sequence[Indicator] = (),
) -> Checked:
    """Check all tables of a file against the catalogue and against what is in force.

    `current` maps a key to its value and status; without it nothing is compared with the past.
    Planned figures are left out unless `plan` asks for them. `earlier` are the indicators as the
    catalogue once had them, by other names.
    """
    past = Past.of(current or {})
    basis = Basis(catalogue, frozenset(past.small), on or today(), tuple(earlier))
    rows = read_rows(reading, basis, plan=plan)
    return compared(rows, None if current is None else past, catalogue)


@uncollected()
def read_rows(reading: Reading, basis: Basis, *, plan: bool) -> ReadRows:
    """Read the rows of a file by themselves, with planned ones where asked for."""
    small = small_rates(basis.catalogue).union(basis.small)
    known = Known.of(basis.catalogue, basis.today, basis.earlier)
    found = list(reading.findings)
    figures: dict[str, list[Observation]] = {"plan": []}
    placed = _placed(reading.tables, known, found, plan=plan)
    for scope in ("actual", "plan") if plan else ("actual",):
        memory = CellMemory(known, planned=scope == "plan")
        tables = [table for table in placed if table.scope == scope]
        rows = [each for table in tables for each in _rows(table, memory, small, found)]
        figures[scope], doubled = single(rows, partial(telling_apart, tables))
        found += doubled
    named = _indicators(reading.tables, known, found)
    return ReadRows(figures["actual"], figures["plan"], found, named)


def compared(rows: ReadRows, past: Past | None, catalogue: Catalogue) -> Checked:
    """Compare the figures of a file with those in force, where there are any."""
    actual, found, named = rows.actual, rows.findings, rows.indicators
    if past is not None:
        actual, more = past.compare(actual, catalogue, found)
        found, later = found + more, {(each.sheet, each.row) for each in more}
        named = named | {(o.sheet, o.row): o.indicator for o in rows.actual
                         if o.row is not None and (o.sheet, o.row) in later}  # fmt: skip
    return replace(_checked(actual, rows.planned, found), indicators=named)


def _indicators(
    tables: Iterable[Table], known: Known, found: Iterable[Finding]
) -> dict[tuple[str, int], str]:
    """Give the indicators of the rows that something was found in."""
    rows: dict[str, set[int | None]] = {}
    for each in found:
        rows.setdefault(each.sheet, set()).add(each.row)
    read = Memo(partial(read_indicator, known))
    named: dict[tuple[str, int], str] = {}
    for table in tables:
        look, numbers = Look(table), rows.get(table.sheet, set())
        for row in table.rows if numbers - {None} else ():
            if row.number in numbers:
                indicator = read[key(look.cell(row, look.code))].value
                if indicator is not None:
                    named[table.sheet, row.number] = indicator.code
    return named


def _placed(
    tables: Sequence[Table], known: Known, found: list[Finding], *, plan: bool
) -> list[Table]:
    """Give tables whose cells say all that is said of their figures, adding to what was found."""
    placed = []
    for read in tables:
        table, disagreeing = with_one_area(read, known)
        parts, findings = qualified(table, known, plan=plan)
        placed += [part for part in parts if part.rows]
        found += [*disagreeing, *findings]
    if tables and not placed and all(each.severity != "error" for each in found):
        found.append(no_data(tables[0].name, tables[0].sheet, found))
    return placed


def _rows(
    table: Table, memory: CellMemory, small: set[str], found: list[Finding]
) -> list[Observation]:
    """Read the rows of a table, adding to what was found."""
    columns = find_columns(table)
    found += columns.findings
    if not columns.readable:
        return []
    table, seen = as_seen(table, columns.places, memory.known)
    found += [*seen, *beside_names(table, columns.places, memory)]
    marks = find_marks(table, columns.places, memory.numerals.written)
    reader = RowReader(table, columns.places, memory, marks, Fractions(small))
    rows = list(reader.figures())
    found += (*marks.findings, *reader.findings, *reader.fractions.findings())
    return rows


def _checked(
    actual: Iterable[Observation], planned: Iterable[Observation], found: list[Finding]
) -> Checked:
    """Leave out the rows that an error names, in whatever place of the row it lies."""
    barred = {(each.sheet, each.row) for each in found if each.severity == "error"}
    sheets = {sheet: place for place, sheet in enumerate(dict.fromkeys(f.sheet for f in found))}
    return Checked(
        tuple(each for each in actual if (each.sheet, each.row) not in barred),
        # Years across, or a plan beside an actual, say the same of one cell again.
        tuple(sorted(dict.fromkeys(found), key=lambda e: (sheets[e.sheet], e.row or 0))),
        tuple(each for each in planned if (each.sheet, each.row) not in barred),
    )
