"""What a version changed in the catalogue: definitions, targets, settings, before and after."""

from dataclasses import dataclass
from typing import Any, Literal, cast

from indicators.catalogue.records import Catalogue, Record, Target
from indicators.store.connection import Store
from indicators.store.history import catalogue_at
from indicators.store.tables import CATALOGUE, columns_of, key_of

RecordChangeKind = Literal["changed", "new", "withdrawn"]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record of the catalogue beside its form before; one of the two may be None."""

    before: Record | None
    after: Record | None

    @property
    def kind(self) -> RecordChangeKind:
        """Say whether the record is new, gone, or another."""
        if self.before is None:
            return "new"
        return "withdrawn" if self.after is None else "changed"

    @property
    def record(self) -> Record:
        """The record as it is now, or was last."""
        return cast(Record, self.after or self.before)

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """The fields of a changed record that are others, with their values before and after."""
        if self.before is None or self.after is None:
            return {}
        pairs = {
            name: (getattr(self.before, name), getattr(self.after, name))
            for name in columns_of(type(self.after))
        }
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def catalogue_changes(store: Store, number: int) -> tuple[RecordChange, ...]:
    """List the records that a version made, changed or withdrew, in the catalogue's order."""
    return record_changes(catalogue_at(store, number - 1), catalogue_at(store, number))


def record_changes(before: Catalogue, after: Catalogue) -> tuple[RecordChange, ...]:
    """List the records that two catalogues have otherwise, in the later one's order.

    Yearly plans are left out: they come in files, like figures, and are told with their file.
    """
    if before is after:
        return ()
    return tuple(
        change
        for name in CATALOGUE
        for change in _compared(getattr(before, name), getattr(after, name))
        if not (isinstance(change.record, Target) and change.record.scope == "plan")
    )


def _compared(before: tuple[Record, ...], after: tuple[Record, ...]) -> list[RecordChange]:
    old = {key_of(record): record for record in before}
    new = {key_of(record): record for record in after}
    keys = dict.fromkeys([*new, *old])
    changes = (RecordChange(old.get(key), new.get(key)) for key in keys)
    return [change for change in changes if change.before != change.after]
