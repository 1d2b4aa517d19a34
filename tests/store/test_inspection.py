"""What a closed database holds, and what of it is damaged."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.store.connection import Store, StoreError
from indicators.store.history import latest
from indicators.store.inspection import check_chain, inspect, missing_from
from indicators.store.journal import record_observations
from indicators.store.marks import Mark
from indicators.store.records import Observation
from tests.rounds import rounds

Figure = Callable[..., Observation]


@pytest.fixture
def closed(store: Store, figure: Figure) -> tuple[Path, Mark]:
    record_observations(store, None, [figure()], "Minh")
    mark = Mark(store.identity, 2, latest(store).hash)
    store.close()
    return store.path, mark


def test_it_says_which_board_and_version_it_is_and_changes_nothing(
    closed: tuple[Path, Mark],
) -> None:
    path, mark = closed
    before = path.read_bytes()

    assert inspect(path).mark == check_chain(path).mark == mark
    assert missing_from(path, [mark, Mark(mark.identity, 0, "")]) is None
    ahead, other = Mark(mark.identity, 3, "a"), Mark("khác", 1, "a")
    assert missing_from(path, [mark, other, ahead]) == ahead
    assert path.read_bytes() == before


def test_a_flipped_bit_or_a_lost_end_is_never_taken_for_whole(closed: tuple[Path, Mark]) -> None:
    """Where nothing is stored a flip changes nothing: then all is read as it was written."""
    path, mark = closed
    whole = path.read_bytes()
    chance = random.Random(71)  # noqa: S311
    refused = 0
    for turn in range(rounds(400, few=40)):
        place = chance.randrange(len(whole))
        flipped = whole[:place] + bytes([whole[place] ^ 1 << turn % 8]) + whole[place + 1 :]
        for damaged in (flipped, whole[:place]):
            path.write_bytes(damaged)
            try:
                found = (inspect(path).mark, check_chain(path).mark)
            except StoreError:
                refused += 1
            else:
                assert found == (mark, mark)
    assert refused > 40
