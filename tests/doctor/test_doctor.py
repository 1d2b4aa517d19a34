"""`doctor`: a line for each thing a server needs, whatever state its database is in."""

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from indicators.backup.making import back_up
from indicators.commands.answer import Answer
from indicators.commands.run import main
from indicators.store.connection import Store
from indicators.store.journal import record_observations
from tests.e2e.server import running_board
from tests.project import PROJECT

pytestmark = pytest.mark.own_board

ALWAYS = {"Cài đặt", "Múi giờ", "Phông chữ", "Đĩa", "Bộ nhớ", "Mẫu trình chiếu"}


def examined(database: Path) -> tuple[int, list[tuple[str, str, str]]]:
    answer = main(["doctor", "--json", "--db", str(database)])
    found = json.loads(answer.text)
    assert {each["about"] for each in found} >= ALWAYS
    own = [each for each in found if each["about"] not in ALWAYS]
    return answer.code, [(each["about"], each["verdict"], each["text"]) for each in own]


@pytest.fixture
def backed_up(own: Store) -> Store:
    """A board with a backup in the folder beside it."""
    folder = own.path.parent / "backups"
    folder.mkdir()
    back_up(own, folder, "nightly")
    return own


def test_a_whole_board_with_its_backup_on_the_same_disk_is_to_be_looked_at(
    backed_up: Store,
) -> None:
    backed_up.close()
    code, found = examined(backed_up.path)
    assert [each[:2] for each in found] == [
        ("Cơ sở dữ liệu", "good"), ("Dấu", "good"), ("Đồng hồ", "good"),
        ("Tài khoản", "warn"), ("Sao lưu", "good"), ("Sao lưu", "warn"),
    ]  # fmt: skip
    assert "đã mở thử, chuỗi băm nguyên vẹn" in found[4][2]
    assert "cùng đĩa với cơ sở dữ liệu" in found[5][2]
    assert found[3][2].startswith("Chưa có tài khoản: ai mở được bảng cũng ghi")
    assert code == 1


def test_of_a_database_that_is_damaged_or_gone_the_backup_to_use_is_named(
    backed_up: Store,
) -> None:
    backed_up.close()
    content = backed_up.path.read_bytes()
    for damage in (lambda: backed_up.path.write_bytes(content[:5000]), backed_up.path.unlink):
        damage()
        code, found = examined(backed_up.path)
        assert (code, found[0][:2]) == (2, ("Cơ sở dữ liệu", "bad"))
        assert "Bản sao lưu mới nhất còn tốt là board-" in found[0][2]
        assert "python -m indicators restore" in found[0][2]
    assert not backed_up.path.exists()


def test_a_backup_that_is_not_as_it_was_made_is_bad(backed_up: Store) -> None:
    backed_up.close()
    (copy,) = (backed_up.path.parent / "backups").glob("*/board.duckdb")
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.chmod(0o600)
    copy.write_bytes(content)
    code, found = examined(backed_up.path)
    assert code == 2
    assert ("Sao lưu", "bad") in [each[:2] for each in found]


def test_a_version_of_the_future_is_bad(own: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = datetime.now(UTC) + timedelta(days=1)
    monkeypatch.setattr("indicators.store.journal.now", lambda: ahead)
    record_observations(own, None, [], "Lan")
    own.close()
    code, found = examined(own.path)
    assert (code, dict(each[:2] for each in found)["Đồng hồ"]) == (2, "bad")


def test_wrong_settings_are_a_line_and_no_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_URL", "x")
    answer: Answer = main(["doctor"])
    assert answer.code == 2
    assert answer.text.startswith("HỎNG     Cài đặt: BOARD_URL=x không dùng được")
    assert "Phông chữ" in answer.text


def test_a_running_board_answers_itself(built: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(built, tmp_path / "board.duckdb"))
    with running_board(database, tmp_path / "log"):
        told = subprocess.run(
            [sys.executable, "-m", "indicators", "doctor", "--db", str(database)],
            cwd=PROJECT, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert (told.returncode, told.stderr) == (1, "")
    assert f"TỐT      Cơ sở dữ liệu: {database}: chuỗi băm nguyên vẹn, 2 phiên bản." in told.stdout
