"""A file of accounts of a test's own, and a quick hash in place of the slow one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from indicators.accounts import passwords
from indicators.store.accounts import Account, Accounts, made_accounts

PASSPHRASE = "bốn con mèo vàng trên cây"  # noqa: S105


@pytest.fixture(autouse=True)
def _quick_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(1, 8, 1))


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    opened = made_accounts(tmp_path / "board.duckdb", "bảng này")
    yield opened
    opened.close()


@pytest.fixture
def lan(accounts: Accounts) -> Account:
    return accounts.add("lan", "Nguyễn Thị Lan", "Sở Nội vụ", ("contributor", "approver"))
