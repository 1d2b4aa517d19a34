"""Who may do what: every role and every act, and those who are not signed in."""

from typing import get_args

import pytest

from indicators.accounts.permissions import Act, may
from indicators.store.accounts import ROLES, Account, Role

EVERY_ACT = frozenset(get_args(Act))
SEEING = {"see_files", "see_persons"}

# By roles held: what may be done to another agency's.
ALLOWED: list[tuple[set[Role], set[Act]]] = [
    (set(), set()),
    ({"reader"}, set()),
    ({"contributor"}, set()),
    ({"approver"}, {"undo", "see_files", "see_persons"}),
    ({"contributor", "approver"}, {"record", "undo", "see_files", "see_persons"}),
    ({"inspector"}, {"see_files", "see_persons"}),
    ({"administrator"}, {"manage_accounts", "see_files", "see_persons"}),
    ({*ROLES}, {*EVERY_ACT}),
]


def account(roles: set[Role], *, locked: bool = False) -> Account:
    return Account(1, "lan", "Lan", "Sở Nội vụ", tuple(roles), locked)


@pytest.mark.parametrize(("roles", "acts"), ALLOWED)
def test_a_role_allows_its_acts_and_no_other(roles: set[Role], acts: set[Act]):
    held = account(roles)
    assert {act for act in EVERY_ACT if may(held, act, "Sở Tài chính")} == acts


def test_everybody_signed_in_sees_files_and_names_of_the_own_agency_alone():
    held = account({"reader"})
    assert {act for act in EVERY_ACT if may(held, act, "Sở Nội vụ")} == SEEING
    assert {act for act in EVERY_ACT if may(held, act, "")} == set()


@pytest.mark.parametrize("held", [None, account({*ROLES}, locked=True)])
def test_nobody_and_a_locked_account_may_do_nothing(held: Account | None):
    assert {act for act in EVERY_ACT if may(held, act, "Sở Nội vụ")} == set()
