"""An upgrade that fails, is killed or has no room leaves the board as older software left it."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import duckdb
import pytest

from indicators.store import growth
from indicators.store.connection import StoreError, open_store
from indicators.store.errors import NoRoomError, UpgradeError
from indicators.store.history import latest, versions
from indicators.store.journal import record_observations, record_taken_as_it_is, verify
from indicators.store.marks import mark_places
from indicators.store.recognition import SCHEMA_VERSION
from indicators.store.records import Observation
from tests.project import PROJECT
from tests.store.older_boards import BOARDS, contents, layout, made_from

NEXT = SCHEMA_VERSION + 1
TELL = (
    ". Tệp được giữ nguyên. Hãy khôi phục từ bản sao lưu, hoặc dùng lại bản phần mềm trước, rồi "
    "báo cho người phụ trách."
)
# A kind of entry more, and one less: a constraint can't be altered.
REBUILT = """
CREATE TABLE anew (
    number INTEGER PRIMARY KEY, "at" TIMESTAMP NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('seed', 'upload', 'undo', 'setting', 'account')),
    "by" VARCHAR NOT NULL, agency VARCHAR NOT NULL, method INTEGER NOT NULL, note VARCHAR NOT NULL,
    previous_hash VARCHAR NOT NULL, hash VARCHAR NOT NULL, undoes INTEGER
);
INSERT INTO anew SELECT * FROM version ORDER BY number;
DROP TABLE version;
ALTER TABLE anew RENAME TO version;
"""


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A board of the first schema, closed."""
    return made_from(BOARDS[0], tmp_path / "board.duckdb")


