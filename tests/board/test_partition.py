"""How a board stands in parts: each indicator in exactly one, whichever rows the board has."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.board.as_of import as_of
from indicators.board.board import Board, Row, assess
from indicators.board.partition import part_word, partition, reason_of
from indicators.catalogue.loader import load
from indicators.store.connection import Store
from tests.rounds import rounds

WORDS = [
    "Đã đạt", "Đúng tiến độ", "Chậm", "Nguy cơ", "Ngược chiều", "Không đạt", "Chưa đánh giá",
]  # fmt: skip


def codes(rows: tuple[Row, ...]) -> list[str]:
    return [row.indicator.code for row in rows]


def part_of(whole: Board, chosen: set[str]) -> Board:
    return replace(whole, rows=tuple(r for r in whole.rows if r.indicator.code in chosen))


@pytest.mark.parametrize("day", [date(2027, 11, 20), date(2029, 11, 20), date(2035, 11, 20)])
@settings(
    max_examples=rounds(60, few=15),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(chosen=st.sets(st.sampled_from([each.code for each in load().indicators])))
def test_every_indicator_is_in_one_part_and_every_one_without_a_verdict_has_one_reason(
    illustrative: Store, day: date, chosen: set[str]
):
    board = part_of(assess(illustrative, as_of(illustrative, min(day, date(2029, 11, 20)))), chosen)
    whole = partition(board)
    found = [row.indicator.code for part in whole.parts for row in part.rows]
    assert sorted(found) == sorted(codes(board.programme))
    assert all(part_word(row) == part.word for part in whole.parts for row in part.rows)
    assert 0 not in [part.count for part in whole.parts]
    unjudged = [row for part in whole.parts if part.status is None for row in part.rows]
    explained = [row for _, rows in whole.reasons for row in rows]
    assert sorted(codes(explained)) == sorted(codes(unjudged))
    assert all(reason_of(row) == reason for reason, rows in whole.reasons for row in rows)
    counts = [len(rows) for _, rows in whole.reasons]
    assert counts == sorted(counts, reverse=True)
