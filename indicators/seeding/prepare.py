"""A first database from the catalogue and the published figures, and later changes of either."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from indicators.catalogue.loader import FOLDER, load
from indicators.catalogue.records import Catalogue
from indicators.seeding.published import record_files
from indicators.store.connection import Nature, Store, create, open_store
from indicators.store.errors import (
    MissingError,
    ReadOnlyError,
    StoreError,
    in_vietnamese,
)
from indicators.store.journal import SYSTEM, record_catalogue

PUBLISHED = Path(__file__).resolve().parents[2] / "data" / "published"


def prepare(
    path: Path, *, nature: Nature = "real", folder: Path = FOLDER, published: Path = PUBLISHED
) -> Store:
    """Open the board, built first when there is none, and record what the files changed since.

    An illustrative board is built with figures of its own, and stays as it was built and used.
    Raises CatalogueError or StoreError; of a faulty file nothing is recorded.
    """
    path = path.resolve()
    with _alone(path):
        if not path.exists():
            _build(path, nature, folder, published)
        store = open_store(path, nature)
        if nature == "real" and not store.read_only:
            record_files(store, load(folder), published)
    return store


def build(
    path: Path, *, nature: Nature = "real", folder: Path = FOLDER, published: Path = PUBLISHED
) -> None:
    """Make the database at once and whole: version 1 the catalogue, then the published figures.

    An illustrative board has made-up figures instead.

    Raises StoreError when there is a file already, no folder, or no right to write.
    """
    path = path.resolve()
    with _alone(path):
        _build(path, nature, folder, published)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other processes from building in the same folder; the lock ends with the process."""
    if not path.parent.is_dir():
        raise MissingError(
            f"Không có thư mục {path.parent}. Hãy tạo thư mục này hoặc chỉ nơi khác bằng BOARD_DB."
        )
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _build(path: Path, nature: Nature, folder: Path, published: Path) -> None:
    catalogue = load(folder)
    draft = path.with_name(f".{path.name}.building.tmp")
    _check_free(path)
    with in_vietnamese(path):
        _clear(draft)
        try:
            _fill(draft, nature, catalogue, published)
            _move(draft, path)
        finally:
            _clear(draft)


def _check_free(path: Path) -> None:
    journal = path.with_name(f"{path.name}.wal")
    if path.exists():
        raise StoreError(f"Đã có tệp {path}; không ghi đè.")
    if not os.access(path.parent, os.W_OK):
        raise ReadOnlyError(f"Không tạo được {path}: thư mục chỉ cho đọc.")
    if journal.exists():
        raise StoreError(
            f"Còn tệp {journal} mà không có {path.name}: có thể là phần số liệu chưa kịp nhập vào. "
            "Hãy trả tệp cơ sở dữ liệu về chỗ cũ, hoặc chuyển tệp .wal đi nơi khác."
        )


def _clear(draft: Path) -> None:
    # Under the lock a draft can only be what an interrupted build of ours left.
    for leftover in (draft, draft.with_name(f"{draft.name}.wal")):
        leftover.unlink(missing_ok=True)


def _fill(draft: Path, nature: Nature, catalogue: Catalogue, published: Path) -> None:
    store = create(draft, nature)
    try:
        if nature == "illustrative":
            # A real board never needs it, an illustrative one once.
            from indicators.seeding.illustrative.programme import (
                fill_illustrative,
            )

            fill_illustrative(store, catalogue)
        else:
            record_catalogue(store, catalogue, SYSTEM, kind="seed", note="Danh mục ban đầu")
            record_files(store, catalogue, published)
    finally:
        store.close()


def _move(draft: Path, path: Path) -> None:
    """Give the finished draft its name, on disk for good; a file that is there stays."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise StoreError(f"Đã có tệp {path}; không ghi đè.") from None
    except OSError:
        # No hard links on this disk; the lock on the folder keeps a second builder out.
        draft.rename(path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
