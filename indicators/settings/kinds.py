"""Kinds of values that settings take: how a text is read, and what to write instead of a wrong one.

`BOARD_…` variables and board.toml go through the same reading.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

MOST_DIGITS = 12


class SettingError(Exception):
    """A setting says nothing usable; the message is the Vietnamese sentences to print."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What may be written: as sentences name it, its type in board.toml, and how it is read.

    `read` takes the text and the folder that relative paths start from; raises ValueError.
    """

    told: str
    written_as: type
    read: Callable[[str, Path], Any]


def choice(**meanings: str) -> Kind:
    """Take one of a few words, each with its meaning in Vietnamese."""
    told = " hay ".join(f"{word} ({meaning})" for word, meaning in meanings.items())

    def read(text: str, _folder: Path) -> str:
        if text not in meanings:
            raise ValueError
        return text

    return Kind(told, str, read)


def _read_whole(most: int, text: str, _folder: Path) -> int:
    if not re.fullmatch("[0-9]{1,12}", text) or not 1 <= int(text) <= most:
        raise ValueError
    return int(text)


def _read_path(text: str, folder: Path) -> Path:
    return _resolved(text, folder)


def _read_clock_time(text: str, _folder: Path) -> str:
    if not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", text):
        raise ValueError
    return text


def _read_web_address(text: str, _folder: Path) -> str:
    host_of(text)
    return text.rstrip("/")


@cache
def host_of(address: str) -> str:
    """Name the host of a web address as browsers name it; raises ValueError where it is none."""
    # A port that is no number raises too, and so does a name that is too long.
    with suppress(ValueError):
        parts = urlsplit(address)
        if parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0:
            return parts.hostname.encode("idna").decode().rstrip(".")
    raise ValueError(address)


@cache
def _resolved(named: str, folder: Path) -> Path:
    return (folder / named).resolve()


WHOLE = Kind("một số nguyên từ 1 trở lên", int, partial(_read_whole, 10**MOST_DIGITS - 1))
FILE = Kind("đường dẫn của một tệp", str, _read_path)
FOLDER = Kind("đường dẫn của một thư mục", str, _read_path)
CLOCK_TIME = Kind("giờ và phút như 01:30", str, _read_clock_time)
WEB_ADDRESS = Kind("một địa chỉ web như https://bang.vi-du.vn", str, _read_web_address)
