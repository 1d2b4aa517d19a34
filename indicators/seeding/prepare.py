"""A first database from the catalogue and the published figures, and later changes of either."""

import os
from pathlib import Path

from indicators.backup.making import back_up_before_upgrade
from indicators.backup.offer import offering
from indicators.catalogue.loader import FOLDER, load
from indicators.catalogue.records import Catalogue
from indicators.seeding.published import record_files
from indicators.store.alone import alone
from indicators.store.connection import Nature, Store, create, open_store
from indicators.store.durable import sync_file, sync_folder
from indicators.store.errors import (
    DatabaseError,
    GoneError,
    NoRoomError,
    ReadOnlyError,
    in_vietnamese,
)
from indicators.store.journal import SYSTEM, record_catalogue, verify
from indicators.store.marks import marks_found
from indicators.store.private import log_of
from indicators.store.upgrade import BeforeUpgrade

PUBLISHED = Path(__file__).resolve().parents[2] / "data" / "published"


def prepare(
    path: Path, *, nature: Nature = "real", folder: Path = FOLDER, published: Path = PUBLISHED
) -> Store:
    """Open the board, built first when there is none, and record what the files changed since.

    One of an earlier schema is upgraded.

    An illustrative board is built with figures of its own, and stays as it was built and used.
    Raises CatalogueError or StoreError; of a faulty file nothing is recorded.
    """
    path = path.resolve()
    with offering(path), alone(path):
        if not path.exists():
            _build(path, nature, folder, published)
        store = open_store(path, nature, before_upgrade=before_upgrade(nature))
        if nature == "real" and not store.read_only:
            record_files(store, load(folder), published)
    return store


def before_upgrade(nature: Nature) -> BeforeUpgrade:
    """Give what is done before a board of an earlier schema is upgraded: one is backed up."""
    return back_up_before_upgrade if nature == "real" else _nothing


def _nothing(_path: Path) -> None:
    """Leave a made-up board without a backup."""


def build(
    path: Path, *, nature: Nature = "real", folder: Path = FOLDER, published: Path = PUBLISHED
) -> None:
    """Make the database at once and whole: version 1 the catalogue, then the published figures.

    An illustrative board has made-up figures instead.

    Raises StoreError when there is a file already, no folder, or no right to write.
    """
    path = path.resolve()
    with alone(path):
        _build(path, nature, folder, published)


def _build(path: Path, nature: Nature, folder: Path, published: Path) -> None:
    catalogue = load(folder)
    draft = path.with_name(f".{path.name}.building.tmp")
    _check_free(path)
    with in_vietnamese(path):
        _clear(draft)
        try:
            _fill(draft, nature, catalogue, published)
            _check_whole(draft, nature)
            _move(draft, path)
        except NoRoomError as error:
            raise NoRoomError(
                f"Hết chỗ trên đĩa, chưa dựng được {path}; tệp dở dang đã được dọn. Hãy giải phóng "
                "chỗ trên đĩa rồi chạy lại."
            ) from error
        finally:
            _clear(draft)


def _check_free(path: Path) -> None:
    journal = log_of(path)
    if path.exists():
        raise DatabaseError(f"Đã có tệp {path}; không ghi đè.")
    _check_unmarked(path)
    if not os.access(path.parent, os.W_OK):
        raise ReadOnlyError(f"Không tạo được {path}: thư mục chỉ cho đọc.")
    if journal.exists():
        raise DatabaseError(
            f"Còn tệp {journal} mà không có {path.name}: có thể là phần số liệu chưa kịp nhập vào. "
            "Hãy trả tệp cơ sở dữ liệu về chỗ cũ, hoặc chuyển tệp .wal đi nơi khác."
        )


def _check_unmarked(path: Path) -> None:
    """Refuse to build where a board was: its marks are there, and its file is not."""
    if found := marks_found(path):
        number = max((mark.number for mark in found.values() if mark), default=None)
        reached = "" if number is None else f", đến phiên bản {number}"
        raise GoneError(
            f"Không thấy tệp {path}, mà theo dấu còn lại thì ở đây đã có cơ sở dữ liệu{reached}. "
            "Chưa dựng tệp mới, để số liệu không mất mà không ai hay. Hãy gắn lại đĩa, hoặc trả "
            "tệp (hay bản sao lưu) về chỗ cũ rồi chạy lại. Chỉ khi thật sự muốn bắt đầu từ đầu "
            f"mới chuyển tệp dấu đi nơi khác: {', '.join(map(str, found))}."
        )


def _clear(draft: Path) -> None:
    # Under the lock a draft can only be what an interrupted build of ours left.
    for leftover in (draft, log_of(draft)):
        leftover.unlink(missing_ok=True)


def _fill(draft: Path, nature: Nature, catalogue: Catalogue, published: Path) -> None:
    store = create(draft, nature, marked=False)
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


def _check_whole(draft: Path, nature: Nature) -> None:
    """Open what was built and read it to its end: on a full disk it is closed without a word."""
    if log_of(draft).exists():
        raise NoRoomError
    store = open_store(draft, nature, marked=False)
    try:
        if faults := verify(store):
            raise DatabaseError(f"Cơ sở dữ liệu vừa dựng đọc lại không đúng: {faults[0]}")
    finally:
        store.close()


def _move(draft: Path, path: Path) -> None:
    """Give the finished draft its name, on disk for good; a file that is there stays."""
    sync_file(draft)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise DatabaseError(f"Đã có tệp {path}; không ghi đè.") from None
    except OSError:
        # No hard links on this disk; the lock on the folder keeps a second builder out.
        draft.rename(path)
    sync_folder(path.parent)
