"""Taking back the yearly plans of a version, by the rule of figures: what changed since stays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indicators.intake.plans import PlanChange, plan_in_force, restoring_plan
from indicators.store.connection import Store
from indicators.store.history import versions
from indicators.store.plans import HeldPlan, plans_at, plans_brought_by
from indicators.store.records import Plan, PlanKey, Version

HeldPlans = Mapping[PlanKey, HeldPlan]


@dataclass(frozen=True, slots=True)
class RefusedPlan:
    """A plan that stays: what the version wrote, and the newer row that stands now."""

    written: Plan
    now: HeldPlan
    changed_by: Version


def plans_back(
    store: Store, number: int, newest: int
) -> tuple[tuple[PlanChange, ...], tuple[RefusedPlan, ...]]:
    """Give what restoring the plans before a version changes, and those it cannot touch."""
    written, now = plans_brought_by(store, number), plans_at(store, newest)
    refused = tuple(_refused(written, now, versions(store)))
    refused_keys = {each.written.key for each in refused}
    before = plans_at(store, number - 1)
    changes = (
        restoring_plan(plan_in_force(now[key]), _restored(row.plan, before.get(key)))
        for key, row in written.items()
        if key not in refused_keys
    )
    return tuple(changes), refused


def _refused(written: HeldPlans, now: HeldPlans, journal: list[Version]) -> Iterator[RefusedPlan]:
    entries = {entry.number: entry for entry in journal}
    for key, row in written.items():
        held, by = now[key], entries[now[key].version]
        stands = held.version == row.version or (by.kind == "undo" and held.plan == row.plan)
        if not stands:
            yield RefusedPlan(row.plan, held, by)


def _restored(written: Plan, before: HeldPlan | None) -> Plan:
    """Give the row to write; a plan that was not there is withdrawn."""
    return before.plan if before else Plan(written.target, withdrawn=True)
