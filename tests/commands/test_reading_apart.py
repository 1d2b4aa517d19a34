"""While a running board reads a hostile file others read pages; one that is stopped is told."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copy
from urllib.parse import quote

import pytest

from indicators.commands.answer import UNUSABLE
from indicators.commands.asking import ask
from tests.bench.session import session
from tests.e2e.server import BoardServer, running_board
from tests.intake.books import raw_workbook

MARKS = "\u0323\u0301"
HEADING = "ma_chi_tieu;nam;gia_tri;ghi_chu\n"
# What used to hold the interpreter for minutes.
LONG_WORD = "a" + MARKS * 200_000
SECONDS = 1.0
ENOUGH = 120


@pytest.fixture(scope="module")
def board(
    built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[BoardServer, Path]]:
    folder = tmp_path_factory.mktemp("apart")
    database = Path(copy(built, folder))
    with running_board(database, folder / "log") as server:
        yield server, database


def many(rows: int) -> bytes:
    lines = (f"BC01;{2025 + at % 2};{at};Ghi chú số {at}\n" for at in range(rows))
    return (HEADING + "".join(lines)).encode()


def hostile_book() -> bytes:
    cells = "".join(
        f'<row r="{at}"><c t="inlineStr"><is><t>{at} a{MARKS * 4_000}</t></is></c></row>'
        for at in range(1, 300)
    )
    return raw_workbook(cells)


FILES = {
    "marks.csv": f"{HEADING}ML02;2025;77,5;{LONG_WORD}\n".encode(),
    "dots.csv": f"đvt:{'…' * 30_000};\n{HEADING}ML02;2025;77,5;a\n".encode(),
    "marks.xlsx": hostile_book(),
    "many.csv": many(25_000),
}


def checking(database: Path, file: Path):
    return asyncio.to_thread(ask, database, ["check", file.name], file.parent)


async def waits(server: BoardServer, work) -> tuple[list[float], dict]:
    """How long each run of a page took while something was worked on, and what came of it."""
    async with session(server.url) as reader:
        for _ in range(3):
            await reader.run("/")
        task, times = asyncio.create_task(work), []
        while not task.done() or not times:
            times.append((await reader.run("/cach-danh-gia")).seconds)
        return times, await task


@pytest.mark.parametrize("name", FILES)
def test_other_pages_answer_while_a_file_is_examined(board, tmp_path: Path, name: str):
    server, database = board
    file = tmp_path / name
    file.write_bytes(FILES[name])
    times, reply = asyncio.run(waits(server, checking(database, file)))
    assert reply is not None
    assert sorted(times)[len(times) // 2] < SECONDS


@pytest.mark.parametrize("where", ["/?tim=", "/nhat-ky?tim_nhat_ky=", "/chi-tieu?ma=", "/?so-voi="])
def test_other_pages_answer_while_an_address_is_read(board, where: str):
    server, _ = board

    async def asked() -> None:
        async with session(server.url) as other:
            with suppress(Exception):
                await other.run(where + quote(LONG_WORD))

    times, _ = asyncio.run(waits(server, asked()))
    assert max(times) < ENOUGH
    assert sorted(times)[len(times) // 2] < SECONDS


def workers(server: BoardServer) -> list[int]:
    """The processes apart of a board."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            told = (entry / "cmdline").read_bytes() if entry.name.isdecimal() else b""
            if b"indicators.intake.apart.worker" in told and parent(entry) == server.process.pid:
                found.append(int(entry.name))
    return found


def parent(entry: Path) -> int:
    return int((entry / "stat").read_text().rpartition(")")[2].split()[1])


def ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11])


def kill_at_work(server: BoardServer) -> None:
    """Kill the process that has begun to work."""
    before = {pid: ticks(pid) for pid in workers(server)}
    deadline = time.monotonic() + ENOUGH
    while time.monotonic() < deadline:
        with suppress(OSError):
            for pid in workers(server):
                if ticks(pid) > before.setdefault(pid, ticks(pid)) + 20:
                    os.kill(pid, signal.SIGKILL)
                    return
    raise TimeoutError


def test_a_process_that_is_killed_midway_is_told_to_its_person(board, tmp_path: Path):
    server, database = board
    file = tmp_path / "lon.csv"
    file.write_bytes(many(190_000))

    async def killed():
        asked = asyncio.create_task(checking(database, file))
        await asyncio.to_thread(kill_at_work, server)
        return await asked

    reply = asyncio.run(killed())
    assert (reply["code"], reply["error"]) == (UNUSABLE, "")
    assert (
        "Việc đọc tệp lon.csv bị ngắt giữa chừng và chưa ghi gì; hãy thả lại tệp." in reply["text"]
    )
    small = tmp_path / "nho.csv"
    small.write_bytes(b"ma_chi_tieu,nam,gia_tri\nML02,2026,84.9\n")
    assert asyncio.run(checking(database, small))["code"] == 0


def test_no_process_outlives_its_board(board):
    """The last of these: the board of them all is ended here."""
    server, _ = board
    apart = workers(server)
    assert apart
    server.process.terminate()
    server.process.wait(ENOUGH)
    assert [pid for pid in apart if Path(f"/proc/{pid}").exists()] == []
