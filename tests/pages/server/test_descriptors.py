"""How many files the server holds: for readers, for those who left, and when there are no more."""

import asyncio
import resource
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import requests

from pages.server.descriptors import IdleLoop
from tests.bench.session import Session, session
from tests.e2e.server import BoardServer, running_board

USUAL, FEW = 1024, 64
READERS = 200
PATIENCE = 60
FONT = "/app/static/fonts/be-vietnam-pro-latin-400-normal.woff2"
NO_MORE = "Máy chủ đang mở hết số tệp và kết nối được phép"


@contextmanager
def limited_board(built: Path, folder: Path, limit: int) -> Iterator[BoardServer]:
    """A board that may hold so many descriptors, and no more."""
    shutil.copy(built, folder / "board.duckdb")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with ExitStack() as stack:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
        try:
            server = running_board(folder / "board.duckdb", folder / "log")
            running = stack.enter_context(server)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        yield running


def held(server: BoardServer) -> int:
    return len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))


async def until_held(server: BoardServer, at_most: int) -> int:
    """Wait until the server has let go; how many it holds by then."""
    deadline = time.monotonic() + PATIENCE
    while held(server) > at_most and time.monotonic() < deadline:
        await asyncio.sleep(0.05)
    return held(server)


def test_two_hundred_readers_fit_and_those_who_left_hold_nothing(
    built: Path, tmp_path: Path
) -> None:
    async def read(server: BoardServer) -> tuple[int, int]:
        before = held(server)
        async with AsyncExitStack() as stack:
            readers = [await stack.enter_async_context(session(server.url)) for _ in range(READERS)]
            await asyncio.gather(*(reader.run("/nhat-ky") for reader in readers))
            during = held(server)
        return during, await until_held(server, before) - before

    with limited_board(built, tmp_path, USUAL) as server:
        during, after = asyncio.run(read(server))
        assert NO_MORE not in server.log.read_text(encoding="utf-8")
    assert READERS < during < READERS + FEW
    assert after <= 0


def test_who_is_in_goes_on_reading_where_no_descriptor_is_left_and_the_log_says_it_once(
    built: Path, tmp_path: Path
) -> None:
    async def read(server: BoardServer, reader: Session) -> list[int]:
        address = urlsplit(server.url)
        with ExitStack() as stack, requests.Session() as inside:
            inside.get(server.url + FONT, timeout=PATIENCE)
            for _ in range(2 * FEW):
                crowd = socket.create_connection((address.hostname, address.port), PATIENCE)
                stack.enter_context(crowd)
            while NO_MORE not in server.log.read_text(encoding="utf-8"):
                await asyncio.sleep(0.05)
            answers = []
            for page in ("/", "/chi-tieu?ma=HD01", "/nhat-ky"):
                answers.append(len((await reader.run(page)).received))
                font = await asyncio.to_thread(inside.get, server.url + FONT, timeout=PATIENCE)
                answers.append(font.status_code)
        return answers

    async def crowded(server: BoardServer) -> tuple[list[int], int]:
        async with session(server.url) as reader:
            answers = await read(server, reader)
            later = await asyncio.to_thread(requests.get, server.url, timeout=PATIENCE)
            return answers, later.status_code

    with limited_board(built, tmp_path, FEW) as server:
        answers, later = asyncio.run(crowded(server))
        lines = server.log.read_text(encoding="utf-8").splitlines()
    assert answers[1::2] == [200, 200, 200]
    assert min(answers[::2]) > 3
    assert later == 200
    assert [line for line in lines if NO_MORE in line] == lines[2:]
    assert len(lines) == 3


def test_a_loop_that_was_never_run_holds_no_file_and_one_that_is_run_works() -> None:
    async def answer() -> str:
        waiting = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_soon(waiting.set_result, "tỉnh")
        return str(await waiting) + await asyncio.to_thread(lambda: " và thức")

    own = Path("/proc/self/fd")
    before = len(list(own.iterdir()))
    idle = [IdleLoop() for _ in range(50)]
    assert len(list(own.iterdir())) == before
    assert idle[0].run_until_complete(answer()) == "tỉnh và thức"
    idle[0].run_until_complete(idle[0].shutdown_default_executor())
    for loop in idle:
        loop.close()
    assert len(list(own.iterdir())) == before
