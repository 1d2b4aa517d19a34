"""Asking the process that holds the database: a Unix socket beside the file, one request each.

A request is a JSON object {argv, cwd, nature}, a reply {code, text, error}; each ends with its
connection.
While a command works, blanks come before the reply as a sign of life.
"""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from indicators.commands.answer import UNUSABLE
from indicators.settings.board import board_nature

# The kernel takes 107 bytes of path; the folder goes through a descriptor, so the name counts.
LONGEST_NAME = 80
LARGEST_REQUEST = 64 * 1024
# Seconds without a sign of life after which the board is taken to hang.
PATIENCE = 60
SILENT = (
    "Bảng theo dõi đang chạy nhưng không trả lời. Lệnh có thể vẫn đang được thực hiện; hãy xem "
    "nhật ký (journal) trước khi chạy lại."
)


def socket_path(database: Path) -> Path:
    """Name the socket of a database: beside it, shortened when the name is too long for one."""
    name = f"{database.name}.sock"
    if len(name.encode()) > LONGEST_NAME:
        name = f"{sha256(name.encode()).hexdigest()[:16]}.sock"
    return database.with_name(name)


def is_taken(path: Path) -> bool:
    """Whether something else lies where the socket belongs."""
    return path.exists() and not path.is_socket()


def taken(path: Path) -> str:
    """Say that something else lies where the socket belongs."""
    return (
        f"Chỗ nhận lệnh {path} đang có một tệp khác, được giữ nguyên. Hãy chuyển tệp ấy đi nơi "
        "khác rồi khởi động lại bảng."
    )


@contextmanager
def address(path: Path) -> Iterator[str]:
    """Give a form of the path that fits a socket address, valid while the context lasts."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def ask(database: Path, argv: list[str], cwd: Path) -> dict[str, Any] | None:
    """Let the running board answer; None when none runs for this database."""
    question = {"argv": argv, "cwd": str(cwd), "nature": board_nature()}
    request = json.dumps(question).encode()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(PATIENCE)
        try:
            with address(socket_path(database)) as where:
                connection.connect(where)
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            return _reply(connection)
        except TimeoutError:
            return {"code": UNUSABLE, "text": "", "error": SILENT}
        except (FileNotFoundError, ConnectionError, NotADirectoryError, PermissionError):
            return None


def _reply(connection: socket.socket) -> dict[str, Any] | None:
    """Read to the end; a reply that breaks off is none: the board ended before it was through."""
    content = b"".join(iter(lambda: connection.recv(65536), b""))
    try:
        reply: dict[str, Any] = json.loads(content)
    except ValueError:
        return None
    return reply
