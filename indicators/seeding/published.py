"""The published figures: what their files say otherwise than before becomes a version."""

from dataclasses import replace
from pathlib import Path

from indicators.catalogue.records import Catalogue
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
    origin = upload.file_name, upload.sender
    if newest_of_file(store, *origin) == upload.sha256:
        return None
    checked = _checked(upload, catalogue)
    rows = list(checked.observations)
    changes = _changes(rows, figures_by_file(store, *origin))
    upload = replace(upload, rows_read=len(rows), rows_loaded=len(changes))
    entry = Entry(SYSTEM, note=f"Số liệu công bố: {upload.file_name}")
    return record(store, entry, Batch(changes, upload=upload, findings=checked.findings))


def _checked(upload: Upload, catalogue: Catalogue) -> Checked:
    try:
        checked = check_table(read_table(upload.file_name, upload.content), catalogue)
    except UnreadableFileError as error:
        raise PublishedError(f"Số liệu công bố không đọc được. {error}") from error
    errors = [finding for finding in checked.findings if finding.severity == "error"]
    if errors:
        head = f"Tệp số liệu công bố {upload.file_name} có {len(errors)} lỗi, chưa ghi gì:"
        raise PublishedError("\n".join([head, *map(_told, errors[:SHOWN_FAULTS])]))
    return checked


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
    return ours and row != held


def _withdrawn(row: Observation) -> Observation:
    return row._replace(value=None, numerator=None, denominator=None, label="")
