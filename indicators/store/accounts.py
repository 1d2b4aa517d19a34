"""The file of accounts: SQLite beside the board, so that its file holds no hash of a password.

A session is looked up at every click: that takes a hundredth of a millisecond here.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, Literal, get_args

from indicators.store.errors import AccountsFileError, StoreError
from indicators.store.private import OWNERS_ALONE, made_private

Role = Literal["reader", "contributor", "approver", "inspector", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)

SCHEMA = Path(__file__).with_name("accounts.sql")
SUFFIX = ".accounts"
SECONDS_TO_WAIT = 10.0
SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")
FIELDS = "number, login, name, agency, roles, locked, secret"


class AccountsError(StoreError):
    """Accounts cannot be used in this way; the message is the Vietnamese sentence to show."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may act on the board, as what, for which agency ('' for none).

    `secret` is the hash of the password; None until an invitation was taken up.
    """

    number: int
    login: str
    name: str
    agency: str
    roles: tuple[Role, ...]
    locked: bool = False
    secret: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that signed in: whose, since when, and when it was last used, in seconds."""

    account: Account
    began: float
    seen: float


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom a link lets choose a password, and until when, in seconds since 1970."""

    account: Account
    until: float


@dataclass(frozen=True, slots=True)
class Failures:
    """How many wrong passwords in a row, and when the last one was given."""

    count: int = 0
    last: float = 0.0


def accounts_path(database: Path) -> Path:
    """Name the file that holds the accounts of a database."""
    return database.with_name(f"{database.name}{SUFFIX}")


class Accounts:
    """The open file; any thread may use it, one at a time."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = RLock()

    def all(self) -> list[Account]:
        """List the accounts in the order in which they were made."""
        return [_account(row) for row in self._rows(f"SELECT {FIELDS} FROM account ORDER BY 1")]  # noqa: S608

    def named(self, login: str) -> Account | None:
        """Find an account by the name it signs in with."""
        rows = self._rows(f"SELECT {FIELDS} FROM account WHERE login = ?", login)  # noqa: S608
        return _account(rows[0]) if rows else None

    def add(self, login: str, name: str, agency: str, roles: Sequence[Role]) -> Account:
        """Make an account without a password; raises AccountsError where the name is taken."""
        with self._writing() as cursor:
            if self.named(login):
                raise AccountsError(f"Đã có tài khoản {login}; hãy chọn tên đăng nhập khác.")
            cursor.execute(
                "INSERT INTO account (login, name, agency, roles) VALUES (?, ?, ?, ?)",
                (login, name, agency, " ".join(roles)),
            )
        return self._known(login)

    def give_roles(self, account: Account, roles: Sequence[Role]) -> Account:
        """Change what an account may do, from its next click on."""
        with self._writing() as cursor:
            values = (" ".join(roles), account.number)
            cursor.execute("UPDATE account SET roles = ? WHERE number = ?", values)
        return self._known(account.login)

    def lock(self, account: Account, *, locked: bool) -> Account:
        """Keep an account out, which ends its sessions and invitations; or let it in again."""
        with self._writing() as cursor:
            cursor.execute(
                "UPDATE account SET locked = ? WHERE number = ?", (locked, account.number)
            )
            if locked:
                _end_all(cursor, account)
        return self._known(account.login)

    def invite(self, account: Account, token: str, until: float) -> None:
        """Let whoever has a token choose the password; earlier invitations end."""
        with self._writing() as cursor:
            cursor.execute("DELETE FROM invitation WHERE account = ?", (account.number,))
            values = (token, account.number, until)
            cursor.execute("INSERT INTO invitation VALUES (?, ?, ?)", values)

    def invitation(self, token: str) -> Invitation | None:
        """Find an invitation by the hash of its token, used up ones never."""
        rows = self._rows(
            f"SELECT until, {FIELDS} FROM invitation JOIN account ON number = account"  # noqa: S608
            " WHERE token = ?",
            token,
        )
        return Invitation(_account(rows[0][1:]), rows[0][0]) if rows else None

    def take_up(self, token: str, account: Account, secret: str) -> None:
        """Set the password by an invitation, which is used up; ends what was signed in before.

        Raises AccountsError where somebody took it up meanwhile.
        """
        with self._writing() as cursor:
            used = cursor.execute("DELETE FROM invitation WHERE token = ?", (token,))
            if used.rowcount != 1:
                raise AccountsError("Lời mời này vừa được dùng ở nơi khác.")
            values = (secret, account.number)
            cursor.execute("UPDATE account SET secret = ? WHERE number = ?", values)
            _end_all(cursor, account)

    def keep_secret(self, account: Account, secret: str) -> None:
        """Hash a password anew that is kept by older parameters."""
        with self._writing() as cursor:
            values = (secret, account.number)
            cursor.execute("UPDATE account SET secret = ? WHERE number = ?", values)

    def begin_session(self, account: Account, token: str, now: float) -> None:
        """Sign a browser in."""
        with self._writing() as cursor:
            values = (token, account.number, now, now)
            cursor.execute("INSERT INTO session VALUES (?, ?, ?, ?)", values)

    def session(self, token: str) -> Session | None:
        """Find a session by the hash of its token."""
        rows = self._rows(
            f"SELECT began, seen, {FIELDS} FROM session JOIN account ON number = account"  # noqa: S608
            " WHERE token = ?",
            token,
        )
        return Session(_account(rows[0][2:]), *rows[0][:2]) if rows else None

    def touch(self, token: str, now: float) -> None:
        """Note that a session was used."""
        with self._writing() as cursor:
            cursor.execute("UPDATE session SET seen = ? WHERE token = ?", (now, token))

    def end_session(self, token: str) -> None:
        """Sign a browser out."""
        with self._writing() as cursor:
            cursor.execute("DELETE FROM session WHERE token = ?", (token,))

    def end_all(self, account: Account) -> None:
        """Sign an account out everywhere; its invitations end too."""
        with self._writing() as cursor:
            _end_all(cursor, account)

    def know(self, account: Account, token: str) -> None:
        """Remember a browser in which an account signed in."""
        with self._writing() as cursor:
            values = (token, account.number)
            cursor.execute("INSERT OR IGNORE INTO browser VALUES (?, ?)", values)

    def knows(self, login: str, token: str) -> bool:
        """Whether an account has signed in in a browser before."""
        query = (
            "SELECT 1 FROM browser JOIN account ON number = account WHERE login = ? AND token = ?"
        )
        return bool(self._rows(query, login, token))

    def failures(self, login: str, origin: str) -> Failures:
        """Tell how often a name was tried in vain from somewhere."""
        query = "SELECT count, last FROM failure WHERE login = ? AND origin = ?"
        rows = self._rows(query, login, origin)
        return Failures(*rows[0]) if rows else Failures()

    def count_failure(self, login: str, origin: str, now: float, forgotten: float) -> None:
        """Count one more; those whose last is older than `forgotten` go."""
        with self._writing() as cursor:
            cursor.execute("DELETE FROM failure WHERE last < ?", (forgotten,))
            cursor.execute(
                "INSERT INTO failure VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE"
                " SET count = count + 1, last = excluded.last",
                (login, origin, now),
            )

    def forgive(self, login: str, origin: str) -> None:
        """Forget them after the right password."""
        with self._writing() as cursor:
            values = (login, origin)
            cursor.execute("DELETE FROM failure WHERE login = ? AND origin = ?", values)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _known(self, login: str) -> Account:
        found = self.named(login)
        if found is None:
            raise AccountsError(f"Không có tài khoản {login}.")
        return found

    def _rows(self, query: str, *values: str) -> list[Any]:
        with self._lock, explained(self.path):
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def open_accounts(database: Path, identity: str) -> Accounts | None:
    """Open the accounts of a board; None where it has none. Raises AccountsFileError."""
    path = accounts_path(database)
    return _opened(path, identity) if path.exists() else None


