"""Commands in a process of their own that say how far they are and wait there to be told to go on.

`pausing.py serve BOARD` holds a board as the web process does; `pausing.py run ARGS…` is a command
line, `python -m indicators ARGS…`. A line of standard input lets the work go on.
"""

import asyncio
import runpy
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from queue import Queue
from typing import Any

from indicators.briefing.brief import Brief
from indicators.briefing.kinds import Kind, Wishes
from indicators.briefing.steps import CancelledError, Progress
from indicators.commands import apply, sent_files
from indicators.commands.answer import Answer
from indicators.commands.here import answer_request
from indicators.commands.serving import serve
from indicators.store.connection import Store, open_store
from pages.site.kind import EVERY_KIND

Wait = Callable[[], object]


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def pausing(kind: Kind, wait: Wait) -> Kind:
    """A kind that waits once its first step is done."""

    def make(brief: Brief, wishes: Wishes, told: Progress) -> bytes:
        def tell(done: int, of: int) -> None:
            if done == 1:
                say("đang tạo")
                wait()
            told(done, of)

        return kind.make(brief, wishes, tell)

    return replace(kind, make=make)


def after(line: str, wait: Wait, do: Callable[..., Any]) -> Callable[..., Any]:
    """What waits before it is done."""

    def done(*args: Any, **options: Any) -> Any:
        say(line)
        wait()
        return do(*args, **options)

    return done


def pause(wait: Wait) -> None:
    """Let every export, every examination of a file and every recording wait."""
    EVERY_KIND.update({name: pausing(kind, wait) for name, kind in EVERY_KIND.items()})
    sent_files.examine_file = after("đang xem tệp", wait, sent_files.examine_file)
    apply.apply = after("đang ghi", wait, apply.apply)


def answered(store: Store, argv: list[str], cwd: Path, told: Progress) -> Answer:
    """Answer, and say whether it was done or stopped."""
    try:
        answer = answer_request(store, argv, cwd, told)
    except CancelledError:
        say(f"{argv[0]}: đã dừng")
        raise
    say(f"{argv[0]}: xong")
    return answer


async def hold(path: Path, lines: Queue[str]) -> None:
    """Answer commands until standard input ends."""
    store = open_store(path)
    async with serve(store, answered):
        say("sẵn sàng")
        while line := await asyncio.to_thread(sys.stdin.readline):
            lines.put(line)
    store.close()


if __name__ == "__main__":
    role, *rest = sys.argv[1:]
    if role == "serve":
        waiting: Queue[str] = Queue()
        pause(waiting.get)
        asyncio.run(hold(Path(rest[0]), waiting))
    else:
        pause(sys.stdin.readline)
        sys.argv[1:] = rest
        runpy.run_module("indicators", run_name="__main__", alter_sys=True)
