"""What was computed once and can never change, kept for all threads within a bound."""

from collections import OrderedDict
from collections.abc import Callable, Sized
from threading import Condition, get_ident
from typing import Any, TypeVar, cast

Made = TypeVar("Made")
ENTRY = 500  # rows that any value weighs: a chart, a page or a board is as large as so many
CHARACTERS = 200  # of a text that weigh as much as a row


class Memory:
    """Values by key: one thread makes a key's value, others wait for that key alone.

    While all together weigh more than `most` rows the least recently used go; the newest stays
    whatever it weighs, as it would be made anew for every reader.
    """

    def __init__(self, most: int) -> None:
        self.weight = 0
        self._most = most
        self._made: OrderedDict[object, tuple[object, int]] = OrderedDict()
        self._makers: dict[object, int] = {}  # the thread that makes a key's value
        self._awaited: dict[int, object] = {}  # the key whose value a thread waits for
        self._changed = Condition()

    def remember(self, key: object, make: Callable[[], Made]) -> Made:
        """Give what was made for this key before, else make it; a maker may remember others.

        What `make` raises goes to its own caller; then one of those who waited makes it.
        """
        with self._changed:
            self._await(key)
            if key in self._made:
                return cast(Made, self._used(key))
            leading = key not in self._makers
            if leading:
                self._makers[key] = get_ident()
        try:
            made = make()
            with self._changed:
                return cast(Made, self._keep(key, made))
        finally:
            self._end(key, leading=leading)

    def recall(self, key: object) -> Any:  # noqa: ANN401 (whatever was made for the key)
        """Give what is remembered for a key, None when nothing is."""
        with self._changed:
            return self._used(key) if key in self._made else None

    def _await(self, key: object) -> None:
        """Wait while another thread makes the value, unless that one waits for this one."""
        me = get_ident()
        while key not in self._made and self._is_made_apart_from(me, key):
            self._awaited[me] = key
            try:
                self._changed.wait()
            finally:
                del self._awaited[me]

    def _is_made_apart_from(self, thread: int, key: object) -> bool:
        """Whether a maker is at work who, itself or by whom it waits for, needs not this thread.

        Two makers that ask for each other's keys would else wait for ever; so the second makes
        what it needs itself, and the value that is ready first is the one that both get.
        """
        maker = self._makers.get(key)
        if maker is None:
            return False
        while maker is not None and maker != thread and maker in self._awaited:
            maker = self._makers.get(self._awaited[maker])
        return maker != thread

    def _keep(self, key: object, made: object) -> object:
        if key not in self._made:
            self._made[key] = made, weight_of(made)
            self.weight += self._made[key][1]
        while self.weight > self._most and len(self._made) > 1:
            _, (_, weight) = self._made.popitem(last=False)
            self.weight -= weight
        return self._used(key)

    def _used(self, key: object) -> object:
        self._made.move_to_end(key)
        return self._made[key][0]

    def _end(self, key: object, *, leading: bool) -> None:
        with self._changed:
            if leading:
                del self._makers[key]
            self._changed.notify_all()


def weight_of(value: object) -> int:
    """Weigh a value in rows, roughly: those of a frame or a board, the members of a collection.

    A tuple or list of texts weighs as they do; any value weighs something.
    """
    if isinstance(value, str):
        return ENTRY + len(value) // CHARACTERS
    rows = getattr(value, "rows", value)
    if isinstance(rows, list | tuple):
        texts = sum(len(text) for text in rows if isinstance(text, str))
        return ENTRY + len(rows) + texts // CHARACTERS
    return ENTRY + (len(rows) if isinstance(rows, Sized) else 0)
