from pathlib import Path

import pytest

from indicators.commands.answer import UNUSABLE
from indicators.commands.run import main
from indicators.settings.board import (
    board_address,
    board_host,
    check_settings,
    database_path,
    mark_folder,
    remembered_rows,
)
from indicators.settings.kinds import SettingError
from tests.project import PROJECT


def test_the_database_is_named_by_board_db_else_lies_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BOARD_DB", raising=False)
    project = PROJECT
    assert database_path() == project / "data" / "board.duckdb"

    monkeypatch.setenv("BOARD_DB", "khác.duckdb")
    assert database_path() == tmp_path / "khác.duckdb"


def test_the_address_for_others_has_no_last_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOARD_URL", raising=False)
    assert board_address() == ""
    monkeypatch.setenv("BOARD_URL", "https://bang.vi-du.vn/")
    assert board_address() == "https://bang.vi-du.vn"


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("", ""),
        ("https://Bang.vi-du.vn./x", "bang.vi-du.vn"),
        ("http://bảng.vn:8501", "xn--bng-0gz.vn"),
        ("http://[2001:db8::7]:8501", "2001:db8::7"),
    ],
)
def test_the_host_of_the_address_is_named_as_browsers_name_it(
    address: str, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_URL", address)
    assert board_host() == host


@pytest.mark.parametrize(
    "address", ["bang.vi-du.vn", "ftp://vi-du.vn", "http://", "http://vi-du.vn:0", "http://a..vn"]
)
def test_an_address_that_is_none_is_refused_with_a_sentence(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_URL", address)
    with pytest.raises(SettingError) as refusal:
        check_settings()
    assert str(refusal.value) == (
        f"BOARD_URL={address} không dùng được; hãy ghi một địa chỉ web như https://bang.vi-du.vn, "
        "hoặc để trống (mặc định: địa chỉ IP của máy)."
    )


@pytest.mark.parametrize(("told", "rows"), [("", 400_000), ("1", 1), ("20000", 20_000)])
def test_how_much_is_remembered_is_a_number_of_rows(
    told: str, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_REMEMBERED_ROWS", told)
    assert remembered_rows() == rows


@pytest.mark.parametrize("told", ["nhiều", "0", "-5", "1.5", "1_000", "²", "１２"])
def test_a_number_that_is_none_is_refused_with_a_sentence(
    told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_REMEMBERED_ROWS", told)
    with pytest.raises(SettingError) as refusal:
        check_settings()
    assert str(refusal.value) == (
        f"BOARD_REMEMBERED_ROWS={told} không dùng được; hãy ghi một số nguyên từ 1 trở lên, hoặc "
        "để trống (mặc định: 400000)."
    )


@pytest.mark.parametrize("told", ["không có", "tệp"])
def test_the_second_place_of_marks_is_a_folder_that_can_be_written(
    told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tệp").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOARD_MARK", told)
    with pytest.raises(SettingError) as refusal:
        check_settings()
    assert str(refusal.value) == (
        f"BOARD_MARK={tmp_path / told} không dùng được; hãy ghi một thư mục đã có và ghi được, "
        "tốt nhất ở đĩa khác với cơ sở dữ liệu, hoặc để trống (thư mục trên thư mục của tệp)."
    )


def test_the_second_place_of_marks_is_not_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_DB", str(tmp_path / "board.duckdb"))
    monkeypatch.setenv("BOARD_MARK", str(tmp_path))
    with pytest.raises(SettingError, match="đó là thư mục của chính cơ sở dữ liệu"):
        check_settings()
    monkeypatch.setenv("BOARD_MARK", str(tmp_path.parent))
    check_settings()
    assert mark_folder() == tmp_path.parent
    monkeypatch.delenv("BOARD_MARK")
    assert mark_folder() is None


def test_a_command_ends_with_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_REMEMBERED_ROWS", "nhiều")
    answer = main(["status"])
    assert answer.code == UNUSABLE
    assert answer.error.startswith("BOARD_REMEMBERED_ROWS=nhiều không dùng được")
