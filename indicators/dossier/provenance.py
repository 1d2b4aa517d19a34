"""Where a figure comes from: its file, row and version, what it replaced, what it is the sum of."""

from dataclasses import dataclass, replace

from indicators.figures.rollup import part_keys
from indicators.figures.totals import totals_at
from indicators.store.connection import Store
from indicators.store.held import FileNamed, Held, Key, file_named, held_at, rows_of
from indicators.store.history import catalogue_at, version_at
from indicators.store.journal import undone_by
from indicators.store.records import Observation, Version


@dataclass(frozen=True, slots=True)
class Origin:
    """A row once recorded of a figure: by which version, from which file, what was undone by it."""

    held: Held
    version: Version
    file: FileNamed | None
    undoes: int | None

    @property
    def observation(self) -> Observation:
        """The figure as it was written."""
        return self.held.observation


@dataclass(frozen=True, slots=True)
class Provenance:
    """A figure at a version: every row recorded of it, newest first, or its parts.

    There are parts only where no figure was reported and all of them add up to one, which is `sum`.
    """

    key: Key
    origins: tuple[Origin, ...]
    sum: Observation | None = None
    parts: tuple[Held, ...] = ()

    @property
    def now(self) -> Origin | None:
        """The row in force; None when there is none, or it was withdrawn."""
        newest = self.origins[0] if self.origins else None
        return None if newest is None or newest.held.withdrawn else newest

    @property
    def before(self) -> tuple[Origin, ...]:
        """The rows that are no longer in force, a withdrawal in force among them."""
        return self.origins[1:] if self.now else self.origins


def provenance_of(store: Store, key: Key, version: int) -> Provenance:
    """Trace a figure as of a version."""
    rows = [held for held in rows_of(store, key) if held.version <= version]
    found = Provenance(key, tuple(_origin(store, held) for held in reversed(rows)))
    return found if found.now else _added_up(store, found, version)


def _origin(store: Store, held: Held) -> Origin:
    version = version_at(store, held.version)
    file = file_named(store, held.upload) if held.upload else None
    return Origin(held, version, file, undone_by(version))


def _added_up(store: Store, found: Provenance, version: int) -> Provenance:
    """Add what the board adds up in place of a figure that was not reported."""
    code, area, group, year, period = found.key
    catalogue = catalogue_at(store, version)
    indicator = catalogue.indicators_by_code.get(code)
    if group or indicator is None or area not in catalogue.areas_by_code:
        return found
    wholes = totals_at(store, version, area).roll_ups.get(code, ())
    whole = next((each for each in wholes if (each.year, each.period) == (year, period)), None)
    if whole is None:
        return found
    keys = part_keys(catalogue, indicator, whole)
    held = held_at(store, version, keys)
    return replace(found, sum=whole.observation, parts=tuple(held[key] for key in keys))


def deed_told(origin: Origin) -> str:
    """Say what recording did to a figure, where it was more than writing it: 'rút số liệu'."""
    withdrawn = "rút số liệu" if origin.held.withdrawn else "khôi phục"
    if origin.undoes is not None:
        return f"{withdrawn} do hoàn tác phiên bản {origin.undoes}"
    return withdrawn if origin.held.withdrawn else ""
