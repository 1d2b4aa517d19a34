"""Killed or without room on the way out or in: nothing half is there, and it can be done again."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.exchange.parcel import is_archive
from tests.exchange.conftest import Told
from tests.project import PROJECT
from tests.store.older_boards import contents

KILLED = "import os, signal;killed = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL);"
LITTLE_ROOM = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}));"
# At which moment of bringing in a process is killed, by what it reaches then.
MOMENTS = {
    "while tables are filled": "from indicators.exchange import bringing_in;"
    "bringing_in._bytes = killed;",
    "before the chain is verified": "from indicators.store import aside;"
    "aside._check_whole = killed;",
    "before it gets its name": "from indicators.store import aside; aside._move = killed;",
}


def run(before: str, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, after what is done there first."""
    script = (
        f"import sys; sys.path.insert(0, {str(PROJECT)!r});{before}"
        "from indicators.commands.run import main;"
        "answer = main(sys.argv[1:]); print(answer.error); sys.exit(answer.code)"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def shown(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_board_brought_in_by_a_process_that_is_killed_is_not_there_and_can_be_again(
    told: Told, parcel: Path, moment: str
) -> None:
    folder = parcel.with_name("mới")
    folder.mkdir()
    words = ("import", str(parcel), "--db", str(folder / "board.duckdb"))
    ended = run(KILLED + MOMENTS[moment], *words, folder=folder)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert shown(folder) == []

    told(*words)
    assert [file.name for file in folder.iterdir()] == ["board.duckdb"]
    assert contents(folder / "board.duckdb") == contents(parcel.with_name("first.duckdb"))


def test_without_room_no_board_is_brought_in_and_none_left(parcel: Path) -> None:
    folder = parcel.with_name("mới")
    folder.mkdir()
    words = ("import", str(parcel), "--db", str(folder / "board.duckdb"))
    ended = run(LITTLE_ROOM.format(2_000_000), *words, folder=folder)
    assert (ended.returncode, list(folder.iterdir())) == (2, []), ended.stdout
    assert ended.stdout.startswith(f"Hết chỗ trên đĩa, chưa dựng được {folder / 'board.duckdb'}")


@pytest.mark.parametrize("form", ["ra2", "ra2.zip"])
@pytest.mark.parametrize("whole", [[], ["--whole"]])
def test_what_is_taken_out_is_whole_or_not_there(parcel: Path, form: str, whole: list[str]) -> None:
    folder = parcel.parent
    before = shown(folder)
    asked = ("export", form, *whole, "--db", str(folder / "first.duckdb"))
    what = "_write_archive" if is_archive(Path(form)) else "_write_folder"
    late = f"from indicators.exchange import parcel; write = parcel.{what};"
    late += f"parcel.{what} = lambda *a: (write(*a), killed());"
    assert run(KILLED + late, *asked, folder=folder).returncode == -signal.SIGKILL
    assert shown(folder) == before

    ended = run(LITTLE_ROOM.format(10_000), *asked, folder=folder)
    told = f"Không ghi được vào {folder / form}: hết chỗ trên đĩa.\n"
    assert (ended.returncode, ended.stdout) == (2, told)
    assert shown(folder) == before
