"""Which nightly backups are kept: the newest of so many days, weeks and months."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from indicators.backup.manifest import Manifest
from indicators.store.local_time import local_day

Period = Callable[[date], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Rotation:
    """Of how many days, weeks and months one is kept."""

    daily: int = 7
    weekly: int = 5
    monthly: int = 12


def superseded(backups: Iterable[Manifest], rotation: Rotation) -> list[Manifest]:
    """Give the nightly backups of a board that are kept no longer.

    Days are those on which there is one, counted from the newest by serial: whatever a clock said
    meanwhile, the newest stays, and what was asked for or made before an upgrade is no night's.
    """
    nightly = [backup for backup in backups if backup.reason == "nightly"]
    ordered = sorted(nightly, key=lambda backup: backup.serial, reverse=True)
    periods: tuple[tuple[Period, int], ...] = (
        (lambda day: (day.toordinal(),), rotation.daily),
        (lambda day: tuple(day.isocalendar())[:2], rotation.weekly),
        (lambda day: (day.year, day.month), rotation.monthly),
    )
    kept = {backup.serial for period, most in periods for backup in _newest(ordered, period, most)}
    return [backup for backup in ordered if backup.serial not in kept]


def _newest(ordered: Iterable[Manifest], period: Period, most: int) -> list[Manifest]:
    """Give the newest backup of each of the newest periods, at most so many."""
    found: dict[tuple[int, ...], Manifest] = {}
    for backup in ordered:
        found.setdefault(period(local_day(backup.made_at)), backup)
    return list(found.values())[:most]
