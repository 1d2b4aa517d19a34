"""Who can act on a board: its accounts, and how long a password takes to be looked at."""

import time
from contextlib import closing
from pathlib import Path

from indicators.accounts.passwords import is_right
from indicators.doctor.check import Check, bad, good, warn
from indicators.store.accounts import Account, open_accounts
from indicators.store.errors import AccountsFileError

ACCOUNTS = "Tài khoản"
# Slower ones keep people waiting, quicker ones help who guesses; in seconds.
SLOW, QUICK = 1.0, 0.01


def accounts(database: Path, identity: str) -> Check:
    """Look at the accounts of a board, of which it may have none."""
    try:
        opened = open_accounts(database, identity)
    except AccountsFileError as error:
        return bad(ACCOUNTS, str(error))
    if opened is None:
        return warn(
            ACCOUNTS,
            "Chưa có tài khoản: ai mở được bảng cũng ghi và hoàn tác được. Mời người đầu tiên bằng "
            "lệnh account invite.",
        )
    with closing(opened):
        return _told(opened.all())


def _told(held: list[Account]) -> Check:
    used = [each for each in held if each.secret and not each.locked]
    if not any("administrator" in each.roles for each in used):
        return warn(ACCOUNTS, f"{len(held)} tài khoản, chưa người quản trị nào nhận lời mời.")
    begun = time.perf_counter()
    is_right(used[0].secret, "")
    seconds = time.perf_counter() - begun
    told = (
        f"{len(held)} tài khoản, {len(used)} đang dùng; xét một mật khẩu {seconds * 1000:.0f} ms."
    )
    return (good if QUICK <= seconds <= SLOW else warn)(ACCOUNTS, told)
