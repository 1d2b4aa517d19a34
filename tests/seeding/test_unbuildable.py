"""A first board where there is no room or no right for one: a sentence, and nothing is left."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from indicators.seeding.prepare import prepare
from indicators.store.history import latest
from indicators.store.journal import verify
from tests.project import PROJECT

pytestmark = pytest.mark.own_board

KILOBYTE = 1024
# So that what a folder allows counts for root too.
MEEK = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.getuid() == 0 else []
NO_RIGHT = (
    "Không có quyền đọc hoặc ghi {path}, hoặc đĩa chỉ cho đọc. Hãy cho tài khoản chạy bảng quyền "
    "đọc, ghi tệp này và thư mục của nó."
)


def journal(
    path: Path, prefix: list[str], begin: Callable[[], None] | None = None
) -> tuple[int, str, str]:
    """Ask a board for its journal in a process of its own, which builds it: code, words, errors."""
    argv = [*prefix, sys.executable, "-m", "indicators", "--db", str(path), "journal"]
    done = subprocess.run(
        argv, cwd=PROJECT, capture_output=True, text=True, check=False, preexec_fn=begin
    )
    return done.returncode, done.stdout, done.stderr


def refused_for_room(path: Path, code: int, errors: str) -> None:
    told = (
        f"Hết chỗ trên đĩa, chưa dựng được {path}; tệp dở dang đã được dọn. Hãy giải phóng chỗ "
        "trên đĩa rồi chạy lại."
    )
    assert (code, errors.splitlines()[-1]) == (2, told)
    assert "Traceback" not in errors


@pytest.mark.parametrize("kilobytes", [200, 4200])
def test_a_build_without_room_leaves_nothing_and_is_begun_anew_with_room(
    tmp_path: Path, kilobytes: int
) -> None:
    path = tmp_path / "data" / "board.duckdb"
    path.parent.mkdir()
    most = (kilobytes * KILOBYTE, resource.RLIM_INFINITY)

    code, _, errors = journal(path, [], partial(resource.setrlimit, resource.RLIMIT_FSIZE, most))

    refused_for_room(path, code, errors)
    assert list(path.parent.iterdir()) == []
    if kilobytes == 4200:
        store = prepare(path)
        assert (latest(store).number, verify(store)) == (2, [])
        store.close()


def test_a_build_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    script = 'mount -t tmpfs -o size=4200k disk "$0" && "$@"; code=$?; ls -A "$0" >&2; exit $code'
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["unshare", "--mount", "sh", "-c", script, str(folder)]
    if subprocess.run([*mount, "true"], capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs root and its own mount namespace")

    code, _, errors = journal(folder / "board.duckdb", mount)

    refused_for_room(folder / "board.duckdb", code, errors)


@pytest.mark.parametrize("rights", [0o000, 0o333, 0o444])
def test_a_folder_without_rights_is_told_in_a_sentence(tmp_path: Path, rights: int) -> None:
    path = tmp_path / "data" / "board.duckdb"
    path.parent.mkdir()
    path.parent.chmod(rights)

    answer = journal(path, MEEK)

    path.parent.chmod(0o755)
    assert answer == (2, "", NO_RIGHT.format(path=path) + "\n")
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_only_lets_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "data" / "board.duckdb"
    path.parent.mkdir()
    path.parent.chmod(0o555)

    answer = journal(path, MEEK)

    path.parent.chmod(0o755)
    assert answer == (2, "", f"Không tạo được {path}: thư mục chỉ cho đọc.\n")


def test_a_file_without_rights_is_told_in_a_sentence(tmp_path: Path, built: Path) -> None:
    path = tmp_path / "data" / "board.duckdb"
    path.parent.mkdir()
    path.write_bytes(built.read_bytes())
    path.chmod(0o000)

    assert journal(path, MEEK) == (2, "", NO_RIGHT.format(path=path) + "\n")
    assert path.stat().st_mode & 0o777 == 0


def test_a_board_that_was_there_is_not_built_anew(tmp_path: Path, built: Path) -> None:
    path = tmp_path / "data" / "board.duckdb"
    path.parent.mkdir()
    path.write_bytes(built.read_bytes())
    assert journal(path, [])[0] == 0
    marks = [path.with_name("board.duckdb.mark"), *tmp_path.glob("*.mark")]
    assert len(marks) == 2
    path.unlink()

    told = (
        f"Không thấy tệp {path}, mà theo dấu còn lại thì ở đây đã có cơ sở dữ liệu, đến phiên bản "
        "2. Chưa dựng tệp mới, để số liệu không mất mà không ai hay. Hãy gắn lại đĩa, hoặc trả tệp "
        "(hay bản sao lưu) về chỗ cũ rồi chạy lại. Chỉ khi thật sự muốn bắt đầu từ đầu mới chuyển "
        f"tệp dấu đi nơi khác: {marks[0]}, {marks[1]}.\n"
    )
    assert journal(path, []) == (2, "", told)
    marks[0].unlink()
    assert journal(path, [])[0] == 2
    assert list(path.parent.iterdir()) == []
    marks[1].unlink()
    assert journal(path, [])[0] == 0
