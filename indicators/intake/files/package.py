"""The parts of an .xlsx file: a zip of XML, opened within limits and without trusting it."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO
from xml.parsers import expat

from indicators.intake.findings import UnreadableFileError
from indicators.settings.sections import Limits

MOST_PARTS = 10_000
# Of styles, names of sheets, relations.
MOST_ELEMENTS = 1_000_000
CHUNK = 1 << 18
# What a damaged zip or damaged XML makes the libraries raise.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
    expat.ExpatError, KeyError, ValueError, UnicodeError, OverflowError, IndexError,
)  # fmt: skip
Attributes = dict[str, str]


@contextmanager
def refusing_damage(name: str) -> Iterator[None]:
    """Turn what a damaged file raises into a refusal."""
    try:
        yield
    except DAMAGE as error:
        message = f"Tệp {name} bị hỏng; hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi."
        raise UnreadableFileError("not_a_table", message) from error


class Package:
    """An opened .xlsx file; raises UnreadableFileError for what is none, or too large.

    Parts are known by their names with slashes, in whatever case they are asked for.
    """

    def __init__(self, name: str, content: bytes, limits: Limits) -> None:
        self.name = name
        with refusing_damage(name):
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._stored = {_part_name(info.filename): info for info in self._zip.infolist()}
            self._names = {part.lower(): part for part in self._stored}
            if len(self._names) < len(self._zip.infolist()):
                raise ValueError("two parts of one name")
        self.parts = set(self._stored)
        self._refuse(limits)

    def _refuse(self, limits: Limits) -> None:
        infos = self._zip.infolist()
        if any(part.lower().endswith("vbaproject.bin") for part in self.parts):
            message = f"Tệp {self.name} có macro; hãy lưu thành .xlsx không có macro."
            raise UnreadableFileError("unsupported_format", message)
        if any(info.flag_bits & 1 for info in infos):
            raise password_protected(self.name)
        # A zip never gives more of a part than it says here, so that saying less gains nothing.
        unpacked = sum(info.file_size for info in infos)
        if unpacked > limits.upload_unpacked_bytes or len(infos) > MOST_PARTS:
            raise self._too_large()

    def _too_large(self) -> UnreadableFileError:
        message = f"Tệp {self.name} giải nén ra quá lớn; hãy xóa dòng, cột trống và chia nhỏ tệp."
        return UnreadableFileError("too_large", message)

    def named(self, part: str) -> str:
        """Give the name of a part in its own case, or the name as it is where there is none."""
        return self._names.get(part.lower(), part)

    def read(self, part: str) -> bytes:
        """Give the bytes of a part."""
        return self._zip.read(self._stored[self.named(part)])

    def open(self, part: str) -> IO[bytes]:
        """Give a part to be read piece by piece."""
        return self._zip.open(self._stored[self.named(part)])

    def parse(self, part: str, handlers: Mapping[str, object]) -> None:
        """Send the elements of a part to handlers named as those of expat."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _no_doctype
        for handler, function in handlers.items():
            setattr(parser, handler, function)
        with self.open(part) as stream:
            while chunk := stream.read(CHUNK):
                parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def elements(self, part: str) -> list[tuple[str, Attributes]]:
        """Give the elements of a small part in order, by their names without prefix."""
        found: list[tuple[str, Attributes]] = []

        def start(tag: str, attributes: Attributes) -> None:
            if len(found) >= MOST_ELEMENTS:
                raise self._too_large()
            named = {local(name): value for name, value in attributes.items()}
            found.append((local(tag), named))

        self.parse(part, {"StartElementHandler": start})
        return found

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Give id → (kind, part) of what a part refers to."""
        rels = self.named(relations_part(part))
        if rels not in self.parts:
            return {}
        folder = posixpath.dirname(part)
        return {
            attributes["Id"]: (
                attributes["Type"].rpartition("/")[2],
                self.named(_target(folder, attributes["Target"])),
            )
            for tag, attributes in self.elements(rels)
            if tag == "Relationship" and attributes.get("TargetMode") != "External"
        }


def _part_name(stored: str) -> str:
    """Write the name of a part with slashes, whatever wrote it into the zip."""
    return stored.replace("\\", "/").lstrip("/")


def _target(folder: str, target: str) -> str:
    path = posixpath.join("/", folder, target.replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/")


def relations_part(part: str) -> str:
    """Name the part that tells what a part refers to."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def local(tag: str) -> str:
    """Give a name without its prefix."""
    return tag.rpartition(":")[2]


def password_protected(name: str) -> UnreadableFileError:
    """Refuse a file that asks for a password."""
    message = f"Tệp {name} có mật khẩu; hãy bỏ mật khẩu (Tệp, Thông tin, Mã hóa) rồi gửi lại."
    return UnreadableFileError("password_protected", message)


def _no_doctype(*_: object) -> None:
    raise ValueError("a workbook has no DOCTYPE")
