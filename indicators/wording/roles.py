"""What accounts may be, as offices call it."""

from collections.abc import Mapping, Sequence

from indicators.store.accounts import Account, Role
from indicators.wording.search import folded

ROLE_NAMES: Mapping[Role, str] = {
    "reader": "xem",
    "contributor": "nhập liệu",
    "approver": "duyệt",
    "inspector": "kiểm tra",
    "administrator": "quản trị",
}


def role_words(roles: Sequence[Role]) -> str:
    """Name roles on one line: 'nhập liệu, duyệt'."""
    return ", ".join(ROLE_NAMES[role] for role in roles)


def roles_named(text: str) -> tuple[Role, ...] | str:
    """Read roles as people write them, 'nhập liệu,duyet'; gives the first word that is none."""
    known = {folded(name).replace(" ", ""): role for role, name in ROLE_NAMES.items()}
    found: list[Role] = []
    for word in text.split(","):
        role = known.get(folded(word).replace("-", "").replace(" ", ""))
        if role is None:
            return word.strip()
        found.append(role)
    return tuple(role for role in ROLE_NAMES if role in found)


def account_state(account: Account) -> str:
    """Say whether an account can be used: 'đang dùng', 'chờ nhận lời mời', 'đã khóa'."""
    if account.locked:
        return "đã khóa"
    return "đang dùng" if account.secret else "chờ nhận lời mời"
