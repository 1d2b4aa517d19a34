"""`account …`: who may act on the board, for the one who looks after the server."""

import time
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import closing

from indicators.accounts.signing_in import invite
from indicators.commands.answer import Answer, CommandError
from indicators.commands.sent_files import sender_of
from indicators.settings.board import URL, board_address
from indicators.store.accounts import Account, Accounts, Role, made_accounts, open_accounts
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.wording.letters import visible
from indicators.wording.roles import ROLE_NAMES, account_state, role_words, roles_named

LOGIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-_")
LONGEST_LOGIN = 64


def answer(store: Store, options: Namespace) -> Answer:
    """Do one thing with an account, or list them all."""
    if options.action == "list":
        return Answer(text=listed(open_accounts(store.path, store.identity)))
    if not options.login:
        raise CommandError(f"account {options.action} cần tên đăng nhập; xem account list.")
    with closing(made_accounts(store.path, store.identity)) as accounts:
        return Answer(text=ACTIONS[options.action](store, accounts, options))


def listed(accounts: Accounts | None) -> str:
    """Write a line an account."""
    if accounts is None:
        return "Bảng chưa có tài khoản nào; mời người đầu tiên bằng account invite.\n"
    with closing(accounts):
        return "".join(f"{line(each)}\n" for each in accounts.all())


def line(account: Account) -> str:
    """Write an account on a line."""
    told = [account.login, account.name, account.agency, role_words(account.roles)]
    return " · ".join(filter(None, [*told, account_state(account)]))


def invited(store: Store, accounts: Accounts, options: Namespace) -> str:
    """Make the account where there is none, and print a link by which its password is chosen."""
    account = accounts.named(login_of(options)) or made(store, accounts, options)
    if options.name and account.name != options.name:
        raise CommandError(f"Tài khoản {account.login} đã là của {account.name}; chưa làm gì.")
    address = f"{board_address()}/loi-moi?ma={invite(accounts, account, time.time())}"
    where = "" if board_address() else f" sau địa chỉ của bảng (chưa đặt {URL})"
    return (
        f"{line(account)}\nLiên kết mời, dùng một lần trong 7 ngày, gửi riêng cho người nhận"
        f"{where}:\n{address}\n"
    )


def made(store: Store, accounts: Accounts, options: Namespace) -> Account:
    """Make an account as it is asked for; the first one can look after the others."""
    if not (options.name and options.roles):
        raise CommandError("Tài khoản mới cần cả --name và --roles; chưa làm gì.")
    roles = roles_of(options)
    if not accounts.all() and "administrator" not in roles:
        raise CommandError("Tài khoản đầu tiên phải có vai trò quản trị; chưa làm gì.")
    name = sender_of(options.name).name
    return accounts.add(login_of(options), name, agency_of(store, options), roles)


def given(_store: Store, accounts: Accounts, options: Namespace) -> str:
    """Change what an account may do."""
    account, roles = known(accounts, options), roles_of(options)
    if "administrator" not in roles:
        keep_one(accounts, account)
    return f"{line(accounts.give_roles(account, roles))}\n"


def locked(_store: Store, accounts: Accounts, options: Namespace) -> str:
    """Keep an account out from now on."""
    account = known(accounts, options)
    keep_one(accounts, account)
    return f"{line(accounts.lock(account, locked=True))}\n"


def unlocked(_store: Store, accounts: Accounts, options: Namespace) -> str:
    """Let an account in again."""
    return f"{line(accounts.lock(known(accounts, options), locked=False))}\n"


def signed_out(_store: Store, accounts: Accounts, options: Namespace) -> str:
    """End every session of an account."""
    account = known(accounts, options)
    accounts.end_all(account)
    return f"Đã đăng xuất {account.login} ở mọi nơi; lời mời còn lại cũng hết hiệu lực.\n"


ACTIONS: Mapping[str, Callable[[Store, Accounts, Namespace], str]] = {
    "invite": invited,
    "roles": given,
    "lock": locked,
    "unlock": unlocked,
    "sign-out": signed_out,
}


def known(accounts: Accounts, options: Namespace) -> Account:
    """Find the account that is meant; raises CommandError."""
    if account := accounts.named(login_of(options)):
        return account
    raise CommandError(f"Không có tài khoản {visible(options.login)}; xem account list.")


def keep_one(accounts: Accounts, but: Account) -> None:
    """Refuse what would leave nobody to look after the accounts; raises CommandError."""
    others = [each for each in accounts.all() if each.number != but.number and not each.locked]
    if not any("administrator" in each.roles and each.secret for each in others):
        raise CommandError(
            f"{but.login} là người quản trị cuối cùng; hãy mời người quản trị khác trước. Chưa làm "
            "gì."
        )


def login_of(options: Namespace) -> str:
    """Read the name that one signs in with: small Latin letters, digits, `.-_`."""
    login: str = options.login.strip().lower()
    if not login or set(login) - LOGIN_LETTERS or len(login) > LONGEST_LOGIN:
        raise CommandError(
            "Tên đăng nhập chỉ gồm chữ cái không dấu, chữ số và các dấu . - _, không quá "
            f"{LONGEST_LOGIN} ký tự."
        )
    return login


def roles_of(options: Namespace) -> tuple[Role, ...]:
    """Read the roles that are asked for; raises CommandError."""
    roles = roles_named(options.roles or "")
    if isinstance(roles, str):
        names = ", ".join(ROLE_NAMES.values())
        raise CommandError(f"Không có vai trò “{visible(roles)}”; chọn trong: {names}.")
    return roles


def agency_of(store: Store, options: Namespace) -> str:
    """Give the full name of the agency that is meant by its long or short name; '' for none."""
    agencies = catalogue_at(store, latest(store).number).agencies
    named = (options.agency or "").strip()
    found = next((each.name for each in agencies if named in (each.name, each.short_name)), "")
    if named and not found:
        names = ", ".join(each.short_name for each in agencies)
        raise CommandError(f"Không có cơ quan “{visible(named)}”; chọn trong: {names}.")
    return found
