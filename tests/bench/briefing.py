"""How long the exports of the whole programme take, read anew from the database each time."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from indicators.briefing.brief import Brief, brief_on
from indicators.briefing.report.document import as_docx
from indicators.briefing.slides import as_pptx
from indicators.briefing.workbook import as_workbook
from indicators.store.connection import open_store
from pages.site import as_zip
from tests.bench.figures import Figure
from tests.filling import filled_store
from tests.recording import seen_on

DAY = date(2029, 6, 10)
# What makes a file, and the seconds it may take.
EXPORTS: dict[str, tuple[Callable[[Brief], bytes], float]] = {
    "slides": (as_pptx, 2),
    "report": (as_docx, 8),
    "workbook": (as_workbook, 3),
    "site": (as_zip, 10),
}


def briefing_figures(folder: Path, runs: int) -> Iterator[Figure]:
    path = folder / "board.duckdb"
    filled_store(path).close()
    for name, (make, limit) in EXPORTS.items():
        measured = [seconds(path, make) for _ in range(runs)]
        rows, size = measured[-1][1:]
        note = f"{size / 1e6:.1f} MB; figures read anew; processor time"
        middle = median(each[0] for each in measured)
        yield Figure(f"brief {name}, {rows} indicators", middle, "s", limit, note)


def seconds(path: Path, make: Callable[[Brief], bytes]) -> tuple[float, int, int]:
    """Make a file from a board opened anew; seconds of all its threads, indicators, bytes."""
    store = open_store(path)
    begun = process_time()
    brief = brief_on(store, seen_on(store, DAY))
    size = len(make(brief))
    taken = process_time() - begun
    store.close()
    return taken, len(brief.rows), size
