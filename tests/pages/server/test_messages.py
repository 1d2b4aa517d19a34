"""What comes in through a reader's websocket: 25 MB at most, refused while it comes."""

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.typing import Origin

from tests.bench.session import session
from tests.e2e.server import BoardServer
from tests.project import PROJECT

MB = 1024 * 1024
PIECE = b"x" * MB
UNTIL_CLOSED = 60


def connecting(server: BoardServer) -> connect:
    address = f"ws://{urlsplit(server.url).netloc}/_stcore/stream"
    return connect(address, origin=Origin(server.url), compression=None, max_size=None)


async def closed(socket: ClientConnection) -> int:
    """Wait for the server to close; the code it gives."""
    async with asyncio.timeout(UNTIL_CLOSED):
        await socket.wait_closed()
    return socket.close_code or CloseCode.ABNORMAL_CLOSURE


def test_a_message_that_says_it_is_longer_is_refused_before_it_comes(running: BoardServer) -> None:
    async def send() -> int:
        async with connecting(running) as socket:
            binary, masked_64_bit_length = 0x82, 0xFF
            head = bytes([binary, masked_64_bit_length]) + (25 * MB + 1).to_bytes(8, "big")
            socket.transport.write(head + bytes(4) + b"x" * 1000)
            return await closed(socket)

    assert asyncio.run(send()) == CloseCode.MESSAGE_TOO_BIG


def test_a_message_in_pieces_is_refused_once_they_are_too_many(running: BoardServer) -> None:
    sent: list[int] = []

    async def pieces() -> AsyncIterator[bytes]:
        for number in range(1000):
            sent.append(number)
            yield PIECE

    async def send() -> int:
        async with connecting(running) as socket:
            with pytest.raises(ConnectionClosed):
                await socket.send(pieces())
            return await closed(socket)

    # Whoever is still sending may see the connection gone before he reads why.
    refused = {CloseCode.MESSAGE_TOO_BIG, CloseCode.ABNORMAL_CLOSURE}
    assert asyncio.run(send()) in refused
    assert 25 <= len(sent) < 100


def test_nonsense_sent_again_and_again_is_logged_once_and_others_go_on_reading(
    running: BoardServer,
) -> None:
    async def send(nonsense: bytes | str) -> None:
        async with connecting(running) as socket:
            await socket.send(nonsense)
            await closed(socket)

    async def all_at_once() -> int:
        async with session(running.url) as reader:
            sending = [send(nonsense) for nonsense in (b"\xff" * 100, "chữ") * 20]
            _, page = await asyncio.gather(asyncio.gather(*sending), reader.run("/"))
            return page.messages

    before = len(running.log.read_bytes())
    assert asyncio.run(all_at_once()) > 3
    assert len(running.log.read_bytes()) - before < 20_000


@pytest.mark.parametrize("page", ["/", "/nhap-lieu", "/chi-tieu?ma=HD01"])
def test_a_reader_is_sent_no_path_of_the_server(running: BoardServer, page: str) -> None:
    async def read() -> bytes:
        async with session(running.url) as reader:
            return (await reader.run(page)).content

    content = asyncio.run(read())
    assert [
        folder for folder in (PROJECT, running.log.parent) if str(folder).encode() in content
    ] == []
    assert b"shell.py" in content
