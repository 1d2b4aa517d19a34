"""The doctor looks at who can act: nobody invited, nobody taken up, somebody, another board's."""

import time
from pathlib import Path

import pytest

from indicators.accounts.signing_in import invite, take_up
from indicators.doctor.accounts import accounts
from indicators.store.accounts import made_accounts
from tests.accounts.conftest import PASSPHRASE


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "board.duckdb"


def looked_at(database: Path) -> tuple[str, str]:
    check = accounts(database, "bảng này")
    return check.verdict, check.text


def test_each_state_of_the_accounts_is_told(database: Path):
    assert looked_at(database)[1].startswith("Chưa có tài khoản: ai mở được")
    opened = made_accounts(database, "bảng này")
    lan = opened.add("lan", "Lan", "", ("administrator",))
    waiting = "1 tài khoản, chưa người quản trị nào nhận lời mời."
    assert looked_at(database) == ("warn", waiting)
    take_up(opened, invite(opened, lan, time.time()), PASSPHRASE, time.time())
    opened.close()
    assert looked_at(database)[1].startswith("1 tài khoản, 1 đang dùng; xét một mật khẩu ")


def test_accounts_of_another_board_are_bad(database: Path):
    made_accounts(database, "bảng khác").close()
    verdict, told = looked_at(database)
    assert (verdict, "không phải của bảng này" in told) == ("bad", True)
