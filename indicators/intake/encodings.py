"""The bytes of a text file as text: by its mark, then as strict UTF-8, never by guessing."""

import codecs
import unicodedata

from indicators.intake.findings import UnreadableFileError, shown
from indicators.intake.legacy import damage

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def decode(name: str, content: bytes) -> str:
    """Give the text, composed (NFC); refuses by name what is not Unicode as it was typed."""
    if content.startswith(UTF32_MARKS):
        raise _refused(f"Tệp {name} ở mã UTF-32; hãy lưu lại dạng 'CSV UTF-8'.")
    text = _strict(name, content)
    if "\0" in text:
        raise UnreadableFileError("not_a_table", f"Tệp {name} không phải tệp văn bản.")
    _refuse_damaged(name, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _strict(name: str, content: bytes) -> str:
    mark, encoding = next((each for each in MARKS if content.startswith(each[0])), (b"", "utf-8"))
    try:
        return content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if mark:
            message = f"Tệp {name} hỏng: không đúng mã {encoding.upper()} ghi ở đầu tệp."
            raise _refused(message) from error
        _refuse_damaged(name, content.decode("latin-1").replace("\0", ""))
        line = content[: error.start].count(b"\n") + 1
        message = f"Tệp {name}, dòng {line}: không phải mã UTF-8; hãy lưu lại dạng CSV UTF-8."
        raise _refused(message) from error


def _refuse_damaged(name: str, text: str) -> None:
    found = damage((text,))
    if found:
        where = text[: text.find(found.sample)].count("\n") + 1
        message = (
            f"Tệp {name}, dòng {where}: {found.name} ('{shown(found.sample)}'); {found.remedy}"
        )
        raise _refused(message)


def _refused(message: str) -> UnreadableFileError:
    return UnreadableFileError("encoding", message)
