"""Starting the board: what stops it, what does not, and what a person then reads."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import StartBoard
from tests.e2e.server import END_SECONDS, BoardServer, copy_project, free_port, start
from tests.e2e.visit import Visit
from tests.project import PROJECT
from tests.rounds import full_only


def refused_start(project: Path, folder: Path) -> tuple[int, str]:
    """Start a server that is expected to end by itself; its exit code and its words."""
    log = folder / "log"
    process = start(folder / "board.duckdb", log, free_port(), project)
    try:
        return process.wait(END_SECONDS), log.read_text()
    finally:
        process.kill()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def test_wrong_catalogue_row_stops_the_start_with_file_line_and_column(
    project: Path, tmp_path: Path
) -> None:
    groups = project / "indicators" / "catalogue" / "groups.csv"
    lines = groups.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = lines[1].replace(",1,", ",một,", 1)
    groups.write_text("".join(lines), encoding="utf-8")
    code, words = refused_start(project, tmp_path)
    assert code == 2
    assert "groups.csv, dòng 2, cột position" in words
    assert "Traceback" not in words
    assert not (tmp_path / "board.duckdb").exists()


@pytest.mark.parametrize(
    "variable", ["BOARD_NATURE", pytest.param("BOARD_REMEMBERED_ROWS", marks=full_only)]
)
def test_setting_that_is_not_understood_stops_the_start(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "gì đó")
    code, words = refused_start(PROJECT, tmp_path)
    assert code == 2
    assert f"{variable}=gì đó không dùng được" in words
    assert "Traceback" not in words
    assert not (tmp_path / "board.duckdb").exists()


def test_start_says_where_the_board_is(board_server: BoardServer) -> None:
    port = board_server.url.rpartition(":")[2]
    assert board_server.log.read_text().splitlines()[:2] == [
        f"Bảng theo dõi: http://localhost:{port}",
        "Chỉ máy này mở được bảng; để máy khác cũng mở được: make run HOST=0.0.0.0",
    ]


def test_foreign_file_is_left_alone_and_every_page_says_what_is_wrong(
    start_board: StartBoard, visit: Visit, tmp_path: Path
) -> None:
    database = tmp_path / "board.duckdb"
    database.write_bytes(b"Not a database at all" * 1000)
    server = start_board(database)
    for path in ("/", "/chi-tieu?ma=HD01"):
        visit.open(server.url + path)
        notice = visit.page.get_by_role("alert")
        expect(notice.get_by_role("heading")).to_have_text("Chưa mở được số liệu của bảng theo dõi")
        assert "Tệp ở nơi đã đặt không phải là số liệu của bảng này." in notice.inner_text()
        assert str(tmp_path) not in visit.page.content()
    assert f"Tệp {database} không phải cơ sở dữ liệu DuckDB." in server.log.read_text()
    assert database.read_bytes() == b"Not a database at all" * 1000


def test_page_comes_to_life_once_the_cause_is_gone(
    start_board: StartBoard, visit: Visit, tmp_path: Path
) -> None:
    database = tmp_path / "later" / "board.duckdb"
    server = start_board(database)
    visit.open(server.url)
    assert "Không thấy tệp số liệu của bảng" in visit.page.get_by_role("alert").inner_text()
    assert f"Không có thư mục {database.parent}" in server.log.read_text()
    database.parent.mkdir()
    visit.open(server.url)
    assert visit.page.get_by_role("alert").all_inner_texts() == []
    assert database.exists()


def test_commands_are_answered_while_the_board_runs(board_server: BoardServer) -> None:
    database = board_server.log.with_name("board.duckdb")
    command = [sys.executable, "-m", "indicators", "--db", str(database), "status"]
    answer = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert answer.stderr == ""
    assert answer.returncode in {0, 1}
    assert "HD01" in answer.stdout


def test_wrong_published_figure_stops_the_start_with_file_and_line(
    project: Path, tmp_path: Path
) -> None:
    published = project / "data" / "published" / "published_actuals.csv"
    lines = published.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = "KHONG_CO" + lines[1][lines[1].index(",") :]
    published.write_text("".join(lines), encoding="utf-8")
    code, words = refused_start(project, tmp_path)
    assert code == 2
    assert "published_actuals.csv" in words
    assert "dòng 2" in words
    assert "Traceback" not in words
