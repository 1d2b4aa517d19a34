"""No room left: nothing half-written, a sentence says so, and with room it goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.store.connection import Store, open_store
from indicators.store.history import uploads, versions
from indicators.store.journal import verify

HERE = Path(__file__).resolve().parent


@pytest.mark.parametrize(
    ("megabytes", "readers"),
    # While others read the log grows; else it is moved into the file past 16 MB, and an error there
    # is one that DuckDB does not survive.
    [(8, 2), (20, 0)],
    ids=["in the log", "in the file"],
)
def test_without_room_nothing_is_kept_and_with_room_the_same_process_goes_on(
    store: Store, megabytes: int, readers: int
) -> None:
    path = store.path
    store.close()
    environment = os.environ | {"PYTHONPATH": f"{HERE.parents[1]}:{HERE}"}

    done = subprocess.run(
        [sys.executable, str(HERE / "filling_up.py"), str(path), str(megabytes), str(readers)],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    kept_in_log = f"What was last recorded in {path} stays in its log: FATAL Error: "
    assert all(line.startswith(kept_in_log) for line in done.stderr.splitlines())
    told = json.loads(done.stdout)
    last = told["kept"]
    assert last > 2
    refusal = f"Hết chỗ trên đĩa, chưa ghi được gì vào {path}."
    assert told == {
        "kept": last,
        "refusal": refusal,
        "held": [last, last - 1],
        "again": [last, refusal],
        "with room": last + 1,
        "faults": [],
    }
    opened = open_store(path)
    assert [version.number for version in versions(opened)] == list(range(1, last + 2))
    names = [f"{number}.csv" for number in range(2, last + 2)]
    assert uploads(opened, last + 1)["file_name"].tolist() == names
    assert verify(opened) == []
    opened.close()
