"""A row's few words: the figure judged and its target, what is needed a year, what was gained."""

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Row, assess
from indicators.board.now_to_target import NowToTarget, need_words, now_to_target, pace_words
from indicators.store.connection import Store

TOLD = [
    ("of this year for 2030", "ML02", NowToTarget("83,57%", None, "85%", None)),
    ("of an earlier year", "NL15", NowToTarget("86,9%", 2028, "100%", None)),
    ("the year that was judged", "NL14", NowToTarget("71", 2028, "0 người", None)),
    ("due another year", "HD03", NowToTarget("−3,9", None, "trên 0 điểm", 2035)),
    ("a unit once", "DH10", NowToTarget("1.700", None, "2.000 người", None)),
    ("a growth", "DH15", NowToTarget("+6,1%/năm", None, "+18%/năm", None)),
    ("a thing begun", "ML08", NowToTarget("hoàn thành 30%", None, "100%", None)),
    ("a thing done", "ML04", NowToTarget("đã hoàn thành", 2027, "", None)),
    ("a band of ranks", "DH17", NowToTarget("hạng 201–250", None, "hạng 200", None)),
    ("nothing is asked", "CL03", NowToTarget("52,0%", None, "", None)),
    ("no figure", "DH03", NowToTarget("–", None, "20%", None)),
]
NEEDS = [
    ("points", "NL15", "+6,6 điểm %", "từ 2025: −0,53 điểm %"),
    ("a growth", "DH21", "+175%", "từ 2025: −4,5%"),
    ("a level lost", "PC03", "+1,8 điểm %", "từ 2025: −0,44 điểm %"),
    ("a level of each year that was too low", "NL02", "thiếu 0,3 điểm %", "từ 2025: +0,075 điểm %"),
    ("one that was too high", "NL14", "vượt 71 người", "từ 2025: −31,5 người"),
    ("the year is over", "PC07", "đã quá hạn", "từ 2026: +6,7 điểm %"),
    ("this is the year", "CS04", "đến hạn năm nay", "từ 2025: +13,2 điểm %"),
    ("reached", "ML03", "", "từ 2025: +0,5 trường"),
    ("no figure", "DH03", "", ""),
]


def row_of(store: Store, code: str) -> Row:
    return assess(store, as_of(store)).by_code[code]


@pytest.mark.parametrize(("code", "told"), [pytest.param(*case, id=name) for name, *case in TOLD])
def test_a_row_tells_the_figure_that_was_judged_and_its_target(
    illustrative: Store, code: str, told: NowToTarget
):
    assert now_to_target(row_of(illustrative, code)) == told


@pytest.mark.parametrize(
    ("code", "need", "gained"), [pytest.param(*case, id=name) for name, *case in NEEDS]
)
def test_a_row_tells_what_is_needed_a_year_and_what_was_gained(
    illustrative: Store, code: str, need: str, gained: str
):
    row = row_of(illustrative, code)
    assert (need_words(row), pace_words(row)) == (need, gained)
