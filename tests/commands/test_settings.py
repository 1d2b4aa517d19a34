"""`settings`: what is in force, from where, and a file to begin with."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from indicators.commands.run import main
from indicators.commands.settings import said
from indicators.settings.file import read_settings
from indicators.settings.in_force import Value
from indicators.settings.sections import KEYS
from indicators.settings.written import new_file


def test_every_setting_is_printed_with_its_value_and_where_it_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "board.toml"
    monkeypatch.chdir(tmp_path)
    new = main(["settings", "--new", "board.toml"])
    assert (new.code, file.read_text("utf-8")) == (0, new_file())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert main(["settings", "--new", "board.toml"]).code == 2
    file.write_text("[limits]\nupload_rows = 7\n")
    monkeypatch.setenv("BOARD_SETTINGS", str(file))
    monkeypatch.setenv("BOARD_DB", str(tmp_path / "b.duckdb"))

    printed = main(["settings"])

    lines = [" ".join(line.split()) for line in printed.text.splitlines()]
    assert (printed.code, lines[0]) == (0, f"Tệp cài đặt: {file}")
    assert f'database = "{tmp_path}/b.duckdb" BOARD_DB' in lines
    assert f"upload_rows = 7 {file}, dòng 2" in lines
    assert "url = (địa chỉ IP của máy) mặc định" in lines
    assert [line.partition(" ")[0] for line in lines if " = " in line] == [k.name for k in KEYS]
    assert not (tmp_path / "b.duckdb").exists()
    read_settings.cache_clear()


def test_of_a_secret_only_that_it_is_set_is_printed() -> None:
    key = replace(KEYS[0], name="password", secret=True)
    assert said(Value(key, "abc", "BOARD_X")) == "password = đã đặt"
    assert said(Value(key, "", "mặc định")) == "password = (chưa đặt)"
