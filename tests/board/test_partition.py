"""How a board stands in parts: each indicator in exactly one, whichever rows the board has."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.board.board import Row, assess
from indicators.board.partition import all_parts, part_word, partition, reason_of
from indicators.catalogue.loader import load
from indicators.store.connection import Store
from tests.recording import record, seen_on, series
from tests.rounds import rounds

# While all is new, at the end of the made-up years, and when all figures are old.
DAYS = [date(2025, 11, 20), date(2027, 11, 20), date(2029, 11, 20), date(2033, 11, 20)]
chosen_codes = st.sets(st.sampled_from([each.code for each in load().indicators]))


def codes(rows: tuple[Row, ...]) -> list[str]:
    return [row.indicator.code for row in rows]


@pytest.mark.parametrize("day", DAYS)
@settings(
    max_examples=rounds(60, few=10),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(chosen=chosen_codes)
def test_every_indicator_is_in_one_part_and_each_without_a_verdict_has_one_reason(
    illustrative: Store, day: date, chosen: set[str]
):
    board = assess(illustrative, seen_on(illustrative, day))
    board = replace(board, rows=tuple(r for r in board.rows if r.indicator.code in chosen))
    whole = partition(board)
    parted = [(row.indicator.code, part.word) for part in whole.parts for row in part.rows]
    assert sorted(parted) == sorted((r.indicator.code, part_word(r)) for r in board.programme)
    unjudged = [part.rows for part in whole.parts if part.status is None]
    explained = [(row.indicator.code, reason) for reason, rows in whole.reasons for row in rows]
    assert sorted(explained) == sorted(
        (row.indicator.code, reason_of(row)) for rows in unjudged for row in rows
    )
    assert all(part.rows for part in whole.parts)
    counts = [len(rows) for _, rows in whole.reasons]
    assert counts == sorted(counts, reverse=True)


def test_the_parts_come_from_the_best_to_the_worst_then_what_has_no_verdict(own: Store):
    record(
        own,
        *series("CS08", "2025 80; 2027 86"),  # slow, on a figure that is old by then
        *series("CS09", "2025 80; 2029 90"),  # slow: 10 of the 16 points due
        *series("DH02", "2025 80; 2029 86"),  # achieved
        *series("CS03", "2025 75; 2029 74"),  # away from its target
        *series("NL08", "2029 40"),  # one figure
    )
    board = assess(own, seen_on(own, date(2030, 6, 1)))
    judged = [(part.word, part.key, codes(part.rows)) for part in partition(board).parts[:-1]]
    assert judged == [
        ("Đã đạt", "achieved", ["DH02"]),
        ("Chậm", "slow", ["CS09"]),
        ("Ngược chiều", "worsening", ["CS03"]),
    ]
    rest = partition(board).parts[-1]
    assert (rest.word, rest.key, rest.count) == ("Chưa đánh giá", "unjudged", 72)
    reasons = dict(partition(board).reasons)
    assert codes(reasons["stale"]) == ["CS08"]
    assert "NL08" in codes(reasons["insufficient"])
    assert codes(reasons["monitored"]) == ["CL01", "CL02", "CL03", "CL04", "CL05", "CL07", "NL12"]


def test_all_parts_are_there_to_be_asked_for_and_only_those_with_rows_are_shown(bare: Store):
    board = assess(bare, seen_on(bare, date(2026, 11, 22)))
    assert [(part.word, part.count) for part in all_parts(board)] == [
        ("Đã đạt", 0), ("Đúng tiến độ", 0), ("Chậm", 0), ("Nguy cơ", 0), ("Ngược chiều", 0),
        ("Không đạt", 0), ("Chưa đánh giá", 75),
    ]  # fmt: skip
    assert [(part.word, part.count) for part in partition(board).parts] == [("Chưa đánh giá", 75)]
    reasons = [(reason, len(rows)) for reason, rows in partition(board).reasons]
    assert reasons == [("no_data", 53), ("pending", 15), ("monitored", 7)]
