"""Passwords: which are good enough, and their hashes by Argon2id."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from indicators.wording.search import folded

LEAST, MOST = 12, 200  # characters
GUESSES = 10**10  # that a password withstands: beyond what can be tried through the page
NEAR = ("Hải Phòng", "nghị quyết 71", "giáo dục")  # what everybody here thinks of first
LOOKED_AT = 72  # characters: the look takes longer than linear time

# RFC 9106, section 4, second recommendation: 64 MiB, three passes, four lanes.
HASHER = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)
# Two at once: each takes its memory, and whoever signs in can wait a moment.
_two_at_once = BoundedSemaphore(2)


class WeakPasswordError(Exception):
    """A password is not good enough; the message is the Vietnamese sentence to show."""


def check_password(password: str, *known: str) -> None:
    """Refuse a password that is short or easily guessed; raises WeakPasswordError.

    `known` are words that stand near it, such as the person's name.
    """
    # Its lists of words are loaded when somebody chooses the first password.
    from zxcvbn import zxcvbn

    if not LEAST <= len(password) <= MOST:
        raise WeakPasswordError(
            f"Mật khẩu phải có từ {LEAST} đến {MOST} ký tự; một câu dễ nhớ là tốt nhất."
        )
    near = [form for words in (*known, *NEAR) for form in forms_of(words)]
    if zxcvbn(folded(password[:LOOKED_AT]), user_inputs=near)["guesses"] < GUESSES:
        raise WeakPasswordError(
            "Mật khẩu này dễ đoán. Hãy ghép bốn, năm từ không liên quan, hoặc một câu riêng."
        )


def forms_of(words: str) -> list[str]:
    """Give how a name is typed into a password: 'nguyễn thị lan', 'nguyenthilan', 'lan'."""
    plain = folded(words)
    return [words, plain, plain.replace(" ", ""), *plain.split()]


def hashed(password: str) -> str:
    """Hash a password for keeping."""
    with _two_at_once:
        return HASHER.hash(password)


def is_right(secret: str | None, password: str) -> bool:
    """Whether a password is the one that was hashed; takes as long where there is none."""
    against = secret or _nobodys()
    with _two_at_once:
        try:
            return HASHER.verify(against, password) and secret is not None
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(secret: str) -> bool:
    """Whether a hash was made by other parameters than today's."""
    return HASHER.check_needs_rehash(secret)


@cache
def _nobodys() -> str:
    return hashed("không của ai")
