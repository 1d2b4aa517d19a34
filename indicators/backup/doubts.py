"""What speaks against putting a database back, each to be said yes to by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from indicators.backup.candidate import Candidate
from indicators.backup.errors import RestoreError
from indicators.store.errors import StoreError
from indicators.store.inspection import Contents, mark_in, missing_from
from indicators.store.local_time import local_day
from indicators.store.marks import Mark, marks_found

DoubtKind = Literal["unproven", "unknown", "older", "branch", "other"]
KINDS: tuple[DoubtKind, ...] = get_args(DoubtKind)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason, with its sentence."""

    kind: DoubtKind
    sentence: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the board at a place: what marks and file say it reached."""

    marks: tuple[Mark, ...]
    is_known: bool


def standing_of(database: Path) -> Standing:
    """Gather the marks of a database and what the file itself says, where it can be read."""
    found = marks_found(database)
    marks = [mark for mark in found.values() if mark]
    is_known = bool(marks) or not found
    if database.exists():
        try:
            marks.append(mark_in(database))
        except StoreError:
            is_known = bool(marks)
    return Standing(tuple(marks), is_known)


def doubts(
    database: Path, standing: Standing, candidate: Candidate, draft: Path, contents: Contents
) -> Iterator[Doubt]:
    """Say what speaks against putting the `draft` of a candidate in the place of a board."""
    name = f"Bản {candidate.name}, phiên bản {contents.mark.number}{_day(contents)},"
    if candidate.manifest is None and candidate.mark is None:
        yield Doubt(
            "unproven",
            f"{name} không kèm tờ khai hay dấu nên không chứng minh được là đủ: có thể thiếu những "
            "phiên bản ghi sau cùng.",
        )
    if not standing.is_known:
        yield Doubt(
            "unknown",
            "Tệp hiện có hoặc dấu của nó không đọc được, nên không biết bảng đã ghi đến phiên bản "
            "nào.",
        )
    brought = (candidate.mark,) if candidate.mark else ()
    if missed := missing_from(draft, [*standing.marks, *brought]):
        yield _missing(name, contents, missed, database)


def refuse_doubts(found: list[Doubt], accepted: frozenset[str]) -> None:
    """Raise RestoreError unless every doubt was accepted by its kind."""
    if not {doubt.kind for doubt in found} - accepted:
        return
    kinds = ",".join(doubt.kind for doubt in found)
    raise RestoreError(
        f"{' '.join(doubt.sentence for doubt in found)} Chưa thay gì. Nếu vẫn muốn dùng bản này, "
        f"hãy chạy lại với --accept {kinds}."
    )


def _missing(name: str, contents: Contents, missed: Mark, database: Path) -> Doubt:
    if missed.identity != contents.mark.identity:
        return Doubt("other", f"{name} là của một bảng khác, không phải bảng đang dùng.")
    reached = f"phiên bản {missed.number}"
    if contents.mark.number < missed.number and _continues(database, contents.mark):
        return Doubt(
            "older",
            f"{name} cũ hơn bảng đang dùng, đã ghi đến {reached}; những phiên bản sau sẽ không còn "
            "trên bảng.",
        )
    return Doubt("branch", f"{name} tách ra từ trước {reached} mà bảng đang dùng đã ghi.")


def _continues(database: Path, mark: Mark) -> bool:
    """Whether the present file goes on from a mark; where it cannot be read nothing says no."""
    try:
        return missing_from(database, [mark]) is None
    except StoreError:
        return True


def _day(contents: Contents) -> str:
    return f" (ghi ngày {local_day(contents.at):%d/%m/%Y})" if contents.at else ""
