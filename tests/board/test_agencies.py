"""What each lead agency has to do: its worries, what is well, what is not judged, what it owes."""

from datetime import date

from indicators.board.agencies import AgencyStanding, agency_standings
from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.board.partition import part_of
from indicators.board.reporting import Due, last_due, owed
from indicators.progress.results import Status
from indicators.store.connection import Store
from tests.recording import seen_on


def whole(store: Store) -> Board:
    return assess(store, as_of(store))


def counts(standings: list[AgencyStanding]) -> list[tuple[str, int, int, int, int]]:
    return [
        (
            each.agency.short_name,
            len(each.attention),
            len(each.good),
            len(each.unjudged),
            len(each.owed),
        )
        for each in standings
    ]


def test_the_agencies_come_with_most_worries_first_and_every_indicator_is_in_one_part(
    illustrative: Store,
):
    board = whole(illustrative)
    assert counts(agency_standings(board)) == [
        ("Sở GD&ĐT", 14, 29, 9, 2),
        ("Sở KH&CN", 3, 3, 2, 0),
        ("Sở Nội vụ", 2, 2, 2, 6),
        ("Sở Tài chính", 1, 2, 0, 0),
        ("Thống kê TP", 1, 1, 0, 0),
        ("UBND TP", 0, 0, 2, 0),
        ("Sở VH,TT&DL", 0, 0, 1, 0),
        ("CATP", 0, 0, 1, 0),
    ]
    assert sum(len(each.rows) for each in agency_standings(board)) == len(board.programme)


def test_the_worries_of_an_agency_come_worst_first(illustrative: Store):
    education = agency_standings(whole(illustrative))[0]
    statuses = [row.status for row in education.attention]
    assert statuses == [
        *[Status.MISSED] * 2,
        *[Status.WORSENING] * 2,
        *[Status.OFF_TRACK] * 5,
        *[Status.SLOW] * 5,
    ]


def test_a_verdict_on_an_old_figure_is_not_among_the_judged(illustrative: Store):
    board = whole(illustrative)
    stale = {row.indicator.code for row in board.stale}
    apart = {
        row.indicator.code
        for each in agency_standings(board)
        for row in each.unjudged
        if row.indicator.code in stale
    }
    assert stale == apart
    slow = [each.within(part_of(board, Status.SLOW)) for each in agency_standings(board)]
    assert sum(map(len, slow)) == board.tally[Status.SLOW]


def test_where_nothing_can_be_judged_who_owes_most_comes_first(published: Store):
    board = assess(published, seen_on(published, date(2026, 11, 22)))
    assert [count[4] for count in counts(agency_standings(board))] == [51, 8, 6, 3, 2, 2, 1, 1]
    assert {each.is_silent for each in agency_standings(board)[1:]} == {True}


def test_what_was_once_completed_is_owed_no_more_but_what_is_to_be_kept_is(illustrative: Store):
    board = whole(illustrative)
    due = last_due(board.catalogue, board.as_of.day)
    missing = [code for codes in owed(board, due).values() for code in codes]
    done = ["ML04", "PC06", "NL07"]
    assert [due.met_by(board.by_code[code]) for code in done] == [True] * 3
    assert not set(done) & set(missing)
    assert len(missing) == 8
    fund = board.by_code["NL07"]
    assert Due("nam", 2026, date(2026, 11, 15)).met_by(fund)  # reported done in that year
    assert not Due("nam", 2025, date(2025, 11, 15)).met_by(fund)
