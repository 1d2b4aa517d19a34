"""Who acts: the account whose session the reader's browser carries, read anew at each run."""

import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import streamlit as st

from indicators.accounts.permissions import Act, may
from indicators.accounts.sessions import account_of
from indicators.settings.board import board_address
from indicators.store.accounts import Account, Accounts, open_accounts
from indicators.store.connection import Store

LETTERS = 12  # of a board's identity, in the name of its cookies

_open: dict[Path, Accounts] = {}


@dataclass(frozen=True, slots=True)
class Audience:
    """Who looks, as far as it matters what is shown: part of every key of what is remembered.

    Those who do not see everything see persons and files of their own agency, '' for none.
    """

    sees_everything: bool
    agency: str = ""

    def sees(self, agency: str) -> bool:
        """Whether persons and files of an agency are shown."""
        return self.sees_everything or bool(agency and agency == self.agency)


EVERYBODY, PUBLIC = Audience(True), Audience(False)


def accounts_of(store: Store) -> Accounts | None:
    """Give the accounts of a board; None while it has none: then anybody acts under any name."""
    if store.path not in _open and (found := open_accounts(store.path, store.identity)):
        _open[store.path] = found
    return _open.get(store.path)


def acting(store: Store) -> Account | None:
    """Give the account that is signed in in the reader's browser."""
    accounts = accounts_of(store)
    return account_of(accounts, session_token(store), time.time()) if accounts else None


def allowed(store: Store, act: Act) -> bool:
    """Whether the reader may do something now; everybody may where there are no accounts."""
    return accounts_of(store) is None or may(acting(store), act)


def audience_of(store: Store) -> Audience:
    """Tell who reads the page."""
    account = acting(store)
    if account is None:
        return public(store)
    everything = may(account, "see_persons") and may(account, "see_files")
    return EVERYBODY if everything else Audience(False, account.agency)


def public(store: Store) -> Audience:
    """Tell what anybody is shown; where there are no accounts nothing is kept back."""
    return EVERYBODY if accounts_of(store) is None else PUBLIC


def session_token(store: Store) -> str:
    """Give the token that the reader's browser carries; '' for none."""
    found = st.context.cookies.get(session_cookie(store))
    return found if isinstance(found, str) else ""


def session_cookie(store: Store) -> str:
    """Name the cookie of a session: cookies ignore ports, so it names the board.

    Behind https a browser takes it from no other host and sends it to none.
    """
    board = sha256(store.identity.encode()).hexdigest()[:LETTERS]
    return f"{'__Host-' if is_secure() else ''}bang-{board}"


def is_secure() -> bool:
    """Whether others open the board by https."""
    return board_address().startswith("https://")
