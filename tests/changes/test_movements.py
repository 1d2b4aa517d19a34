"""Which way an indicator went between two boards."""

from dataclasses import replace

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Board, Row, assess
from indicators.changes.between import changes_between
from indicators.changes.movements import (
    Move,
    direction_of,
    moved_away,
    movements,
    moves_between,
    reason_words,
)
from indicators.changes.sentences import values_turned
from indicators.changes.since import since
from indicators.progress.results import Status
from indicators.store.connection import Store


@pytest.fixture(scope="module")
def board(illustrative: Store) -> Board:
    return assess(illustrative, as_of(illustrative))


def with_status(row: Row, status: str) -> Row:
    return replace(row, judgement=replace(row.judgement, status=Status(status)))


def with_latest(row: Row, value: float) -> Row:
    latest = row.judgement.latest
    assert latest
    return replace(row, judgement=replace(row.judgement, latest=replace(latest, value=value)))


def without_figure(row: Row) -> Row:
    return replace(row, judgement=replace(row.judgement, latest=None), vacant=())


def test_the_board_is_compared_with_the_report_before_the_figures_on_show(illustrative: Store):
    seen = as_of(illustrative)
    start = since(illustrative, seen)
    moves = moves_between(changes_between(illustrative, start.moment, seen, "city"))
    assert start.label == "Từ báo cáo 9 tháng năm 2029 (20/09/2029)"
    assert {code: (move.direction, move.cause) for code, move in moves.items()} == {
        "ML01": ("better", "figure"),
        "PC03": ("falling", None),
        "PC05": ("better", "figure"),
        "PC07": ("worse", "figure"),
        "DH04": ("better", "figure"),
        "DH05": ("falling", None),
        "DH07": ("better", "figure"),
        "DH09": ("better", "figure"),
        "DH12": ("first", "figure"),
        "DH16": ("first", "figure"),
        "DH19": ("better", "figure"),
        "CS07": ("better", "figure"),
    }


def test_those_that_moved_alike_stand_together_the_greatest_change_first(illustrative: Store):
    moved = movements(illustrative, as_of(illustrative), "city")
    ways = ("better", "worse", "falling", "first", "other")
    assert [
        (group.direction, group.first.turn, group.why, " ".join(each.code for each in group.moves))
        for group in moved.groups(*ways)
    ] == [
        ("better", "Đúng tiến độ → Đã đạt", "số liệu mới", "ML01 PC05 DH04 DH09 DH19 CS07"),
        ("better", "Nguy cơ → Chậm", "số liệu mới", "DH07"),
        ("worse", "Chưa có số liệu → Không đạt", "số liệu mới", "PC07"),
        ("falling", "Ngược chiều", "giảm thêm", "PC03 DH05"),
        ("first", "Chưa có số liệu → Chưa đủ căn cứ", "số liệu mới", "DH12 DH16"),
    ]
    assert [values_turned(each.before, each.after) for each in moved.of("better")[:3]] == [
        "73% → 100%",
        "94,8% → 95,4%",
        "14.725 → 15.500 học sinh, sinh viên",
    ]
    assert [values_turned(each.before, each.after) for each in moved.of("first")] == [
        "61,1%",
        "0 cơ sở",
    ]


def test_a_figure_is_told_as_new_as_another_or_as_taken_away(illustrative: Store, board: Board):
    changes = movements(illustrative, as_of(illustrative), "city").changes
    now = board.by_code["ML02"]
    latest = now.judgement.latest
    assert latest
    before = replace(
        now, judgement=replace(now.judgement, latest=replace(latest, year=latest.year - 1))
    )
    pairs = [(before, now), (with_latest(now, 80), now), (now, before), (now, without_figure(now))]
    told = [reason_words("figure", Move("ML02", "worse", *pair), changes) for pair in pairs]
    assert told == ["số liệu mới", "số liệu sửa đổi", "số liệu rút", "số liệu rút"]
    assert reason_words("target", Move("ML02", "worse", now, now), changes) == "mục tiêu điều chỉnh"


def test_a_value_that_stays_is_written_once(board: Board):
    row = board.by_code["ML02"]
    assert values_turned(row, row) == "83,57%"
    assert values_turned(row, None) == "83,57% → –"
    assert values_turned(None, row) == "83,57%"


def test_nothing_moves_between_a_board_and_itself(illustrative: Store):
    seen = as_of(illustrative)
    assert not moves_between(changes_between(illustrative, seen, seen, "city"))


WAYS = [
    ("slow", "on_track", "better"),
    ("missed", "slow", "better"),
    ("on_track", "slow", "worse"),
    ("worsening", "missed", "worse"),
    ("achieved", "on_track", "worse"),
    ("no_data", "slow", "worse"),
    ("pending", "on_track", "better"),
    ("on_track", "no_data", "worse"),
    ("slow", "insufficient", "worse"),
    ("on_track", "pending", "other"),
    ("pending", "no_data", "other"),
    ("no_data", "pending", "other"),
    ("on_track", "on_track", None),
    ("pending", "pending", None),
]


@pytest.mark.parametrize(("before", "after", "way"), WAYS)
def test_a_verdict_tells_the_way(board: Board, before: str, after: str, way: str | None):
    row = board.by_code["ML02"]
    assert direction_of(with_status(row, before), with_status(row, after)) == way


def test_a_first_figure_is_told_where_there_is_no_verdict(board: Board):
    row = with_status(board.by_code["ML02"], "insufficient")
    assert direction_of(without_figure(with_status(row, "no_data")), row) == "first"
    assert direction_of(without_figure(row), row) == "first"
    assert direction_of(row, row) is None


def test_an_indicator_that_came_or_went_has_no_way(board: Board):
    row = board.by_code["ML02"]
    assert (direction_of(None, row), direction_of(row, None)) == ("other", "other")


def test_a_value_falls_where_less_is_worse_and_where_more_is(board: Board):
    up, down = board.by_code["ML02"], board.by_code["NL14"]
    assert (up.indicator.direction, down.indicator.direction) == ("up", "down")
    assert moved_away(with_latest(up, 80), with_latest(up, 79))
    assert not moved_away(with_latest(up, 79), with_latest(up, 80))
    assert moved_away(with_latest(down, 70), with_latest(down, 71))
    assert not moved_away(with_latest(down, 71), with_latest(down, 71))


def test_a_value_that_falls_is_told_where_the_verdict_needs_attention(board: Board):
    higher, lower = (with_latest(board.by_code["ML02"], value) for value in (80, 79))
    assert (
        direction_of(with_status(higher, "worsening"), with_status(lower, "worsening")) == "falling"
    )
    assert direction_of(with_status(higher, "on_track"), with_status(lower, "on_track")) is None


def test_a_move_without_a_change_of_verdict_has_no_cause():
    assert Move("ML02", "falling", None, None).cause is None
