"""Records uploads until there is no room for the file, then with room; a process of its own.

Room is what the system lets a file grow to. Says as JSON what it was told and what it then holds.
"""

import json
import random
import resource
import sys
import threading
from pathlib import Path

from indicators.store.connection import Store, open_store
from indicators.store.errors import StoreError
from indicators.store.history import latest, observations_at
from indicators.store.journal import record_observations, verify
from indicators.store.records import Upload
from tests.small_board import make_figure

MEGABYTE = 1_000_000
CHANCE = random.Random(71)  # noqa: S311


def main(path: Path, room: int, readers: int) -> None:
    store = open_store(path)
    ended = threading.Event()
    reading = [threading.Thread(target=read_until, args=(store, ended)) for _ in range(readers)]
    for reader in reading:
        reader.start()
    resource.setrlimit(resource.RLIMIT_FSIZE, (room * MEGABYTE, resource.RLIM_INFINITY))
    kept, first = until_refused(store)
    held = (latest(store).number, len(observations_at(store, kept)))
    again = until_refused(store)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    version = send(store)
    ended.set()
    for reader in reading:
        reader.join()
    told = {"kept": kept, "refusal": first, "held": held, "again": again, "with room": version}
    sys.stdout.write(json.dumps({**told, "faults": verify(store)}))


def until_refused(store: Store) -> tuple[int, str]:
    """Send until it is refused; the last version kept, and the refusal."""
    kept = latest(store).number
    while True:
        try:
            kept = send(store)
        except StoreError as refusal:
            return kept, str(refusal)


def send(store: Store) -> int:
    """Record one figure with a file of 3 MB that cannot be packed, as the next version."""
    turn = latest(store).number + 1
    upload = Upload.received(f"{turn}.csv", CHANCE.randbytes(3 * MEGABYTE), "Minh")
    row = make_figure(2025, turn, group=f"g{turn}")
    return record_observations(store, upload, [row], "Minh").number


def read_until(store: Store, ended: threading.Event) -> None:
    """Read all the while, as others do; refusals are for them to see on their pages."""
    while not ended.wait(0.01):
        try:
            with store.reading() as cursor:
                cursor.execute("SELECT sum(value) FROM observation").fetchall()
        except StoreError:
            continue


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
