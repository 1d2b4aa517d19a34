"""Reading a file: in a process apart where the board serves others, else in this one."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress

from indicators.intake.apart.work import CopyToMark, FileToRead, ReadFile, read_here
from indicators.intake.apart.workshop import Workshop
from indicators.intake.checks.check import ReadRows
from indicators.intake.findings import Finding, UnreadableFileError
from indicators.intake.marking.marked_copy import marked_copy
from indicators.intake.stages import Listener, Wait
from indicators.intake.tables.table import Source

_workshops: list[Workshop] = []


@contextmanager
def apart() -> Iterator[Workshop]:
    """Have files read in processes apart while the context lasts."""
    workshop = Workshop()
    _workshops.append(workshop)
    try:
        yield workshop
    finally:
        _workshops.remove(workshop)
        workshop.close()


@contextmanager
def in_turn(file: FileToRead, wait: Wait) -> Iterator[None]:
    """Wait for a file's turn to be examined, which lasts as long as the context."""
    workshop = _workshops[-1] if _workshops else None
    with workshop.turn(wait, large=file.is_large) if workshop else nullcontext():
        yield


@contextmanager
def alone(file: FileToRead, rows: int, wait: Wait) -> Iterator[None]:
    """Wait for its turn if a file turned out to have more rows than it seemed."""
    workshop = _workshops[-1] if _workshops else None
    is_more = rows > file.limits.upload_rows_alone and not file.is_large
    with workshop.turn(wait, large=True) if workshop and is_more else nullcontext():
        yield


def read(file: FileToRead, listener: Listener) -> ReadFile:
    """Read a file and its rows; where that had to be ended, the reason is its only finding."""
    if not _workshops:
        return read_here(file, listener.tell)
    try:
        return _workshops[-1].read(file, listener)
    except UnreadableFileError as error:
        return ReadFile(ReadRows([], [], [error.finding], {}), 0, None)


def marked(source: Source | None, findings: tuple[Finding, ...], mark: str = "") -> bytes | None:
    """Make the copy of a file with its findings; None where it cannot be made."""
    if not _workshops or source is None:
        return marked_copy(source, findings, mark)
    with suppress(UnreadableFileError):
        return _workshops[-1].marked(CopyToMark(source, findings, mark))
    return None
