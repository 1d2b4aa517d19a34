"""A backup holds what the board held, says so in its manifest, and stands in nobody's way."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from indicators.backup.errors import BackupError
from indicators.backup.found import Backup, backups_in, is_as_made, newest_good
from indicators.backup.making import back_up
from indicators.backup.manifest import NAME, read_manifest
from indicators.store.accounts import made_accounts
from indicators.store.connection import Store, open_store
from indicators.store.history import latest, observations_at
from indicators.store.inspection import Contents, check_chain
from indicators.store.journal import record_observations
from indicators.store.marks import Mark
from indicators.store.records import Observation, Upload
from tests.backup.processes import naming, until
from tests.project import PROJECT
from tests.rounds import rounds
from tests.store.test_read_only import mounts_work, read_only_mount

HERE = Path(__file__).resolve().parent
KILLS = rounds(20, few=3)
# Where DuckDB keeps the checksum of each block.
FIRST_BLOCK, BLOCK = 3 * 4096, 262_144

Figure = Callable[..., Observation]


def names(folder: Path) -> list[str]:
    return sorted(place.name for place in folder.iterdir())


def test_a_backup_holds_the_newest_version_and_its_manifest_says_which(
    store: Store, figure: Figure, folder: Path
) -> None:
    version = record_observations(store, None, [figure()], "Minh")

    backup = back_up(store, folder, "asked")

    content = backup.file.read_bytes()
    made = backup.manifest.made_at
    assert abs(datetime.now(UTC) - made) < timedelta(hours=1)
    told = json.loads((backup.folder / NAME).read_text("utf-8"))
    assert told.pop("manifest_sha256")
    assert told == {
        "file": "board.duckdb",
        "identity": store.identity,
        "number": 2,
        "hash": version.hash,
        "head": version.hash[:10],
        "schema": backup.manifest.schema,
        "software": backup.manifest.software,
        "made_at": f"{made + timedelta(hours=7):%Y-%m-%dT%H:%M:%S}+07:00",
        "reason": "asked",
        "serial": 1,
        "size": len(content),
        "sha256": sha256(content).hexdigest(),
        "accounts_sha256": "",
    }
    assert backup.folder.name == f"board-{made + timedelta(hours=7):%Y-%m-%d-%H%M%S}-v2"
    (read,) = backups_in(folder)
    assert (read.folder, read.manifest.mark) == (backup.folder, backup.manifest.mark)
    assert names(folder) == [backup.folder.name]
    rights = {place.name: place.stat().st_mode & 0o777 for place in backup.folder.iterdir()}
    assert rights == {"board.duckdb": 0o600, NAME: 0o600}
    assert backup.folder.stat().st_mode & 0o777 == 0o700
    copy = open_store(backup.file, marked=False)
    assert observations_at(copy, 2).equals(observations_at(store, 2))
    copy.close()


def test_a_board_that_was_backed_up_still_keeps_other_processes_out(
    store: Store, folder: Path
) -> None:
    back_up(store, folder, "asked")

    script = "import duckdb, sys; duckdb.connect(sys.argv[1])"
    command = [sys.executable, "-c", script, str(store.path)]
    second = subprocess.run(command, capture_output=True, text=True, check=False)
    assert f"PID {os.getpid()}" in second.stderr


def flip(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


def cut(file: Path, place: int) -> None:
    file.write_bytes(file.read_bytes()[:place])


@pytest.mark.parametrize("name", ["board.duckdb", NAME])
@pytest.mark.parametrize("damage", [flip, cut])
def test_a_backup_that_is_not_as_it_was_made_is_passed_over(
    store: Store, figure: Figure, folder: Path, name: str, damage: Callable[[Path, int], None]
) -> None:
    good = back_up(store, folder, "asked")
    record_observations(store, None, [figure()], "Minh")
    newest = back_up(store, folder, "asked")
    assert newest_good(folder) == newest
    file = newest.folder / name
    whole = file.read_bytes()
    for place in random.Random(71).sample(range(len(whole)), rounds(40, few=10)):  # noqa: S311
        damage(file, place)
        assert newest_good(folder) == good
        file.write_bytes(whole)
    assert newest_good(folder, "khác") is None


def test_made_up_figures_and_a_board_behind_its_mark_are_not_backed_up(
    store: Store, demo: Store, figure: Figure, folder: Path
) -> None:
    with pytest.raises(BackupError, match="số liệu minh họa không cần sao lưu"):
        back_up(demo, folder, "asked")
    older = store.path.read_bytes()
    record_observations(store, None, [figure()], "Minh")
    store.close()
    store.path.write_bytes(older)
    behind = open_store(store.path)
    with pytest.raises(BackupError, match="đã ghi đến phiên bản 2"):
        back_up(behind, folder, "asked")
    behind.close()
    assert names(folder) == []


def test_a_folder_that_is_not_there_is_not_made(store: Store, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="có thể đĩa chưa được gắn"):
        back_up(store, tmp_path / "usb", "asked")
    assert not (tmp_path / "usb").exists()


def test_of_a_board_that_is_damaged_no_backup_is_made(
    store: Store, figure: Figure, folder: Path
) -> None:
    """Nobody has read the spoilt rows yet, so that pages go on and nobody knows."""
    record_observations(store, None, [figure()], "Minh")
    good = back_up(store, folder, "asked")
    size = store.path.stat().st_size
    for place in range(FIRST_BLOCK, size, BLOCK):
        flip(store.path, place)
    with pytest.raises(BackupError, match="có thể chính tệp này đã hỏng"):
        back_up(store, folder, "asked")
    assert names(folder) == [good.folder.name]


def test_into_a_folder_on_a_read_only_disk_nothing_is_written(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    if not mounts_work(tmp_path):
        pytest.skip("mounting a read-only disk needs root and its own mount namespace")
    store.close()
    command = [sys.executable, "-m", "indicators", "backup", str(folder), "--db", str(store.path)]
    done = subprocess.run(
        [*read_only_mount(folder / "x"), *command],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Không ghi được vào thư mục {folder}: chỉ cho đọc. Chưa sao lưu.\n"
    assert names(folder) == []


def test_on_a_disk_that_knows_no_rights_a_backup_is_made_all_the_same(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on the sticks that people carry: there changing them is refused."""

    def refused(*_arguments: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    made_accounts(store.path, store.identity).close()
    monkeypatch.setattr(Path, "chmod", refused)
    assert is_as_made(back_up(store, folder, "asked"))


def test_whoever_no_longer_wants_a_backup_is_left_none(store: Store, folder: Path) -> None:
    def gone() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(store, folder, "asked", gone)
    assert names(folder) == []
    assert back_up(store, folder, "asked").manifest.serial == 1


def test_on_a_full_disk_nothing_stays_and_the_board_goes_on(
    store: Store, figure: Figure, folder: Path
) -> None:
    upload = Upload.received("a.csv", os.urandom(5_000_000), "Minh")
    record_observations(store, upload, [figure()], "Minh")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, before[1]))
    try:
        with pytest.raises(BackupError, match=r"^Hết chỗ trên đĩa"):
            back_up(store, folder, "asked")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert names(folder) == []
    assert record_observations(store, None, [figure(2026)], "Minh").number == 3
    assert back_up(store, folder, "asked").manifest.number == 3


