"""A web server in front of the board that changes the Host line, as many do unless told not to."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from threading import Thread
from urllib.parse import urlsplit

from tests.e2e.server import free_port

PIECE = 65536


@contextmanager
def in_front(url: str) -> Iterator[str]:
    """Pass all on to `url` under its own name; gives the address to open."""
    behind, port = urlsplit(url), free_port()
    changed = (f"Host: 127.0.0.1:{port}".encode(), f"Host: {behind.netloc}".encode())
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", port)))

        def accept() -> None:
            with suppress(OSError):
                while True:
                    coming, _ = listener.accept()
                    going = socket.create_connection((behind.hostname, behind.port))
                    for pair in ((coming, going, changed), (going, coming, (b"", b""))):
                        Thread(target=pump, args=pair, daemon=True).start()

        Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{port}"


def pump(source: socket.socket, target: socket.socket, changed: tuple[bytes, bytes]) -> None:
    """Pass on what comes until one side closes."""
    with closing(source), closing(target), suppress(OSError):
        while piece := source.recv(PIECE):
            target.sendall(piece.replace(*changed) if changed[0] else piece)
