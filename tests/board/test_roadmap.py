"""The way of every indicator that is judged: each stands once, those behind first."""

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.board.partition import part_of
from indicators.board.roadmap import OnTheWay, Roadmap, roadmap
from indicators.progress.results import Status
from indicators.store.connection import Store
from indicators.wording.labels import ATTENTION

BEHIND = "DH05 DH21 NL15 DH01 DH15 ML08 DH08 NL10 DH20 DH07 PC07 DH14 CL06 NL05 PC02 CS02 HD02 CS04"
LOST, KEPT = "NL02 NL14 PC03", "PC04 PC08 NL01 NL03"


@pytest.fixture(scope="module")
def board(illustrative: Store) -> Board:
    return assess(illustrative, as_of(illustrative))


@pytest.fixture(scope="module")
def whole(board: Board) -> Roadmap:
    return roadmap(board)


def codes(*parts: OnTheWay) -> list[str]:
    return [each.row.indicator.code for each in parts]


def test_each_indicator_that_is_judged_stands_once(board: Board, whole: Roadmap):
    found = [*codes(*whole.behind, *whole.ahead)]
    found += [row.indicator.code for row in (*whole.lost, *whole.kept)]
    assert sorted(found) == sorted(row.indicator.code for row in board.assessed)
    parts = (whole.behind, whole.ahead, whole.lost, whole.kept)
    assert ([len(part) for part in parts], whole.count) == ([18, 33, 3, 4], 58)


def test_those_behind_come_by_what_is_missing_whatever_their_verdict(whole: Roadmap):
    assert codes(*whole.behind) == BEHIND.split()
    assert {each.row.status for each in whole.behind} == set(ATTENTION)


def test_those_well_come_by_their_lead_and_those_that_are_there_last(whole: Roadmap):
    statuses = [each.row.status for each in whole.ahead]
    assert statuses == [Status.ON_TRACK] * 20 + [Status.ACHIEVED] * 13
    going = [each.way.gap for each in whole.ahead[:20]]
    assert going == sorted(going, reverse=True)
    assert [each.way.due for each in whole.ahead[-4:]] == [None] * 4


def test_levels_to_be_kept_are_a_list_of_their_own_the_worst_first(whole: Roadmap):
    assert [row.indicator.code for row in whole.lost] == LOST.split()
    assert [row.indicator.code for row in whole.kept] == KEPT.split()


def test_a_status_leaves_those_of_it_only(board: Board):
    slow = roadmap(board, part_of(board, Status.SLOW))
    assert (len(slow.behind), slow.count) == (8, 8)
    missed = roadmap(board, part_of(board, Status.MISSED))
    assert (codes(*missed.behind), len(missed.lost), missed.count) == (["PC07"], 2, 3)
    assert roadmap(board, part_of(board, None)).count == 0


def test_a_board_without_verdicts_has_no_way(bare: Store):
    assert roadmap(assess(bare, as_of(bare))).count == 0
