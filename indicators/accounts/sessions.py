"""Browsers that signed in: for how long, and whose a token is now."""

from indicators.accounts.tokens import kept, new_token
from indicators.store.accounts import Account, Accounts

IDLE, LONGEST = 8 * 3600.0, 7 * 86_400.0  # seconds
BETWEEN_NOTES = 60.0  # "last used" is written once a minute at most


def begin(accounts: Accounts, account: Account, now: float) -> str:
    """Sign a browser in; gives the token that it is to keep."""
    token = new_token()
    accounts.begin_session(account, kept(token), now)
    return token


def account_of(accounts: Accounts, token: str, now: float) -> Account | None:
    """Give whose a token is, read anew; None where it never was one, or is none any more."""
    session = accounts.session(kept(token)) if token else None
    if session is None:
        return None
    if session.account.locked or now - session.seen > IDLE or now - session.began > LONGEST:
        accounts.end_session(kept(token))
        return None
    if now - session.seen > BETWEEN_NOTES:
        accounts.touch(kept(token), now)
    return session.account


def end(accounts: Accounts, token: str) -> None:
    """Sign a browser out."""
    accounts.end_session(kept(token))
