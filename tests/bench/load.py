"""What fifty readers at once wait for, as ratios to the floor."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

from tests.bench.figures import Figure, percentile
from tests.bench.servers import BOARD, FLOOR, serving
from tests.bench.session import Session, session

SESSIONS, LIMIT = 50, 3
PAGES = ("/", "/chi-tieu?ma=HD01")

Result = TypeVar("Result")


@dataclass
class Crowd:
    """What the rounds of one page gave: 95th percentiles in seconds, and faults."""

    opening: list[float] = field(default_factory=list)
    rerunning: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def load_figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Let the sessions come to the floor and to our pages in turn."""
    with serving(FLOOR, folder) as floor, serving(BOARD, folder) as board:
        targets = {"floor": (floor.url, "/"), **{page: (board.url, page) for page in PAGES}}
        crowds = {name: Crowd() for name in targets}
        for address in targets.values():
            asyncio.run(come(*address, Crowd(), 1))
        for _ in range(rounds):
            for name, address in targets.items():
                asyncio.run(come(*address, crowds[name], SESSIONS))
    for page in PAGES:
        yield from compared(page, crowds[page], crowds["floor"])
    faults = [fault for crowd in crowds.values() for fault in crowd.faults]
    yield Figure("faults among them", len(faults), "", 0, "; ".join(sorted(set(faults))[:2]))


async def come(server: str, page: str, crowd: Crowd, sessions: int) -> None:
    """Open the page in all sessions at once, then run it again in all at once."""
    async with AsyncExitStack() as stack:
        opening = [opened(stack, server, page) for _ in range(sessions)]
        readers = successes(crowd, await asyncio.gather(*opening, return_exceptions=True))
        rerunning = [reader.run(page) for reader, _ in readers]
        runs = successes(crowd, await asyncio.gather(*rerunning, return_exceptions=True))
        crowd.opening.append(percentile([seconds for _, seconds in readers], 0.95))
        crowd.rerunning.append(percentile([run.seconds for run in runs], 0.95))


async def opened(stack: AsyncExitStack, server: str, page: str) -> tuple[Session, float]:
    """Connect and take in the page; the session stays open until the stack ends."""
    begun = perf_counter()
    reader = await stack.enter_async_context(session(server))
    await reader.run(page)
    return reader, perf_counter() - begun


def successes(crowd: Crowd, results: Sequence[Result | BaseException]) -> list[Result]:
    """Set the faults apart."""
    crowd.faults += [repr(result) for result in results if isinstance(result, BaseException)]
    return [result for result in results if not isinstance(result, BaseException)]


def compared(page: str, ours: Crowd, floor: Crowd) -> Iterator[Figure]:
    """Set the medians of the rounds against the floor's."""
    for name, mine, theirs in (
        ("opened", ours.opening, floor.opening),
        ("run again", ours.rerunning, floor.rerunning),
    ):
        note = f"{1000 * median(mine):.0f} ms, floor {1000 * median(theirs):.0f} ms"
        title = f"{page} {name} by {SESSIONS} sessions at once, 95th percentile"
        times = median(mine) / median(theirs)
        yield Figure(title, times, "×", LIMIT, f"{note}, medians of {len(mine)}")
