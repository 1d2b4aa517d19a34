"""A start with something in the way: what the board says then, and what it does once it is gone."""

import shutil
import subprocess
import sys
from pathlib import Path

import requests

from indicators import __version__
from indicators.commands.asking import socket_path
from tests.e2e.server import BoardServer, running_board
from tests.project import PROJECT


def journal(database: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "indicators", "--db", str(database), "journal"]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def told(server: BoardServer) -> list[str]:
    return server.log.read_text(encoding="utf-8").splitlines()


def health(server: BoardServer) -> tuple[int, dict[str, object]]:
    answer = requests.get(f"{server.url}/suc-khoe", timeout=60)
    return answer.status_code, answer.json()


def test_a_board_that_becomes_usable_later_answers_commands_too(
    built: Path, tmp_path: Path
) -> None:
    database = tmp_path / "later" / "board.duckdb"
    with running_board(database, tmp_path / "log") as server:
        assert health(server) == (
            503,
            {
                "error": "Không thấy tệp số liệu của bảng ở nơi đã đặt. Lý do đầy đủ nằm trong "
                "nhật ký của máy chủ, dành cho người quản trị.",
                "software": __version__,
            },
        )
        database.parent.mkdir()
        shutil.copy(built, database)
        assert health(server)[0] == 200
        answer = journal(database)
        assert (answer.returncode, answer.stderr) == (0, "")
        assert socket_path(database).is_socket()
        assert told(server)[-1] == (
            "Đã mở được cơ sở dữ liệu; từ bây giờ các trang và các lệnh dùng được."
        )
    assert not socket_path(database).exists()
    assert journal(database).returncode == 0


def test_a_file_in_the_place_of_the_socket_is_left_and_told_of_while_pages_are_served(
    built: Path, tmp_path: Path
) -> None:
    database = Path(shutil.copy(built, tmp_path / "board.duckdb"))
    place = socket_path(database)
    place.write_text("của người khác", encoding="utf-8")
    with running_board(database, tmp_path / "log") as server:
        assert told(server)[0] == (
            f"Chỗ nhận lệnh {place} đang có một tệp khác, được giữ nguyên. Hãy chuyển tệp ấy đi "
            "nơi khác rồi khởi động lại bảng. Bảng vẫn chạy; lệnh phải chờ đến khi bảng dừng."
        )
        assert health(server)[0] == 200
        assert "đang có một tệp khác" in journal(database).stderr
    assert place.read_text(encoding="utf-8") == "của người khác"
