"""What a process apart is asked for, and does: reading a file and its rows, making a copy of it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from indicators.intake.checks.check import Basis, ReadRows, read_rows
from indicators.intake.files.opened import OpenedFile
from indicators.intake.findings import Finding
from indicators.intake.marking.marked_copy import marked_copy
from indicators.intake.read import read_file
from indicators.intake.stages import Stage, Tell
from indicators.intake.tables.table import Source
from indicators.settings.sections import Limits
from indicators.store.records import Observation

# So many records are handed over at a time: the receiver holds the interpreter for one load.
BATCH = 2_000
# What a row of three cells takes in a workbook, packed.
LEAST_BYTES_OF_ROW = 8
# A small file may take this part of the time of the largest.
SMALLER = 4


@dataclass(frozen=True, slots=True)
class FileToRead:
    """A file and what it is read by."""

    name: str
    content: bytes
    limits: Limits
    basis: Basis
    plan: bool
    illustrative: bool

    @property
    def is_large(self) -> bool:
        """Whether it may well have more rows than are examined beside each other."""
        if self.name.lower().endswith(".xlsx"):
            return len(self.content) > self.limits.upload_rows_alone * LEAST_BYTES_OF_ROW
        ends = self.content.count(b"\n") or self.content.count(b"\r")
        return ends > self.limits.upload_rows_alone

    @property
    def seconds(self) -> float:
        """How long its reading may take: others wait behind small files, too."""
        most = self.limits.upload_seconds
        return most if self.is_large else most / SMALLER


class ReadFile(NamedTuple):
    """The figures and findings of a file, how many rows it has, and the source of its copy."""

    rows: ReadRows
    rows_read: int
    source: Source | None


@dataclass(frozen=True, slots=True)
class CopyToMark:
    """A file of which a copy with its findings is wanted."""

    source: Source
    findings: tuple[Finding, ...]
    mark: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.source.file.name

    @property
    def limits(self) -> Limits:
        """What holds for the file."""
        return self.source.file.limits

    @property
    def seconds(self) -> float:
        """How long its making may take."""
        return self.limits.upload_seconds


Work = FileToRead | CopyToMark
Part = tuple[str, Any]
"""A piece of an answer: its name, and plain values or records without their names."""


def read_here(file: FileToRead, tell: Tell) -> ReadFile:
    """Read a file in this process; `tell` hears when its rows are checked."""
    reading = read_file(
        file.name, file.content, file.limits, plan=file.plan, illustrative=file.illustrative
    )
    tell("check")
    rows = read_rows(reading, file.basis, plan=file.plan)
    return ReadFile(rows, sum(len(table.rows) for table in reading.tables), reading.source)


def parts_of(work: Work, send: Callable[[Part], object]) -> Iterator[Part]:
    """Do the work and give the answer piece by piece; stages are sent as they begin."""
    if isinstance(work, CopyToMark):
        yield "copy", marked_copy(work.source, work.findings, work.mark)
        return

    def tell(stage: Stage) -> None:
        send(("stage", stage))

    read = read_here(work, tell)
    yield "frames", None if read.source is None else read.source.frames
    yield "rows_read", read.rows_read
    yield from _batches("actual", read.rows.actual)
    yield from _batches("planned", read.rows.planned)
    yield from _batches("findings", read.rows.findings)
    yield from _batches("indicators", list(read.rows.indicators.items()))


def _batches(name: str, records: Sequence[tuple[Any, ...]]) -> Iterator[Part]:
    for start in range(0, len(records), BATCH):
        yield name, [tuple(each) for each in records[start : start + BATCH]]


def put_together(file: FileToRead, parts: Collection[Part]) -> ReadFile:
    """Put the pieces of a read file together again."""
    one = {name: value for name, value in parts if name in ("frames", "rows_read")}
    rows = ReadRows(
        list(_records(parts, "actual", Observation._make)),
        list(_records(parts, "planned", Observation._make)),
        list(_records(parts, "findings", Finding._make)),
        dict(_records(parts, "indicators", tuple)),
    )
    source = None
    if one["frames"] is not None:
        source = Source(OpenedFile(file.name, file.content, file.limits), one["frames"])
    return ReadFile(rows, one["rows_read"], source)


def _records(
    parts: Collection[Part], name: str, make: Callable[[Sequence[Any]], Any]
) -> Iterator[Any]:
    return chain.from_iterable(map(make, records) for part, records in parts if part == name)
