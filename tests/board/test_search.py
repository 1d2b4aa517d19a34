"""The indicators of the programme, asked for in words."""

from collections.abc import Callable

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.board.search import asked_for
from indicators.catalogue.loader import load
from indicators.catalogue.records import Indicator
from indicators.store.connection import Store
from indicators.wording.search import folded

TYPED: dict[str, Callable[[Indicator], str]] = {
    "code": lambda i: i.code,
    "code in small letters": lambda i: i.code.lower(),
    "short name": lambda i: i.short_name,
    "short name without marks": lambda i: folded(i.short_name),
    "name": lambda i: i.name,
    "name without marks": lambda i: folded(i.name),
}


@pytest.fixture
def board(published: Store) -> Board:
    return assess(published, as_of(published))


def codes_for(board: Board, typed: str) -> list[str]:
    return [row.indicator.code for row in asked_for(board, typed)]


@pytest.mark.parametrize("what", TYPED)
def test_every_indicator_is_the_first_answer_to_its_own(board: Board, what: str):
    asked = {i.code: TYPED[what](i) for i in load().indicators}
    others = {code: typed for code, typed in asked.items() if codes_for(board, typed)[0] != code}
    assert others == {}


def test_an_agency_is_found_by_its_name_and_by_its_short_name(board: Board):
    of_science = [r.indicator.code for r in board.rows if "Khoa học và Công" in r.indicator.lead]
    assert of_science != []
    assert codes_for(board, "Sở Khoa học và Công nghệ")[: len(of_science)] == of_science
    assert codes_for(board, "so kh&cn") == of_science


def test_a_group_is_found_by_its_name(board: Board):
    assert codes_for(board, "nguồn lực và điều kiện") == [f"NL{n:02}" for n in range(1, 16)]
