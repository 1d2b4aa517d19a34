"""A settings file to begin with: every key with what it is for, its default and its variable."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from textwrap import wrap

from indicators.settings.sections import KEYS, Key

LETTERS_A_LINE = 90
HEAD = """\
# Cài đặt máy chủ của bảng theo dõi. Ngưỡng, hạn báo cáo, chỉ tiêu không ở đây mà ở danh mục.
#
# Dòng có # ở đầu là giá trị mặc định; muốn đổi thì bỏ # và sửa giá trị, rồi khởi động lại bảng.
# Đường dẫn không bắt đầu bằng / tính từ thư mục chứa tệp này. Biến môi trường ghi ở mỗi mục, nếu
# có đặt, được dùng thay cho dòng ở đây. Tệp phải chỉ chủ của nó đọc được: chmod 600.
# Xem mọi giá trị đang dùng: python -m indicators settings
"""


def new_file() -> str:
    """Write the commented file, with every key at its default and commented out."""
    parts = [HEAD]
    for section, keys in groupby(KEYS, lambda key: key.section):
        parts.append(f"\n[{section}]\n" + "\n".join(_lines(keys)) + "\n")
    return "".join(parts)


def _lines(keys: Iterator[Key]) -> Iterator[str]:
    for key in keys:
        otherwise = f" Nếu để trống: {key.unset}." if key.unset else ""
        yield from (f"# {line}" for line in wrap(_about(key, otherwise), LETTERS_A_LINE))
        yield f"# {key.name} = {shown(key.default)}"


def _about(key: Key, otherwise: str) -> str:
    return f"{key.comment}{otherwise} ({key.variable})"


def shown(value: str | int | Path | None) -> str:
    """Write a value as it stands in the file."""
    if isinstance(value, int):
        return str(value)
    text = "" if value is None else str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
