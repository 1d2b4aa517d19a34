"""The mark of a database: which board it is and its newest version, kept outside the file.

It lies beside the file and, named after the file's full path, in a second place, so that a disk
that is not there, a lost log or an older copy is told from a board that is whole. It is replaced
after each commit: a kill in between leaves it a version behind, never ahead.
"""

import json
import logging
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from indicators.settings.board import mark_folder
from indicators.store.durable import sync_folder
from indicators.store.private import OWNERS_ALONE

log = logging.getLogger(__name__)

SUFFIX = ".mark"
# Of a name, in bytes: a file system takes 255, and a draft and the digest need some.
LONGEST_STEM = 180


@dataclass(frozen=True, slots=True)
class Mark:
    """Which board a database is, its newest version and the hash of that."""

    identity: str
    number: int
    hash: str


def mark_places(database: Path) -> tuple[Path, ...]:
    """Name the files that hold the mark of a database, given by its full path."""
    beside = mark_beside(database)
    second = second_folder(database)
    return (beside, second / _full_name(database)) if second else (beside,)


def mark_beside(database: Path) -> Path:
    """Name the mark that lies beside a database, and is copied with it."""
    return database.with_name(f"{database.name}{SUFFIX}")


def second_folder(database: Path) -> Path | None:
    """Name the folder of the second mark: BOARD_MARK, else the one above; None in a checkout."""
    if told := mark_folder():
        return told
    above = database.parent.parent
    is_apart = above != database.parent and not _is_checkout(above)
    return above if is_apart else None


def has_second_place(database: Path) -> bool:
    """Whether a second mark is written: always where BOARD_MARK asks for it, else where it can."""
    second = second_folder(database)
    return second is not None and (
        mark_folder() is not None or os.access(second, os.W_OK | os.X_OK)
    )


def places_written(database: Path) -> tuple[Path, ...]:
    """Name the files in which the mark is kept up to date; others are only read."""
    return mark_places(database)[: 2 if has_second_place(database) else 1]


def marks_found(database: Path) -> dict[Path, Mark | None]:
    """Read the marks there are, by their files; None stands for one that cannot be read."""
    found: dict[Path, Mark | None] = {}
    for place in mark_places(database):
        with suppress(FileNotFoundError, NotADirectoryError):
            found[place] = read_mark(place)
    return found


def write_marks(database: Path, mark: Mark) -> list[Path]:
    """Replace what marks say otherwise; gives the files where that failed, and logs them."""
    failed = []
    found = marks_found(database)
    for place in places_written(database):
        if place not in found or found[place] != mark:
            try:
                _replace(place, _written(database, mark))
            except OSError as error:
                log.warning("No mark of version %d in %s: %s", mark.number, place, error.strerror)
                failed.append(place)
    return failed


def _full_name(database: Path) -> str:
    """Name a file by the full path of a database; the digest tells apart what is cut or alike."""
    path = os.fsencode(database)
    stem = path.strip(b"/").replace(b"/", b"-")[-LONGEST_STEM:]
    return f"{os.fsdecode(stem)}-{sha256(path).hexdigest()[:12]}{SUFFIX}"


def _is_checkout(folder: Path) -> bool:
    """Whether a folder belongs to a checkout, of which others make copies and clean up."""
    return any((place / ".git").exists() for place in (folder, *folder.parents))


def read_mark(place: Path) -> Mark | None:
    """Read a mark; None where it cannot be read. Raises FileNotFoundError where there is none."""
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        return Mark(str(told["identity"]), int(told["number"]), str(told["hash"]))
    except (FileNotFoundError, NotADirectoryError):
        raise
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _written(database: Path, mark: Mark) -> bytes:
    return json.dumps({"database": str(database)} | asdict(mark), indent=1).encode() + b"\n"


def _replace(place: Path, content: bytes) -> None:
    """Replace a file whole, on disk for good, its owner's alone."""
    draft = place.with_name(f".{place.name}.tmp")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNERS_ALONE)
    try:
        os.fchmod(descriptor, OWNERS_ALONE)
        os.write(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    draft.rename(place)
    sync_folder(place.parent)
