"""A disk that cannot be written: what is there is shown, nothing is built, nothing is lost."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import pytest

from indicators.store.connection import Store
from indicators.store.journal import record_observations
from indicators.store.records import Observation
from tests.project import PROJECT

NOBODY = 65534

# Runs in a process that may not write; says on one line what each step came to.
CHILD = """
import encodings.utf_8_sig, json, os, sys
from pathlib import Path
from indicators.store.connection import open_store
from indicators.store.errors import StoreError
from indicators.store.history import latest, observations_at
from indicators.store.journal import record_observations, verify
from indicators.seeding.prepare import build, prepare

if os.environ["AS_USER"]:  # only now: the user may not be able to read the interpreter's own files
    os.setgid(int(os.environ["AS_USER"]))
    os.setuid(int(os.environ["AS_USER"]))

def told(step):
    try:
        return step()
    except StoreError as error:
        return f"{type(error).__name__}: {error}"

def read():
    store = open_store(path)
    return [store.read_only, observations_at(store, latest(store).number)["value"].tolist(),
            verify(store)]

path = Path(sys.argv[1])
print(json.dumps({
    "read": told(read),
    "write": told(lambda: record_observations(open_store(path), None, [], "Minh")),
    "prepare": told(lambda: str(prepare(path).path)),
    "build": told(lambda: build(path.with_name("moi.duckdb"))),
}))
"""


def read_only_mount(path: Path) -> list[str]:
    """Prefix of a command for which the folder of `path` is on a read-only disk."""
    folder = path.parent
    script = f'mount --bind {folder} {folder} && mount -o remount,ro,bind {folder} && exec "$@"'
    return ["unshare", "--mount", "sh", "-c", script, "sh"]


def mounts_work(tmp_path: Path) -> bool:
    command = [*read_only_mount(tmp_path / "x"), "touch", str(tmp_path / "x")]
    trial = subprocess.run(command, capture_output=True, check=False)
    return b"ead-only" in trial.stderr


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users may enter, as pytest's own are not."""
    above = Path(mkdtemp(prefix="board-"))
    made = above / "data"
    made.mkdir()
    for folder in (above, made):
        folder.chmod(0o755)
    yield made
    for file in (made, *made.iterdir()):
        file.chmod(0o755)
    shutil.rmtree(above)


@pytest.fixture
def board(folder: Path, store: Store, figure: Callable[..., Observation]) -> Path:
    record_observations(store, None, [figure(2025, 76.98)], "Minh")
    store.close()
    return Path(shutil.copy(store.path, folder / "board.duckdb"))


def run(board: Path, prefix: list[str], user: str = "") -> dict[str, object]:
    environment = os.environ | {"AS_USER": user, "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        [*prefix, sys.executable, "-c", CHILD, str(board)],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check(board: Path, prefix: list[str], user: str = "") -> None:
    before = {file.name: sha256(file.read_bytes()).hexdigest() for file in board.parent.iterdir()}

    outcome = run(board, prefix, user)

    new = board.with_name("moi.duckdb")
    assert outcome == {
        "read": [True, [76.98], []],
        "write": f"ReadOnlyError: Không ghi được vào {board}: tệp hoặc thư mục chỉ cho đọc.",
        "prepare": str(board),
        "build": f"ReadOnlyError: Không tạo được {new}: thư mục chỉ cho đọc.",
    }
    after = {file.name: sha256(file.read_bytes()).hexdigest() for file in board.parent.iterdir()}
    assert after == before


def test_a_board_on_a_read_only_disk_is_shown_and_not_written(board: Path, tmp_path: Path) -> None:
    if not mounts_work(tmp_path):
        pytest.skip("mounting a read-only disk needs root and its own mount namespace")

    check(board, read_only_mount(board))


def test_a_board_the_user_may_not_write_is_shown_and_not_written(board: Path) -> None:
    board.chmod(0o444)
    board.parent.chmod(0o555)

    check(board, [], str(NOBODY) if os.getuid() == 0 else "")


def test_an_interrupted_write_is_read_from_a_read_only_disk(
    folder: Path, tmp_path: Path, board: Path
) -> None:
    if not mounts_work(tmp_path):
        pytest.skip("mounting a read-only disk needs root and its own mount namespace")
    script = (
        "import os, sys; from pathlib import Path;"
        "from indicators.store.connection import Store, open_store;"
        "from indicators.store.journal import record_observations;"
        "store = open_store(Path(sys.argv[1]));"
        "Store.settle = lambda *_: os._exit(9);"  # ends before the log is moved into the file
        "record_observations(store, None, [], 'Minh')"
    )
    subprocess.run([sys.executable, "-c", script, str(board)], cwd=PROJECT, check=False)
    assert (folder / "board.duckdb.wal").exists()

    check(board, read_only_mount(board))
