"""How long the exports of the whole programme take, read anew from the database each time.

Those of the filled board, and of the illustrative one: ten years, 114 communes, 16 000 figures.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from indicators.board.as_of import AsOf, as_of
from indicators.briefing.brief import Brief, brief_on
from indicators.briefing.report.document import as_docx
from indicators.briefing.slides.presentation import as_pptx
from indicators.briefing.workbook.book import as_workbook
from indicators.seeding.prepare import prepare
from indicators.settings.sections import Nature
from indicators.store.connection import Store, open_store
from pages.site.files import as_zip
from tests.bench.figures import Figure
from tests.filling import filled_store
from tests.recording import seen_on

DAY = date(2029, 6, 10)  # in the last year of the filled board's figures
# What makes a file, and the seconds it may take.
EXPORTS: dict[str, tuple[Callable[[Brief], bytes], float]] = {
    "slides": (as_pptx, 2),
    "report": (as_docx, 8),
    "workbook": (as_workbook, 3),
    "site": (as_zip, 10),
}
MOST_MEGABYTES = 25  # of a site


def briefing_figures(folder: Path, runs: int) -> Iterator[Figure]:
    path, made_up = folder / "board.duckdb", folder / "illustrative.duckdb"
    filled_store(path).close()
    prepare(made_up, nature="illustrative").close()
    yield from export_figures(path, "real", "", runs)
    yield from export_figures(made_up, "illustrative", ", illustrative", min(runs, 3))


def export_figures(path: Path, nature: Nature, of: str, runs: int) -> Iterator[Figure]:
    for name, (make, limit) in EXPORTS.items():
        measured = [seconds(path, nature, make) for _ in range(runs)]
        rows, size = measured[-1][1:]
        note = f"{size / 1e6:.1f} MB; figures read anew; processor time"
        middle = median(each[0] for each in measured)
        yield Figure(f"brief {name}, {rows} indicators{of}", middle, "s", limit, note)
        if name == "site":
            yield Figure(f"size of the site{of}", size / 1e6, "MB", MOST_MEGABYTES, "packed")


def seconds(path: Path, nature: Nature, make: Callable[[Brief], bytes]) -> tuple[float, int, int]:
    """Make a file from a board opened anew; seconds of all its threads, indicators, bytes."""
    store = open_store(path, nature)
    begun = process_time()
    brief = brief_on(store, moment(store))
    size = len(make(brief))
    taken = process_time() - begun
    store.close()
    return taken, len(brief.rows), size


def moment(store: Store) -> AsOf:
    """The illustrative board has a day of its own."""
    return as_of(store) if store.nature == "illustrative" else seen_on(store, DAY)
