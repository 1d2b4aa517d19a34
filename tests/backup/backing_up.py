"""Records versions and makes backups all the while, until it is killed; a process of its own.

Says the name of each backup on a line of its own once it is made.
"""

import sys
from pathlib import Path
from threading import Thread

from indicators.backup.making import back_up
from indicators.store.connection import Store, open_store
from indicators.store.history import latest
from indicators.store.journal import record_observations
from tests.small_board import make_figure


def main(path: Path, folder: Path) -> None:
    store = open_store(path)
    Thread(target=record, args=(store,), daemon=True).start()
    while True:
        sys.stdout.write(f"{back_up(store, folder, 'asked').folder.name}\n")
        sys.stdout.flush()


def record(store: Store) -> None:
    while True:
        turn = latest(store).number + 1
        rows = [make_figure(2025, turn, group=f"g{row}") for row in range(300)]
        record_observations(store, None, rows, "Minh")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
