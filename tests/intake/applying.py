"""Examines and applies files one after the other until it is killed; a process of its own.

Says the number of each version on a line of its own once it is recorded.
"""

import sys
from itertools import count
from pathlib import Path

from indicators.intake.apply import Consent, apply
from indicators.intake.examination import examine
from indicators.intake.sender import Sender
from indicators.store.connection import open_store
from indicators.store.history import latest

YEARS = range(1996, 2027)


def main(path: Path) -> None:
    store = open_store(path)
    for turn in count(latest(store).number + 1):
        lines = [f"HD03,{year},{turn % 90},VN" for year in YEARS]
        content = "\n".join(["ma_chi_tieu,nam,gia_tri,don_vi", *lines]).encode()
        examined = examine(store, f"{turn}.csv", content)
        version = apply(store, examined, Consent(every_warning=True), Sender("Minh"))
        sys.stdout.write(f"{version.number if version else None}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
