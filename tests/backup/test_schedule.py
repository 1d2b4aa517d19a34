"""When the night's backup is due, and which are kept, whatever the clock says."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from indicators.backup.manifest import Manifest, Reason
from indicators.backup.rotation import Rotation, superseded
from indicators.backup.schedule import next_due, unsaved_since
from indicators.store.local_time import VIETNAM
from indicators.store.marks import Mark
from indicators.store.records import Version


def at(text: str) -> datetime:
    """A moment by the clock of Viet Nam."""
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=VIETNAM).astimezone(UTC)


@pytest.mark.parametrize(
    ("unsaved", "now", "due"),
    [
        ("30/11/2026 10:00", "30/11/2026 10:01", "01/12/2026 01:30"),
        ("30/11/2026 01:29", "30/11/2026 01:29", "30/11/2026 01:30"),
        ("30/11/2026 01:30", "30/11/2026 01:30", "01/12/2026 01:30"),
        ("27/11/2026 16:00", "30/11/2026 08:00", "28/11/2026 01:30"),  # missed
        # Dated when the clock was a year ahead: it counts from the start of the server.
        ("30/11/2027 10:00", "30/11/2026 11:00", "01/12/2026 01:30"),
    ],
)
def test_a_change_is_saved_at_half_past_one_of_the_night_after(
    unsaved: str, now: str, due: str
) -> None:
    watched = at("30/11/2026 07:00")
    assert next_due(at(unsaved), watched, at(now), time(1, 30)) == at(due)
    assert next_due(None, watched, at(now), time(1, 30)) is None


def version(number: int, *, code: str = "") -> Version:
    moment = at("01/11/2026 08:00") + timedelta(days=number)
    return Version(number, moment, "upload", "Lan", "", 1, "", "", code or f"h{number}")


def test_what_the_newest_good_backup_lacks_is_not_saved_yet() -> None:
    entries = [version(number) for number in (1, 2, 3)]
    assert unsaved_since([], None) is None
    assert unsaved_since(entries, None) == entries[0].at
    assert unsaved_since(entries, Mark("a", 1, "h1")) == entries[1].at
    assert unsaved_since(entries, Mark("a", 3, "h3")) is None
    # Backups of what was before an older one was put back say nothing of what came then.
    assert unsaved_since(entries, Mark("a", 3, "khác")) == entries[2].at
    assert unsaved_since(entries, Mark("a", 9, "h9")) == entries[2].at


def backup(serial: int, day: date, reason: Reason = "nightly") -> Manifest:
    made = datetime.combine(day, time(1, 30), VIETNAM)
    return Manifest("b", "a", serial, f"h{serial}", 3, "", made, reason, serial, 1, "s")


def kept(made: list[Manifest], rotation: Rotation = Rotation()) -> list[date]:  # noqa: B008
    """Days of those that stay when each night drops what it makes superfluous."""
    beside: list[Manifest] = []
    for each in made:
        beside.append(each)
        dropped = superseded(beside, rotation)
        beside = [other for other in beside if other not in dropped]
    return [each.made_at.astimezone(VIETNAM).date() for each in beside]


def test_of_every_night_for_two_years_seven_days_five_weeks_and_twelve_months_stay() -> None:
    first = date(2026, 1, 1)
    nights = [backup(n, first + timedelta(days=n)) for n in range(730)]
    assert kept(nights) == [
        *(date(2027, month, 1) - timedelta(days=1) for month in range(2, 13)),
        *(date(2027, 12, day) for day in (5, 12, 19)),
        *(date(2027, 12, day) for day in range(25, 32)),
    ]


def test_a_clock_a_year_ahead_or_behind_for_a_while_costs_no_backup_its_place() -> None:
    def nights(first: date, serial: int, count: int) -> list[Manifest]:
        return [backup(serial + n, first + timedelta(days=n)) for n in range(count)]

    before = nights(date(2026, 11, 1), 1, 10)
    wrong = nights(date(2027, 11, 11), 11, 10)
    after = nights(date(2026, 11, 21), 21, 10)
    stay = kept([*before, *wrong, *after])
    newest = [date(2026, 11, day) for day in range(24, 31)]
    assert stay[-7:] == newest
    assert date(2026, 11, 22) in stay  # of the week before

    behind = kept([*before, *nights(date(2025, 11, 11), 11, 2)])
    assert behind[-2:] == [date(2025, 11, 11), date(2025, 11, 12)]


def test_what_was_asked_for_is_never_dropped() -> None:
    day = date(2026, 11, 1)
    asked = [backup(n, day + timedelta(days=n), "asked") for n in range(40)]
    upgraded = [backup(50, day, "upgrade")]
    assert superseded([*asked, *upgraded], Rotation(1, 1, 1)) == []
    two = [backup(60, day), backup(61, day)]
    assert superseded([*asked, *two], Rotation(1, 1, 1)) == [two[0]]
