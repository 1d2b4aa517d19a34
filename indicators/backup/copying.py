"""Copies a database in a process apart and proves the copy: `python -m … SOURCE COPY`.

Apart for three reasons: a process that closes the file ends DuckDB's lock on it, which lets a
second server in; whoever reads pages meanwhile goes first; a copy that takes too much memory ends
alone. Says in lines of JSON that it is ready, waits for a line, says when it has copied and reads
nothing more from the source, and then what the copy holds; or why there is none.
"""

import json
import os
import shutil
import sys
from dataclasses import asdict
from hashlib import file_digest
from pathlib import Path
from threading import Thread
from typing import Any

from indicators.store.durable import sync_file
from indicators.store.errors import DamagedError, StoreError, in_vietnamese
from indicators.store.inspection import inspect
from indicators.store.private import OTHERS, log_of

# Pages go first where there is little to go round.
NICE = 10
SPOILT = (
    "Bản chép của {source} không đọc được đến hết nên đã bỏ; có thể chính tệp này đã hỏng. Hãy "
    "kiểm tra bằng lệnh journal. Các bản sao lưu trước được giữ nguyên."
)


def main(source: Path, copy: Path) -> None:
    """Copy once asked to, and read the copy to its end."""
    tell({"ready": True})
    if not sys.stdin.readline():
        return
    Thread(target=_end_with_owner, daemon=True).start()
    try:
        copy_whole(source, copy)
        tell({"copied": True})
        contents = inspect(copy)
        tell({"mark": asdict(contents.mark), "schema": contents.schema, **measured(copy)})
    except DamagedError:
        tell({"refusal": SPOILT.format(source=source)})
    except StoreError as refusal:
        tell({"refusal": str(refusal)})


def _end_with_owner() -> None:
    """End at once when whoever asked does: the next one clears what is half made."""
    sys.stdin.read()
    os._exit(1)


def copy_whole(source: Path, copy: Path) -> None:
    """Copy a file that nobody writes, with the log it may have, on disk for good."""
    with in_vietnamese(copy, (OSError,)):
        for each, into in ((source, copy), (log_of(source), log_of(copy))):
            if each == source or each.exists():
                shutil.copyfile(each, into)
                sync_file(into)


def measured(file: Path) -> dict[str, Any]:
    """Give size and digest of the file as it lies on the disk by now."""
    sync_file(file)
    with file.open("rb") as opened:
        digest = file_digest(opened, "sha256").hexdigest()
    return {"size": file.stat().st_size, "sha256": digest}


def tell(what: dict[str, Any]) -> None:
    """Say it to whoever waits; without anybody there is nothing more to do."""
    try:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os._exit(1)


if __name__ == "__main__":
    os.nice(NICE)
    os.umask(OTHERS)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
