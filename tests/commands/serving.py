"""Holds a board as the web process does until its standard input ends; a process of its own."""

import asyncio
import sys
from pathlib import Path

from indicators.commands.serving import serve
from indicators.store.connection import open_store


async def main(path: Path) -> None:
    store = open_store(path)
    async with serve(store):
        sys.stdout.write("sẵn sàng\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)
    store.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
