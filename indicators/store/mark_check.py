"""Whether the marks of a board say what its journal says."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indicators.settings.board import MARK
from indicators.store.connection import Store
from indicators.store.marks import Mark, has_second_place, marks_found, places_written
from indicators.store.standing import lag_of

BESIDE, APART = "cạnh tệp", "ở nơi thứ hai"


@dataclass(frozen=True, slots=True)
class MarkCheck:
    """The marks there are by where they lie, and a Vietnamese sentence for each fault.

    A mark may be a version behind for a moment: it is written after the version.
    """

    marks: dict[str, Mark]
    faults: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """Say where the marks are and up to which version they go; '' where there is none."""
        told = [f"{where} phiên bản {mark.number}" for where, mark in self.marks.items()]
        return f"Nhật ký khớp với dấu: {', '.join(told)}." if told and not self.faults else ""


def check_marks(store: Store) -> MarkCheck:
    """Hold a board to its marks, read anew; an illustrative one has none."""
    if store.nature != "real":
        return MarkCheck({}, ())
    found = marks_found(store.path)
    with store.reading() as cursor:
        lag = lag_of(cursor, store.path)
    marks = {_where(store, place): mark for place, mark in found.items() if mark}
    return MarkCheck(marks, (lag.sentence,) if lag else tuple(_faults(store, found)))


def _faults(store: Store, found: dict[Path, Mark | None]) -> Iterator[str]:
    for place, mark in found.items():
        if mark is None:
            yield f"Dấu {_where(store, place)} không đọc được."
    for place in places_written(store.path):
        if place not in found and not store.read_only:
            yield f"Không còn dấu {_where(store, place)}."


def _where(store: Store, place: Path) -> str:
    return BESIDE if place.parent == store.path.parent else APART


def told_at_start(store: Store) -> list[str]:
    """Say to whoever starts a board why it is shown only, or that its mark is in one place."""
    if store.lag:
        return [f"{store.path}: {store.lag.sentence}"]
    if store.nature == "real" and not store.read_only and not has_second_place(store.path):
        return [
            "Dấu của cơ sở dữ liệu chỉ nằm cạnh tệp, mất cả thư mục thì không biết được; hãy đặt "
            f"{MARK} là một thư mục ở đĩa khác."
        ]
    return []
