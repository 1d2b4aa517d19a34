"""A board without any network: foreign websockets come at once, and others ask for its page.

`python -m tests.pages.server.isolated FOLDER` prints what they got. Names that are looked up, and
connections that are made, are written to FOLDER/looked-up by the board's own process.
"""

import asyncio
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
from fcntl import ioctl
from pathlib import Path
from statistics import median
from time import perf_counter

import requests
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from tests.bench.session import session
from tests.e2e.server import running_board

LOOK_UPS = "looked-up"
AT_ONCE, ASKED = 8, 9
FOREIGN = ("https://ke-la.vn", "http://example.com", "http://10.1.2.3", "null", None)
UP, INTERFACE = 0x8914, "16sh14x"  # SIOCSIFFLAGS; name and flags of an ifreq
IFF_UP = 1

# Run by the board's process before all else: Python tells of each look-up and connection.
WATCHING = """
import os, sys
ASKING = ["socket." + name for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr")]
def watch(event, arguments):
    if event in ASKING or event == "socket.connect" and not isinstance(arguments[1], (str, bytes)):
        with open(os.environ["LOOK_UPS"], "a") as file:
            print(event, arguments, file=file)
sys.addaudithook(watch)
"""


def in_a_network_of_its_own() -> list[str]:
    """The words before a command that give it no network and no DNS; none where not allowed."""
    words = ["unshare", "--map-root-user", "--net"]
    allowed = (
        shutil.which(words[0])
        and not subprocess.run([*words, "true"], capture_output=True, check=False).returncode
    )
    return words if allowed else []


def main(folder: Path) -> None:
    """Start the board, let them ask, print what they got."""
    if in_a_namespace():
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
            ioctl(any_socket, UP, struct.pack(INTERFACE, b"lo", IFF_UP))
    hooks = folder / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(WATCHING, encoding="utf-8")
    os.environ |= {"PYTHONPATH": str(hooks), "LOOK_UPS": str(folder / LOOK_UPS)}
    os.environ.pop("BOARD_URL", None)
    with running_board(folder / "board.duckdb", folder / "log") as server:
        told = asyncio.run(asking(server.url))
    sys.stdout.write(json.dumps(told))


def in_a_namespace() -> bool:
    return sorted(name for _, name in socket.if_nameindex()) == ["lo"]


async def asking(url: str) -> dict[str, object]:
    """Let foreign websockets come at once, and readers look at the overview meanwhile."""
    foreign = [refused(url, origin) for origin in FOREIGN for _ in range(AT_ONCE)]
    refusals = asyncio.gather(*foreign)
    answers = [await asyncio.to_thread(overview, url) for _ in range(ASKED)]
    async with session(url) as reader:
        page = await reader.run("/")
    return {
        "refused": await refusals,
        "answered": [status for status, _ in answers],
        "slowest": median(seconds for _, seconds in answers),
        "page": page.size,
    }


async def refused(url: str, origin: str | None) -> int:
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    try:
        async with connect(address, origin=origin and Origin(origin)):
            return 101
    except InvalidStatus as refusal:
        return refusal.response.status_code


def overview(url: str) -> tuple[int, float]:
    begun = perf_counter()
    status = requests.get(url, timeout=60).status_code
    return status, perf_counter() - begun


if __name__ == "__main__":
    main(Path(sys.argv[1]))
