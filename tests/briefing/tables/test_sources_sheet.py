"""The list of sources to take away."""

from datetime import date

from indicators.board.board import assess
from indicators.briefing.tables.sources import sources_sheet
from indicators.quality.sources import Source, sources_of
from indicators.store.connection import Store
from indicators.store.sources import Sourced, sourced_at
from tests.programme import PUBLISHED
from tests.recording import seen_on

DAY = date(2026, 11, 22)
FOUND = [
    Sourced("A", "1/BC", DAY, "https://a.vn", "CS02", 3, 2024, 2026, 5),
    Sourced("A", "1/BC", DAY, "https://a.vn", "ML02", 4, 2020, 2025, 2),
    Sourced("A", "2/BC", None, "", "ML02", 9, 2020, 2028, 3),
]


def test_a_source_has_the_figures_of_all_its_indicators():
    assert sources_of(FOUND) == [
        Source("A", "2/BC", None, "", ("ML02",), 9, 2020, 2028, 3),
        Source("A", "1/BC", DAY, "https://a.vn", ("CS02", "ML02"), 7, 2020, 2026, 2),
    ]


def test_of_some_indicators_only_their_figures_count():
    assert sources_of(FOUND, {"CS02"}) == [
        Source("A", "1/BC", DAY, "https://a.vn", ("CS02",), 3, 2024, 2026, 5)
    ]
    assert sources_of(FOUND, set()) == []


def test_all_figures_of_the_board_are_in_the_list(published: Store):
    board = assess(published, seen_on(published, DAY))
    sheet = sources_sheet(board, sources_of(sourced_at(published, 2)))
    assert sum(row[7] for row in sheet.rows) == len(PUBLISHED)
    (newspaper,) = [row for row in sheet.rows if row[0].startswith("VnEconomy")]
    assert newspaper == (
        "VnEconomy, 5/9/2025", "", None,
        "https://vneconomy.vn/hang-trieu-hoc-sinh-hai-phong-va-quang-ninh-tham-gia-le-khai-giang-"
        "dac-biet.htm", "ML02", 2025, 2025, 1, 2,
    )  # fmt: skip
    assert sheet.title == "NGUỒN SỐ LIỆU"


def test_the_list_of_one_agency_says_whose_it_is(published: Store):
    board = assess(published, seen_on(published, DAY))
    title = sources_sheet(board, [], "Sở Tài chính").title
    assert title == "NGUỒN SỐ LIỆU, chỉ tiêu do Sở Tài chính chủ trì"
