"""Which kind of file this is, by its name and by what it begins with."""

from collections.abc import Collection
from pathlib import PurePath
from typing import Literal

from indicators.intake.files.package import password_protected
from indicators.intake.findings import UnreadableFileError

Format = Literal["csv", "xlsx"]
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
EMPTY = "hãy kiểm tra lại tệp gốc rồi gửi lại."
SAVE = "hãy mở tệp, chọn Lưu thành và lưu dạng .xlsx (hoặc CSV UTF-8)."
REMEDIES = {
    ".xls": f"là dạng Excel cũ; {SAVE}",
    ".ods": f"là dạng LibreOffice; {SAVE}",
    ".fods": f"là dạng LibreOffice; {SAVE}",
    ".xlsm": "có thể chứa macro; hãy lưu thành .xlsx không có macro.",
    ".xltm": "có thể chứa macro; hãy lưu thành .xlsx không có macro.",
    ".xlam": "có thể chứa macro; hãy lưu thành .xlsx không có macro.",
    ".xlsb": f"là dạng Excel nhị phân; {SAVE}",
    ".xltx": f"là mẫu Excel; {SAVE}",
    ".numbers": "là dạng Numbers; hãy xuất sang Excel (.xlsx).",
    ".docx": "là tài liệu Word; hãy chép bảng số liệu sang Excel và lưu dạng .xlsx.",
    ".pptx": "là tài liệu PowerPoint; hãy chép bảng số liệu sang Excel và lưu dạng .xlsx.",
    ".zip": "là tệp nén; hãy giải nén rồi gửi từng tệp .xlsx hoặc CSV UTF-8 trong đó.",
    ".txt": "là tệp văn bản; hãy lưu dạng CSV UTF-8.",
    ".tsv": "là tệp văn bản; hãy lưu dạng CSV UTF-8.",
}


NO_TABLE = "không phải tệp CSV hoặc Excel (.xlsx); hãy gửi bảng số liệu dạng .xlsx hoặc CSV UTF-8."
# What a file of another format packs into its zip, by which it is known under any name.
PARTS = {
    "content.xml": ".ods",
    "xl/workbook.bin": ".xlsb",
    "word/document.xml": ".docx",
    "ppt/presentation.xml": ".pptx",
}


def refuse_other_package(name: str, parts: Collection[str]) -> None:
    """Refuse by its right name a zip of another format that is called .xlsx."""
    found = next((PARTS[part] for part in PARTS if part in parts), None)
    if found is not None:
        message = f"Tệp {name} mang đuôi .xlsx nhưng {REMEDIES[found]}"
        raise UnreadableFileError("unsupported_format", message)


def format_of(name: str, content: bytes) -> Format:
    """Say which reader a file needs; raises UnreadableFileError for a file that has none."""
    suffix = PurePath(name).suffix.lower()
    if content.startswith(OLE) and ENCRYPTED in content:
        raise password_protected(name)
    if suffix not in (".csv", ".xlsx"):
        what = REMEDIES.get(suffix, NO_TABLE)
        raise UnreadableFileError("unsupported_format", f"Tệp {name} {what}")
    if suffix == ".csv":
        _refuse_renamed(name, content)
        return "csv"
    if content.startswith(OLE):
        raise UnreadableFileError("unsupported_format", f"Tệp {name} {REMEDIES['.xls']}")
    if not content:
        raise UnreadableFileError("empty_file", f"Tệp {name} trống (0 byte); {EMPTY}")
    if not content.startswith(ZIP):
        message = f"Tệp {name} không phải tệp Excel (.xlsx) dù mang đuôi này; {SAVE}"
        raise UnreadableFileError("not_a_table", message)
    return "xlsx"


def _refuse_renamed(name: str, content: bytes) -> None:
    if content.startswith((ZIP, OLE, PDF)):
        message = f"Tệp {name} không phải tệp văn bản dù mang đuôi .csv; {SAVE}"
        raise UnreadableFileError("unsupported_format", message)
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        message = f"Tệp {name} là trang web chứ không phải tệp CSV; {SAVE}"
        raise UnreadableFileError("unsupported_format", message)
