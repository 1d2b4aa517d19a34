"""Putting a database back: proven first, the present one kept aside, by one rename.

Whatever ends it in between, a board is at its place that is what its mark says, or is shown only,
or is missed by its mark: nothing is built anew, nothing older written on. It can be run again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from indicators.backup.candidate import Candidate, candidate_at, copied_whole
from indicators.backup.doubts import Doubt, doubts, refuse_doubts, standing_of
from indicators.backup.errors import RestoreError
from indicators.store.alone import alone, check_closed
from indicators.store.connection import open_store
from indicators.store.durable import sync_file, sync_folder
from indicators.store.errors import NoRoomError, StoreError, in_vietnamese
from indicators.store.inspection import Contents
from indicators.store.journal import record, record_taken_as_it_is
from indicators.store.local_time import VIETNAM
from indicators.store.private import log_of, made_private
from indicators.store.records import HEAD_LETTERS, Batch, Entry


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, where the file before is, and the version that says so, if one had to."""

    name: str
    number: int
    kept: Path | None
    version: int | None


def restore(database: Path, place: Path, accepted: frozenset[str], by: str) -> Restored:
    """Put what lies at a place where the board is; raises StoreError, and changes nothing then.

    `accepted` names the kinds of doubts that whoever asks says yes to; `by` signs the version that
    the journal gets where something may be missing.
    """
    database = database.resolve()
    with alone(database):
        check_closed(database)
        candidate = candidate_at(place)
        standing = standing_of(database)
        with _drafted(database) as draft:
            contents = copied_whole(candidate, draft)
            found = list(doubts(database, standing, candidate, draft, contents))
            refuse_doubts(found, accepted)
            kept = _replace(database, draft)
        is_whole = bool(standing.marks) and not found
        try:
            version = None if is_whole else _recorded(database, candidate, contents, found, by)
        except StoreError as error:
            raise RestoreError(
                f"Đã thay tệp bằng bản {candidate.name}, tệp trước đó ở {kept}, nhưng nhật ký chưa "
                f"ghi được việc này: {error}"
            ) from error
    return Restored(candidate.name, contents.mark.number, kept, version)


@contextmanager
def _drafted(database: Path) -> Iterator[Path]:
    """Give a free name beside the database for what is to replace it; nothing of it stays."""
    draft = database.with_name(f".{database.name}.restoring.tmp")
    with in_vietnamese(draft, (OSError,)):
        _clear(draft)
        try:
            with made_private():
                yield draft
        except NoRoomError as error:
            raise RestoreError(
                f"Hết chỗ trên đĩa, chưa phục hồi được {database}; tệp hiện có được giữ nguyên."
            ) from error
        finally:
            _clear(draft)


def _replace(database: Path, draft: Path) -> Path | None:
    """Keep the file that is there under a name that says when, and give the draft its name.

    Its log goes with it: beside another file it would be taken for that one's.
    """
    sync_file(draft)
    kept = _free_name(database) if database.exists() or log_of(database).exists() else None
    if kept and database.exists():
        try:
            kept.hardlink_to(database)
        except OSError:
            # No hard links on this disk.
            database.rename(kept)
    if kept and log_of(database).exists():
        log_of(database).rename(log_of(kept))
    draft.rename(database)
    sync_folder(database.parent)
    return kept


def _free_name(database: Path) -> Path:
    when = f"{datetime.now(UTC).astimezone(VIETNAM):%Y-%m-%d-%H%M%S}"
    stem = f"{database.stem}.replaced-{when}"
    names = (stem, *(f"{stem}-{again}" for again in range(2, 1000)))
    free = (database.with_name(f"{name}{database.suffix}") for name in names)
    return next(place for place in free if not place.exists() and not log_of(place).exists())


def _recorded(
    database: Path, candidate: Candidate, contents: Contents, found: list[Doubt], by: str
) -> int:
    """Have the journal say what is used from now on, where something may be missing."""
    mark = contents.mark
    note = (
        f"phục hồi từ bản {candidate.name} (phiên bản {mark.number}, mã {mark.hash[:HEAD_LETTERS]})"
    )
    if any(doubt.kind == "unproven" for doubt in found):
        note += "; không chứng minh được là đủ"
    # What would be backed up before an upgrade is the backup itself.
    store = open_store(database, before_upgrade=_unneeded)
    try:
        if store.lag:
            return record_taken_as_it_is(store, by, _unneeded, note).number
        return record(
            store, Entry(by, kind="setting", note=note[0].upper() + note[1:]), Batch()
        ).number
    finally:
        store.close()


def _clear(draft: Path) -> None:
    for leftover in (draft, log_of(draft)):
        leftover.unlink(missing_ok=True)


def _unneeded(_database: Path) -> None:
    """Back nothing up."""
