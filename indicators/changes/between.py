"""What is otherwise on a board than at an earlier moment, by whom and when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from indicators.board.as_of import AsOf
from indicators.board.board import CITY, NATION, Board, Scope, assess
from indicators.board.status_changes import Cause, StatusChange, causes, status_changes
from indicators.catalogue.records import Catalogue, Indicator, Record, Setting, Target
from indicators.changes.catalogue import RecordChange, record_changes
from indicators.figures.editions import revisions_between
from indicators.intake.changes import FIGURE, SHARE
from indicators.intake.plans import PlanChange, plan_in_force, restoring_plan
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, record_history, versions
from indicators.store.plans import plans_at
from indicators.store.records import Version
from indicators.store.resourced import Resourced
from indicators.store.tables import key_of
from indicators.store.turns import Turns, turns

Item = TypeVar("Item")

LISTED = 50  # figures of each kind that are read whole; of thousands the journal tells the rest
PLACES: dict[Scope, str] = {"city": CITY, "national": NATION}
RATIOS = ("on_track_ratio", "slow_ratio")


@dataclass(frozen=True, slots=True)
class Revision(Generic[Item]):
    """Something that changed, and the version that wrote it so."""

    item: Item
    version: Version


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A changed verdict: what made it so, each with its version; the passing of time has none."""

    change: StatusChange
    causes: tuple[tuple[Cause, Version | None], ...]


@dataclass(frozen=True)
class Changes:
    """Two boards of a scope, the earlier first, and all that differs between them."""

    before: Board
    after: Board
    verdicts: tuple[VerdictChange, ...]
    figures: Turns
    records: tuple[Revision[RecordChange], ...]
    plans: tuple[Revision[PlanChange], ...]
    entries: dict[int, Version]
    revised: tuple[Resourced, ...] = ()  # what publishers made of figures once published

    def catalogue_of(self, code: str) -> Catalogue:
        """The catalogue that knows an indicator: the earlier one where it has gone since."""
        later = self.after.catalogue
        return later if code in later.indicators_by_code else self.before.catalogue


def changes_between(store: Store, before: AsOf, after: AsOf, scope: Scope) -> Changes:
    """Compare the board of a scope at two moments; `before` must not be later than `after`."""
    key = ("changes", *_state(before), *_state(after), before.day, after.day, scope)
    return store.remember(key, lambda: _changes(store, before, after, scope))


def _changes(store: Store, before: AsOf, after: AsOf, scope: Scope) -> Changes:
    old, new = assess(store, before, scope), assess(store, after, scope)
    entries = {entry.number: entry for entry in versions(store)}
    records = _records(store, before, after, scope, entries)
    figures = turns(
        store, (_state(before), _state(after)), PLACES[scope], NATION, (*FIGURE, *SHARE), LISTED
    )
    later = replace(before, day=after.day, year=after.year)
    between = old if before.year == after.year else assess(store, later, scope)
    verdicts = tuple(
        VerdictChange(
            change,
            tuple(
                (cause, _origin(cause, change.code, figures, records, entries))
                for cause in causes(change, between, new)
            ),
        )
        for change in status_changes(old, new)
    )
    plans = tuple(_plans(store, before, after, entries)) if scope == "city" else ()
    return Changes(
        old, new, verdicts, figures, records, plans, entries, _revised(store, before, after, scope)
    )


def _revised(store: Store, before: AsOf, after: AsOf, scope: Scope) -> tuple[Resourced, ...]:
    """Give what publishers revised; the city is told of the country's figures too."""
    found = revisions_between(store, before.version.number, after.version.number)
    return tuple(each for each in found if scope == "city" or each.area == NATION)


def _state(moment: AsOf) -> tuple[int, int]:
    return moment.version.number, moment.year


def _records(
    store: Store, before: AsOf, after: AsOf, scope: Scope, entries: dict[int, Version]
) -> tuple[Revision[RecordChange], ...]:
    """Give what changed in the catalogue, without the targets of another scope."""
    last = after.version.number
    changed = record_changes(catalogue_at(store, before.version.number), catalogue_at(store, last))
    own = [c for c in changed if not isinstance(c.record, Target) or c.record.scope == scope]
    written = {kind: _written_in(store, kind, last) for kind in {type(c.record) for c in own}}
    return tuple(Revision(c, entries[written[type(c.record)][key_of(c.record)]]) for c in own)


def _written_in(store: Store, kind: type[Record], last: int) -> dict[object, int]:
    """Name by key the version that wrote the record in force at a version, or withdrew it."""
    return {
        key_of(record): version
        for version, _, record in record_history(store, kind)
        if version <= last
    }


def _plans(
    store: Store, before: AsOf, after: AsOf, entries: dict[int, Version]
) -> Iterator[Revision[PlanChange]]:
    old, new = (plans_at(store, moment.version.number) for moment in (before, after))
    for key, held in new.items():
        change = restoring_plan(plan_in_force(old.get(key)), held.plan)
        if old.get(key) != held and change.kind != "restated" and any(change.turn):
            yield Revision(change, entries[held.version])


def _origin(
    cause: Cause,
    code: str,
    figures: Turns,
    records: tuple[Revision[RecordChange], ...],
    entries: dict[int, Version],
) -> Version | None:
    """Name the version that recorded the cause last; none where time alone passed."""
    if cause == "figure":
        return entries.get(figures.last.get(code, 0))
    found = [each.version for each in records if _is_about(each.item.record, cause, code)]
    return max(found, key=lambda version: version.number, default=None)


def _is_about(record: Record, cause: Cause, code: str) -> bool:
    if cause == "target":
        return isinstance(record, Target) and record.indicator == code
    if cause == "threshold":
        return isinstance(record, Setting) and record.name in RATIOS
    return (
        cause in ("definition", "catalogue")
        and isinstance(record, Indicator)
        and record.code == code
    )
