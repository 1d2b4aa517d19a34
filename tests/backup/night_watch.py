"""Holds a board with its nightly backup due at once, until its input ends; a process of its own."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from indicators.backup.nightly import Night, nightly
from indicators.store.connection import open_store


async def main(path: Path) -> None:
    store = open_store(path)
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    async with nightly(Night(store, clock=lambda: tomorrow), pause=hardly):
        await asyncio.to_thread(sys.stdin.read)
    store.close()


async def hardly(_seconds: float) -> None:
    await asyncio.sleep(0.01)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
