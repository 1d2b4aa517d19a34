"""The file of accounts: its owner's alone, of one board, whole or refused."""

from pathlib import Path

import pytest

from indicators.store.accounts import (
    AccountsError,
    accounts_path,
    made_accounts,
    open_accounts,
)
from indicators.store.errors import AccountsFileError


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "board.duckdb"


def test_a_board_has_none_until_they_are_made(database: Path):
    assert open_accounts(database, "bảng này") is None
    made_accounts(database, "bảng này").close()
    found = open_accounts(database, "bảng này")
    assert found
    assert found.all() == []
    found.close()


def test_every_file_is_its_owners_alone(database: Path):
    accounts = made_accounts(database, "bảng này")
    accounts.add("lan", "Lan", "", ("administrator",))
    rights = {file.name: file.stat().st_mode & 0o777 for file in database.parent.iterdir()}
    accounts.close()
    assert rights == dict.fromkeys(rights, 0o600)
    assert accounts_path(database).name in rights


def test_accounts_of_another_board_are_refused(database: Path):
    made_accounts(database, "bảng khác").close()
    with pytest.raises(AccountsFileError, match="không phải của bảng này"):
        open_accounts(database, "bảng này")


def test_what_is_no_file_of_accounts_is_refused_and_left_alone(database: Path):
    accounts_path(database).write_bytes(b"khong phai SQLite" * 100)
    with pytest.raises(AccountsFileError, match="Không dùng được tệp tài khoản"):
        open_accounts(database, "bảng này")
    assert accounts_path(database).read_bytes() == b"khong phai SQLite" * 100


def test_of_two_who_take_an_invitation_up_at_once_the_second_is_told(database: Path):
    accounts = made_accounts(database, "bảng này")
    lan = accounts.add("lan", "Lan", "", ("administrator",))
    accounts.invite(lan, "mã", until=100)
    accounts.take_up("mã", lan, "của người đầu")
    with pytest.raises(AccountsError, match="vừa được dùng ở nơi khác"):
        accounts.take_up("mã", lan, "của người sau")
    kept = accounts.named("lan")
    accounts.close()
    assert kept
    assert kept.secret == "của người đầu"  # noqa: S105


def test_a_name_is_taken_once_and_what_was_made_is_there_again(database: Path):
    accounts = made_accounts(database, "bảng này")
    lan = accounts.add("lan", "Lan", "Sở Nội vụ", ("approver", "contributor"))
    with pytest.raises(AccountsError, match="Đã có tài khoản lan"):
        accounts.add("lan", "Lan khác", "", ("reader",))
    accounts.close()
    again = open_accounts(database, "bảng này")
    assert again
    assert again.all() == [lan]
    assert lan.roles == ("contributor", "approver")
    again.close()
