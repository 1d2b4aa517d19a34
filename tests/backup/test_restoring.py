"""A backup is put back whole, the present file kept aside; nothing newer is lost unasked."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from indicators.backup.errors import RestoreError
from indicators.backup.found import Backup
from indicators.backup.making import back_up
from indicators.backup.restoring import restore
from indicators.seeding.prepare import prepare
from indicators.store.connection import HeldError, Store, create, open_store
from indicators.store.errors import GoneError
from indicators.store.history import latest, versions
from indicators.store.journal import record_observations, verify
from indicators.store.local_time import today
from indicators.store.mark_check import check_marks
from indicators.store.marks import mark_beside, mark_places
from indicators.store.records import Observation, Upload
from tests.commands.test_serving import running
from tests.project import PROJECT

HERE = Path(__file__).resolve().parent
NOTHING: frozenset[str] = frozenset()

Figure = Callable[..., Observation]


@dataclass(frozen=True)
class Board:
    """A closed board at version 4 and its backups at 2 and 4."""

    path: Path
    older: Backup
    newest: Backup


@pytest.fixture
def board(store: Store, figure: Figure, folder: Path) -> Board:
    record_observations(store, None, [figure(2024)], "Minh")
    older = back_up(store, folder, "asked")
    for year in (2025, 2026):
        record_observations(store, None, [figure(year)], "Minh")
    newest = back_up(store, folder, "asked")
    store.close()
    return Board(store.path, older, newest)


def refused(board: Board, place: Path, accepted: frozenset[str] = NOTHING) -> str:
    """Why a backup is not put back; nothing is changed then."""
    before = files(board)
    with pytest.raises(RestoreError) as refusal:
        restore(board.path, place, accepted, "Lan")
    assert files(board) == before
    return str(refusal.value)


def files(board: Board) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in board.path.parent.iterdir() if file.is_file()}


def noted(path: Path) -> tuple[int, list[str]]:
    """The newest version of a board that holds, and agrees with its mark, and the last notes."""
    store = open_store(path)
    assert (store.lag, verify(store), check_marks(store).faults) == (None, [], ())
    notes = [version.note for version in versions(store)[2:]]
    store.close()
    return len(notes) + 2, notes


def test_a_lost_database_is_put_back_as_its_mark_says_and_the_journal_needs_no_word(
    board: Board,
) -> None:
    board.path.unlink()
    with pytest.raises(GoneError):
        prepare(board.path)

    done = restore(board.path, board.newest.folder, NOTHING, "Lan")

    assert (done.name, done.number, done.kept, done.version) == (
        board.newest.folder.name, 4, None, None,
    )  # fmt: skip
    assert board.path.read_bytes() == board.newest.file.read_bytes()
    assert board.path.stat().st_mode & 0o777 == 0o600
    assert noted(board.path) == (4, ["", ""])


def test_a_damaged_database_is_kept_aside_with_its_log(board: Board) -> None:
    damaged = board.path.read_bytes()[:100_000]
    board.path.write_bytes(damaged)
    log = board.path.with_name("board.duckdb.wal")
    log.write_bytes(b"log")

    done = restore(board.path, board.newest.file, NOTHING, "Lan")

    assert done.kept
    assert done.kept.name.startswith(f"board.replaced-{today():%Y-%m-%d}-")
    assert (done.kept.read_bytes(), log.exists()) == (damaged, False)
    assert done.kept.with_name(f"{done.kept.name}.wal").read_bytes() == b"log"
    assert noted(board.path) == (4, ["", ""])


def test_an_older_backup_needs_a_yes_and_the_journal_says_what_is_gone(board: Board) -> None:
    lost = mark_beside(board.path).read_text()
    assert refused(board, board.older.folder) == (
        f"Bản {board.older.folder.name}, phiên bản 2 (ghi ngày {today():%d/%m/%Y}), cũ hơn bảng "
        "đang dùng, đã ghi đến phiên bản 4; những phiên bản sau sẽ không còn trên bảng. Chưa thay "
        "gì. Nếu vẫn muốn dùng bản này, hãy chạy lại với --accept older."
    )

    done = restore(board.path, board.older.folder, frozenset({"older"}), "Lan")

    assert (done.number, done.version) == (2, 3)
    number, (note,) = noted(board.path)
    assert number == 3
    used = "Xác nhận dùng cơ sở dữ liệu đang ở phiên bản 2; dấu cũ ghi phiên bản 4 (mã "
    name, code = board.older.folder.name, board.older.manifest.hash[:10]
    assert note.startswith(used)
    assert note.partition("(mã ")[2][:10] in lost
    assert note.endswith(f"; phục hồi từ bản {name} (phiên bản 2, mã {code})")
    assert done.kept
    kept = open_store(done.kept, marked=False)
    assert latest(kept).number == 4
    kept.close()


def test_a_branch_and_another_board_need_a_yes_of_their_own(
    board: Board, figure: Figure, folder: Path, tmp_path: Path
) -> None:
    branch = open_store(Path(shutil.copy(board.older.file, tmp_path / "nhánh.duckdb")))
    for year in (2030, 2031, 2032):
        record_observations(branch, None, [figure(year)], "Hoa")
    apart = back_up(branch, folder, "asked")
    branch.close()
    other = create(tmp_path / "khác.duckdb")
    record_observations(other, None, [figure()], "Hoa")
    foreign = back_up(other, folder, "asked")
    other.close()

    assert "tách ra từ trước phiên bản 4 mà bảng đang dùng đã ghi. Chưa thay gì." in refused(
        board, apart.folder, frozenset({"older", "unproven"})
    )
    assert "là của một bảng khác" in refused(board, foreign.folder, frozenset({"branch"}))

    assert restore(board.path, apart.folder, frozenset({"branch"}), "Lan").version == 6
    assert noted(board.path)[0] == 6


def test_a_copy_with_neither_manifest_nor_mark_is_not_taken_for_whole(
    board: Board, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(board.path, tmp_path / "chép.duckdb"))
    assert "không kèm tờ khai hay dấu nên không chứng minh được là đủ" in refused(board, copy)
    done = restore(board.path, copy, frozenset({"unproven"}), "Lan")
    assert (done.name, done.version) == ("chép.duckdb", 5)
    number, notes = noted(board.path)
    assert notes[-1].startswith("Phục hồi từ bản chép.duckdb (phiên bản 4, mã ")
    assert (number, notes[-1].endswith("); không chứng minh được là đủ")) == (5, True)


def test_a_copy_with_its_mark_is_held_to_it(board: Board, tmp_path: Path) -> None:
    copy = Path(shutil.copy(board.path, tmp_path / "chép.duckdb"))
    shutil.copy(mark_beside(board.path), mark_beside(copy))
    assert restore(board.path, copy, NOTHING, "Lan").version is None

    for place in mark_places(board.path):
        place.unlink()
    board.path.unlink()
    shutil.copy(board.older.file, copy)
    assert "cũ hơn bảng đang dùng, đã ghi đến phiên bản 4" in refused(board, copy)


def test_where_nothing_tells_what_the_board_had_that_is_said(board: Board) -> None:
    board.path.write_bytes(board.path.read_bytes()[:100_000])
    for place in mark_places(board.path):
        place.write_bytes(b"")
    assert "nên không biết bảng đã ghi đến phiên bản nào" in refused(board, board.newest.folder)
    accepted = frozenset({"unknown"})
    assert restore(board.path, board.newest.folder, accepted, "Lan").version == 5


@pytest.mark.parametrize("name", ["board.duckdb", "manifest.json"])
def test_a_backup_that_was_cut_is_not_put_back(board: Board, name: str) -> None:
    file = board.newest.folder / name
    file.write_bytes(file.read_bytes()[:-1])
    assert "không còn như khi được ghi" in refused(board, board.newest.folder)
    file.unlink()
    assert "Chưa thay gì" in refused(board, board.newest.folder)


def test_a_copy_that_is_no_whole_board_of_real_figures_is_not_put_back(
    board: Board, made_up: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "chép.duckdb"
    copy.write_bytes(board.path.read_bytes()[:-300_000])
    told = refused(board, copy, frozenset({"unproven"}))
    assert told.startswith(f"Cơ sở dữ liệu {copy} bị hỏng, không đọc được hết.")
    assert told.endswith(" Chưa thay gì.")
    shutil.copy(made_up, copy)
    told = refused(board, copy, frozenset({"unproven"}))
    assert told.startswith(f"Cơ sở dữ liệu {copy} chứa số liệu minh họa")
    tampered = Path(shutil.copy(board.path, copy))
    with duckdb.connect(tampered) as opened:
        opened.execute("UPDATE observation SET value = 99 WHERE version = 2")
    opened.close()
    told = refused(board, copy, frozenset({"unproven"}))
    assert told.startswith(f"Nhật ký của {copy} không còn nguyên vẹn: Nội dung của phiên bản 2")


def test_while_the_board_runs_nothing_is_replaced(board: Board) -> None:
    before = board.path.read_bytes()
    with running(board.path), pytest.raises(HeldError, match="Hãy dừng bảng rồi chạy lại"):
        restore(board.path, board.newest.folder, NOTHING, "Lan")
    assert board.path.read_bytes() == before


def test_on_a_full_disk_the_board_stays_as_it_was(
    board: Board, figure: Figure, folder: Path
) -> None:
    again = open_store(board.path)
    upload = Upload.received("a.csv", os.urandom(5_000_000), "Minh")
    record_observations(again, upload, [figure(2027)], "Minh")
    large = back_up(again, folder, "asked")
    again.close()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, before[1]))
    try:
        assert "Hết chỗ trên đĩa, chưa phục hồi được" in refused(board, large.folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def killed_before(board: Board, change: int) -> bool:
    command = [sys.executable, str(HERE / "restoring.py"), str(board.path)]
    done = subprocess.run(
        [*command, str(board.older.folder), str(change)], cwd=PROJECT, check=False,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    assert done.returncode in (0, -signal.SIGKILL)
    return done.returncode != 0


def test_killed_before_any_change_of_a_file_no_board_is_older_than_its_mark_unsaid(
    board: Board,
) -> None:
    whole = files(board)
    ended_as = set()
    change = 1
    while killed_before(board, change):
        store = open_store(board.path)
        number, behind = latest(store).number, store.lag is not None
        store.close()
        ended_as.add((number, behind))
        change += 1
        if number != 4:
            # Run again it comes to its end.
            restore(board.path, board.older.folder, frozenset({"older", "branch"}), "Lan")
            assert noted(board.path)[0] == 3, (number, behind)
        for file in board.path.parent.glob("[!.]*board*"):
            file.unlink()
        for name, content in whole.items():
            (board.path.parent / name).write_bytes(content)
        for place in mark_places(board.path):
            place.write_bytes(whole["board.duckdb.mark"])
    always, also = {(4, False), (3, True)}, {(2, True), (3, False)}
    assert always <= ended_as <= always | also
