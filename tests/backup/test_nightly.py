"""The server backs the board up at night: once for what changed, never at a reader's cost."""

import asyncio
import logging
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import namedtuple
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from indicators.backup.errors import BackupError
from indicators.backup.found import Backup, backups_in
from indicators.backup.making import back_up
from indicators.backup.manifest import NAME
from indicators.backup.nightly import Night, night_of, nightly
from indicators.backup.offer import told_of
from indicators.backup.rotation import Rotation
from indicators.store.connection import Store, open_store
from indicators.store.inspection import check_chain
from indicators.store.journal import record_observations
from indicators.store.records import Observation
from tests.backup.processes import until
from tests.project import PROJECT
from tests.rounds import rounds

NIGHTLY = "indicators.backup.nightly"

HERE = Path(__file__).resolve().parent
KILLS = rounds(12, few=2)

Figure = Callable[..., Observation]


class Clock:
    """A clock that is set by hand; at first it tells the time."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


def made(night: Night) -> list[tuple[int, str]]:
    """What the folder beside the database holds, oldest first, after the board was looked at."""
    night.backed_up()
    beside = backups_in(night.store.path.parent / "backups")
    return [(backup.manifest.number, backup.manifest.reason) for backup in reversed(beside)]


def test_what_changed_is_backed_up_the_night_after_and_only_once(
    store: Store, figure: Figure, clock: Clock
) -> None:
    night = Night(store, clock=clock)
    assert made(night) == []
    assert not (store.path.parent / "backups").exists()
    clock.ahead = timedelta(days=1)
    assert made(night) == [(1, "nightly")]
    assert made(night) == [(1, "nightly")]
    record_observations(store, None, [figure()], "Minh")
    clock.ahead = timedelta(days=2)
    assert made(night) == [(2, "nightly")]  # of the same day
    assert made(Night(store, clock=clock)) == [(2, "nightly")]


def test_a_backup_that_was_spoilt_is_made_again(store: Store, clock: Clock) -> None:
    clock.ahead = timedelta(days=1)
    newest = Night(store, clock=clock).backed_up()
    assert newest
    content = newest.file.read_bytes()
    newest.file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    again = Night(store, clock=clock).backed_up()
    assert again
    assert (again.manifest.serial, again.file.read_bytes()) == (2, content)


def test_with_the_clock_set_back_a_year_the_night_comes_all_the_same(
    store: Store, clock: Clock
) -> None:
    night = Night(store, clock=clock)
    clock.ahead = timedelta(days=-365)
    assert made(night) == []
    clock.ahead = timedelta(days=-364)
    assert made(night) == [(1, "nightly")]


def test_made_up_and_shown_only_boards_are_left_alone(
    store: Store, demo: Store, figure: Figure, clock: Clock
) -> None:
    clock.ahead = timedelta(days=1)
    older = store.path.read_bytes()
    record_observations(store, None, [figure()], "Minh")
    store.close()
    store.path.write_bytes(older)
    behind = open_store(store.path)
    assert [made(Night(each, clock=clock)) for each in (demo, behind)] == [[], []]
    behind.close()


def test_too_little_room_is_told_and_tried_again(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    clock.ahead = timedelta(days=1)
    usage = namedtuple("usage", "free")(2 * store.path.stat().st_size - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    night = Night(store, clock=clock)
    with pytest.raises(BackupError, match="gấp đôi cơ sở dữ liệu"):
        night.backed_up()

    pauses: list[float] = []

    async def run() -> None:
        ended = asyncio.Event()

        async def pause(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 2:
                monkeypatch.undo()
            if len(pauses) == 4:
                ended.set()
                await asyncio.Event().wait()

        async with nightly(night, pause):
            await ended.wait()

    with caplog.at_level(logging.INFO, NIGHTLY):
        asyncio.run(run())
    assert pauses == [60, 3600, 60, 60]
    told = [each.getMessage() for each in caplog.records if each.name == NIGHTLY]
    assert told[0].startswith("Sao lưu hằng đêm: Ổ đĩa của ")
    assert told[1].startswith("Backed up: board-")
    assert len(told) == 2


def test_only_nightly_backups_of_this_board_with_nothing_else_in_them_are_dropped(
    store: Store, figure: Figure, clock: Clock
) -> None:
    clock.ahead = timedelta(days=1)
    night = Night(store, rotation=Rotation(1, 1, 1), clock=clock)
    first = night.backed_up()
    assert first
    asked = back_up(store, first.folder.parent, "asked")
    (first.folder / "ghi chú.txt").write_text("giữ")
    stranger = first.folder.parent / "khác"
    stranger.mkdir()
    numbers = []
    for year in (2024, 2025, 2026):
        record_observations(store, None, [figure(year)], "Minh")
        clock.ahead += timedelta(days=1)
        numbers.append([number for number, _ in made(night)])
    assert numbers == [[1, 1, 2], [1, 1, 3], [1, 1, 4]]
    names = {place.name for place in first.folder.parent.iterdir()}
    assert {first.folder.name, asked.folder.name, "khác"} < names
    assert len(names) == 4


def test_a_server_that_ends_waits_for_no_backup(store: Store, clock: Clock) -> None:
    clock.ahead = timedelta(days=1)
    folder = store.path.parent / "backups"

    async def run() -> None:
        async def pause(_seconds: float) -> None:
            await asyncio.sleep(0)

        async with nightly(Night(store, clock=clock), pause):
            while not (folder.exists() and list(folder.iterdir())):
                await asyncio.sleep(0.001)

    asyncio.run(run())
    assert [place for place in folder.iterdir() if place.name.startswith(".")] == []
    assert [backup.manifest.number for backup in backups_in(folder)] in ([], [1])
    assert Night(store, clock=clock).backed_up() or backups_in(folder)


def test_a_folder_that_was_set_and_is_not_there_is_told_at_the_start_and_waited_for(
    store: Store, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.ahead = timedelta(days=1)
    folder = tmp_path / "đĩa khác"
    monkeypatch.setenv("BOARD_BACKUP_FOLDER", str(folder))
    monkeypatch.setenv("BOARD_BACKUP_AT", "02:45")
    night = night_of(store)
    night.clock = clock
    assert (night.at.isoformat("minutes"), night.rotation) == ("02:45", Rotation(7, 5, 12))
    told = f"Không có thư mục {folder} để sao lưu vào; có thể đĩa chưa được gắn. Chưa sao lưu."
    assert told_of(store) == [f"{told} Mỗi đêm sẽ thử lại."]
    with pytest.raises(BackupError, match="có thể đĩa chưa được gắn"):
        night.backed_up()
    folder.mkdir()
    backup = night.backed_up()
    assert backup
    assert (backup.folder.parent, told_of(store)) == (folder, [])


def test_killed_at_night_every_backup_is_whole_or_absent_and_the_next_start_makes_it(
    store: Store,
) -> None:
    store.close()
    folder = store.path.parent / "backups"
    chance = random.Random(71)  # noqa: S311
    for turn in range(KILLS + 1):
        with watching(store.path) as process:
            if turn < KILLS:
                time.sleep(chance.uniform(0.3, 1.2))
                process.send_signal(signal.SIGKILL)
            else:
                until(lambda: backups_in(folder))
                process.communicate()
        for backup in backups_in(folder):
            assert whole(backup)
            shutil.rmtree(backup.folder)
    again = open_store(store.path)
    assert back_up(again, folder, "asked").manifest.number == 1
    assert len(list(folder.iterdir())) == 1
    again.close()


def watching(path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, str(HERE / "night_watch.py"), str(path)]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    return subprocess.Popen(command, stdin=subprocess.PIPE, text=True, env=environment)


def whole(backup: Backup) -> bool:
    assert (backup.folder / NAME).exists()
    return check_chain(backup.file).mark == backup.manifest.mark
