"""How long a large board takes on its way out and in, and the memory that it needs."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.backup import FIGURES
from tests.bench.figures import Figure
from tests.project import PROJECT

MOST_MEMORY, MOST_SECONDS = 600, 60  # MB


def exchange_figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Take a board out in both ways, and in again; in processes of their own, one at a time."""
    database = folder / "real.duckdb"
    run("-c", FILLING, str(database))
    for name, words in (("export", ["export"]), ("export --whole", ["export", "--whole"])):
        took = [
            command(*words, str(folder / f"{name}-{n}.zip"), "--db", str(database))
            for n in range(rounds)
        ]
        yield from told(f"{name} of {FIGURES} figures", took)
    took = []
    for n in range(rounds):
        (folder / f"in-{n}").mkdir()
        parcel, place = folder / "export --whole-0.zip", folder / f"in-{n}" / "real.duckdb"
        took.append(command("import", str(parcel), "--db", str(place)))
    yield from told(f"import of {FIGURES} figures", took)


FILLING = (
    "import sys; from pathlib import Path; from tests.bench.backup import fill;"
    "fill(Path(sys.argv[1]))"
)
MEASURING = """
import resource, sys
from indicators.commands.run import main
answer = main(sys.argv[1:])
assert answer.code == 0, answer.error
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def command(*words: str) -> tuple[float, float]:
    """Run a command; its seconds and the most memory it had at once, in MB."""
    begun = time.perf_counter()
    kilobytes = run("-c", MEASURING, *words)
    return time.perf_counter() - begun, int(kilobytes) / 1000


def run(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return done.stdout


def told(title: str, took: list[tuple[float, float]]) -> Iterator[Figure]:
    seconds, memory = (median(each) for each in zip(*took, strict=True))
    yield Figure(title, seconds, "s", MOST_SECONDS, f"median of {len(took)}")
    yield Figure(f"memory of {title}", memory, "MB", MOST_MEMORY, "at most at once")
