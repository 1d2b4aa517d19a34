"""The programme judged: which figures count, what is counted where, what comes first."""

from datetime import date

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.catalogue.loader import load
from indicators.figures.points import point_of, yearly
from indicators.progress.results import UNRANKED, Point
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.records import Observation
from tests.programme import PROGRAMME
from tests.recording import figure, record, seen_on, series

DAY = date(2028, 6, 1)
INDICATORS = {indicator.code: indicator for indicator in load().indicators}

CHOICES = [
    ("a full-year figure is final", "ML02", [figure("ML02", 2026, 80.0)], [Point(2026, 80.0)]),
    ("a figure that is not final is provisional", "ML02",
     [figure("ML02", 2026, 80.0, status="ước")], [Point(2026, 80.0, provisional=True)]),
    ("a stock takes the newest period, provisional while the year is not over", "ML02",
     [figure("ML02", 2026, 79.0, period="9t"), figure("ML02", 2026, 78.0, period="6t")],
     [Point(2026, 79.0, provisional=True)]),
    ("the full year stands before its parts, whatever their order", "ML02",
     [figure("ML02", 2026, 80.0), figure("ML02", 2026, 79.0, period="9t")], [Point(2026, 80.0)]),
    ("a flow counts full years only", "NL01",
     [figure("NL01", 2025, 18.0), figure("NL01", 2026, 12.0, period="9t")], [Point(2025, 18.0)]),
    ("years come in order", "ML02", [figure("ML02", 2027, 81.0), figure("ML02", 2026, 80.0)],
     [Point(2026, 80.0), Point(2027, 81.0)]),
    ("a break is kept", "ML02", [figure("ML02", 2027, 60.0, break_before=True)],
     [Point(2027, 60.0, break_before=True)]),
    ("a rank sought and not given", "DH17", [figure("DH17", 2026, None, label="chưa xếp hạng")],
     [Point(2026, UNRANKED)]),
    ("a rank band counts by its worse end", "DH17", [figure("DH17", 2026, 250.0, label="201–250")],
     [Point(2026, 250.0)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "figures", "points"), [pytest.param(*case, id=name) for name, *case in CHOICES]
)
def test_one_figure_a_year_is_chosen(code: str, figures: list[Observation], points: list[Point]):
    assert yearly(INDICATORS[code], map(point_of, figures)) == points


def test_a_rank_is_written_as_it_was_published(own: Store):
    record(own, figure("DH17", 2026, 250.0, label="201–250"), *series("DH17", "2027 unranked"))
    row = assess(own, seen_on(own, DAY)).by_code["DH17"]
    assert row.bands == {2026: "201–250", 2027: "chưa xếp hạng"}
    told = [(row.number(point), row.value(point)) for point in row.judgement.points]
    assert told == [("201–250", "hạng 201–250"), ("chưa xếp hạng", "chưa xếp hạng")]


# Every status in 2028, in the order in which the list must show what needs attention.
CALLED = [
    ("PC06", "2027 60"),  # missed; how far cannot be said, so it comes first
    ("NL14", "2027 3"),  # missed; the same, for the bound is nothing
    ("NL02", "2027 4"),  # missed by a fifth
    ("NL01", "2027 19"),  # missed by a twentieth
    ("CS02", "2025 98; 2027 92"),  # lost, no ratio
    ("DH01", "2025 80; 2027 70"),  # ratio -1,25
    ("CS03", "2025 75; 2027 74"),  # ratio -0,17
    ("CS01", "2025 80; 2027 80"),  # ratio 0
    ("CS04", "2025 80; 2027 83"),  # ratio 0,375
    ("CS10", "2025 80; 2027 85"),  # ratio 0,625
    ("CS08", "2025 80; 2027 86"),  # ratio 0,75
]
QUIET = [
    ("CS09", "2025 80; 2027 88"),  # on track
    ("DH02", "2025 80; 2027 86"),  # achieved
    ("ML05", "2025 0; 2026 0"),  # one big step, due later: pending
    ("CL03", "2027 40"),  # no number in the document
    ("NL08", "2027 40"),  # one figure
]


@pytest.fixture
def judged(own: Store) -> Board:
    record(own, *(row for code, points in CALLED + QUIET for row in series(code, points)))
    return assess(own, seen_on(own, DAY))


def codes(rows: tuple) -> list[str]:
    return [row.indicator.code for row in rows]


def test_what_needs_attention_comes_the_worst_first(judged: Board):
    assert codes(judged.attention) == [code for code, _ in CALLED]


def test_every_indicator_of_the_programme_is_counted_once(judged: Board):
    assert {status.value: count for status, count in judged.tally.items()} == {
        "missed": 4, "worsening": 3, "off_track": 2, "slow": 2, "on_track": 1, "achieved": 1,
        "pending": 10, "insufficient": 3, "no_data": 42, "monitored": 7,
    }  # fmt: skip
    assert sum(judged.tally.values()) == len(judged.programme) == len(PROGRAMME)
    assert sorted(codes(judged.assessed)) == sorted([c for c, _ in CALLED] + ["CS09", "DH02"])
    assert codes(judged.stale) == []


def test_verdicts_on_old_figures_are_counted_apart_and_call_for_no_attention(own: Store):
    record(own, *series("CS08", "2025 80; 2027 86"), *series("CS09", "2025 80; 2028 88"))
    board = assess(own, seen_on(own, date(2030, 6, 1)))
    assert (codes(board.stale), codes(board.assessed)) == (["CS08"], ["CS09"])
    assert codes(board.attention) == ["CS09"]
    assert board.tally["slow"] == 1


def test_an_earlier_milestone_that_was_missed_is_listed_apart_whatever_is_now(own: Store):
    record(
        own,
        *series("DH17", "2025 310; 2030 250; 2031 185"),
        *series("CS02", "2025 75; 2030 90"),
        *series("PC09", "2031 20"),
    )
    board = assess(own, seen_on(own, date(2031, 12, 1)))
    called = [(row.indicator.code, row.status.value) for row in board.attention]
    assert called == [("CS02", "missed"), ("PC09", "off_track")]
    missed = [(row.indicator.code, row.missed_years) for row in board.missed_earlier]
    assert missed == [("DH17", (2030,))]


def test_groups_stand_in_document_order_with_their_indicators(published: Store):
    board = assess(published, as_of(published))
    counted = [f"{group.code} {len(rows)}" for group, rows in board.groups()]
    assert counted == ["ML 8", "PC 9", "CL 7", "DH 21", "CS 12", "HD 3", "NL 15"]
    assert [r for _, rows in board.groups() for r in rows] == list(board.programme)
    assert [row.indicator.code for row in board.rows[len(PROGRAMME) :]] == [
        "BC01",
        "BC02",
        "BC03",
        "BC04",
    ]


def test_a_group_is_a_board_of_its_own_rows(judged: Board):
    part = judged.of_group("HD")
    tally = {status.value: count for status, count in part.tally.items()}
    assert (codes(part.rows), codes(part.programme)) == (["HD01", "HD02", "HD03"],) * 2
    assert sum(tally.values()) + len(part.stale) == 3
    assert codes(part.attention) == [c for c in codes(judged.attention) if c.startswith("HD")]
    assert (part.as_of, judged.of_group("XX").rows) == (judged.as_of, ())


def test_the_country_has_only_what_can_be_compared(published: Store):
    board = assess(published, seen_on(published, date(2026, 11, 22)), "national")
    assert " ".join(row.indicator.code for row in board.rows) == (
        "ML02 PC01 PC05 PC09 DH01 DH02 DH03 DH04 DH05 DH06 DH08 DH11 DH13 HD01 HD02 NL01 NL02 NL03 "
        "NL04 NL05"
    )
    assert [t.value for t in board.by_code["HD01"].targets] == [0.8, 0.85]
    assert (codes(board.stale), codes(board.assessed)) == (["HD01"], [])


def test_the_first_verdict_is_the_country_s_on_an_old_figure(published: Store):
    board = assess(published, seen_on(published, date(2026, 11, 22)), "national")
    row = board.by_code["HD01"]
    assert row.label == "Đúng tiến độ (theo đà trước kỳ gốc)"
    assert row.sentence == (
        "Mới có số liệu kỳ gốc: 0,729 năm 2023. Trước đó mỗi năm tăng 0,01; để đạt mục tiêu năm "
        "2030 (trên 0,8) cần tăng 0,01 mỗi năm: đà này bằng 99% mức cần. Số liệu cũ (2023)."
    )


def test_the_city_is_judged_by_its_own_targets_and_figures_only(published: Store):
    row = assess(published, seen_on(published, date(2026, 11, 22))).by_code["HD01"]
    assert [t.value for t in row.targets] == [0.82, 0.87]
    assert (row.judgement.points, row.status.value) == ([], "no_data")


def test_an_unknown_area_is_refused(published: Store):
    with pytest.raises(StoreError) as refused:
        assess(published, as_of(published), area="99")
    assert str(refused.value) == "Không có địa bàn nào mang mã '99' ở phiên bản này."


def test_a_board_is_judged_once_a_version_and_anew_after_a_change(own: Store):
    moment = seen_on(own, DAY)
    before = assess(own, moment)
    record(own, figure("CS02", 2027, 83.0))
    after = assess(own, seen_on(own, DAY))
    assert assess(own, moment) is before
    assert assess(own, seen_on(own, DAY)) is after
    points = [board.by_code["CS02"].judgement.points for board in (before, after)]
    assert points == [[], [Point(2027, 83.0)]]


def test_a_withdrawn_figure_disappears_from_then_on(own: Store):
    record(own, figure("ML02", 2025, None))
    now = assess(own, seen_on(own, DAY)).by_code["ML02"]
    then = assess(own, as_of(own, number=2)).by_code["ML02"]
    assert (now.status.value, now.judgement.points) == ("no_data", [])
    assert then.judgement.points == [Point(2025, 76.98)]


def test_thresholds_are_those_in_force(published: Store):
    thresholds = assess(published, as_of(published)).thresholds
    assert (thresholds.on_track, thresholds.slow) == (0.95, 0.60)
