"""Whether the reader may record or undo, and what is said where not."""

from urllib.parse import quote

from markupsafe import Markup

from indicators.accounts.permissions import Act
from indicators.store.connection import Store
from pages.navigation import SIGN_IN
from pages.parts.acting import acting, allowed
from pages.parts.templates import NOTHING, blocks

PERMISSION = blocks("parts/recording/permission.html")

NEEDS: dict[Act, str] = {
    "record": "Ghi số liệu cần một tài khoản có cả hai vai trò nhập liệu và duyệt.",
    "undo": "Hoàn tác cần một tài khoản có vai trò duyệt.",
}


def refused(store: Store, act: Act, here: str) -> Markup:
    """Say why the reader may not do something, with a way to sign in; nothing where they may."""
    if allowed(store, act):
        return NOTHING
    account = acting(store)
    told = NEEDS[act] if account is None else f"{NEEDS[act]} {account.name} chưa có vai trò này."
    where = f"{SIGN_IN}?den={quote(here, safe='')}" if account is None else ""
    return PERMISSION.refused(told, where)


def refusal(store: Store, act: Act) -> str:
    """Say at the moment of an act that it is not allowed any more; '' where it is."""
    if allowed(store, act):
        return ""
    return f"Chưa ghi gì: phiên đăng nhập đã hết hoặc quyền đã đổi. {NEEDS[act]}"
