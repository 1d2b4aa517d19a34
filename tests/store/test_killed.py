"""Kill -9 in the middle of an apply: each upload is wholly there or wholly absent, and marked.

A kill may come while a version is recorded, marked, or moved from the log into the file.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from indicators.store.connection import Store, open_store
from indicators.store.history import latest, versions
from indicators.store.journal import verify
from indicators.store.marks import mark_places
from tests.rounds import rounds

HERE = Path(__file__).resolve().parent
# Of killing at least, and as much longer as KILLS need on a busy machine.
SECONDS = rounds(10, few=2)
KILLS = rounds(5, few=3)
MOST_KILLS = 100  # until one comes before the log was moved into the file
ROWS = 300


def applied_until_killed(path: Path, delay: float) -> list[int]:
    """Versions a process said it had recorded before it was killed, `delay` s after its first."""
    environment = os.environ | {"PYTHONPATH": f"{HERE.parents[1]}:{HERE}"}
    with subprocess.Popen(
        [sys.executable, str(HERE / "applying.py"), str(path)],
        stdout=subprocess.PIPE, text=True, env=environment,
    ) as process:  # fmt: skip
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        said = first + process.stdout.read()
    assert process.returncode == -signal.SIGKILL
    # The last line may be cut in the middle of a number.
    return [int(line) for line in said.splitlines(keepends=True) if line.endswith("\n")]


def marked(place: Path) -> tuple[int, str]:
    """The version that a mark names, and its hash."""
    told = json.loads(place.read_text(encoding="utf-8"))
    return told["number"], told["hash"]


def test_after_a_kill_every_upload_is_whole_or_absent_and_the_journal_holds(store: Store) -> None:
    path = store.path
    store.close()
    chance = random.Random(71)  # noqa: S311
    deadline = time.monotonic() + SECONDS
    kills, cut_short = 0, 0
    while kills < MOST_KILLS and (time.monotonic() < deadline or kills < KILLS or not cut_short):
        said = applied_until_killed(path, chance.uniform(0.0, 0.15))
        kills += 1
        log = path.with_name(f"{path.name}.wal")
        cut_short += log.exists() and log.stat().st_size > 0

        store = open_store(path)
        assert store.lag is None
        newest = (latest(store).number, latest(store).hash)
        marks = [marked(place) for place in mark_places(path)]
        numbers = [version.number for version in versions(store)]
        with store.reading() as cursor:
            rows = cursor.execute(
                'SELECT version, upload, count(*), count(DISTINCT "group") FROM observation '
                "GROUP BY ALL ORDER BY version"
            ).fetchall()
            files = cursor.execute("SELECT version, file_name FROM upload ORDER BY 1").fetchall()
        store_faults = verify(store)
        store.close()

        assert store_faults == []
        assert marks == [newest, newest]
        assert said
        assert set(said) <= set(numbers)
        assert numbers == list(range(1, len(numbers) + 1))
        # One apply may have been kept and not yet announced.
        assert len(numbers) - said[-1] <= 1
        assert rows == [(number, number, ROWS, ROWS) for number in numbers[1:]]
        assert files == [(number, f"{number}.csv") for number in numbers[1:]]
    assert cut_short
