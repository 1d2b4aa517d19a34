"""A board that lost its newest versions: every page says so, nothing is written until confirmed."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
from playwright.sync_api import expect

from indicators.store.connection import open_store
from indicators.store.history import latest
from indicators.store.journal import verify
from pages.navigation import ROOMS
from tests.e2e.conftest import StartBoard
from tests.e2e.server import END_SECONDS
from tests.e2e.visit import Visit
from tests.project import PROJECT
from tests.recording import figure, record
from tests.rounds import FULL

Command = Callable[..., subprocess.CompletedProcess[str]]
BEHIND = (
    "còn dấu cho biết đã ghi đến phiên bản 3: có thể đĩa chưa được gắn, thiếu tệp .wal đi kèm, "
    "hoặc đây là một bản chép cũ. Bảng chỉ cho xem, không ghi gì,"
)


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return Path(copy(built, tmp_path / "data" / "board.duckdb"))


@pytest.fixture
def command(path: Path, tmp_path: Path) -> Command:
    """Run a command on the board, as another terminal would."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        argv = [sys.executable, "-m", "indicators", "--db", str(path), *words]
        return subprocess.run(argv, cwd=PROJECT, capture_output=True, text=True, check=False)

    (tmp_path / "moi.csv").write_text(
        "ma_chi_tieu,nam,gia_tri,nguon\nML02,2026,84.9,Sở\n", encoding="utf-8"
    )
    return run


@pytest.fixture
def send(command: Command, tmp_path: Path) -> Command:
    """Record a file that has nothing wrong in it."""
    file = str(tmp_path / "moi.csv")
    return lambda: command("apply", file, "--by", "Lan", "--agency", "Sở", "--accept-warnings=all")


def test_every_page_says_it_until_a_command_confirms_the_file(
    start_board: StartBoard, visit: Visit, path: Path, command: Command, send: Command
) -> None:
    older = path.read_bytes()
    store = open_store(path)
    record(store, figure("ML02", 2026, 84.0))
    store.close()
    path.write_bytes(older)

    server = start_board(path)
    # All of them in `make full`: the frame around every page says it.
    for room in ROOMS if FULL else ROOMS[::4]:
        visit.open(f"{server.url}/{room.url_path}")
        expect(visit.page.get_by_role("note").first).to_contain_text(BEHIND)
    refused = send()
    assert (refused.returncode, BEHIND in refused.stderr, path.read_bytes()) == (2, True, older)
    assert "chưa xác nhận gì" in command("confirm", "3", "--by", "Lan").stderr
    assert command("journal").returncode == 1
    status = command("status", "--json")
    assert (status.returncode, BEHIND in status.stderr) == (0, True)
    assert json.loads(status.stdout)

    done = command("confirm", "2", "--by", "Lan")

    assert (done.returncode, done.stderr) == (0, "")
    visit.open(f"{server.url}/nhat-ky")
    expect(visit.page.locator("body")).to_contain_text(
        "Nhật ký khớp với dấu: cạnh tệp phiên bản 3, ở nơi thứ hai phiên bản 3."
    )
    expect(visit.page.locator("body")).to_contain_text("dấu cũ ghi phiên bản 3 (mã ")
    assert visit.page.locator(".standing").count() == 0
    assert send().returncode == 0
    assert "Chuỗi băm nguyên vẹn: 4 phiên bản." in command("journal").stdout


def test_a_copy_of_the_file_alone_is_whole_while_the_board_runs_and_after(
    start_board: StartBoard, path: Path, send: Command, tmp_path: Path
) -> None:
    server = start_board(path)
    assert send().returncode == 0
    running = Path(copy(path, tmp_path / "khi-chạy.duckdb"))
    server.process.terminate()
    server.process.wait(END_SECONDS)
    after = Path(copy(path, tmp_path / "sau.duckdb"))

    for alone in (running, after):
        store = open_store(alone)
        assert (latest(store).number, verify(store)) == (3, [])
        store.close()
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "board.duckdb",
        "board.duckdb.mark",
        "logs",
    ]


def test_a_board_whose_file_is_gone_is_not_built_anew(
    start_board: StartBoard, visit: Visit, path: Path, command: Command
) -> None:
    open_store(path).close()
    path.unlink()
    path.with_name("board.duckdb.mark").unlink()  # as when the disk of both is not there

    server = start_board(path)
    visit.open(server.url)

    told = "dù trước đây đã ghi vào đó; chưa dựng tệp mới"
    expect(visit.page.get_by_role("alert")).to_contain_text(told)
    assert "ở đây đã có cơ sở dữ liệu, đến phiên bản 2" in server.log.read_text()
    assert command("status").returncode == 2
    assert list(path.parent.iterdir()) == []
