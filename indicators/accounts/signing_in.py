"""Signing in with a name and a password, and choosing the password by an invitation."""

from dataclasses import dataclass
from math import ceil

from indicators.accounts.delays import FORGOTTEN, seconds_left
from indicators.accounts.passwords import check_password, hashed, is_outdated, is_right
from indicators.accounts.sessions import begin
from indicators.accounts.tokens import kept, new_token
from indicators.store.accounts import Account, Accounts, Invitation

INVITED_FOR = 7 * 86_400.0  # seconds


class SignInError(Exception):
    """Nobody is signed in; the message is the Vietnamese sentence to show."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where somebody signs in from: the address, and the token that the browser keeps for good."""

    address: str
    browser: str

    def counted_as(self, accounts: Accounts, login: str) -> str:
        """Name what wrong passwords are counted for: a browser that is known, else the address."""
        known = self.browser and accounts.knows(login, kept(self.browser))
        return kept(self.browser) if known else self.address


def sign_in(accounts: Accounts, login: str, password: str, origin: Origin, now: float) -> str:
    """Give a session's token for the right name and password; raises SignInError.

    Wrong ones in a row from one origin make it wait, over restarts; a name that is not there is
    answered as one that is.
    """
    login = login.strip().lower()
    counted = origin.counted_as(accounts, login)
    if wait := seconds_left(accounts.failures(login, counted), now):
        raise SignInError(f"Đã nhập sai nhiều lần. Hãy thử lại sau {ceil(wait)} giây.")
    account = accounts.named(login)
    right = is_right(account.secret if account else None, password)
    if account is None or not right or account.locked:
        accounts.count_failure(login, counted, now, now - FORGOTTEN)
        raise SignInError("Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa.")
    accounts.forgive(login, counted)
    accounts.know(account, kept(origin.browser))
    if account.secret and is_outdated(account.secret):
        accounts.keep_secret(account, hashed(password))
    return begin(accounts, account, now)


def invite(accounts: Accounts, account: Account, now: float) -> str:
    """Give a token by which the password can be chosen once, within seven days."""
    token = new_token()
    accounts.invite(account, kept(token), now + INVITED_FOR)
    return token


def invited(accounts: Accounts, token: str, now: float) -> Invitation:
    """Find an invitation; raises SignInError where it is none, used up, or over."""
    found = accounts.invitation(kept(token)) if token else None
    if found is None:
        raise SignInError(
            "Liên kết mời này không dùng được: đã dùng rồi, đã có lời mời mới, hoặc chép thiếu. "
            "Hãy xin người quản trị lời mời khác."
        )
    if found.account.locked or now > found.until:
        raise SignInError(
            "Liên kết mời này đã hết hạn, hoặc tài khoản bị khóa. Hãy xin người quản trị lời mời "
            "khác."
        )
    return found


def take_up(accounts: Accounts, token: str, password: str, now: float) -> str:
    """Choose the password by an invitation, and sign in; gives the browser's token.

    Raises SignInError, or WeakPasswordError, and then the invitation stays.
    """
    invitation = invited(accounts, token, now)
    check_password(password, invitation.account.login, invitation.account.name)
    accounts.take_up(kept(token), invitation.account, hashed(password))
    return begin(accounts, invitation.account, now)
