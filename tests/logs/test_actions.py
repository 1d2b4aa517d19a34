"""The log of a server: lines of JSON of its owner alone, rotated, nothing of what was said."""

import json
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from indicators.logs.actions import address_class, done, start_log, stop_log, timed
from tests.e2e.server import running_board
from tests.pages.server.test_start import journal


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "logs"
    stop_log()


def lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("ascii").splitlines()]


def test_an_action_is_a_line_that_its_owner_alone_reads_and_that_moves_nothing(
    folder: Path,
) -> None:
    start_log(folder, "board", 10_000, 2)
    done("x", path="a\u202eb\x1b[2J\n", version=None)
    with timed("y", slow=-1) as about:
        about["version"] = 3

    first, second = lines(folder / "board.jsonl")
    assert first.pop("timestamp")
    assert first == {"action": "x", "path": "a\u202eb\x1b[2J\n"}
    assert {"action": "y", "version": 3, "slow": True}.items() <= second.items()
    assert stat.S_IMODE((folder / "board.jsonl").stat().st_mode) == 0o600
    raw = (folder / "board.jsonl").read_bytes()
    assert b"\x1b" not in raw
    assert raw.isascii()


def test_old_files_go_and_a_lost_folder_stops_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_log(folder, "board", 300, 2)
    for number in range(50):
        done("x", number=number)
    assert {file.name for file in folder.iterdir()} == {
        "board.jsonl", "board.jsonl.1", "board.jsonl.2",
    }  # fmt: skip
    shutil.rmtree(folder)
    for number in range(10):
        done("x", number=number)
    assert capsys.readouterr().err == ""


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
    requested = [each for each in written if each["action"] == "request"]
    assert [(each["path"], each["status"], each["address"]) for each in requested] == [
        ("/suc-khoe", 200, "loopback"), ("/nhat-ky", 200, "loopback"), ("other", 404, "loopback"),
    ]  # fmt: skip
    (command,) = [each for each in written if each["action"] == "command"]
    assert (command["command"], command["code"]) == ("journal", 0)
    assert "Nguy" not in (tmp_path / "logs" / "board.jsonl").read_text("ascii")
