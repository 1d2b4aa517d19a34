"""Which targets are due soonest, and the few figures there are before anything can be judged."""

from datetime import date

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.board.deadlines import asked_words, soonest
from indicators.board.first_figures import first_figures
from indicators.quality.newest import newest_sources
from indicators.store.connection import Store
from tests.recording import seen_on


def test_the_targets_of_this_year_and_the_next_come_soonest_first(published: Store):
    board = assess(published, seen_on(published, date(2026, 11, 30)))
    assert [
        (each.row.indicator.code, each.year, each.is_yearly, asked_words(each))
        for each in soonest(board)
    ] == [
        ("PC06", 2026, False, "đủ điều kiện"),
        ("NL01", 2026, True, "tối thiểu 20%"),
        ("NL02", 2026, True, "ít nhất 5%"),
        ("NL03", 2026, True, "ít nhất 3%"),
        ("NL14", 2026, True, "0 người"),
        ("PC07", 2027, False, "đủ điều kiện"),
    ]


def test_a_target_whose_year_is_over_is_due_no_more(illustrative: Store):
    codes = [each.row.indicator.code for each in soonest(assess(illustrative, as_of(illustrative)))]
    assert "PC06" not in codes
    assert "PC07" not in codes


def test_each_figure_says_how_far_it_is_and_where_it_comes_from(published: Store):
    board = assess(published, seen_on(published, date(2026, 11, 30)))
    sources = newest_sources(published, board)
    told = {
        each.row.indicator.code: (each.value, each.asked, each.distance, each.need, each.due)
        for each in first_figures(board)
    }
    assert told == {
        "ML02": ("76,98%", "ít nhất 85%", "8,02 điểm %", "+1,6 điểm %", "78,58%"),
        "CL02": ("hạng 4", "", "", "", ""),
        "NL04": ("30%", "tối thiểu 70%", "40 điểm %", "+8 điểm %", "38%"),
    }
    assert {code: sources[code] for code in ("ML02", "CL02")} == {
        "ML02": "VnEconomy, 5/9/2025",
        "CL02": "Dân trí, 19/1/2026",
    }


def test_what_is_due_by_now_stands_a_fifth_of_the_way(published: Store):
    board = assess(published, seen_on(published, date(2026, 11, 30)))
    shares = [each.share and round(each.share, 3) for each in first_figures(board)]
    assert shares == [0.2, None, 0.2]
