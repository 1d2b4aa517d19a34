"""The process apart that copies and proves a database, as its owner sees it."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import indicators
from indicators.backup.errors import BackupError
from indicators.store.marks import Mark

PROJECT = Path(indicators.__file__).resolve().parents[1]
MODULE = "indicators.backup.copying"
SECONDS_BETWEEN_LOOKS = 0.25

Wait = Callable[[], object]
"""Called a few times a second; may raise to stop what is waited for."""


def patient() -> None:
    """Wait as long as it takes."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds, and its file: size in bytes, SHA-256 in hexadecimal."""

    mark: Mark
    schema: int
    size: int
    sha256: str


class Copier:
    """A process that is ready to copy; whoever leaves its context ends it."""

    def __init__(self, process: "subprocess.Popen[str]", wait: Wait) -> None:
        self._process = process
        self._wait = wait

    def copy(self) -> None:
        """Have it copied: when this ends nothing more is read from the source."""
        stdin = self._process.stdin
        assert stdin  # noqa: S101 (a pipe was asked for)
        stdin.write("\n")
        stdin.flush()
        self.hear("copied")

    def copied(self) -> Copied:
        """Wait until the copy was read to its end; raises BackupError where it is not whole."""
        told = self.hear("mark")
        return Copied(Mark(**told["mark"]), told["schema"], told["size"], told["sha256"])

    def hear(self, what: str) -> dict[str, Any]:
        """Give the next thing that is said, which must be of `what`; raises BackupError."""
        out = self._process.stdout
        assert out  # noqa: S101 (a pipe was asked for)
        self._wait()
        while not select.select([out], [], [], SECONDS_BETWEEN_LOOKS)[0]:
            self._wait()
        said: dict[str, Any] = json.loads(out.readline() or "{}")
        if what not in said:
            raise BackupError(said.get("refusal", "Tiến trình sao lưu bị dừng giữa chừng."))
        return said


@contextmanager
def copier(source: Path, copy: Path, wait: Wait = patient) -> Iterator[Copier]:
    """Start a process that copies once it is asked to; it ends with the context."""
    path = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(  # noqa: S603 (our own module)
        [sys.executable, "-m", MODULE, str(source), str(copy)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=True,
    ) as process:
        try:
            started = Copier(process, wait)
            started.hear("ready")
            yield started
        finally:
            process.kill()
