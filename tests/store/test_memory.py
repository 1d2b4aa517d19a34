"""What is remembered: who makes it, who waits, and how much is kept."""

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, Condition, Event, Semaphore
from types import SimpleNamespace

import pandas as pd
import pytest

from indicators.store.connection import Store, open_store
from indicators.store.memory import CHARACTERS, ENTRY, Memory, weight_of

LONG = 60  # seconds until a test gives up
READERS = 50


class Watched(Condition):
    """Tells of each thread that goes to wait for a value."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = Semaphore(0)

    def wait(self, timeout: float | None = None) -> bool:
        self.waiting.release()
        return super().wait(timeout)

    def until_waiting(self, threads: int) -> None:
        for _ in range(threads):
            assert self.waiting.acquire(timeout=LONG)


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def memory(watched: Watched) -> Memory:
    memory = Memory(most=100 * ENTRY)
    memory._changed = watched
    return memory


class Slow:
    """A maker that has begun and gives its value once it may."""

    def __init__(self, value: str = "chậm") -> None:
        self.begun, self.may_end, self.value = Event(), Event(), value

    def __call__(self) -> str:
        self.begun.set()
        assert self.may_end.wait(LONG)
        return self.value


def begin(pool: ThreadPoolExecutor, memory: Memory | Store, key: str) -> tuple[Slow, Future[str]]:
    """Let a thread make the value of a key, and come back once it is at it."""
    slow = Slow()
    given = pool.submit(memory.remember, key, slow)
    assert slow.begun.wait(LONG)
    return slow, given


def never() -> str:
    raise AssertionError("was to be remembered")


def test_readers_of_other_keys_are_answered_while_one_is_made(store: Store) -> None:
    with ThreadPoolExecutor(READERS + 1) as pool:
        slow, given = begin(pool, store, "bảng chậm")
        readers = [
            pool.submit(store.remember, number, lambda number=number: number * 2)
            for number in range(READERS)
        ]
        answers = [reader.result(LONG) for reader in readers]
        still_being_made = not given.done()
        slow.may_end.set()

    assert still_being_made
    assert answers == [number * 2 for number in range(READERS)]
    assert given.result() == "chậm"


def test_what_was_made_is_given_while_another_is_made(store: Store) -> None:
    store.remember("có sẵn", lambda: "cũ")
    with ThreadPoolExecutor(1) as pool:
        slow, _ = begin(pool, store, "bảng chậm")
        assert store.remember("có sẵn", never) == "cũ"
        assert store.recall("có sẵn") == "cũ"
        assert store.recall("bảng chậm") is None
        slow.may_end.set()
    assert store.recall("bảng chậm") == "chậm"


def test_who_asks_for_what_is_being_made_waits_and_gets_the_same(
    memory: Memory, watched: Watched
) -> None:
    with ThreadPoolExecutor(READERS + 1) as pool:
        slow, given = begin(pool, memory, "khóa")
        others = [pool.submit(memory.remember, "khóa", never) for _ in range(READERS)]
        watched.until_waiting(READERS)
        slow.value = "".join(["một ", "lần"])
        slow.may_end.set()
        answers = [other.result(LONG) for other in others]

    assert answers == ["một lần"] * READERS
    assert {id(answer) for answer in answers} == {id(given.result())}


def test_a_maker_that_fails_tells_its_own_caller_and_the_next_one_makes_it(
    memory: Memory, watched: Watched
) -> None:
    begun, may_fail, made = Event(), Event(), []

    def fail() -> str:
        begun.set()
        assert may_fail.wait(LONG)
        raise ValueError("hỏng")

    def make() -> str:
        made.append("lần sau")
        return made[-1]

    with ThreadPoolExecutor(3) as pool:
        failing = pool.submit(memory.remember, "khóa", fail)
        assert begun.wait(LONG)
        next_ones = [pool.submit(memory.remember, "khóa", make) for _ in range(2)]
        watched.until_waiting(2)
        may_fail.set()
        answers = [each.result(LONG) for each in next_ones]

    with pytest.raises(ValueError, match="hỏng"):
        failing.result()
    assert (answers, made) == (["lần sau"] * 2, ["lần sau"])


def test_a_maker_may_remember_what_it_is_made_of(memory: Memory) -> None:
    def whole() -> str:
        return memory.remember("phần", lambda: "phần") + " của cả"

    assert memory.remember("cả", whole) == "phần của cả"
    assert memory.recall("phần") == "phần"


def test_a_maker_may_ask_for_its_own_key(memory: Memory) -> None:
    inner = memory.remember("khóa", lambda: memory.remember("khóa", lambda: "trong"))

    assert (inner, memory.recall("khóa")) == ("trong", "trong")


def test_two_makers_that_need_each_other_s_keys_do_not_wait_for_ever(memory: Memory) -> None:
    both = Barrier(2)

    def maker(other: str) -> str:
        both.wait(LONG)
        return memory.remember(other, lambda: f"riêng {other}")

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(memory.remember, "A", lambda: maker("B"))
        two = pool.submit(memory.remember, "B", lambda: maker("A"))
        answers = {one.result(LONG), two.result(LONG)}

    assert answers == {memory.recall("A"), memory.recall("B")}
    assert not memory._makers
    assert not memory._awaited


def test_three_makers_in_a_ring_do_not_wait_for_ever(memory: Memory) -> None:
    all_three = Barrier(3)

    def maker(other: str) -> str:
        all_three.wait(LONG)
        return memory.remember(other, lambda: f"riêng {other}")

    with ThreadPoolExecutor(3) as pool:
        given = [
            pool.submit(memory.remember, key, lambda other=other: maker(other))
            for key, other in (("A", "B"), ("B", "C"), ("C", "A"))
        ]
        answers = [each.result(LONG) for each in given]

    assert answers == [memory.recall(key) for key in "ABC"]


def test_least_recently_used_go_first_once_all_together_weigh_too_much() -> None:
    memory = Memory(most=3 * (ENTRY + 20))
    for key in "ABC":
        memory.remember(key, lambda: [0] * 20)
    memory.remember("A", never)
    memory.remember("D", lambda: [0] * 20)

    assert [key for key in "ABCD" if memory.recall(key)] == ["A", "C", "D"]
    assert memory.weight == 3 * (ENTRY + 20)


def test_one_that_weighs_more_than_all_may_stays_alone(memory: Memory) -> None:
    memory.remember("nhẹ", lambda: [0])
    memory.remember("nặng", lambda: [0] * 200 * ENTRY)

    assert memory.recall("nhẹ") is None
    assert memory.remember("nặng", never) == [0] * 200 * ENTRY
    memory.remember("sau", lambda: [0])
    assert (memory.recall("nặng"), memory.weight) == (None, ENTRY + 1)


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        (None, 0),
        (7, 0),
        ([0] * 30, 30),
        ({"HD01": 1, "HD02": 2}, 2),
        (pd.DataFrame({"năm": range(40)}), 40),
        (SimpleNamespace(rows=(0,) * 75), 75),
        ("x" * 2 * CHARACTERS, 2),
        (("x" * CHARACTERS, "x" * CHARACTERS, 7), 3 + 2),
    ],
    ids=["none", "number", "list", "dict", "frame", "board", "text", "texts"],
)
def test_values_weigh_their_rows(value: object, rows: int) -> None:
    assert weight_of(value) == ENTRY + rows


def test_the_bound_of_a_board_is_a_setting(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_REMEMBERED_ROWS", str(2 * ENTRY))
    empty_store.close()
    store = open_store(empty_store.path)
    for key in "ABC":
        store.remember(key, lambda key=key: key)

    assert [store.recall(key) for key in "ABC"] == [None, "B", "C"]
