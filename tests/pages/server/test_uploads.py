"""Files dropped into a page: from where they are taken, how much, and how long they are held."""

import asyncio
import os
import re
import shutil
import time
from contextlib import AsyncExitStack
from pathlib import Path
from uuid import uuid4

import pytest
import requests
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.navigation import PAGES
from pages.server.uploads import (
    ADDRESS,
    ALL_FILES,
    ALL_FULL,
    MB,
    NO_UPLOADER,
    SESSION_FILES,
    SESSION_FULL,
)
from tests.bench.session import Session, session
from tests.e2e.server import BoardServer, running_board

DONE = 204
LARGEST = 20 * MB - 1000  # the server counts what frames a file too
XSRF = "_streamlit_xsrf"


class Sender:
    """A reader who drops files, as the browser sends them."""

    def __init__(self, server: BoardServer, reader: Session) -> None:
        self._server, self._reader = server, reader
        self._browser = requests.Session()
        self._browser.get(f"{server.url}/_stcore/health", timeout=60)
        self._number = ""

    async def opens(self, page: str) -> None:
        run = await self._reader.run(page)
        begun = map(ForwardMsg.FromString, run.received)
        numbers = [each.new_session.initialize.session_id for each in begun]
        self._number = next(filter(None, numbers))

    async def drops(self, size: int, name: str = "") -> int:
        """Drop a file of so many bytes; the status of the answer."""
        return await asyncio.to_thread(self._asks, "PUT", name, size)

    async def takes_out(self, name: str) -> int:
        return await asyncio.to_thread(self._asks, "DELETE", name, 0)

    def _asks(self, method: str, name: str, size: int) -> int:
        answer = self._browser.request(
            method,
            f"{self._server.url}{ADDRESS}{self._number}/{name or uuid4()}",
            headers={"X-Xsrftoken": self._browser.cookies[XSRF]},
            files={"file": ("so-lieu.csv", bytes(size))} if method == "PUT" else None,
            timeout=60,
        )
        return answer.status_code


def test_a_session_holds_two_of_the_largest_files_and_more_once_one_is_out(
    running: BoardServer,
) -> None:
    async def drop() -> list[int]:
        async with session(running.url) as reader:
            sender = Sender(running, reader)
            await sender.opens("/nhap-lieu")
            both = await asyncio.gather(sender.drops(LARGEST, "một"), sender.drops(LARGEST, "hai"))
            third = await sender.drops(MB // 5)
            out = await sender.takes_out("một")
            return [*both, third, out, await sender.drops(LARGEST)]

    assert asyncio.run(drop()) == [DONE, DONE, SESSION_FULL, DONE, DONE]


def test_a_page_without_an_uploader_takes_no_file(running: BoardServer) -> None:
    async def drop() -> list[int]:
        async with session(running.url) as reader:
            sender, answers = Sender(running, reader), []
            for page in ("/", "/nhap-lieu", "/nhat-ky"):
                await sender.opens(page)
                answers.append(await sender.drops(100))
        return [*answers, await sender.drops(100)]

    assert asyncio.run(drop()) == [NO_UPLOADER, DONE, NO_UPLOADER, NO_UPLOADER]


def test_all_together_hold_so_much_and_who_left_makes_room(running: BoardServer) -> None:
    full = ALL_FILES // SESSION_FILES

    async def drop() -> tuple[list[int], int, int]:
        async with AsyncExitStack() as stack:
            senders = []
            leaving = await stack.enter_async_context(AsyncExitStack())
            for number in range(full + 1):
                those = leaving if number == 0 else stack
                reader = await those.enter_async_context(session(running.url))
                senders.append(Sender(running, reader))
                await senders[-1].opens("/nhap-lieu")
            answers = [await sender.drops(LARGEST) for sender in senders[:full] for _ in range(2)]
            too_much = await senders[full].drops(MB)
            await leaving.aclose()
            return answers, too_much, await senders[full].drops(MB)

    assert asyncio.run(drop()) == ([DONE] * 2 * full, ALL_FULL, DONE)


def test_the_browser_says_what_each_refusal_means() -> None:
    words = (PAGES / "static" / "frame" / "words.js").read_text(encoding="utf-8")
    patterns = re.findall(r'\["(.*tatus code .*)", "(.*)"\]', words)
    said = {
        status: next(
            text
            for pattern, text in patterns
            if re.fullmatch(pattern, f"Request failed with status code {status}")
        )
        for status in (NO_UPLOADER, SESSION_FULL, ALL_FULL)
    }
    assert len(set(said.values())) == 3


def test_one_setting_lets_larger_files_in_and_they_go_with_who_does_not_come_back(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def memory(server: BoardServer) -> int:
        pages = Path(f"/proc/{server.process.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    async def drop(server: BoardServer) -> int:
        async with session(server.url) as reader:
            sender = Sender(server, reader)
            await sender.opens("/nhap-lieu")
            answers = [await sender.drops(size) for size in (larger, larger, larger + 5 * MB)]
            assert answers == [DONE, DONE, SESSION_FULL]
            return memory(server)

    larger = LARGEST + 5 * MB
    monkeypatch.setenv("BOARD_UPLOAD_BYTES", str(25 * MB))
    monkeypatch.setenv("STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL", "1")
    shutil.copy(built, tmp_path / "board.duckdb")
    with running_board(tmp_path / "board.duckdb", tmp_path / "log") as server:
        held = asyncio.run(drop(server))
        deadline = time.monotonic() + 60
        while memory(server) > held - LARGEST and time.monotonic() < deadline:
            time.sleep(0.1)
        assert memory(server) < held - LARGEST
