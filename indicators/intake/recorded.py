"""What a version wrote, beside what was there before it, its file and the findings in it."""

from dataclasses import dataclass, field

from indicators.intake.changes import Change, in_force
from indicators.intake.findings import IndicatorsOfRows
from indicators.intake.plans import PlanChange, plan_in_force, restoring_plan
from indicators.intake.undo import UNDOABLE, restoring
from indicators.store.connection import Store
from indicators.store.found import Tally, findings_counted, findings_in
from indicators.store.held import brought_by, held_at
from indicators.store.history import uploads, version_at, versions
from indicators.store.journal import undone_by
from indicators.store.plans import plans_at, plans_brought_by
from indicators.store.records import Finding, Version

# Of each kind of finding so many are given: more of the same say nothing new.
GIVEN = 100


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it was received, without its bytes."""

    name: str
    sha256: str
    rows_read: int
    rows_loaded: int
    warnings: int


@dataclass(frozen=True, slots=True)
class RecordedVersion:
    """A version with what it wrote; `undone_in` are the later versions that took it back.

    `findings` are the first of each kind that its file had, `found` counts them all.
    """

    version: Version
    changes: tuple[Change, ...]
    file: KeptFile | None
    undoes: int | None
    undone_in: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    found: Tally = field(default_factory=dict)
    plans: tuple[PlanChange, ...] = ()

    @property
    def indicators(self) -> IndicatorsOfRows:
        """The indicators of the rows of its file, as far as they were recorded."""
        rows = (change.after for change in self.changes)
        return {(row.sheet, row.row): row.indicator for row in rows if row.row is not None}

    @property
    def undoable(self) -> bool:
        """Whether it can be asked to be taken back."""
        return self.version.kind in UNDOABLE and bool(self.changes or self.plans)


def recorded_in(store: Store, number: int) -> RecordedVersion:
    """Collect what a version wrote; raises StoreError when there is no such version."""
    version, written = version_at(store, number), brought_by(store, number)
    before = held_at(store, number - 1, written)
    changes = (restoring(in_force(before, key), row.observation) for key, row in written.items())
    later = (entry.number for entry in versions(store) if undone_by(entry) == number)
    return RecordedVersion(
        version,
        tuple(changes),
        recorded_file(store, number),
        undone_by(version),
        tuple(later),
        findings_in(store, number, GIVEN),
        findings_counted(store).get(number, {}),
        plans_written(store, number),
    )


def plans_written(store: Store, number: int) -> tuple[PlanChange, ...]:
    """Tell the yearly plans a version wrote beside those before it."""
    written = plans_brought_by(store, number)
    before = plans_at(store, number - 1) if written else {}
    return tuple(
        restoring_plan(plan_in_force(before.get(key)), row.plan) for key, row in written.items()
    )


def recorded_file(store: Store, number: int) -> KeptFile | None:
    """Describe the file that came with a version; None when none did."""
    frame = uploads(store, number)
    names = ["file_name", "sha256", "rows_read", "rows_loaded", "warnings"]
    rows = frame.loc[frame["upload"] == number, names].to_dict("split")["data"]
    return KeptFile(*rows[0]) if rows else None
