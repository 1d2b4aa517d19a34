"""Sessions end by time, by leaving, by a lock; what is asked is the row of that moment."""

import pytest

from indicators.accounts.sessions import BETWEEN_NOTES, IDLE, LONGEST, account_of, begin, end
from indicators.accounts.tokens import kept
from indicators.store.accounts import Account, Accounts


@pytest.fixture
def token(accounts: Accounts, lan: Account) -> str:
    return begin(accounts, lan, now=0)


def test_a_session_ends_when_it_is_not_used(accounts: Accounts, lan: Account, token: str):
    assert account_of(accounts, token, IDLE) == lan
    assert account_of(accounts, token, 2 * IDLE) == lan
    assert account_of(accounts, token, 3 * IDLE + 1) is None
    assert account_of(accounts, token, 2 * IDLE + 1) is None  # gone for good


def test_a_session_that_is_always_used_ends_too(accounts: Accounts, lan: Account, token: str):
    now = 0.0
    while now + IDLE / 2 <= LONGEST:
        now += IDLE / 2
        assert account_of(accounts, token, now) == lan
    assert account_of(accounts, token, LONGEST + 1) is None


def test_the_last_use_is_noted_once_a_minute_at_most(accounts: Accounts, token: str):
    noted = []
    for now in (1.0, BETWEEN_NOTES, BETWEEN_NOTES + 1, BETWEEN_NOTES + 2):
        account_of(accounts, token, now)
        session = accounts.session(kept(token))
        assert session
        noted.append(session.seen)
    assert noted == [0.0, 0.0, BETWEEN_NOTES + 1, BETWEEN_NOTES + 1]


def test_leaving_a_lock_and_an_end_everywhere_end_it(accounts: Accounts, lan: Account, token: str):
    end(accounts, token)
    assert account_of(accounts, token, 1) is None
    others = [begin(accounts, lan, 1), begin(accounts, lan, 1)]
    accounts.end_all(lan)
    assert [account_of(accounts, each, 2) for each in others] == [None, None]
    last = begin(accounts, lan, 3)
    accounts.lock(lan, locked=True)
    accounts.lock(lan, locked=False)
    assert account_of(accounts, last, 4) is None


def test_changed_roles_count_from_the_next_look_on(accounts: Accounts, lan: Account, token: str):
    accounts.give_roles(lan, ("reader",))
    found = account_of(accounts, token, 1)
    assert found
    assert found.roles == ("reader",)


@pytest.mark.parametrize("token", ["", "không có", "' OR 1=1 --"])
def test_what_is_no_token_is_nobodys(accounts: Accounts, lan: Account, token: str):
    begin(accounts, lan, 0)
    assert account_of(accounts, token, 1) is None
