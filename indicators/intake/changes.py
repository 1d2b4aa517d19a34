"""What a proposed figure does to the one in force: new, changed, said otherwise, or nothing."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from indicators.store.connection import Store
from indicators.store.held import Held, Key, held_at
from indicators.store.records import Observation

ChangeKind = Literal["new", "changed", "restated", "unchanged"]
FIGURE = ("value", "label", "status", "back_cast")
SHARE = ("numerator", "denominator")
TEXTS = ("source", "document", "document_date", "link", "note")


class Change(NamedTuple):
    """A proposed figure and the one in force; `before` is None when there is none.

    `restated`: the figure stays, its source, document, link or note is another.
    """

    kind: ChangeKind
    before: Observation | None
    after: Observation

    @property
    def writes(self) -> bool:
        """Whether recording it would change anything."""
        return self.kind != "unchanged"


def changes_at(store: Store, version: int, proposed: Iterable[Observation]) -> list[Change]:
    """Compare proposed figures with those in force at a version, in the order given."""
    rows = list(proposed)
    held = held_at(store, version, [row.key for row in rows])
    return [compare(in_force(held, row.key), row) for row in rows]


def in_force(held: dict[Key, Held], key: Key) -> Observation | None:
    """Give the figure of a key; a withdrawn one is none."""
    found = held.get(key)
    return None if found is None or found.withdrawn else found.observation


def compare(before: Observation | None, after: Observation) -> Change:
    """Tell what a row of a file changes; what it leaves blank beside an unchanged figure stays."""
    if before is None:
        return Change("unchanged" if withdraws(after) else "new", None, after)
    # No form of a file can say whether a series breaks, so a mark set before stays.
    after = after._replace(break_before=before.break_before)
    if any(getattr(before, name) != getattr(after, name) for name in FIGURE) or _says_otherwise(
        before, after, SHARE
    ):
        return Change("changed", before, after)
    if _says_otherwise(before, after, TEXTS):
        return Change("restated", before, _completed(before, after))
    return Change("unchanged", before, after)


def withdraws(row: Observation) -> bool:
    """Whether a row takes a figure away: neither a value nor a label."""
    return row.value is None and not row.label


def _says_otherwise(before: Observation, after: Observation, names: tuple[str, ...]) -> bool:
    return any(getattr(after, name) not in (None, "", getattr(before, name)) for name in names)


def _completed(before: Observation, after: Observation) -> Observation:
    blank = [name for name in (*SHARE, *TEXTS) if getattr(after, name) in (None, "")]
    return after._replace(**{name: getattr(before, name) for name in blank})
