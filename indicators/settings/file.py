"""board.toml: which file it is, and what it says; unknown sections and keys are refused by name."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from indicators.settings.kinds import SettingError
from indicators.settings.sections import KEYS, SECTIONS, Key

VARIABLE = "BOARD_SETTINGS"
FOLDER = Path(__file__).resolve().parents[2] / "data"
DEFAULT = FOLDER / "board.toml"
OTHERS = 0o077

Place = tuple[str, str]
"""Section and name of a key."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the file says for a key: the value as TOML has it, and its line where it is found."""

    value: Any
    line: int | None


# By identity: it is read once, and what is worked out from it is remembered.
@dataclass(frozen=True, slots=True, eq=False)
class SettingsFile:
    """A settings file that could be read; all its keys are known, their values not yet judged."""

    path: Path
    written: Mapping[Place, Written]

    def named(self, line: int | None) -> str:
        """Name a place in the file as sentences do."""
        return f"{self.path}, dòng {line}" if line else str(self.path)


def settings_file() -> SettingsFile | None:
    """Read the file that BOARD_SETTINGS names, else data/board.toml where there is one.

    It is read once a process: what changes in it holds from the next start. Raises SettingError.
    """
    named = os.environ.get(VARIABLE, "")
    path = Path(named).resolve() if named else DEFAULT
    if not named and not path.exists():
        return None
    return read_settings(path)


@cache
def read_settings(path: Path) -> SettingsFile:
    """Read a settings file; raises SettingError with a sentence for each thing wrong."""
    text = _text(path)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingError(_told_syntax(path, str(error))) from error
    lines = _lines(text)
    if faults := list(_unknown(path, content, lines)):
        raise SettingError("\n".join(faults))
    written = {
        (section, name): Written(value, lines.get((section, name)))
        for section, keys in content.items()
        for name, value in keys.items()
    }
    return SettingsFile(path, written)


def _text(path: Path) -> str:
    try:
        if path.stat().st_mode & OTHERS:
            raise SettingError(
                f"Người khác trên máy đọc được tệp cài đặt {path}, mà tệp có thể chứa bí mật. Hãy "
                f"chạy: chmod 600 {path}"
            )
        return path.read_text("utf-8")
    except FileNotFoundError as error:
        raise SettingError(
            f"Không có tệp cài đặt {path}; hãy sửa {VARIABLE}, hoặc tạo tệp: "
            f"python -m indicators settings --new {path}"
        ) from error
    except UnicodeDecodeError as error:
        raise SettingError(f"Tệp cài đặt {path} không phải mã UTF-8; hãy lưu lại.") from error
    except OSError as error:
        raise SettingError(f"Không đọc được tệp cài đặt {path}: {error.strerror}.") from error


def _told_syntax(path: Path, message: str) -> str:
    found = re.search(r"at line (\d+)", message)
    where = f"{path}, dòng {found[1]}" if found else f"{path}, cuối tệp"
    return (
        f"{where}: không đúng cách viết TOML. Mỗi dòng là tên = giá trị, chữ để trong ngoặc kép, "
        "mỗi tên chỉ viết một lần; dòng giải thích bắt đầu bằng #."
    )


def _lines(text: str) -> dict[Place, int]:
    """Find the line of each section (under the name '') and key; good enough to tell people."""
    found: dict[Place, int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := re.match(r"\s*\[\s*\"?([^\]\"]+?)\"?\s*\]", line):
            section = head[1]
            found.setdefault((section, ""), number)
        elif key := re.match(r"\s*\"?([^\s\"=#]+)\"?\s*=", line):
            found.setdefault((section, key[1]), number)
    return found


def _unknown(path: Path, content: Mapping[str, Any], lines: Mapping[Place, int]) -> Iterator[str]:
    for section, keys in content.items():
        if not isinstance(keys, dict):
            yield f"{_at(path, lines, ('', section))}: {_homeless(section)}"
        elif section not in SECTIONS:
            near = _nearest(section, SECTIONS)
            yield f"{_at(path, lines, (section, ''))}: không có mục [{section}]{near}"
        else:
            known = {key.name for key in KEYS if key.section == section}
            for name in filter(lambda name: name not in known, keys):
                yield f"{_at(path, lines, (section, name))}: {_unknown_key(section, name)}"


def _at(path: Path, lines: Mapping[Place, int], place: Place) -> str:
    return f"{path}, dòng {lines[place]}" if place in lines else str(path)


def _homeless(name: str) -> str:
    homes = [key for key in KEYS if key.name == name]
    if homes:
        return f"{name} phải đứng trong mục [{homes[0].section}]."
    if name in SECTIONS:
        return f"mục viết là [{name}], mỗi tên một dòng ở dưới."
    return f"không có cài đặt {name}{_nearest(name, _places())}"


def _unknown_key(section: str, name: str) -> str:
    own = [key.name for key in KEYS if key.section == section]
    near = get_close_matches(name, own, 1)
    if near:
        return f"mục [{section}] không có {name}; gần nhất là {near[0]}."
    return f"mục [{section}] không có {name}{_nearest(name, _places())}"


def _places() -> dict[str, Key]:
    return {key.name: key for key in KEYS}


def _nearest(name: str, known: Mapping[str, object]) -> str:
    """End a sentence with what was probably meant, or with all there is."""
    near = get_close_matches(name, known, 1)
    if not near:
        return f"; có: {', '.join(known)}." if known is SECTIONS else "."
    key = known[near[0]]
    if isinstance(key, Key):
        return f"; gần nhất là {key.name} trong mục [{key.section}]."
    return f"; gần nhất là [{near[0]}]."
