"""The targets of an indicator, in every form they have had."""

from collections import defaultdict
from dataclasses import dataclass

from indicators.board.board import Board
from indicators.catalogue.records import Target
from indicators.store.connection import Store
from indicators.store.history import record_history
from indicators.store.plans import PlanPlace, all_plan_places


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A target as it came into force with a version; a yearly plan with its place in a file."""

    version: int
    withdrawn: bool
    target: Target
    place: PlanPlace | None = None


def nation_targets(board: Board, code: str) -> tuple[Target, ...]:
    """The national targets of an indicator."""
    own = board.catalogue.targets_by_indicator.get(code, ())
    return tuple(target for target in own if target.scope == "national")


def target_changes(store: Store, board: Board, code: str) -> tuple[TargetChange, ...]:
    """Every form the targets of an indicator have had up to the version shown."""
    version = board.as_of.version.number
    key = ("target changes", version)
    return store.remember(key, lambda: all_target_changes(store, version)).get(code, ())


def all_target_changes(store: Store, last: int) -> dict[str, tuple[TargetChange, ...]]:
    """Every form all targets have had up to a version, by indicator."""
    places = all_plan_places(store)
    changes: dict[str, list[TargetChange]] = defaultdict(list)
    for version, withdrawn, target in record_history(store, Target):
        if version <= last:
            place = places.get((target.indicator, version, target.year))
            planned = place if target.scope == "plan" else None
            changes[target.indicator].append(TargetChange(version, withdrawn, target, planned))
    return {code: tuple(own) for code, own in changes.items()}
