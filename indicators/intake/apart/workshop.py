"""The processes apart as the board sees them: warm ones at hand, replaced when they are ended."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from pathlib import Path
from threading import Lock

import indicators
from indicators.intake.apart.queue import Queue
from indicators.intake.apart.wire import received, send
from indicators.intake.apart.work import CopyToMark, FileToRead, Part, ReadFile, put_together
from indicators.intake.findings import UnreadableFileError
from indicators.intake.stages import NOBODY, Listener, Wait, no_wait
from indicators.wording.numbers import plain, size

PROJECT = Path(indicators.__file__).resolve().parents[1]
SMALL_AT_ONCE = 2
SECONDS_BETWEEN_LOOKS = 0.25
SPLIT = "hãy chia nhỏ tệp, hoặc chép số liệu sang một tệp mới rồi gửi tệp đó."


class Worker:
    """A process that reads files; whoever asks it is alone with it."""

    def __init__(self) -> None:
        self._line, other = Pipe()
        command = [sys.executable, "-m", "indicators.intake.apart.worker", str(other.fileno())]
        path = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
        self.process = subprocess.Popen(  # noqa: S603 (our own module)
            command,
            pass_fds=[other.fileno()],
            env={**os.environ, "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        other.close()

    def parts(self, work: FileToRead | CopyToMark, wait: Wait) -> Iterator[Part]:
        """Give the pieces of an answer; raises UnreadableFileError past a limit, or when it dies.

        `wait` may raise meanwhile; the process must be ended then.
        """
        ends = time.monotonic() + work.seconds
        try:
            send(self._line, (work, work.limits.upload_memory_bytes))
            while True:
                while not self._line.poll(SECONDS_BETWEEN_LOOKS):
                    wait(0)
                    if time.monotonic() > ends:
                        raise _too_long(work)
                name, value = received(self._line)
                if name == "end":
                    return
                if name == "memory":
                    raise _too_much(work)
                if name == "fault":
                    raise RuntimeError(value)
                yield name, value
        except (EOFError, OSError) as error:
            raise _broken_off(work) from error

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.wait()
        self._line.close()


class Workshop:
    """Reads files in processes apart: many-rowed ones one at a time, others a few at once."""

    def __init__(self) -> None:
        self._large, self._small = Queue(1), Queue(SMALL_AT_ONCE)
        self._idle: list[Worker] = [Worker()]
        self._busy: list[Worker] = []
        self._lock = Lock()
        self._closed = False

    @contextmanager
    def turn(self, wait: Wait, *, large: bool) -> Iterator[None]:
        """Wait until a file's turn has come, for as long as the context."""
        with (self._large if large else self._small).turn(wait):
            yield

    def read(self, file: FileToRead, listener: Listener = NOBODY) -> ReadFile:
        """Read a file; raises UnreadableFileError past a limit, and what the listener raises."""
        parts = []
        with self._worker(once=file.is_large) as worker:
            for name, value in worker.parts(file, listener.wait):
                if name == "stage":
                    listener.tell(value)
                else:
                    parts.append((name, value))
        return put_together(file, parts)

    def marked(self, work: CopyToMark) -> bytes | None:
        """Make the copy of a file; raises UnreadableFileError past a limit."""
        with self._small.turn(no_wait), self._worker() as worker:
            ((_, copy),) = worker.parts(work, no_wait)
        content: bytes | None = copy
        return content

    def busy(self) -> list[Worker]:
        """Give the processes that are at work."""
        with self._lock:
            return list(self._busy)

    def close(self) -> None:
        """End all processes; whoever waits for one at work is told that it was broken off."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            for worker in self._busy:
                worker.process.kill()
        for worker in idle:
            worker.end()

    @contextmanager
    def _worker(self, *, once: bool = False) -> Iterator[Worker]:
        """Take a process at hand; replace it if it was not through with its work, or has grown."""
        worker, is_through = self._taken(), False
        with self._lock:
            self._busy.append(worker)
        try:
            yield worker
            is_through = not once
        finally:
            with self._lock:
                self._busy.remove(worker)
            if is_through:
                self._give_back(worker)
            else:
                worker.end()
                self._replace()

    def _taken(self) -> Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.process.poll() is None:
                    return worker
                worker.end()
        return Worker()

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if len(self._idle) < SMALL_AT_ONCE and not self._closed:
                self._idle.append(worker)
                return
        worker.end()

    def _replace(self) -> None:
        with self._lock:
            if not self._idle and not self._closed:
                self._idle.append(Worker())


def _too_long(work: FileToRead | CopyToMark) -> UnreadableFileError:
    message = f"Tệp {work.name} đọc quá {plain(work.seconds)} giây chưa xong nên đã dừng; {SPLIT}"
    return UnreadableFileError("too_large", message)


def _too_much(work: FileToRead | CopyToMark) -> UnreadableFileError:
    most = size(work.limits.upload_memory_bytes)
    message = f"Đọc tệp {work.name} cần hơn {most} bộ nhớ nên đã dừng; {SPLIT}"
    return UnreadableFileError("too_large", message)


def _broken_off(work: FileToRead | CopyToMark) -> UnreadableFileError:
    message = (
        f"Việc đọc tệp {work.name} bị ngắt giữa chừng và chưa ghi gì; hãy thả lại tệp. Nếu lại bị "
        f"ngắt, {SPLIT}"
    )
    return UnreadableFileError("not_a_table", message)
