"""Putting a database back: proven first, the present one kept aside, by one rename.

Whatever ends it in between, a board is at its place that is what its mark says, or is shown only,
or is missed by its mark: nothing is built anew, nothing older written on. It can be run again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from indicators.backup.candidate import Candidate, candidate_at, copied_whole
from indicators.backup.doubts import Doubt, doubts, refuse_doubts, standing_of
from indicators.backup.errors import RestoreError
from indicators.store.accounts import accounts_path
from indicators.store.accounts_copy import belong_to, files_of, set_aside
from indicators.store.alone import alone, check_closed
from indicators.store.connection import open_store
from indicators.store.durable import sync_file, sync_folder
from indicators.store.errors import NoRoomError, StoreError, in_vietnamese
from indicators.store.inspection import Contents
from indicators.store.journal import record, record_taken_as_it_is
from indicators.store.local_time import VIETNAM
from indicators.store.private import log_of, made_private
from indicators.store.records import HEAD_LETTERS, Batch, Entry

AccountsOutcome = Literal["none", "stayed", "restored"]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, where the file before is, the version that says so, if one had to.

    And what became of the accounts: those that are there stay, those of the backup fill a gap.
    """

    name: str
    number: int
    kept: Path | None
    version: int | None
    accounts: AccountsOutcome


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
            kept = _free_name(database)
            accounts = _replace_accounts(database, draft, contents.mark.identity, kept)
            was_there = _replace(database, draft, kept)
        is_whole = bool(standing.marks) and not found
        try:
            version = None if is_whole else _recorded(database, candidate, contents, found, by)
        except StoreError as error:
            raise RestoreError(
                f"Đã thay tệp bằng bản {candidate.name} (tệp trước đó, nếu có, ở {kept}), nhưng "
                f"nhật ký chưa ghi được việc này: {error}"
            ) from error
    return Restored(
        candidate.name, contents.mark.number, kept if was_there else None, version, accounts
    )


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


def _replace_accounts(database: Path, draft: Path, identity: str, kept: Path) -> AccountsOutcome:
    """Leave accounts of the board as they are, else put those of the backup there; these first.

    Without them a board that had some would be open to whoever types a name.
    """
    if belong_to(database, identity):
        return "stayed"
    set_aside(database, kept)
    if not accounts_path(draft).exists():
        return "none"
    accounts_path(draft).rename(accounts_path(database))
    sync_folder(database.parent)
    return "restored"


def _replace(database: Path, draft: Path, kept: Path) -> bool:
    """Keep the file that is there under another name, and give the draft its name.

    Its log goes with it: beside another file it would be taken for that one's. Says whether there
    was one.
    """
    sync_file(draft)
    was_there = database.exists()
    if was_there:
        try:
            kept.hardlink_to(database)
        except OSError:
            # No hard links on this disk.
            database.rename(kept)
    if log_of(database).exists():
        log_of(database).rename(log_of(kept))
    draft.rename(database)
    sync_folder(database.parent)
    return was_there


def _free_name(database: Path) -> Path:
    """Name what a database is kept as: when it was replaced."""
    when = f"{datetime.now(UTC).astimezone(VIETNAM):%Y-%m-%d-%H%M%S}"
    stem = f"{database.stem}.replaced-{when}"
    names = (stem, *(f"{stem}-{again}" for again in range(2, 1000)))
    free = (database.with_name(f"{name}{database.suffix}") for name in names)
    return next(
        place
        for place in free
        if not any(file.exists() for file in (place, log_of(place), *files_of(place)))
    )


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
    for leftover in (draft, log_of(draft), *files_of(draft)):
        leftover.unlink(missing_ok=True)


def _unneeded(_database: Path) -> None:
    """Back nothing up."""
