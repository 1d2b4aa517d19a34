"""What recording would change, worked out at one version and without writing anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from indicators.intake.changes import Change, ChangeKind, changes_at
from indicators.intake.impact import NO_IMPACT, Impact, impact_of
from indicators.intake.plans import PlanChange, plan_changes
from indicators.intake.stages import Tell, no_listener
from indicators.store.connection import Store
from indicators.store.history import latest
from indicators.store.records import Observation, Plan


@dataclass(frozen=True)
class Preview:
    """Every value and yearly plan with what happens to it, and what the board would then say.

    Good only while `based_on` is the newest version: after that it is worked out again.
    """

    based_on: int
    changes: tuple[Change, ...]
    impact: Impact
    plans: tuple[PlanChange, ...] = ()

    @cached_property
    def rows(self) -> tuple[Observation, ...]:
        """The figures that would be written."""
        return tuple(change.after for change in self.changes if change.writes)

    @cached_property
    def plan_rows(self) -> tuple[Plan, ...]:
        """The plans that would be written; no verdict ever rests on one."""
        return tuple(change.after for change in self.plans if change.writes)

    @property
    def writes(self) -> bool:
        """Whether recording would write anything."""
        return bool(self.rows or self.plan_rows)

    def count(self, *kinds: ChangeKind) -> int:
        """Count the values of some kinds."""
        return sum(change.kind in kinds for change in self.changes)

    def count_plans(self, *kinds: ChangeKind) -> int:
        """Count the yearly plans of some kinds."""
        return sum(change.kind in kinds for change in self.plans)


def preview(
    store: Store,
    proposed: Iterable[Observation],
    version: int | None = None,
    planned: Sequence[Observation] = (),
    tell: Tell = no_listener,
    *,
    judged: bool = True,
) -> Preview:
    """Compare figures and planned figures with a version, the newest by default.

    Unless `judged` the impact on the board is left out.
    """
    number = latest(store).number if version is None else version
    tell("compare")
    changes = changes_at(store, number, proposed)
    plans = plan_changes(store, number, planned, (change.after for change in changes))
    if not judged:
        return Preview(number, tuple(changes), NO_IMPACT, tuple(plans))
    tell("judge")
    return preview_of(store, number, changes, plans)


def preview_of(
    store: Store, version: int, changes: Iterable[Change], plans: Iterable[PlanChange] = ()
) -> Preview:
    """Work out the impact of changes at a version."""
    known = tuple(changes)
    written = [change.after for change in known if change.writes]
    return Preview(version, known, impact_of(store, version, written), tuple(plans))
