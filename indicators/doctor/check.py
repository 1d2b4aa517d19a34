"""What one look found: good, worth a look, or bad, in a Vietnamese sentence."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["good", "warn", "bad"]
WORDS: dict[Verdict, str] = {"good": "TỐT", "warn": "CẦN XEM", "bad": "HỎNG"}


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the doctor's answer."""

    about: str
    verdict: Verdict
    text: str


def good(about: str, text: str) -> Check:
    """Say that nothing is to be done."""
    return Check(about, "good", text)


def warn(about: str, text: str) -> Check:
    """Say that somebody should look."""
    return Check(about, "warn", text)


def bad(about: str, text: str) -> Check:
    """Say that something does not work."""
    return Check(about, "bad", text)