def made_accounts(database: Path, identity: str) -> Accounts:
    """Open the accounts of a board, made first where it has none. Raises AccountsFileError."""
    path = accounts_path(database)
    with explained(path), made_private():
        connection = _connected(path)
        connection.execute("BEGIN EXCLUSIVE")
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchall():
            for statement in SCHEMA.read_text(encoding="utf-8").split(";"):
                connection.execute(statement)
            connection.execute("INSERT INTO board VALUES (?)", (identity,))
        connection.execute("COMMIT")
        connection.close()
    return _opened(path, identity)


def _opened(path: Path, identity: str) -> Accounts:
    with explained(path):
        path.chmod(OWNERS_ALONE)
        connection = _connected(path)
        owners = connection.execute("SELECT identity FROM board").fetchall()
    if owners != [(identity,)]:
        connection.close()
        raise AccountsFileError(
            f"Tệp tài khoản {path} không phải của bảng này. Giữ nguyên tệp; hãy trả đúng tệp đi "
            "kèm cơ sở dữ liệu về chỗ cũ."
        )
    return Accounts(path, connection)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=SECONDS_TO_WAIT, isolation_level=None, check_same_thread=False
    )
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the file system into an AccountsFileError about `path`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise AccountsFileError(
            f"Không dùng được tệp tài khoản {path} ({type(error).__name__}: {error}). Hãy kiểm tra "
            "đĩa và quyền ghi của thư mục."
        ) from error


def _account(row: Sequence[Any]) -> Account:
    number, login, name, agency, roles, locked, secret = row
    held = tuple(role for role in ROLES if role in roles.split())
    return Account(number, login, name, agency, held, bool(locked), secret)


def _end_all(cursor: sqlite3.Connection, account: Account) -> None:
    for table in ("session", "invitation"):
        cursor.execute(f"DELETE FROM {table} WHERE account = ?", (account.number,))  # noqa: S608
