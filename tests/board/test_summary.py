"""The head of a board: its numbers add up and are those of its parts, whichever rows it has."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.board.board import Board, assess
from indicators.board.partition import partition
from indicators.board.summary import finding, group_finding, order_note, whole_finding
from indicators.catalogue.loader import load
from indicators.progress.results import Status
from indicators.store.connection import Store
from tests.recording import seen_on
from tests.rounds import rounds

WELL = {"đã đạt": Status.ACHIEVED, "đúng tiến độ": Status.ON_TRACK}
NOT_WELL = {
    "chậm": Status.SLOW,
    "có nguy cơ": Status.OFF_TRACK,
    "ngược chiều": Status.WORSENING,
    "không đạt": Status.MISSED,
}
JUDGED = re.compile(
    r"Trong (?P<judged>\d+) chỉ tiêu đánh giá được, (?P<good>\d+) (?P<well>[^;\d]+);"
    r" (?P<bad>\d+) (?P<not_well>[^;\d]+)"
)
ALIKE = re.compile(
    r"(?:Cả (?P<judged>\d+) chỉ tiêu|Chỉ tiêu duy nhất) đánh giá được (?:đều )?(?P<how>\D+)"
)


def named(words: str) -> set[Status]:
    """The verdicts that a clause names."""
    return {(WELL | NOT_WELL)[word] for word in re.split(r", | hoặc ", words)}


def read(told: str) -> tuple[int, int, set[Status]]:
    """Read how many are judged, how many of them are well, and which verdicts are named."""
    if found := JUDGED.fullmatch(told):
        judged, good, bad = (int(found[name]) for name in ("judged", "good", "bad"))
        well, not_well = named(found["well"]), named(found["not_well"])
        assert well <= set(WELL.values())
        assert not_well <= set(NOT_WELL.values())
        assert good + bad == judged
        return judged, good, well | not_well
    found = ALIKE.fullmatch(told)
    assert found, told
    judged, how = int(found["judged"] or 1), named(found["how"])
    return judged, judged if how <= set(WELL.values()) else 0, how


@pytest.mark.parametrize("day", [date(2027, 11, 20), date(2029, 11, 20)])
@settings(
    max_examples=rounds(60, few=15),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(chosen=st.sets(st.sampled_from([each.code for each in load().indicators]), min_size=1))
def test_the_numbers_of_a_finding_add_up_and_are_those_of_the_parts(
    illustrative: Store, day: date, chosen: set[str]
):
    board = assess(illustrative, seen_on(illustrative, day))
    board = replace(board, rows=tuple(r for r in board.rows if r.indicator.code in chosen))
    counts = {part.status: part.count for part in partition(board).parts if part.status}
    if not counts:
        assert "đánh giá được," not in finding(board)
        return
    judged, good, statuses = read(finding(board))
    assert statuses == set(counts)
    assert judged == sum(counts.values()) == len(board.assessed)
    assert good == sum(counts.get(status, 0) for status in WELL.values())
    assert judged - good == len(board.attention)


def seen(store: Store, *day: int, scope: str = "city") -> Board:
    return assess(store, seen_on(store, date(*day)), scope)


def test_a_board_without_verdicts_says_who_has_not_reported(published: Store, bare: Store):
    assert whole_finding(seen(published, 2026, 11, 22)) == (
        "Mới có số liệu của 3 trong 75 chỉ tiêu, chưa đánh giá được tiến độ; 7 cơ quan chưa nộp "
        "báo cáo năm 2026, quá hạn 7 ngày"
    )
    assert whole_finding(seen(bare, 2026, 11, 22)) == (
        "Chưa có số liệu của chỉ tiêu nào trong 75 chỉ tiêu; cả 8 cơ quan chưa nộp báo cáo năm "
        "2026, quá hạn 7 ngày"
    )


def test_the_country_owes_no_report(published: Store):
    assert whole_finding(seen(published, 2026, 11, 22, scope="national")) == (
        "Mới có số liệu của 10 trong 20 chỉ tiêu, chưa đánh giá được tiến độ"
    )


def test_a_group_s_finding_goes_on_from_its_name(filled: Store):
    board = seen(filled, 2029, 6, 10)
    told = {
        group.code: group_finding(board.of_group(group.code), group) for group, _ in board.groups()
    }
    assert told["HD"] == (
        "Chỉ số phát triển con người: cả 3 chỉ tiêu đánh giá được đều chậm, có nguy cơ hoặc ngược "
        "chiều"
    )
    assert told["CL"] == (
        "Chất lượng giáo dục mầm non, phổ thông: chỉ tiêu duy nhất đánh giá được chậm"
    )


def test_the_order_of_the_document_is_told_where_codes_do_not_rise(published: Store):
    board = assess(published, seen_on(published, date(2026, 11, 22)))
    assert order_note(board.programme) == (
        "Xếp theo thứ tự trong văn bản, nên DH21 (Văn bằng sáng chế) đứng trước DH16."
    )
    assert order_note(board.of_group("ML").rows) == ""
