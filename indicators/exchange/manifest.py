"""What a board that was taken out says of itself: which it is, how far it goes, and its files."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from indicators.exchange.errors import ExchangeError
from indicators.exchange.parcel import open_file
from indicators.store.marks import Mark
from indicators.store.recognition import APPLICATION, NATURES, SCHEMA_VERSION
from indicators.store.records import HEAD_LETTERS
from indicators.store.sealed import sealed, unsealed

NAME = "manifest.json"
# Raised when what was taken out before can no longer be read in the same way.
FORMAT, FORMAT_VERSION = "whole board", 1


@dataclass(frozen=True, slots=True)
class FileListed:
    """A file by its length in bytes and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A board by its mark, nature and schema, and the files that hold it, by their paths."""

    mark: Mark
    nature: str
    schema: int
    files: dict[str, FileListed] = field(default_factory=dict)

    def listing(self, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Hand on a file's pieces, and list it once it is through."""
        digest, size = sha256(), 0
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            yield piece
        self.files[name] = FileListed(size, digest.hexdigest())

    def written(self) -> bytes:
        """Write it as JSON."""
        content = {
            "application": APPLICATION,
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "head": self.mark.hash[:HEAD_LETTERS],
        }
        return sealed(content | asdict(self)).encode()


def read_manifest(parcel: Path) -> Manifest:
    """Read it; raises ExchangeError for what was not taken out, or by newer software."""
    if not parcel.exists():
        raise ExchangeError(f"Không có {parcel}.")
    content = _content(parcel)
    if content.get("application") != APPLICATION or content.get("format") != FORMAT:
        raise _foreign(parcel)
    if content["format_version"] > FORMAT_VERSION or content["schema"] > SCHEMA_VERSION:
        raise ExchangeError(
            f"Bản xuất {parcel} do phiên bản phần mềm mới hơn tạo ra. Hãy cập nhật phần mềm."
        )
    files = {name: FileListed(**listed) for name, listed in content["files"].items()}
    return Manifest(Mark(**content["mark"]), content["nature"], content["schema"], files)


def check_nature(manifest: Manifest, nature: str, parcel: Path) -> None:
    """Refuse a board of made-up figures where a real one is asked for, and the other way round."""
    if manifest.nature != nature:
        how = "đặt BOARD_NATURE=illustrative" if nature == "real" else "bỏ BOARD_NATURE"
        raise ExchangeError(
            f"Bản xuất {parcel} chứa {NATURES.get(manifest.nature, manifest.nature)}, không phải "
            f"{NATURES[nature]}. Muốn nhập nó, hãy {how} rồi chạy lại."
        )


def _content(parcel: Path) -> dict[str, Any]:
    try:
        with open_file(parcel, NAME) as file:
            return unsealed(file.read())
    except ValueError as error:
        raise ExchangeError(
            f"Tệp {NAME} của bản xuất {parcel} đã bị thay đổi hoặc bị cắt; hãy lấy lại bản xuất."
        ) from error
    except ExchangeError as error:
        raise _foreign(parcel) from error


def _foreign(parcel: Path) -> ExchangeError:
    return ExchangeError(
        f"{parcel} không phải bản xuất toàn bộ của bảng (lệnh export --whole): không đọc được "
        f"tệp {NAME} của bản ấy."
    )
