"""`account`: inviting, listing, roles, locking; the last administrator stays."""

from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest

from indicators.accounts.signing_in import take_up
from indicators.commands.answer import Answer
from indicators.commands.run import main
from indicators.store.accounts import open_accounts
from indicators.store.connection import open_store
from tests.accounts.conftest import PASSPHRASE

Account = Callable[..., Answer]
NEW = ("--name", "Nguyễn Thị Lan", "--agency", "Sở GD&ĐT", "--roles", "nhập liệu, duyet,quản-trị")


@pytest.fixture
def account(own_path: Path) -> Account:
    return lambda *words: main(["account", *words, "--db", str(own_path)])


@pytest.fixture
def own_path(built: Path, tmp_path: Path) -> Path:
    return Path(copy(built, tmp_path / "board.duckdb"))


def taken_up(path: Path, link: str) -> None:
    """Choose a password by the link that was printed."""
    store = open_store(path)
    accounts = open_accounts(path, store.identity)
    assert accounts
    take_up(accounts, link.split("ma=")[1].strip(), PASSPHRASE, now=0)
    accounts.close()
    store.close()


def test_who_is_invited_is_listed_and_waits_for_a_password(account: Account, own_path: Path):
    assert account("list").text.startswith("Bảng chưa có tài khoản nào")
    invited = account("invite", "Lan", *NEW).text.splitlines()
    line = (
        "lan · Nguyễn Thị Lan · Sở Giáo dục và Đào tạo · nhập liệu, duyệt, quản trị · "
        "chờ nhận lời mời"
    )
    assert invited[0] == line
    assert invited[-1].startswith("/loi-moi?ma=")
    assert account("list").text == f"{line}\n"
    taken_up(own_path, invited[-1])
    assert account("list").text.endswith(" · đang dùng\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("invite",), "cần tên đăng nhập"),
        (("invite", "Lan Anh", *NEW), "chỉ gồm chữ cái không dấu"),
        (("invite", "lan"), "cần cả --name và --roles"),
        (("invite", "lan", "--name", "Lan", "--roles", "duyệt"), "phải có vai trò quản trị"),
        (("invite", "lan", "--name", "Lan", "--roles", "sếp"), "Không có vai trò “sếp”"),
        (("invite", "lan", *NEW[:2], "--agency", "Sở X", *NEW[4:]), "Không có cơ quan “Sở X”"),
        (("lock", "minh"), "Không có tài khoản minh"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_made(
    account: Account, words: tuple[str, ...], told: str
):
    answer = account(*words)
    assert (answer.code, told in answer.error) == (2, True)
    assert "lan" not in account("list").text


def test_the_last_administrator_is_kept(account: Account, own_path: Path):
    taken_up(own_path, account("invite", "lan", *NEW).text)
    refused = [account("lock", "lan"), account("roles", "lan", "--roles", "xem")]
    assert {each.error.startswith("lan là người quản trị cuối cùng") for each in refused} == {True}
    taken_up(own_path, account("invite", "minh", "--name", "Minh", "--roles", "quản trị").text)
    assert account("roles", "lan", "--roles", "xem").text.endswith(" · xem · đang dùng\n")
    assert account("lock", "lan").text.endswith(" · đã khóa\n")
    assert account("unlock", "lan").text.endswith(" · đang dùng\n")
    assert account("sign-out", "lan").text.startswith("Đã đăng xuất lan ở mọi nơi")
