"""Taking a version back: a later entry that restores what was there before it.

A value that something newer has changed since stays, and is named.
"""

from dataclasses import dataclass

from indicators.intake.changes import FIGURE, SHARE, Change, in_force
from indicators.intake.preview import Preview, preview_of
from indicators.intake.sender import Sender
from indicators.intake.undo_plans import RefusedPlan, plans_back
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.held import Held, Key, brought_by, held_at
from indicators.store.history import latest, version_at, versions
from indicators.store.journal import record
from indicators.store.records import Batch, Entry, Observation, Version
from indicators.wording.numbers import counted

UNDOABLE = ("upload", "undo")


class UndoError(StoreError):
    """A version cannot be taken back; the message is the Vietnamese sentence to show."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A value that stays: what the version wrote, and the newer row that stands now."""

    written: Observation
    now: Held
    changed_by: Version


@dataclass(frozen=True)
class Undoing:
    """What taking `undone` back would change, and the values it cannot touch."""

    undone: Version
    preview: Preview
    refused: tuple[Refused, ...]
    origins: dict[Observation, int | None]
    refused_plans: tuple[RefusedPlan, ...] = ()

    @property
    def stays(self) -> int:
        """How many values it cannot touch."""
        return len(self.refused) + len(self.refused_plans)


def plan_undo(store: Store, number: int) -> Undoing:
    """Work out what restoring the state before a version would change; writes nothing.

    Raises UndoError when the version is none of figures, StoreError when there is none.
    """
    undone, written = version_at(store, number), brought_by(store, number)
    newest = latest(store).number
    plans, refused_plans = plans_back(store, number, newest)
    if undone.kind not in UNDOABLE or not (written or plans or refused_plans):
        raise UndoError(f"Phiên bản {number} không phải một lần ghi số liệu nên không hoàn tác.")
    now = held_at(store, newest, written)
    refused = _refused(store, written, now)
    standing_keys = {each.written.key for each in refused}
    standing = {key: row for key, row in written.items() if key not in standing_keys}
    origins = _restored(standing, held_at(store, number - 1, standing))
    changes = [restoring(in_force(now, row.key), row) for row in origins]
    preview = preview_of(store, newest, changes, plans)
    return Undoing(undone, preview, tuple(refused), origins, refused_plans)


def undo(store: Store, undoing: Undoing, sender: Sender) -> Version | None:
    """Record what the preview shows, as one version; None when no value can be restored.

    Raises StaleError when somebody recorded since the preview.
    """
    preview = undoing.preview
    if not preview.writes:
        return None
    note = f"Hoàn tác phiên bản {undoing.undone.number}"
    if undoing.stays:
        note += f"; giữ {counted(undoing.stays)} giá trị đã được sửa sau đó"
    number = undoing.undone.number
    entry = Entry(sender.name, sender.agency, "undo", note, preview.based_on, undoes=number)
    return record(store, entry, Batch(preview.rows, preview.plan_rows, origins=undoing.origins))


def restoring(now: Observation | None, after: Observation) -> Change:
    """Tell what a restored row changes; it is written as it was, blanks included."""
    if now is None:
        return Change("new", None, after)
    figures = (*FIGURE, *SHARE)
    same = all(getattr(now, name) == getattr(after, name) for name in figures)
    return Change("restated" if same else "changed", now, after)


def _refused(store: Store, written: dict[Key, Held], now: dict[Key, Held]) -> list[Refused]:
    entries = {entry.number: entry for entry in versions(store)}
    newer = ((row, now[key], entries[now[key].version]) for key, row in written.items())
    return [
        Refused(row.observation, held, by) for row, held, by in newer if not _stands(row, held, by)
    ]


def _stands(written: Held, now: Held, by: Version) -> bool:
    """Whether what a version wrote is still in force, be it by later undoing what followed."""
    if now.version == written.version:
        return True
    same = (now.observation, now.upload) == (written.observation, written.upload)
    return by.kind == "undo" and same


def _restored(standing: dict[Key, Held], before: dict[Key, Held]) -> dict[Observation, int | None]:
    """Give the rows to write with the upload each came in; what was not there is withdrawn."""
    return dict(_row(row.observation, before.get(key)) for key, row in standing.items())


def _row(written: Observation, before: Held | None) -> tuple[Observation, int | None]:
    if before:
        return before.observation, before.upload
    return written._replace(value=None, numerator=None, denominator=None, label=""), None
