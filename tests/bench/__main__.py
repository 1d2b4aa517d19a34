"""Measure and print one table, with what each figure was measured on."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.backup import backup_figures
from tests.bench.briefing import briefing_figures
from tests.bench.browser import browser_figures
from tests.bench.exchange import exchange_figures
from tests.bench.figures import Figure, machine, table
from tests.bench.intake import intake_figures
from tests.bench.judging import judging_figures
from tests.bench.load import load_figures
from tests.bench.pages import page_figures
from tests.bench.starts import start_figures

Measurement = Callable[[Path, int], Iterator[Figure]]

# Each with its runs, and with those of --quick. The pages come last: their server is this process.
MEASUREMENTS: dict[str, tuple[Measurement, int, int]] = {
    "judging": (lambda _folder, runs: judging_figures(runs), 9, 3),
    "starts": (start_figures, 5, 1),
    "intake": (intake_figures, 3, 1),
    "briefing": (briefing_figures, 5, 1),
    "browser": (browser_figures, 9, 3),
    "backup": (backup_figures, 3, 1),
    "exchange": (exchange_figures, 3, 1),
    "load": (load_figures, 5, 1),
    "pages": (page_figures, 25, 5),
}


def main() -> None:
    """Take the measurements named by --only, or all."""
    options = arguments()
    figures: list[Figure] = []
    for name in options.only or MEASUREMENTS:
        measure, runs, fewer = MEASUREMENTS[name]
        tell(f"{name} …")
        with TemporaryDirectory() as above:
            folder = Path(above) / "data"  # the second mark lies in the folder above
            folder.mkdir()
            figures += measure(folder, fewer if options.quick else runs)
    sys.stdout.write(f"{machine()}\n\n{table(figures)}\n")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs")
    parser.add_argument("--only", action="append", choices=MEASUREMENTS, help="may be repeated")
    return parser.parse_args()


def tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
