"""Firefox without a window, told what to do by its own Marionette: JSON over a socket."""

import json
import socket
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from tests.e2e.server import free_port

START_SECONDS = ANSWER_SECONDS = 120
LAPTOP = {"width": 1440, "height": 900}
SETTINGS = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
}


class Firefox:
    """A browser that answers."""

    def __init__(self, connection: socket.socket, answers: BinaryIO) -> None:
        self._connection, self._answers = connection, answers
        self._numbers = count(1)
        self._read()  # how it greets
        self.tell("WebDriver:NewSession")
        self.tell("WebDriver:SetWindowRect", **LAPTOP)

    def tell(self, command: str, **parameters: Any) -> Any:
        """Say a command and give its answer; AssertionError with Firefox's own words."""
        message = json.dumps([0, next(self._numbers), command, parameters]).encode()
        self._connection.sendall(b"%d:%b" % (len(message), message))
        _, _, fault, answer = self._read()
        assert fault is None, fault
        return answer

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._answers.read(1) or self._closed()
        return json.loads(self._answers.read(int(length[:-1])))

    def _closed(self) -> bytes:
        raise EOFError("Firefox đã đóng kết nối.")

    def open(self, address: str, ready: str) -> None:
        """Open an address and wait until a script's expression holds."""
        self.tell("WebDriver:Navigate", url=address)
        look = f"(function look() {{ ({ready}) ? done() : setTimeout(look, 50) }})()"
        script = f"const done = arguments[0]; {look}"
        self.tell("WebDriver:ExecuteAsyncScript", script=script, args=[])

    def print_page(self, file: Path) -> Path:
        """Print what is open without backgrounds, on the paper that the page asks for, else A4."""
        paper = {"width": 21.0, "height": 29.7}
        answer = self.tell("WebDriver:Print", background=False, page=paper, shrinkToFit=True)
        file.write_bytes(b64decode(answer["value"]))
        return file


@contextmanager
def running_firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """Firefox with an empty profile until the block ends."""
    settings = {**SETTINGS, "marionette.port": (port := free_port())}
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()
    ]
    profile.mkdir(exist_ok=True)
    (profile / "user.js").write_text("\n".join(lines))
    command = [program, "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
    with (profile / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
    try:
        with _connected(port, process) as connection, connection.makefile("rb") as answers:
            yield Firefox(connection, answers)
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def _connected(port: int, process: subprocess.Popen[bytes]) -> socket.socket:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, "Firefox không khởi động được."
        with suppress(ConnectionRefusedError):
            return socket.create_connection(("127.0.0.1", port), ANSWER_SECONDS)
        time.sleep(0.1)
    raise TimeoutError("Firefox không trả lời.")
