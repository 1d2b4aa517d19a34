"""The database, its chain and marks, whether a board has it open or not; and its backups."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from indicators.backup.errors import BackupError
from indicators.backup.found import Backup, backups_in, newest_good
from indicators.backup.offer import offering
from indicators.backup.place import FOLDER, backup_folder, check_folder
from indicators.doctor.accounts import accounts
from indicators.doctor.check import Check, bad, good, warn
from indicators.store.connection import Store
from indicators.store.errors import GoneError, MissingError, StoreError
from indicators.store.history import versions
from indicators.store.inspection import Contents, check_chain, missing_from
from indicators.store.journal import verify
from indicators.store.local_time import VIETNAM
from indicators.store.mark_check import check_marks
from indicators.store.marks import marks_found

DATABASE, MARKS, CLOCK, BACKUPS = "Cơ sở dữ liệu", "Dấu", "Đồng hồ", "Sao lưu"
# A night was missed, and the next one too.
OLD = timedelta(days=2)
SKEW = timedelta(minutes=5)


def open_board(store: Store) -> Iterator[Check]:
    """Look at a board that this process has open."""
    entries, faults = versions(store), verify(store)
    if faults:
        yield bad(DATABASE, f"{store.path}: {faults[0]}")
    else:
        yield good(DATABASE, f"{store.path}: chuỗi băm nguyên vẹn, {len(entries)} phiên bản.")
    marked = check_marks(store)
    yield from (bad(MARKS, fault) for fault in marked.faults)
    if marked.verdict:
        yield good(MARKS, marked.verdict)
    yield from clock(max((entry.at for entry in entries), default=None))
    yield accounts(store.path, store.identity)
    if store.nature == "real":
        yield from backups(store.path, store.identity)


def closed_board(database: Path) -> Iterator[Check]:
    """Look at a database that nobody has open, or is damaged, or not there; changes nothing."""
    try:
        with offering(database):
            contents = _contents(database)
    except StoreError as error:
        yield bad(DATABASE, str(error))
        identity = next((m.identity for m in marks_found(database).values() if m), None)
    else:
        told = f"chuỗi băm nguyên vẹn, đến phiên bản {contents.mark.number}; bảng không chạy."
        yield good(DATABASE, f"{database}: {told}")
        yield from _closed_marks(database)
        yield from clock(contents.at)
        identity = contents.mark.identity
        yield accounts(database, identity)
    yield from backups(database, identity)


def _contents(database: Path) -> Contents:
    if not database.exists():
        kind = GoneError if marks_found(database) else MissingError
        raise kind(f"Không thấy tệp {database}.")
    return check_chain(database)


def _closed_marks(database: Path) -> Iterator[Check]:
    found = marks_found(database)
    marks = [mark for mark in found.values() if mark]
    unread = [place for place, mark in found.items() if not mark]
    yield from (bad(MARKS, f"Không đọc được dấu {place}.") for place in unread)
    if marks and (missed := missing_from(database, marks)):
        yield bad(MARKS, f"Dấu ghi đến phiên bản {missed.number} mà cơ sở dữ liệu không có.")
    elif marks:
        yield good(MARKS, f"Nhật ký khớp với {len(marks)} dấu.")
    else:
        yield warn(MARKS, "Chưa có dấu nào; lần chạy kế tiếp sẽ ghi.")


def clock(newest: datetime | None) -> Iterator[Check]:
    """Hold the machine's clock to the newest version: none is of the future."""
    now = datetime.now(UTC)
    if newest and newest.replace(tzinfo=newest.tzinfo or UTC) > now + SKEW:
        yield bad(
            CLOCK,
            f"Có phiên bản ghi lúc {_told(newest)}, sau giờ máy hiện nay "
            f"({_told(now)}). Hãy chỉnh đồng hồ máy.",
        )
    else:
        yield good(CLOCK, f"{_told(now)}; không có phiên bản nào ở tương lai.")


def _told(moment: datetime) -> str:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return f"{aware.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}, giờ Việt Nam"


def backups(database: Path, identity: str | None) -> Iterator[Check]:
    """Look at the newest backup: its age, and whether it opens and holds; and where they lie."""
    folder = backup_folder(database)
    if folder != database.parent / FOLDER:
        try:
            check_folder(folder)
        except BackupError as error:
            yield bad(BACKUPS, str(error))
            return
    found = backups_in(folder, identity)
    if not found:
        yield warn(BACKUPS, f"Chưa có bản sao lưu nào trong {folder}.")
    elif best := newest_good(folder, identity):
        yield _opened(best, spoilt=best != found[0])
    else:
        yield bad(BACKUPS, f"Không bản sao lưu nào trong {folder} còn như khi được ghi.")
    yield from _same_disk(folder, database)


def _opened(backup: Backup, *, spoilt: bool) -> Check:
    try:
        check_chain(backup.file)
    except StoreError as error:
        return bad(BACKUPS, f"Bản {backup.told} không mở được: {error}")
    told = f"Bản mới nhất còn tốt: {backup.told}; đã mở thử, chuỗi băm nguyên vẹn."
    if spoilt:
        return bad(BACKUPS, f"{told} Có bản mới hơn nhưng không còn như khi được ghi.")
    if datetime.now(UTC) - backup.manifest.made_at > OLD:
        return warn(BACKUPS, f"{told} Bản đã cũ; nếu có thay đổi từ đó, xem nhật ký máy chủ.")
    return good(BACKUPS, told)


def _same_disk(folder: Path, database: Path) -> Iterator[Check]:
    if folder.exists() and database.parent.exists():
        same = folder.stat().st_dev == database.parent.stat().st_dev
        if same:
            yield warn(
                BACKUPS,
                f"{folder} cùng đĩa với cơ sở dữ liệu: hỏng đĩa thì mất cả hai. Hãy đặt folder ở "
                "mục [backup] của board.toml sang đĩa khác.",
            )
