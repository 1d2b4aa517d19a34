"""The bytes of a text file as text: by its mark, then as strict UTF-8, never by guessing."""

import codecs

from indicators.intake.files.legacy import damage
from indicators.intake.findings import UnreadableFileError, excerpt
from indicators.wording.letters import composed

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In UTF-16 half of the bytes of Latin text are NUL, all in the same places; accents make it fewer.
WIDE_SAMPLE, WIDE_FEW, WIDE_MANY = 4096, 0.05, 0.5
UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def decode(name: str, content: bytes) -> str:
    """Give the text, composed (NFC); refuses by name what is not Unicode as it was typed."""
    if content.startswith(UTF32_MARKS):
        raise _refused(f"Tệp {name} ở mã UTF-32; hãy lưu lại dạng 'CSV UTF-8'.")
    if _is_wide_without_mark(content):
        message = f"Tệp {name} ở mã UTF-16 nhưng thiếu dấu BOM; hãy lưu lại dạng 'CSV UTF-8'."
        raise _refused(message)
    text = _strict(name, content)
    if "\0" in text:
        raise UnreadableFileError("not_a_table", f"Tệp {name} không phải tệp văn bản.")
    _refuse_damaged(name, text)
    return composed(text)


def _strict(name: str, content: bytes) -> str:
    mark, encoding = next((each for each in MARKS if content.startswith(each[0])), (b"", "utf-8"))
    try:
        return content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if mark:
            message = f"Tệp {name} hỏng: không đúng mã {encoding.upper()} ghi ở đầu tệp."
            raise _refused(message) from error
        _refuse_damaged(name, _undecodable(content))
        line = content[: error.start].count(b"\n") + 1
        message = f"Tệp {name}, dòng {line}: không phải mã UTF-8; hãy lưu lại dạng CSV UTF-8."
        raise _refused(message) from error


def _is_wide_without_mark(content: bytes) -> bool:
    """Say whether every other byte is mostly NUL, as in UTF-16 without its mark."""
    start = content[:WIDE_SAMPLE]
    halves = (start[0::2], start[1::2])
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or len(start) < 4:
        return False
    few, many = sorted(half.count(0) / len(half) for half in halves)
    return few < WIDE_FEW and many > WIDE_MANY


def _undecodable(content: bytes) -> str:
    """Give the lines that are no UTF-8 as Latin-1, the others blank, so that line numbers stay."""
    lines = content.replace(b"\0", b"").split(b"\n")
    return "\n".join("" if _is_utf8(line) else line.decode("latin-1") for line in lines)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _refuse_damaged(name: str, text: str) -> None:
    found = damage((text,))
    if found:
        where = text[: text.find(found.sample)].count("\n") + 1
        message = (
            f"Tệp {name}, dòng {where}: {found.name} ('{excerpt(found.sample)}'); {found.remedy}"
        )
        raise _refused(message)


def _refused(message: str) -> UnreadableFileError:
    return UnreadableFileError("encoding", message)
