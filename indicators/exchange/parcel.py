"""A folder or archive of files: written piece by piece and there whole or not at all; read again.

It is written under a hidden name beside its place and renamed; what is there stays.
"""

import errno
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from indicators.exchange.errors import ExchangeError

Content = Callable[[], Iterable[bytes]]
"""Gives a file's bytes piece by piece, when it is its turn."""

Progress = Callable[[int, int], None]
"""Hears how many files of how many are written; may raise to stop, and nothing stays then."""

ARCHIVE = ".zip"
OPEN, PRIVATE = (0o755, 0o644), (0o700, 0o600)  # rights of folders and files
# What archives that are cut or changed are told by.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def is_archive(place: Path) -> bool:
    """Whether a parcel of this name is an archive, by the end of its name."""
    return place.suffix.lower() == ARCHIVE


def write_parcel(
    out: Path, files: Mapping[str, Content], progress: Progress, *, private: bool = False
) -> None:
    """Write files by their paths into a new archive where the name ends in .zip, else a folder.

    `private`: for its owner alone. Raises ExchangeError.
    """
    of_folder, of_file = PRIVATE if private else OPEN
    try:
        with _drafted(out) as draft:
            if is_archive(out):
                archive = draft / out.name
                _write_archive(archive, _in_pieces(files, progress))
                archive.chmod(of_file)
                _give_name(archive, out)
            else:
                _write_folder(draft, _in_pieces(files, progress))
                draft.chmod(of_folder)
                draft.rename(out)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        raise ExchangeError(
            f"Không ghi được vào {out}{': hết chỗ trên đĩa' if full else ''}."
        ) from error


@contextmanager
def open_file(parcel: Path, name: str) -> Iterator[IO[bytes]]:
    """Open a file of a parcel for reading; raises ExchangeError that names it."""
    try:
        if parcel.is_dir():
            with (parcel / name).open("rb") as file:
                yield file
        else:
            with zipfile.ZipFile(parcel) as archive, archive.open(name) as packed:
                yield packed
    except (KeyError, FileNotFoundError, NotADirectoryError) as error:
        raise ExchangeError(f"Bản xuất {parcel} thiếu tệp {name}.") from error
    except BROKEN as error:
        raise ExchangeError(f"Bản xuất {parcel} bị hỏng ở tệp {name}.") from error
    except OSError as error:
        raise ExchangeError(f"Không đọc được tệp {name} của bản xuất {parcel}.") from error


@contextmanager
def _drafted(out: Path) -> Iterator[Path]:
    """Give a hidden folder beside a place; nothing of it stays."""
    draft = Path(mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _in_pieces(
    files: Mapping[str, Content], progress: Progress
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Give each file with its pieces, telling before each piece how far it is."""
    for done, (name, content) in enumerate(files.items()):
        progress(done, len(files))
        yield name, _told(content(), done, len(files), progress)
    progress(len(files), len(files))


def _told(pieces: Iterable[bytes], done: int, of: int, progress: Progress) -> Iterator[bytes]:
    for piece in pieces:
        progress(done, of)
        yield piece


def _write_folder(draft: Path, files: Iterable[tuple[str, Iterator[bytes]]]) -> None:
    for name, pieces in files:
        place = draft / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.writelines(pieces)


def _write_archive(draft: Path, files: Iterable[tuple[str, Iterator[bytes]]]) -> None:
    with zipfile.ZipFile(draft, "x", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in files:
            with archive.open(name, "w", force_zip64=True) as packed:
                for piece in pieces:
                    packed.write(piece)


def _give_name(draft: Path, out: Path) -> None:
    """Give a finished file its name; one that is there stays."""
    try:
        out.hardlink_to(draft)
    except FileExistsError:
        raise ExchangeError(f"{out} đã có; hãy chọn tên khác, không ghi đè.") from None
    except OSError:
        # No hard links on this disk.
        draft.rename(out)
