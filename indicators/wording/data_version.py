"""How a data version is named wherever it is told, and how its name is read back."""

import re
from string import hexdigits

from indicators.store.errors import StoreError
from indicators.store.local_time import local_day
from indicators.store.records import HEAD_LETTERS, Version
from indicators.typesetting.xml_text import clean
from indicators.wording.numbers import day

HASH_LETTERS = 64
# A whole hash, or as much of its beginning as documents carry.
HEAD = re.compile(rf"[0-9a-f]{{{HEAD_LETTERS},{HASH_LETTERS}}}")
SHOWN_LETTERS = 40


def version_words(version: Version) -> str:
    """Name a version with the head of its hash, which a journal written anew would not have."""
    return f"phiên bản {version.number} · {version.head}"


def read_head(text: str) -> str:
    """Read the head of a hash as people copy it; raises StoreError for what is none."""
    letters = "".join(text.split()).lower()
    if HEAD.fullmatch(letters):
        return letters
    raise StoreError(
        f"Mã “{clean(text)[:SHOWN_LETTERS]}” {_what_is_wrong(letters)}; hãy chép đủ mã đứng sau số "
        "phiên bản, như 3f9a1c07be."
    )


def passing_words(head: str, passed: Version | None, count: int) -> str:
    """Say whether a journal of so many versions passes through a head, and at which version."""
    if passed:
        return f"Nhật ký đi qua mã {head}: phiên bản {passed.number}, {day(local_day(passed.at))}."
    return (
        f"Nhật ký không đi qua mã {head}: không phiên bản nào trong {count} phiên bản mang mã này. "
        "Nếu mã đã chép đúng thì tài liệu lấy số liệu từ một bảng khác, hoặc nhật ký này đã bị "
        "thay bằng một nhật ký khác."
    )


def _what_is_wrong(letters: str) -> str:
    if not set(letters) <= set(hexdigits):
        return "có ký tự không phải chữ số hay chữ cái từ a đến f"
    if len(letters) < HEAD_LETTERS:
        return f"chỉ có {len(letters)} ký tự, cần ít nhất {HEAD_LETTERS}"
    return f"dài hơn {HASH_LETTERS} ký tự"
