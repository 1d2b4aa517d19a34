"""Yearly plans of a file beside those in force: what is to be reached, never an actual figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isinf

from indicators.catalogue.records import Comparator, Indicator, Target
from indicators.intake.changes import ChangeKind, in_force, withdraws
from indicators.store.connection import Store
from indicators.store.held import Key, held_at
from indicators.store.history import catalogue_at
from indicators.store.plans import HeldPlan, plans_at
from indicators.store.records import Observation, Plan

TEXTS = ("doc", "note")


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A proposed plan and the one in force; `before` is None when there is none.

    `restated`: the plan stays, its document or note is another. `actual` is the figure of the same
    year there would be, where a file is previewed.
    """

    kind: ChangeKind
    before: Target | None
    after: Plan
    actual: Observation | None = None

    @property
    def writes(self) -> bool:
        """Whether recording it would change anything."""
        return self.kind != "unchanged"

    @property
    def turn(self) -> tuple[Target | None, Target | None]:
        """The plan there is and the one there would be; None when there is none."""
        return self.before, None if self.after.withdrawn else self.after.target


def plan_changes(
    store: Store, version: int, planned: Sequence[Observation], actuals: Iterable[Observation]
) -> list[PlanChange]:
    """Compare planned figures with the plans in force at a version, in the order given.

    `actuals` are the actual figures proposed with them.
    """
    if not planned:
        return []
    known, held = catalogue_at(store, version).indicators_by_code, plans_at(store, version)
    now, proposed = held_at(store, version, [row.key for row in planned]), _by_key(actuals)
    return [
        replace(
            compare_plan(plan_in_force(held.get(plan.key)), plan),
            actual=proposed.get(row.key) or in_force(now, row.key),
        )
        for row in planned
        for plan in [plan_of(row, known[row.indicator])]
    ]


def plan_in_force(held: HeldPlan | None) -> Target | None:
    """Give the target of a row; a withdrawn one is none."""
    return None if held is None or held.plan.withdrawn else held.plan.target


def plan_of(row: Observation, indicator: Indicator) -> Plan:
    """Take a planned figure as what is to be reached, in the indicator's direction."""
    value = None if row.value is None or isinf(row.value) else row.value
    comparator: Comparator = "<=" if indicator.direction == "down" else ">="
    target = Target(
        row.indicator, "plan", row.year, comparator, value, None,
        document_of(row), "", row.label, row.note,
    )  # fmt: skip
    return Plan(target, withdraws(row), None, row.sheet, row.row)


def document_of(row: Observation) -> str:
    """Name the document a plan rests on, with its date and source as far as they are given."""
    day = row.document_date
    sent = f" ngày {day:%d/%m/%Y}" if row.document and day else ""
    return "; ".join(part for part in (f"{row.document}{sent}", row.source) if part)


def compare_plan(before: Target | None, after: Plan) -> PlanChange:
    """Tell what a planned figure changes; what it leaves blank beside the same figure stays."""
    if after.withdrawn:
        gone = after if before is None else replace(after, target=before)
        return PlanChange("changed" if before else "unchanged", before, gone)
    if before is None:
        return PlanChange("new", None, after)
    if (before.value, before.wording) != (after.target.value, after.target.wording):
        return PlanChange("changed", before, after)
    texts = {name: text for name in TEXTS if (text := getattr(after.target, name))}
    same = replace(after, target=replace(before, **texts))
    return PlanChange("unchanged" if same.target == before else "restated", before, same)


def restoring_plan(now: Target | None, after: Plan) -> PlanChange:
    """Tell what a restored plan changes; it is written as it was."""
    if now is None:
        return PlanChange("new", None, after)
    same = not after.withdrawn and (now.value, now.wording) == (
        after.target.value,
        after.target.wording,
    )
    return PlanChange("restated" if same else "changed", now, after)


def _by_key(rows: Iterable[Observation]) -> dict[Key, Observation]:
    return {row.key: row for row in rows}
