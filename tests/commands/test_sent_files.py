"""Files named on the command line are taken whole, as they stand at one moment, or not at all."""

import io
import os
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest

from indicators.commands.answer import CommandError
from indicators.commands.sent_files import examine_file
from indicators.store.connection import Store
from tests.project import PROJECT

FILE = b"ma_chi_tieu,nam,gia_tri\nML02,2026,84.9\n"


class BeingSaved(io.BytesIO):
    """A file that somebody goes on writing to between one reading and the next."""

    def seek(self, position: int, whence: int = 0) -> int:
        super().seek(0, io.SEEK_END)
        self.write(b"CS02,2026,95\n")
        return super().seek(position, whence)


def test_a_file_that_is_being_saved_is_not_examined_half(
    monkeypatch: pytest.MonkeyPatch, published: Store
):
    monkeypatch.setattr(Path, "open", lambda *_: BeingSaved(FILE))
    with pytest.raises(CommandError) as refused:
        examine_file(published, Path("bao-cao.csv"))
    assert str(refused.value) == "Tệp bao-cao.csv đang được ghi; hãy đợi lưu xong rồi thử lại."


def test_a_file_at_rest_is_examined_as_it_is(tmp_path: Path, published: Store):
    (tmp_path / "bao-cao.csv").write_bytes(FILE)
    examined = examine_file(published, tmp_path / "bao-cao.csv")
    assert (examined.upload.content, examined.upload.file_name) == (FILE, "bao-cao.csv")


def test_a_name_that_steers_a_terminal_does_not_reach_it(tmp_path: Path, built: Path):
    name = "\u202excslx\x1b[2J\rbao-cao.csv"
    (tmp_path / name).write_bytes(FILE)
    command = [sys.executable, "-m", "indicators", "check", name, "khong\x07-co\u202e.csv"]
    environment = os.environ | {"BOARD_DB": str(copy(built, tmp_path)), "PYTHONPATH": str(PROJECT)}
    for argv in (command[:-1], command):
        done = subprocess.run(
            argv, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        printed = done.stdout + done.stderr
        assert "bao-cao.csv" in printed or "khong-co.csv" in printed
        assert {letter for letter in printed if letter in "\u202e\x1b\r\x07"} == set()


def test_a_name_is_kept_in_one_line(tmp_path: Path, published: Store):
    (tmp_path / "bao\n\u202ecao.csv").write_bytes(FILE)
    examined = examine_file(published, tmp_path / "bao\n\u202ecao.csv")
    assert examined.upload.file_name == "bao cao.csv"
