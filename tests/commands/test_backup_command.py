"""`backup`: a running board does it itself; without one the command opens the file."""

import subprocess
import sys
from pathlib import Path

import pytest

from indicators.backup.found import backups_in
from indicators.backup.manifest import Manifest
from indicators.commands.run import main
from indicators.store.connection import Store
from indicators.wording.numbers import size
from tests.commands.test_serving import running

pytestmark = pytest.mark.own_board


def told(manifest: Manifest, place: Path) -> str:
    code, bytes_ = manifest.hash[:10], size(manifest.size)
    return f"Đã sao lưu phiên bản 1 (mã {code}, {bytes_}) vào {place}\n"


def test_a_running_board_backs_itself_up_and_keeps_the_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "usb").mkdir()
    with running(store.path) as server:
        answers = [main(["backup", *where, "--db", str(store.path)]) for where in (["usb"], [])]
        opening = [sys.executable, "-c", f"import duckdb; duckdb.connect({str(store.path)!r})"]
        second = subprocess.run(opening, capture_output=True, text=True, check=False)

    assert f"PID {server.pid}" in second.stderr
    made = [*backups_in(tmp_path / "usb"), *backups_in(tmp_path / "backups")]
    assert [(answer.code, answer.error) for answer in answers] == [(0, "")] * 2
    assert [answer.text for answer in answers] == [
        told(backup.manifest, backup.folder) for backup in made
    ]
    assert (tmp_path / "backups").stat().st_mode & 0o777 == 0o700


def test_without_a_running_board_the_command_makes_it(store: Store, tmp_path: Path) -> None:
    store.close()
    answer = main(["backup", str(tmp_path), "--db", str(store.path)])
    (backup,) = backups_in(tmp_path)
    assert (answer.code, str(backup.folder) in answer.text) == (0, True)
    refused = main(["backup", str(tmp_path / "không có"), "--db", str(store.path)])
    assert (refused.code, "có thể đĩa chưa được gắn" in refused.error) == (2, True)
