"""Comparisons that are offered before anything is asked."""

from datetime import date

from indicators.board.as_of import AsOf
from indicators.board.board import Board, assess
from indicators.comparison.suggestions import alike_in, fitting, splittable
from indicators.store.connection import Store
from indicators.store.history import version_at


def board_of(store: Store, version: int, year: int) -> Board:
    return assess(store, AsOf(version_at(store, version), date(year, 11, 22), year))


def test_indicators_of_a_group_in_one_unit_are_offered_together(published: Store):
    rows = board_of(published, 2, 2026).of_group("DH").rows
    offered = {offer.text: offer.question.codes for offer in alike_in(rows)}
    assert offered == {
        "6 trong 8 chỉ tiêu tính bằng %": ("DH01", "DH02", "DH03", "DH05", "DH07", "DH08"),
        "4 chỉ tiêu tính bằng người": ("DH09", "DH10", "DH18", "DH20"),
    }


def test_those_with_figures_are_offered_first(published: Store):
    board = board_of(published, 2, 2026)
    assert [row.indicator.code for row in fitting(board, [board.by_code["CL01"]])][:2] == [
        "CL02",
        "CL03",
    ]
    chosen = [board.by_code[f"NL0{n}"] for n in range(1, 6)]
    assert [row.indicator.code for row in fitting(board, chosen)] == ["NL06"]


def test_what_can_be_split_up_is_listed_with_its_ways(published: Store):
    board = board_of(published, 2, 2026)
    assert [(row.indicator.code, ways) for row, ways in splittable(published, board)] == [
        *((code, ("địa bàn",)) for code in ("CL01", "CL02", "DH06", "NL04")),
        *((f"BC0{n}", ("địa bàn", "cấp học")) for n in range(1, 5)),
    ]
    assert splittable(published, board_of(published, 2, 2003)) == []
