"""What somebody wants put back: a backup with its manifest, or any copy of a database."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from indicators.backup.copying import copy_whole
from indicators.backup.errors import RestoreError
from indicators.backup.found import digest_of
from indicators.backup.manifest import NAME, Manifest, read_manifest
from indicators.store.accounts import accounts_path
from indicators.store.accounts_copy import copy_accounts
from indicators.store.durable import sync_file
from indicators.store.errors import NoRoomError, StoreError
from indicators.store.inspection import Contents, check_chain, inspect
from indicators.store.marks import Mark, mark_beside, read_mark


@dataclass(frozen=True, slots=True)
class Candidate:
    """A database that may be put back, with what came along to prove it: a manifest, a mark."""

    file: Path
    manifest: Manifest | None = None
    mark: Mark | None = None

    @property
    def name(self) -> str:
        """What people call it: a backup by its folder, any other by its file."""
        return self.file.parent.name if self.manifest else self.file.name


def candidate_at(place: Path) -> Candidate:
    """Find the database at a place: a backup's folder or something in it, or any database file.

    Raises RestoreError where there is none, or a manifest that is not as it was written.
    """
    folder = place if place.is_dir() else place.parent
    if (folder / NAME).exists():
        manifest = read_manifest(folder / NAME)
        if manifest is None:
            raise RestoreError(
                f"Tờ khai {folder / NAME} không còn như khi được ghi. Chưa thay gì; hãy chọn bản "
                "sao lưu khác."
            )
        if place in (folder, folder / NAME, folder / manifest.file):
            return Candidate(folder / manifest.file, manifest)
    if not place.is_file():
        raise RestoreError(f"Không thấy bản sao lưu nào ở {place}. Chưa thay gì.")
    with suppress(FileNotFoundError):
        return Candidate(place, mark=read_mark(mark_beside(place)))
    return Candidate(place)


def copied_whole(candidate: Candidate, draft: Path) -> Contents:
    """Copy a candidate and verify the copy: its digest, its whole chain, what it says it is.

    Raises StoreError where something of it does not hold.
    """
    if not candidate.file.is_file():
        raise RestoreError(f"Bản sao lưu thiếu tệp {candidate.file}. Chưa thay gì.")
    copy_whole(candidate.file, draft)
    manifest = candidate.manifest
    if manifest and digest_of(draft) != manifest.sha256:
        raise _damaged(candidate)
    _copy_accounts(candidate, draft)
    contents = _proven(candidate, draft)
    if manifest and contents.mark != manifest.mark:
        raise _damaged(candidate)
    return contents


def _damaged(candidate: Candidate) -> RestoreError:
    return RestoreError(
        f"Bản sao lưu {candidate.name} không còn như khi được ghi: tệp bị cắt, hỏng hoặc bị thay. "
        "Chưa thay gì; hãy chọn bản sao lưu khác."
    )


def _proven(candidate: Candidate, draft: Path) -> Contents:
    """Read the copy of a candidate to its end; what is wrong with it is said of the candidate."""
    try:
        inspect(draft)
        return check_chain(draft)
    except NoRoomError:
        raise
    except StoreError as error:
        said = str(error).replace(str(draft), str(candidate.file))
        raise RestoreError(f"{said} Chưa thay gì.") from error


def _copy_accounts(candidate: Candidate, draft: Path) -> None:
    """Copy the accounts that came along, as the manifest has them where there is one."""
    if candidate.manifest is None:
        copy_accounts(candidate.file, draft)
    elif digest := candidate.manifest.accounts_sha256:
        source, copy = accounts_path(candidate.file), accounts_path(draft)
        if not source.is_file():
            raise RestoreError(f"Bản sao lưu thiếu tệp {source}. Chưa thay gì.")
        shutil.copyfile(source, copy)
        sync_file(copy)
        if digest_of(copy) != digest:
            raise _damaged(candidate)
