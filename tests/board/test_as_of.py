"""Which version, day and year a reader looks at."""

from datetime import date, timedelta

import pytest

from indicators.board.as_of import AsOf, as_of
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import version_at
from indicators.wording.numbers import day

LATER = date(2999, 3, 5)


def test_without_asking_it_is_now(published: Store, today: date):
    newest = version_at(published, 2)
    assert as_of(published) == AsOf(newest, today, today.year, past=False)


def test_a_day_to_come_is_refused(published: Store, today: date):
    with pytest.raises(StoreError) as refused:
        as_of(published, LATER)
    assert str(refused.value) == (
        f"Ngày {day(LATER)} chưa tới, hôm nay là {day(today)}; hãy chọn hôm nay hoặc một "
        "ngày trước đó."
    )


def test_a_version_stands_for_its_own_day(published: Store, today: date):
    first = version_at(published, 1)
    assert as_of(published, number=1) == AsOf(first, today, today.year, past=True)


def test_the_newest_version_asked_for_is_now(published: Store):
    assert as_of(published, number=2) == as_of(published)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("other", [LATER, date(2026, 1, 5)])
def test_beside_a_version_a_day_says_only_from_when_dates_are_counted(
    published: Store, number: int, other: date
):
    version = version_at(published, number)
    assert as_of(published, other, number) == AsOf(version, other, other.year, past=True)


def test_an_earlier_year_is_the_past(published: Store, today: date):
    newest = version_at(published, 2)
    assert as_of(published, year=2024) == AsOf(newest, today, 2024, past=True)


def test_the_year_of_the_day_is_not_the_past(published: Store, today: date):
    assert as_of(published, today, year=today.year) == as_of(published)


def test_a_year_goes_with_a_version_and_its_day(published: Store, today: date):
    first = version_at(published, 1)
    assert as_of(published, number=1, year=2024) == AsOf(first, today, 2024, past=True)


def test_a_later_year_is_refused(published: Store):
    with pytest.raises(StoreError) as refused:
        as_of(published, date(2029, 6, 10), 2, 2030)
    assert str(refused.value) == (
        "Năm đánh giá 2030 ở sau ngày đang xem 10/06/2029; hãy chọn năm 2029 hoặc sớm hơn."
    )


def test_a_day_before_the_first_version_is_refused(published: Store, today: date):
    with pytest.raises(StoreError) as refused:
        as_of(published, today - timedelta(days=2))
    assert str(refused.value) == (
        f"Chưa có dữ liệu vào ngày {day(today - timedelta(days=2))}; "
        f"ngày đầu tiên có dữ liệu là {day(today)}."
    )


def test_an_unknown_version_is_refused(published: Store):
    with pytest.raises(StoreError) as refused:
        as_of(published, number=999)
    assert str(refused.value) == "Không có phiên bản 999; phiên bản mới nhất là 2."
