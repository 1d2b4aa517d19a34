"""Every command of the guide Vận hành, run as it is written there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from indicators import __version__
from indicators.backup.making import back_up
from indicators.store.connection import Store
from indicators.store.history import latest
from tests.project import PROJECT

pytestmark = pytest.mark.own_board

GUIDE = (PROJECT / "docs" / "van-hanh.md").read_text("utf-8")
NAMED, USB = "board-2026-12-01-013000-v66", "/media/usb"
HEAD = "3f9a1c07be"


def blocks(chapter: str) -> list[str]:
    """The commands of a chapter, block by block, its sections included."""
    text = re.split(r"^## ", GUIDE, flags=re.MULTILINE)
    (own,) = (part for part in text if part.splitlines()[0] == chapter)
    return re.findall(r"^```\n(.*?)^```", own, re.MULTILINE | re.DOTALL)


def run(script: str, folder: Path) -> str:
    """Run a block as somebody types it in a folder with a board of its own; all of it succeeds."""
    environment = os.environ | {
        "BOARD_DB": str(folder / "data" / "board.duckdb"),
        "PYTHONPATH": str(PROJECT),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    done = subprocess.run(
        ["sh", "-eu", "-c", script],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, ""), script
    return done.stdout


def test_the_drills_go_as_they_are_written(own: Store, tmp_path: Path) -> None:
    (tmp_path / "data" / "backups").mkdir(parents=True)
    (tmp_path / "usb").mkdir()
    backup = back_up(own, tmp_path / "data" / "backups", "nightly")
    own.close()
    shutil.move(own.path, tmp_path / "data")

    (asked,) = blocks("Sao lưu")
    told = run(asked.replace(USB, str(tmp_path / "usb")), tmp_path)
    assert told.count("Đã sao lưu phiên bản 2 (mã ") == 2
    restoring, drill = (part.replace(NAMED, backup.folder.name) for part in blocks("Phục hồi"))
    told = run(restoring, tmp_path)
    assert f"Đã phục hồi bảng từ {backup.folder.name}: phiên bản 2" in told
    assert "Chuỗi băm nguyên vẹn: 2 phiên bản." in told
    told = run(drill, tmp_path)
    assert "Chuỗi băm nguyên vẹn: 3 phiên bản." in told


def test_a_board_is_taken_out_and_brought_in_as_it_is_written(own: Store, tmp_path: Path) -> None:
    for folder in ("data", "moi"):
        (tmp_path / folder).mkdir()
    head = latest(own).head
    own.close()
    shutil.move(own.path, tmp_path / "data")

    out, again = blocks("Đưa ra và đưa vào lại")
    assert run(out, tmp_path).count(f"Đã xuất phiên bản 2 · {head}: ") == 2
    told = run(again, tmp_path)
    assert f"phiên bản 2 · {head}, cả chuỗi băm nguyên vẹn." in told
    assert "Chuỗi băm nguyên vẹn: 2 phiên bản." in told
    (asked,) = blocks("Kiểm tra mã trên tài liệu")
    assert f"Nhật ký đi qua mã {head}: phiên bản 2" in run(asked.replace(HEAD, head), tmp_path)


def test_a_server_is_set_up_examined_and_updated_as_it_is_written(
    own: Store, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    own.close()
    shutil.move(own.path, tmp_path / "data")

    (setting,) = blocks("Cài đặt")
    told = run(setting, tmp_path)
    assert "Đã ghi " in told
    assert f'database = "{tmp_path}/data/board.duckdb"' in told
    assert (tmp_path / "data" / "board.toml").stat().st_mode & 0o777 == 0o600
    (examined,) = blocks("Khám máy chủ")
    # There is no backup yet.
    told = run(f"{examined.strip()} || test $? = 1", tmp_path)
    assert "CẦN XEM  Sao lưu: Chưa có bản sao lưu nào" in told
    assert "HỎNG" not in told
    (updated,) = blocks("Cập nhật phần mềm")
    assert run(updated, tmp_path).startswith(f"{__version__}\nĐã sao lưu phiên bản 2")


def test_every_block_of_commands_is_run_here() -> None:
    chapters = re.findall(r"^## (.+)$", GUIDE, re.MULTILINE)
    assert {chapter for chapter in chapters if blocks(chapter)} == {
        "Cài đặt", "Khám máy chủ", "Cập nhật phần mềm", "Sao lưu", "Phục hồi",
        "Đưa ra và đưa vào lại", "Kiểm tra mã trên tài liệu",
    }  # fmt: skip