@pytest.fixture
def step_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let there be software that has one step more."""

    def added(step: str) -> None:
        steps = tmp_path / "steps"
        steps.mkdir()
        for known in growth.STEPS.iterdir():
            copy(known, steps)
        (steps / f"{NEXT:03}.sql").write_text(step, encoding="utf-8")
        monkeypatch.setattr(growth, "STEPS", steps)
        for module in ("growth", "recognition", "upgrade", "connection"):
            monkeypatch.setattr(f"indicators.store.{module}.SCHEMA_VERSION", NEXT)

    return added


def unseen(_path: Path) -> None:
    """Keep nothing of a board before it is upgraded."""


def refused(path: Path, *, keeps: bool = True) -> str:
    """Try to upgrade; the refusal, after which nothing of the board is otherwise.

    It is kept once at most, however many come to read it.
    """
    before, kept = (contents(path), layout(path)), []
    with pytest.raises(UpgradeError) as refusal:
        open_store(path, before_upgrade=kept.append)
    with pytest.raises(UpgradeError, match=re.escape(str(refusal.value))):
        open_store(path, before_upgrade=kept.append)
    assert kept == ([path] if keeps else [])
    assert (contents(path), layout(path)) == before
    assert refusal.value.for_readers.startswith("Chưa nâng cấp được tệp số liệu của bảng")
    return str(refusal.value)


def test_whoever_keeps_a_board_sees_it_closed_and_as_it_was(board: Path) -> None:
    before, seen = contents(board), []
    open_store(board, before_upgrade=lambda path: seen.append((path, contents(path)))).close()
    assert seen == [(board, before)]


def test_a_board_that_could_not_be_kept_is_not_upgraded(board: Path) -> None:
    before = board.read_bytes()

    def fails(_path: Path) -> None:
        raise StoreError("Chưa sao lưu được.")

    with pytest.raises(StoreError, match="Chưa sao lưu được"):
        open_store(board, before_upgrade=fails)
    assert board.read_bytes() == before


def test_a_board_whose_chain_is_broken_is_not_upgraded(board: Path) -> None:
    with duckdb.connect(board) as tampered:
        tampered.execute("UPDATE observation SET value = 80 WHERE version = 2")
    assert refused(board, keeps=False) == (
        f"Chưa nâng cấp {board} từ cấu trúc 1 lên {SCHEMA_VERSION}: chuỗi băm không nguyên vẹn. "
        f"Nội dung của phiên bản 2 đã bị thay đổi sau khi ghi{TELL}"
    )


def test_a_step_that_does_not_fit_changes_nothing(
    board: Path, step_after: Callable[[str], None]
) -> None:
    step_after("ALTER TABLE upload ADD COLUMN x INTEGER; INSERT INTO version SELECT * FROM version")
    assert refused(board) == (
        f"Chưa nâng cấp {board} từ cấu trúc 1 lên {NEXT}: một bước không chạy được "
        f"(ConstraintException){TELL}"
    )


@pytest.mark.parametrize(
    ("step", "why"),
    [
        ("UPDATE observation SET value = 77 WHERE value > 76", "Nội dung của phiên bản 2 đã bị"),
        ("ALTER TABLE upload ADD COLUMN note VARCHAR DEFAULT ''", "Nội dung của phiên bản 2 đã bị"),
        ("DELETE FROM version WHERE number = 3", "Có dữ liệu ghi phiên bản 3 nhưng nhật ký không"),
        (
            "DELETE FROM version WHERE number = 3; DELETE FROM observation WHERE version = 3",
            "nhật ký sau khi nâng cấp không còn như trước",
        ),
    ],
)
def test_a_step_that_changes_what_was_recorded_is_not_kept(
    board: Path, step_after: Callable[[str], None], step: str, why: str
) -> None:
    step_after(step)
    assert why in refused(board)


def test_a_table_can_be_made_anew_with_another_constraint(
    board: Path, step_after: Callable[[str], None]
) -> None:
    step_after(REBUILT)
    store = open_store(board, before_upgrade=unseen)
    assert (store.schema, verify(store), len(versions(store))) == (NEXT, [], 3)
    with store.writing() as cursor:
        cursor.execute("UPDATE version SET kind = 'account' WHERE number = 3")
    with pytest.raises(StoreError), store.writing() as cursor:
        cursor.execute("INSERT INTO version SELECT * FROM version WHERE number = 1")
    store.close()


# At which moment a process that upgrades is killed, by what it reaches then.
MOMENTS = {
    "before anything": "before = killed",
    "after the steps": "verified = iter([upgrade.chain_faults]);"
    "upgrade.chain_faults = lambda cursor: next(verified, killed)(cursor)",
    "before it is kept": "upgrade.private_log = killed",
    "before it is in the file": "connection.Store.settle = killed",
}
CHILD = """
import os, signal, sys
from pathlib import Path
from indicators.store import connection, upgrade
def killed(*_): os.kill(os.getpid(), signal.SIGKILL)
before = print
{moment}
connection.open_store(Path(sys.argv[1]), before_upgrade=before)
"""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_upgrade_is_whole_or_absent_and_goes_on_at_the_next_start(
    board: Path, moment: str
) -> None:
    before = contents(board), layout(board)
    ended = subprocess.run(
        [sys.executable, "-c", CHILD.format(moment=MOMENTS[moment]), str(board)],
        cwd=PROJECT, check=False,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL
    is_kept = moment == "before it is in the file"
    assert ((contents(board), layout(board)) == before) is not is_kept

    store = open_store(board, before_upgrade=unseen)
    assert (store.schema, verify(store), latest(store).number) == (SCHEMA_VERSION, [], 3)
    store.close()
    assert contents(board)["observation"] == before[0]["observation"]


def test_without_room_the_board_stays_as_it_was(board: Path) -> None:
    before = contents(board), layout(board)
    script = (
        "import resource, sys; from pathlib import Path;"
        "from indicators.store.connection import open_store;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200));"
        "open_store(Path(sys.argv[1]), before_upgrade=print)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(board)],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = f"{NoRoomError.__name__}: Hết chỗ trên đĩa, chưa ghi được gì vào {board}."
    assert ended.stderr.strip().endswith(told)
    assert (contents(board), layout(board)) == before


def test_an_older_board_behind_its_mark_is_upgraded_once_it_is_confirmed(
    board: Path, figure: Callable[..., Observation], tmp_path: Path
) -> None:
    kept = Path(copy(board, tmp_path / "cũ"))
    ahead = open_store(board, before_upgrade=unseen)
    record_observations(ahead, None, [figure(2027)], "Minh")
    ahead.close()
    kept.replace(board)
    before, seen = board.read_bytes(), []

    behind = open_store(board, before_upgrade=seen.append)
    assert behind.lag
    assert (behind.schema, seen, board.read_bytes() == before) == (1, [], True)
    version = record_taken_as_it_is(behind, "Lan", seen.append)

    assert (seen, behind.schema, verify(behind)) == ([board], SCHEMA_VERSION, [])
    assert (version.number, behind.lag) == (4, None)
    behind.close()
    assert all(version.hash in place.read_text() for place in mark_places(board))
