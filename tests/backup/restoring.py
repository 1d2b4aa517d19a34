"""Restores a backup and kills itself before the given change of a file; a process of its own."""

import os
import signal
import sys
from pathlib import Path

from indicators.backup.restoring import restore
from tests.rounds import FULL

# By which files get other names; with all rounds also what is opened to be written, and the rest.
CHANGES = {"os.rename", "os.link"} | ({"os.remove", "os.chmod", "open"} if FULL else set())


def main(database: Path, backup: Path, last: int) -> None:
    changed = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal changed
        reads = event == "open" and not (isinstance(arguments[2], int) and arguments[2] & 3)
        if event in CHANGES and not reads:
            changed += 1
            if changed == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    restore(database, backup, frozenset({"older"}), "Lan")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