def until_killed(path: Path, folder: Path, delay: float) -> list[str]:
    """Names of backups that a process said it had made before it was killed, `delay` s later."""
    command = [sys.executable, str(HERE / "backing_up.py"), str(path), str(folder)]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, text=True, env=environment) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        said = first + process.stdout.read()
    return [line for line in said.splitlines(keepends=True) if line.endswith("\n")]


def test_after_a_kill_every_backup_is_whole_or_absent(store: Store, folder: Path) -> None:
    store.close()
    chance = random.Random(13)  # noqa: S311
    broken_off = 0
    for _ in range(KILLS):
        said = until_killed(store.path, folder, chance.uniform(0.0, 0.6))
        broken_off += any(name.startswith(".") for name in names(folder))
        made = backups_in(folder)
        assert {name.strip() for name in said} <= {backup.folder.name for backup in made}
        assert [is_as_made(backup) for backup in made] == [True] * len(made)
        assert len(names(folder)) - len(made) <= 1
    assert broken_off
    until(lambda: not naming(folder))

    again = open_store(store.path)
    newest = back_up(again, folder, "asked")
    assert held(newest) == Mark(again.identity, latest(again).number, latest(again).hash)
    some = backups_in(folder)[:: rounds(1, few=4)]
    assert [held(backup) for backup in some] == [backup.manifest.mark for backup in some]
    assert len(names(folder)) == len(backups_in(folder)) == newest.manifest.serial
    again.close()


def held(backup: Backup) -> Mark:
    """What is in a backup, its whole chain verified."""
    contents: Contents = check_chain(backup.file)
    assert read_manifest(backup.folder / NAME) == backup.manifest
    return contents.mark
