"""Secrets that a browser or a link carries: random, and kept by their hash alone."""

from hashlib import sha256
from secrets import token_urlsafe

BYTES = 32


def new_token() -> str:
    """Make one that nobody guesses, for an address or a cookie."""
    return token_urlsafe(BYTES)


def kept(token: str) -> str:
    """Give what is kept of a token: nobody finds the token from it."""
    return sha256(token.encode()).hexdigest()
