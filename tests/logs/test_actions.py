"""The log of a server: lines of JSON of its owner alone, rotated, nothing of what was said."""

import json
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from indicators import __version__
from indicators.logs.actions import address_class, done, start_log, stop_log, timed
from indicators.store.connection import Store
from pages.server.logged import begin_log, end_log
from tests.e2e.server import running_board
from tests.pages.server.test_start import journal


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "logs"
    stop_log()


def lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("ascii").splitlines()]


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.levelname == "WARNING"]


def test_an_action_is_a_line_that_its_owner_alone_reads_and_that_moves_nothing(
    folder: Path,
) -> None:
    start_log(folder, "board", 10_000, 2)
    done("x", path="a\u202eb\x1b[2J\n", version=None)
    with timed("y", slow=-1) as about:
        about["version"] = 3
    with pytest.raises(ValueError, match="Nguyễn"), timed("z"):
        raise ValueError("Nguyễn")
    stop_log()

    first, second, third = lines(folder / "board.jsonl")
    assert first.pop("timestamp")
    assert first == {"action": "x", "path": "a\u202eb\x1b[2J\n"}
    assert {"action": "y", "version": 3, "slow": True}.items() <= second.items()
    assert {"action": "z", "error": "ValueError"}.items() <= third.items()
    assert "Nguy" not in str(third)
    assert stat.S_IMODE((folder / "board.jsonl").stat().st_mode) == 0o600
    raw = (folder / "board.jsonl").read_bytes()
    assert b"\x1b" not in raw
    assert raw.isascii()


def test_old_files_go_and_a_lost_folder_is_told_once_and_stops_nothing(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    start_log(folder, "board", 300, 2)
    for number in range(50):
        done("x", number=number)
    stop_log()
    assert {file.name for file in folder.iterdir()} == {
        "board.jsonl", "board.jsonl.1", "board.jsonl.2",
    }  # fmt: skip
    start_log(folder, "board", 300, 2)
    shutil.rmtree(folder)
    for number in range(50):
        done("x", number=number)
    stop_log()
    lost = f"Không ghi được nhật ký máy chủ {folder / 'board.jsonl'}: No such file or directory"
    assert warnings(caplog) == [lost]


def test_a_full_disk_stops_neither_an_action_nor_the_end(folder: Path) -> None:
    folder.mkdir()
    (folder / "board.jsonl").symlink_to("/dev/full")
    start_log(folder, "board", 300, 2)
    done("x")
    stop_log()


def test_an_illustrative_board_has_a_log_too_and_goes_on_where_it_has_no_place(
    illustrative: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    taken = tmp_path / "logs"
    taken.write_text("")
    monkeypatch.setenv("BOARD_LOG_FOLDER", str(taken))
    begin_log(illustrative)
    end_log()
    assert warnings(caplog) == [f"Không ghi được nhật ký máy chủ vào {taken}: File exists"]
    monkeypatch.setenv("BOARD_LOG_FOLDER", str(tmp_path / "other"))
    begin_log(illustrative)
    end_log()
    written = lines(tmp_path / "other" / f"{illustrative.path.stem}.jsonl")
    assert [each["action"] for each in written] == ["start", "end"]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("127.0.0.1", "loopback"), ("::1", "loopback"), ("10.1.2.3", "private"),
        ("8.8.8.8", "public"), ("testclient", "unknown"), (None, "unknown"),
    ],
)  # fmt: skip
def test_of_an_address_only_its_kind_is_told(address: str | None, told: str) -> None:
    assert address_class(address) == told


@pytest.mark.own_board
def test_a_server_writes_requests_and_commands_and_no_query(built: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(built, tmp_path / "board.duckdb"))
    with running_board(database, tmp_path / "log") as server:
        for path in ("/suc-khoe", "/nhat-ky?tim=Nguyễn", "/Nguyễn"):
            requests.get(f"{server.url}{path}", timeout=60)
        journal(database)
    written = lines(tmp_path / "logs" / "board.jsonl")
    assert [(each["action"], each["release"]) for each in (written[0], written[-1])] == [
        ("start", __version__), ("end", __version__),
    ]  # fmt: skip
    requested = [each for each in written if each["action"] == "request"]
    assert [(each["path"], each["status"], each["address"]) for each in requested] == [
        ("/suc-khoe", 200, "loopback"), ("/nhat-ky", 200, "loopback"), ("other", 404, "loopback"),
    ]  # fmt: skip
    (command,) = [each for each in written if each["action"] == "command"]
    assert (command["command"], command["code"]) == ("journal", 0)
    assert "Nguy" not in (tmp_path / "logs" / "board.jsonl").read_text("ascii")
