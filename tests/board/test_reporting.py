"""When figures are due and who owes them."""

from datetime import date

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.board.reporting import (
    Due,
    due_dates,
    dues_passed,
    last_due,
    next_due,
    owed,
    settled_year,
)
from indicators.catalogue.loader import load
from indicators.catalogue.records import Catalogue
from indicators.store.connection import Store
from indicators.store.history import latest
from tests.recording import figure, record, seen_on

HALF, NINE, YEAR = "6t", "9t", "nam"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def test_a_year_has_three_reporting_dates_in_order(catalogue: Catalogue):
    assert due_dates(catalogue, 2027) == [
        Due(HALF, 2027, date(2027, 6, 10)),
        Due(NINE, 2027, date(2027, 9, 15)),
        Due(YEAR, 2027, date(2027, 11, 15)),
    ]


DAYS = [
    ("early in the year", date(2027, 1, 2), (YEAR, 2026), (HALF, 2027)),
    ("on the day itself it is still to come", date(2027, 6, 10), (YEAR, 2026), (HALF, 2027)),
    ("the day after", date(2027, 6, 11), (HALF, 2027), (NINE, 2027)),
    ("between the second and the third", date(2027, 10, 1), (NINE, 2027), (YEAR, 2027)),
    ("late in the year", date(2027, 11, 22), (YEAR, 2027), (HALF, 2028)),
]


@pytest.mark.parametrize(
    ("day", "last", "following"), [pytest.param(*case, id=name) for name, *case in DAYS]
)
def test_the_last_and_the_next_report_follow_the_day(
    catalogue: Catalogue, day: date, last: tuple, following: tuple
):
    reports = last_due(catalogue, day), next_due(catalogue, day)
    assert [(due.period, due.year) for due in reports] == [last, following]


def test_reports_are_named_as_people_say_it(catalogue: Catalogue):
    names = [due.name for due in due_dates(catalogue, 2026)]
    assert names == [
        "báo cáo 6 tháng năm 2026",
        "báo cáo 9 tháng năm 2026",
        "báo cáo năm 2026",
    ]


def board_of(store: Store, day: date) -> tuple[Board, Due]:
    board = assess(store, seen_on(store, day))
    return board, last_due(board.catalogue, day)


def test_all_owe_what_nobody_has_sent_those_who_owe_most_first(published: Store):
    missing = owed(*board_of(published, date(2026, 11, 22)))
    assert [(agency, len(codes)) for agency, codes in missing.items()] == [
        ("Sở Giáo dục và Đào tạo", 51),
        ("Sở Khoa học và Công nghệ", 8),
        ("Sở Nội vụ", 6),
        ("Sở Tài chính", 3),
        ("UBND thành phố", 2),
        ("Thống kê thành phố", 2),
        ("Sở Văn hóa, Thể thao và Du lịch", 1),
        ("Công an thành phố", 1),
    ]


SENT = [
    ("the year's figure at the year's end", "nam", date(2026, 11, 22), ["NL02", "NL03"]),
    ("a part of the year is not enough then", "9t", date(2026, 11, 22), ["NL01", "NL02", "NL03"]),
    ("half a year in summer", "6t", date(2026, 7, 1), ["NL02", "NL03"]),
    ("more than was asked", "9t", date(2026, 7, 1), ["NL02", "NL03"]),
    ("half a year in autumn", "6t", date(2026, 10, 1), ["NL01", "NL02", "NL03"]),
]


@pytest.mark.parametrize(
    ("period", "day", "codes"), [pytest.param(*case, id=name) for name, *case in SENT]
)
def test_who_has_sent_what_was_due_owes_it_no_more(
    own: Store, period: str, day: date, codes: list[str]
):
    record(own, figure("NL01", 2026, 9.0, period=period, status="ước"))
    board = assess(own, as_of(own, number=latest(own).number))
    missing = owed(board, last_due(board.catalogue, day))
    assert missing["Sở Tài chính"] == codes


def test_a_figure_of_another_year_is_not_the_one_due(own: Store):
    record(own, figure("NL01", 2025, 18.0))
    assert "NL01" in owed(*board_of(own, date(2026, 11, 22)))["Sở Tài chính"]


PASSED = [
    ("before the first report", date(2025, 11, 15), []),
    ("the base year's", date(2025, 11, 16), [(YEAR, 2025)]),
    ("of years gone by the whole year's", date(2027, 7, 1),
     [(YEAR, 2025), (YEAR, 2026), (HALF, 2027)]),
    ("of the year itself all that have passed", date(2026, 11, 22),
     [(YEAR, 2025), (HALF, 2026), (NINE, 2026), (YEAR, 2026)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "reports"), [pytest.param(*case, id=name) for name, *case in PASSED]
)
def test_the_reports_that_are_due_are_listed_from_the_base_year_on(
    published: Store, day: date, reports: list[tuple[str, int]]
):
    board = assess(published, seen_on(published, day))
    assert [(due.period, due.year) for due in dues_passed(board)] == reports


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2027, 6, 10), 2025), (date(2027, 6, 11), 2026), (date(2027, 12, 31), 2026)],
)
def test_a_year_is_settled_once_the_first_report_of_the_next_was_due(
    catalogue: Catalogue, day: date, year: int
):
    assert settled_year(catalogue, day) == year
