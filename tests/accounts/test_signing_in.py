"""Names, passwords and invitations: who gets in, who waits, and what is said."""

import sqlite3

import pytest
from argon2 import PasswordHasher

from indicators.accounts import passwords
from indicators.accounts.passwords import WeakPasswordError, check_password
from indicators.accounts.sessions import account_of
from indicators.accounts.signing_in import (
    INVITED_FOR,
    Origin,
    SignInError,
    invite,
    sign_in,
    take_up,
)
from indicators.accounts.tokens import kept
from indicators.store.accounts import Account, Accounts
from tests.accounts.conftest import PASSPHRASE

HERE, STRANGER = Origin("10.0.0.7", "trình duyệt của Lan"), Origin("10.0.0.9", "khác")
WRONG = "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa."


@pytest.fixture
def signed_up(accounts: Accounts, lan: Account) -> Account:
    """Lan, who took her invitation up at second 10."""
    take_up(accounts, invite(accounts, lan, now=0), PASSPHRASE, now=10)
    return lan


def refusal(accounts: Accounts, login: str, password: str, origin: Origin, now: float) -> str:
    with pytest.raises(SignInError) as refused:
        sign_in(accounts, login, password, origin, now)
    return str(refused.value)


def test_an_invitation_lets_choose_a_password_once(accounts: Accounts, lan: Account):
    token = invite(accounts, lan, now=0)
    session = take_up(accounts, token, PASSPHRASE, now=10)
    assert account_of(accounts, session, now=11) == accounts.named("lan")
    with pytest.raises(SignInError, match="đã dùng rồi"):
        take_up(accounts, token, PASSPHRASE, now=12)


@pytest.mark.parametrize(
    "password", ["ngắn", "123456789012", "nguyenthilan2026", "haiphong71haiphong"]
)
def test_a_weak_password_is_refused_and_the_invitation_stays(
    accounts: Accounts, lan: Account, password: str
):
    token = invite(accounts, lan, now=0)
    with pytest.raises(WeakPasswordError):
        take_up(accounts, token, password, now=10)
    assert take_up(accounts, token, PASSPHRASE, now=11)


def test_an_invitation_ends_with_its_time_with_a_newer_one_and_with_a_lock(
    accounts: Accounts, lan: Account
):
    first = invite(accounts, lan, now=0)
    second = invite(accounts, lan, now=1)
    with pytest.raises(SignInError, match="đã có lời mời mới"):
        take_up(accounts, first, PASSPHRASE, now=2)
    with pytest.raises(SignInError, match="đã hết hạn"):
        take_up(accounts, second, PASSPHRASE, now=2 + INVITED_FOR)
    third = invite(accounts, lan, now=3)
    accounts.lock(lan, locked=True)
    with pytest.raises(SignInError):
        take_up(accounts, third, PASSPHRASE, now=4)


@pytest.mark.usefixtures("signed_up")
def test_the_right_password_signs_in_whatever_the_case_of_the_name(accounts: Accounts):
    token = sign_in(accounts, " LAN ", PASSPHRASE, HERE, now=20)
    found = account_of(accounts, token, now=21)
    assert found
    assert found.name == "Nguyễn Thị Lan"


@pytest.mark.usefixtures("signed_up")
def test_an_unknown_a_wrong_and_a_locked_one_are_told_the_same(accounts: Accounts, lan: Account):
    told = [
        refusal(accounts, "lan", "sai", HERE, 20),
        refusal(accounts, "minh", "sai", HERE, 20),
    ]
    accounts.lock(lan, locked=True)
    told.append(refusal(accounts, "lan", PASSPHRASE, HERE, 20))
    assert told == [WRONG] * 3


@pytest.mark.usefixtures("signed_up")
def test_wrong_passwords_make_wait_twice_as_long_each_time(accounts: Accounts):
    now = 100.0
    waits = []
    for _ in range(14):
        told = refusal(accounts, "lan", "sai", STRANGER, now)
        assert told == WRONG
        left = refusal(accounts, "lan", PASSPHRASE, STRANGER, now) if len(waits) >= 3 else ""
        waits.append(int(left.split("sau ")[1].split()[0]) if left else 0)
        now += waits[-1]
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


@pytest.mark.usefixtures("signed_up")
def test_strangers_keep_nobody_out_of_a_browser_that_was_signed_in_with(accounts: Accounts):
    sign_in(accounts, "lan", PASSPHRASE, HERE, now=20)
    at_the_same_address = Origin(HERE.address, "của người lạ")
    for _ in range(5):
        refusal(accounts, "lan", "sai", at_the_same_address, 30)
    assert "thử lại sau" in refusal(accounts, "lan", PASSPHRASE, at_the_same_address, 30)
    assert sign_in(accounts, "lan", PASSPHRASE, HERE, now=30)


@pytest.mark.usefixtures("signed_up")
def test_a_hash_of_older_parameters_is_made_anew(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(2, 8, 1))
    before = accounts.named("lan")
    sign_in(accounts, "lan", PASSPHRASE, HERE, now=20)
    after = accounts.named("lan")
    assert before
    assert after
    assert before.secret != after.secret
    assert ",t=2," in str(after.secret)
    assert sign_in(accounts, "lan", PASSPHRASE, HERE, now=21)


@pytest.mark.usefixtures("signed_up")
def test_the_file_holds_no_password_and_no_token(accounts: Accounts, lan: Account):
    tokens = [sign_in(accounts, "lan", PASSPHRASE, HERE, now=20), invite(accounts, lan, now=21)]
    with sqlite3.connect(accounts.path) as file:
        dump = "\n".join(file.iterdump())
    assert all(kept(token) in dump and token not in dump for token in tokens)
    assert PASSPHRASE not in dump
    assert HERE.browser not in dump


def test_long_passwords_of_plain_words_are_good_enough():
    check_password(PASSPHRASE, "lan", "Nguyễn Thị Lan")
