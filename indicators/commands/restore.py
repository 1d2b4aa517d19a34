"""`restore BACKUP --by NAME`: put a backup in the place of the board, which must be stopped."""

from argparse import Namespace

from indicators.backup.doubts import KINDS
from indicators.backup.errors import RestoreError
from indicators.backup.restoring import AccountsOutcome, Restored, restore
from indicators.commands.answer import Answer, CommandError
from indicators.commands.sent_files import sender_of
from indicators.settings.board import board_nature

ACCOUNTS: dict[AccountsOutcome, str] = {
    "none": "",
    "stayed": "Tài khoản đăng nhập hiện có được giữ nguyên.",
    "restored": "Tài khoản đăng nhập được lấy từ bản này; mọi người phải đăng nhập lại.",
}


def answer(_store: None, options: Namespace) -> Answer:
    """Check the backup, keep the present file aside, put the backup in its place."""
    if board_nature() != "real":
        raise RestoreError("Bảng minh họa không có bản sao lưu; hãy bỏ BOARD_NATURE.")
    accepted = _accepted(options)
    by = sender_of(options.by).name
    done = restore(options.database, (options.cwd / options.backup).resolve(), accepted, by)
    return Answer(text="\n".join([*_lines(done), ""]))


def _accepted(options: Namespace) -> frozenset[str]:
    kinds = {kind.strip() for kind in (options.accept or "").split(",") if kind.strip()}
    if unknown := sorted(kinds - set(KINDS)):
        raise CommandError(
            f"--accept không nhận {', '.join(unknown)}; chọn trong: {', '.join(KINDS)}."
        )
    return frozenset(kinds)


def _lines(done: Restored) -> list[str]:
    lines = [f"Đã phục hồi bảng từ {done.name}: phiên bản {done.number}, cả chuỗi băm nguyên vẹn."]
    if told := ACCOUNTS[done.accounts]:
        lines.append(told)
    if done.version:
        lines.append(f"Nhật ký ghi việc này ở phiên bản {done.version}.")
    if done.kept:
        lines.append(f"Tệp trước đó được giữ ở {done.kept}.")
    return lines
