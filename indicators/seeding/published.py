"""The published figures: what their files say otherwise than before becomes a version."""

from dataclasses import replace
from pathlib import Path

from indicators.catalogue.records import Catalogue
from indicators.figures.editions import is_other_edition, mixture_words, mixtures
from indicators.intake.checks.check import Checked, check_table
from indicators.intake.findings import Finding, UnreadableFileError
from indicators.intake.read import read_table
from indicators.store.connection import Store
from indicators.store.errors import PublishedError
from indicators.store.held import figures_by_file, newest_of_file
from indicators.store.journal import SYSTEM, record, record_catalogue
from indicators.store.records import Batch, Entry, Observation, Upload, Version

SHOWN_FAULTS = 20


def record_files(store: Store, catalogue: Catalogue, published: Path) -> None:
    """Record what the catalogue and the published files say otherwise than before."""
    record_catalogue(store, catalogue, SYSTEM, note="Danh mục thay đổi")
    for file in sorted(published.glob("*.csv")):
        _record_published(store, catalogue, Upload.received(file.name, file.read_bytes(), SYSTEM))


def _record_published(store: Store, catalogue: Catalogue, upload: Upload) -> Version | None:
    """Record what a published file says otherwise than before; None when it is the same file."""
    if newest_of_file(store, upload.file_name, upload.sender) == upload.sha256:
        return None
    checked = _checked(upload, catalogue)
    rows = list(checked.observations)
    by_file = figures_by_file(store, upload.sender)
    held = {row: file == upload.file_name for row, file in by_file.items()}
    others = [row for row, file in by_file.items() if file and not held[row]]
    _refuse_mixtures(upload, rows, others, catalogue)
    changes = _changes(rows, held)
    upload = replace(upload, rows_read=len(rows), rows_loaded=len(changes))
    entry = Entry(SYSTEM, note=_note(upload, changes, held))
    return record(store, entry, Batch(changes, upload=upload, findings=checked.findings))


def _checked(upload: Upload, catalogue: Catalogue) -> Checked:
    try:
        checked = check_table(read_table(upload.file_name, upload.content), catalogue)
    except UnreadableFileError as error:
        raise PublishedError(f"Số liệu công bố không đọc được. {error}") from error
    errors = [finding for finding in checked.findings if finding.severity == "error"]
    if errors:
        raise _faulty(upload, list(map(_told, errors)))
    return checked


def _refuse_mixtures(
    upload: Upload, rows: list[Observation], others: list[Observation], catalogue: Catalogue
) -> None:
    """Refuse a file that leaves part of a series from another edition, be it of another file."""
    series = {row.key[:3] for row in rows}
    beside = [row for row in others if row.key[:3] in series and row.value is not None]
    faults = [mixture_words(each, catalogue) for each in mixtures([*rows, *beside])]
    if faults:
        raise _faulty(upload, faults)


def _faulty(upload: Upload, faults: list[str]) -> PublishedError:
    head = f"Tệp số liệu công bố {upload.file_name} có {len(faults)} lỗi, chưa ghi gì:"
    return PublishedError("\n".join([head, *faults[:SHOWN_FAULTS]]))


def _told(finding: Finding) -> str:
    return f"dòng {finding.row}: {finding.message}" if finding.row else finding.message


def _changes(rows: list[Observation], held: dict[Observation, bool]) -> list[Observation]:
    """Choose what to record; `held` maps the row in force of each key to whether this file gave it.

    A figure that somebody has uploaded since stays.
    """
    now = {row.key: (row, ours) for row, ours in held.items()}
    given = {row.key for row in rows}
    changed = [row for row in rows if row.key not in now or _replaces(row, *now[row.key])]
    gone = [_withdrawn(row) for row, ours in held.items() if ours and row.key not in given]
    return changed + [row for row in gone if row not in held]


def _replaces(row: Observation, held: Observation, ours: bool) -> bool:
    """Whether the file gives another figure; where it now stands in the file makes no other."""
    return ours and row._replace(row=held.row) != held


def _withdrawn(row: Observation) -> Observation:
    return row._replace(value=None, numerator=None, denominator=None, label="")


def _note(upload: Upload, changes: list[Observation], held: dict[Observation, bool]) -> str:
    """Name the file, and the series that their own publisher revised."""
    before = {row.key: row for row in held}
    revised = dict.fromkeys(
        f"{row.indicator} từ {old.source} sang {row.source}"
        for row in changes
        if (old := before.get(row.key))
        and None not in (old.value, row.value)
        and old.value != row.value
        and is_other_edition(old.source, row.source)
    )
    told = f". Nguồn công bố sửa lại {'; '.join(revised)}" if revised else ""
    return f"Số liệu công bố: {upload.file_name}{told}"
