"""Applies uploads one after the other until it is killed; run as a process of its own.

Says the number of each version on a line of its own once it is recorded.
"""

import sys
from itertools import count
from pathlib import Path

from indicators.store.connection import open_store
from indicators.store.history import latest
from indicators.store.journal import record_observations
from indicators.store.records import Upload
from tests.small_board import make_figure

ROWS = 300


def main(path: Path) -> None:
    store = open_store(path)
    for turn in count(latest(store).number + 1):
        rows = [
            make_figure(1990 + row % 50, turn + row / 1000, group=f"g{row}") for row in range(ROWS)
        ]
        upload = Upload.received(f"{turn}.csv", b"%d" % turn * 10_000, "Minh")
        number = record_observations(store, upload, rows, "Minh").number
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
