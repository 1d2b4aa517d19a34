"""Files are read in processes apart as they are read here; one that is ended is replaced."""

import os
import pickle
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from datetime import date
from multiprocessing import Pipe
from threading import Event

import pytest

from indicators.catalogue.loader import load
from indicators.intake.apart.queue import Queue
from indicators.intake.apart.reading import apart, marked, read
from indicators.intake.apart.wire import received, send
from indicators.intake.apart.work import FileToRead, ReadFile, read_here
from indicators.intake.apart.workshop import Workshop
from indicators.intake.checks.check import Basis
from indicators.intake.marking.marked_copy import marked_copy
from indicators.intake.stages import NOBODY, Listener, no_listener
from indicators.settings.sections import Limits
from tests.intake.books import workbook
from tests.intake.marking.test_marked_copy import FILES

BASIS = Basis(load(), frozenset({"ML02"}), date(2026, 11, 22))
HEADING = "ma_chi_tieu;nam;gia_tri;ghi_chu\n"


class LeftError(Exception):
    """Somebody went away."""


def asked(content: bytes, name: str = "a.csv", **limits: int) -> FileToRead:
    bounds = Limits(**limits)
    return FileToRead(name, content, bounds, BASIS, True, False)


def many(rows: int) -> bytes:
    lines = (f"BC01;{2025 + at % 2};{at};Ghi chú số {at}\n" for at in range(rows))
    return (HEADING + "".join(lines)).encode()


def plain(found: ReadFile) -> tuple[object, ...]:
    return found.rows, found.rows_read, found.source and found.source.frames


@pytest.fixture(scope="module", autouse=True)
def workshop():
    with apart() as made:
        yield made


@pytest.mark.parametrize("name", FILES)
def test_a_file_read_apart_is_read_as_it_is_here(name: str):
    file = asked(FILES[name], name)
    told: list[str] = []
    found = read(file, Listener(told.append))
    here = read_here(file, no_listener)
    assert plain(found) == plain(here)
    assert told == ["check"]
    findings = tuple(found.rows.findings)
    assert (marked(found.source, findings) is None) == (marked_copy(here.source, findings) is None)


def test_thousands_of_rows_and_findings_come_back_whole():
    file = asked(many(5_001))
    assert plain(read(file, NOBODY)) == plain(read_here(file, no_listener))


def test_a_file_that_is_none_is_refused_as_it_is_here():
    file = asked(b"PK\x03\x04", "a.xlsx")
    assert plain(read(file, NOBODY)) == plain(read_here(file, no_listener))


def refused(file: FileToRead, listener: Listener = NOBODY) -> tuple[str, str]:
    found = read(file, listener)
    (finding,) = found.rows.findings
    assert (found.rows_read, found.source) == (0, None)
    return finding.kind, finding.message


def test_past_its_time_a_file_is_told_to_be_smaller_and_the_next_one_is_read():
    assert refused(asked(many(150_000), upload_seconds=1)) == (
        "too_large",
        "Tệp a.csv đọc quá 1 giây chưa xong nên đã dừng; hãy chia nhỏ tệp, hoặc chép số liệu sang "
        "một tệp mới rồi gửi tệp đó.",
    )
    assert read(asked(many(2)), NOBODY).rows_read == 2


def test_past_its_memory_a_file_is_told_to_be_smaller_and_the_next_one_is_read():
    assert refused(asked(many(150_000), upload_memory_bytes=150_000_000)) == (
        "too_large",
        "Đọc tệp a.csv cần hơn 150 MB bộ nhớ nên đã dừng; hãy chia nhỏ tệp, hoặc chép số liệu sang "
        "một tệp mới rồi gửi tệp đó.",
    )
    assert read(asked(many(2)), NOBODY).rows_read == 2


def test_a_process_that_is_killed_midway_is_told_and_replaced(workshop: Workshop):
    def kill(_before: int) -> None:
        for worker in workshop.busy():
            os.kill(worker.process.pid, signal.SIGKILL)

    assert refused(asked(many(150_000)), Listener(wait=kill)) == (
        "not_a_table",
        "Việc đọc tệp a.csv bị ngắt giữa chừng và chưa ghi gì; hãy thả lại tệp. Nếu lại bị ngắt, "
        "hãy chia nhỏ tệp, hoặc chép số liệu sang một tệp mới rồi gửi tệp đó.",
    )
    assert read(asked(many(2)), NOBODY).rows_read == 2


def test_a_process_whose_person_leaves_is_ended(workshop: Workshop):
    busy = []

    def leave(_before: int) -> None:
        busy.extend(workshop.busy())
        raise LeftError

    with pytest.raises(LeftError):
        read(asked(many(150_000)), Listener(wait=leave))
    assert [worker.process.returncode for worker in busy] == [-signal.SIGKILL]
    assert read(asked(many(2)), NOBODY).rows_read == 2


def test_a_workshop_that_closes_ends_the_processes_at_work():
    closed = []

    def close(_before: int) -> None:
        closed.extend(own.busy())
        own.close()

    with apart() as own:
        assert refused(asked(many(150_000)), Listener(wait=close))[0] == "not_a_table"
    assert {worker.process.returncode for worker in closed} == {-signal.SIGKILL}


def test_many_rows_are_examined_one_file_at_a_time_in_order_and_small_files_pass():
    queue, first, order = Queue(1), Event(), []

    def work(name: str, wait) -> None:
        with queue.turn(wait):
            order.append(name)
            first.wait(10)

    places: dict[str, list[int]] = {"b": [], "c": []}
    there = {"a": Event(), "b": Event(), "c": Event()}

    def noted(name: str):
        def wait(before: int) -> None:
            places[name].append(before)
            there[name].set()

        return wait

    with ThreadPoolExecutor(3) as threads:
        threads.submit(work, "a", None)
        while not order:
            pass
        threads.submit(work, "b", noted("b"))
        assert there["b"].wait(10)
        threads.submit(work, "c", noted("c"))
        assert there["c"].wait(10)
        first.set()
    assert order == ["a", "b", "c"]
    assert (set(places["b"]), max(places["c"])) == ({1}, 2)


def test_whoever_leaves_the_queue_makes_room():
    queue = Queue(1)

    def leave(_before: int) -> None:
        raise LeftError

    with queue.turn(), pytest.raises(LeftError), queue.turn(leave):
        pass
    with queue.turn(leave):
        pass


@pytest.mark.parametrize(
    ("rows", "name", "large"),
    [(3, "a.csv", False), (20_001, "a.csv", True), (3, "a.xlsx", False), (20_001, "a.xlsx", True)],
)
def test_a_file_of_over_twenty_thousand_rows_is_known_before_it_is_read(rows, name, large):
    lines = [("BC01", 2025, at) for at in range(rows)]
    made = workbook([("ma_chi_tieu", "nam", "gia_tri"), *lines]) if name == "a.xlsx" else many(rows)
    file = asked(made, name)
    assert (file.is_large, file.seconds) == (large, 180 if large else 45)


def test_nothing_but_records_is_taken_from_a_process_that_read_a_foreign_file():
    ours, theirs = Pipe()
    send(theirs, ("frames", os.system))
    with pytest.raises(pickle.UnpicklingError):
        received(ours)


def test_a_file_to_read_is_sent_whole():
    file = asked(many(2))
    sent = pickle.loads(pickle.dumps(file))  # noqa: S301
    assert [getattr(sent, each.name) for each in fields(file)] == [
        getattr(file, each.name) for each in fields(file)
    ]
