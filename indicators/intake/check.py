"""From a table to figures and findings; nothing here changes anything."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from indicators.catalogue.records import Catalogue
from indicators.intake.columns import Columns, find_columns
from indicators.intake.findings import Finding
from indicators.intake.keys import Known, read_area, read_group, read_indicator, read_year
from indicators.intake.provenance import read_link, read_period, read_sent, read_status, read_unit
from indicators.intake.rows import RowUnderCheck
from indicators.intake.table import Row, Table
from indicators.intake.values import read_value
from indicators.local_time import today
from indicators.store.records import Observation

# Free texts of an observation and the columns they stand in.
PROSE = {"source": "nguon", "document": "so_van_ban", "note": "ghi_chu"}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file holds: the figures of its rows without errors, and every finding."""

    observations: tuple[Observation, ...]
    findings: tuple[Finding, ...]


def check_table(table: Table, catalogue: Catalogue, on: date | None = None) -> Checked:
    """Check a tidy table against the catalogue; years after that of day `on` (today) are errors."""
    columns = find_columns(table)
    if not columns.readable:
        return Checked((), columns.findings)
    known = Known.of(catalogue, on or today())
    results = [_check_row(table.sheet, row, columns, known) for row in table.rows]
    findings = [finding for found, _ in results for finding in found]
    observations, doubled = _single(observation for _, observation in results if observation)
    ordered = sorted((*columns.findings, *findings, *doubled), key=lambda each: each.row or 0)
    return Checked(tuple(observations), tuple(ordered))


def _check_row(
    sheet: str, row: Row, columns: Columns, known: Known
) -> tuple[list[Finding], Observation | None]:
    under_check = RowUnderCheck(sheet, row, columns.places)
    if len(row.cells) < columns.width or any(row.cells[columns.width :]):
        message = (
            f"Dòng có {len(row.cells)} ô, tiêu đề có {columns.width} cột; "
            "hãy kiểm tra dấu phân cách và dấu ngoặc kép."
        )
        under_check.wrong("ragged_row", "", message)
        return under_check.findings, None
    observation = _observation(under_check, known)
    return under_check.findings, observation if under_check.clean else None


def _observation(row: RowUnderCheck, known: Known) -> Observation | None:
    """Read the whole row, so that all its findings are told at once."""
    indicator = read_indicator(row, known)
    value = None if indicator is None else read_value(row, indicator)
    area = read_area(row, known)
    year, back_cast = read_year(row, known, area)
    group = "" if indicator is None else read_group(row, known, indicator)
    period, status, document_date = read_period(row), read_status(row), read_sent(row)
    if indicator is not None:
        read_unit(row, indicator)
    texts = {name: row.prose(column) for name, column in PROSE.items()}
    link = read_link(row)
    if indicator is None or area is None or year is None or value is None or not row.clean:
        return None
    return Observation(
        indicator=indicator.code, area=area.code, group=group, year=year, period=period,
        value=value.value, numerator=value.numerator, denominator=value.denominator,
        label=value.label, status=status, back_cast=back_cast, break_before=False,
        document_date=document_date, link=link, sheet=row.sheet, row=row.row.number, **texts,
    )  # fmt: skip


def _single(observations: Iterable[Observation]) -> tuple[list[Observation], list[Finding]]:
    """Let each key through once: the same figure twice with a warning, two figures not at all."""
    by_key: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for observation in observations:
        by_key[observation.key].append(observation)
    kept, findings = [], []
    for same in by_key.values():
        agreed = len({_figure(each) for each in same}) == 1
        kept += same[:1] if agreed else []
        findings += list(_repeats(same, agreed=agreed))
    return kept, findings


def _figure(observation: Observation) -> Observation:
    return replace(observation, row=None, source="", note="", link="")


def _repeats(same: list[Observation], *, agreed: bool) -> Iterator[Finding]:
    first = same[0]
    if agreed:
        for each in same[1:]:
            message = f"Trùng với dòng {first.row}; chỉ nhập một lần."
            yield Finding(
                "warning", "duplicate_key", each.sheet, each.row, "", each.indicator, message
            )
        return
    rows = ", ".join(str(each.row) for each in same)
    message = f"Các dòng {rows} cho cùng một số liệu những giá trị khác nhau; không nhập dòng nào."
    for each in same:
        yield Finding(
            "error", "conflicting_duplicate", each.sheet, each.row, "", each.indicator, message
        )
