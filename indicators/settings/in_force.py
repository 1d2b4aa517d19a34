"""The settings in force: a key's BOARD_… variable, else the settings file, else its default.

What is not understood is refused with a sentence that names the variable, or file and line.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from indicators.settings.file import VARIABLE, SettingsFile, Written, settings_file
from indicators.settings.kinds import SettingError
from indicators.settings.sections import KEYS, SECTIONS, Backup, Board, Key, Limits, Log, Memory

DEFAULT = "mặc định"
TOML_TYPES = {int: "số, không để trong ngoặc kép", str: "chữ, để trong ngoặc kép"}


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of this server, a section each."""

    board: Board
    backup: Backup
    limits: Limits
    log: Log
    memory: Memory


@dataclass(frozen=True, slots=True)
class Value:
    """A setting in force and where it comes from, as sentences name it."""

    key: Key
    value: Any
    origin: str

    @property
    def told(self) -> str:
        """Say it as it was set, to begin a refusal with."""
        said = "" if self.key.secret else f"={self.value}"
        where = "" if self.origin == self.key.variable else f"{self.origin}: "
        return f"{where}{self.key.name if where else self.key.variable}{said}"


def in_force() -> Settings:
    """Give the settings in force, variables asked anew; raises SettingError naming all faults."""
    return _settings(settings_file(), _told(), Path.cwd())


def values_in_force() -> tuple[Value, ...]:
    """List every setting with its value and where that comes from; raises SettingError."""
    return _values(settings_file(), _told(), Path.cwd())


def value_of(section: str, name: str) -> Value:
    """Give one setting with where it comes from; raises SettingError."""
    return next(v for v in values_in_force() if (v.key.section, v.key.name) == (section, name))


def check_variables() -> None:
    """Refuse BOARD_… variables that nothing reads; raises SettingError."""
    known = {VARIABLE, *(key.variable for key in KEYS)}
    faults = []
    for name in sorted(os.environ):
        if name.startswith("BOARD_") and name not in known:
            near = get_close_matches(name, known, 1)
            faults.append(
                f"Không có biến {name}{f'; gần nhất là {near[0]}' if near else ''}. Hãy sửa hoặc "
                "bỏ biến ấy."
            )
    if faults:
        raise SettingError("\n".join(faults))


def _told() -> tuple[str, ...]:
    return tuple(os.environ.get(key.variable, "") for key in KEYS)


@lru_cache(maxsize=8)
def _settings(file: SettingsFile | None, told: tuple[str, ...], folder: Path) -> Settings:
    found = _values(file, told, folder)
    return Settings(
        **{
            section: record(**{v.key.name: v.value for v in found if v.key.section == section})
            for section, record in SECTIONS.items()
        }
    )


def _values(file: SettingsFile | None, told: tuple[str, ...], folder: Path) -> tuple[Value, ...]:
    faults: list[str] = []
    found = list(_each(file, told, folder, faults))
    if faults:
        raise SettingError("\n".join(faults))
    return tuple(found)


def _each(
    file: SettingsFile | None, told: tuple[str, ...], folder: Path, faults: list[str]
) -> Iterator[Value]:
    for key, text in zip(KEYS, told, strict=True):
        written = file.written.get((key.section, key.name)) if file else None
        try:
            if text:
                yield Value(key, _of_variable(key, text, folder), key.variable)
            elif file and written and written.value != "":
                yield Value(key, _of_file(key, written, file), file.named(written.line))
            else:
                yield Value(key, key.default, DEFAULT)
        except SettingError as fault:
            faults.append(str(fault))


def _of_variable(key: Key, text: str, folder: Path) -> Any:  # noqa: ANN401
    try:
        return key.kind.read(text, folder)
    except ValueError:
        said = key.variable if key.secret else f"{key.variable}={text}"
        raise SettingError(
            f"{said} không dùng được; hãy ghi {key.kind.told}, hoặc để trống ({_otherwise(key)})."
        ) from None


def _of_file(key: Key, written: Written, file: SettingsFile) -> Any:  # noqa: ANN401
    where = f"{file.named(written.line)}: {key.name}"
    # A truth value counts as a number in Python, not in TOML.
    if type(written.value) is not key.kind.written_as:
        raise SettingError(f"{where} phải là {TOML_TYPES[key.kind.written_as]}.")
    try:
        return key.kind.read(str(written.value), file.path.parent)
    except ValueError:
        said = "" if key.secret else f" = {written.value}"
        raise SettingError(
            f"{where}{said} không dùng được; hãy ghi {key.kind.told}, hoặc bỏ dòng này "
            f"({_otherwise(key)})."
        ) from None


def _otherwise(key: Key) -> str:
    return f"mặc định: {key.unset or key.default}"
