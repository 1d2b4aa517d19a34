"""Columns of the report's tables grow until no figure is torn in two."""

import pytest

from indicators.typesetting.columns import GridColumn, fitted, needed

COLUMNS = (GridColumn("Chỉ tiêu", 60), GridColumn("Kỳ gốc", 14), GridColumn("Mới nhất", 14))


def widths(*rows: tuple[str | tuple[str, str], ...]) -> list[float]:
    return [round(column.width, 1) for column in fitted(COLUMNS, rows, 10)]


def test_short_figures_leave_the_columns_as_they_are():
    assert widths(("Tên dài của một chỉ tiêu", "76,98", "80"), ("Nhóm",)) == [60, 14, 14]


def test_a_long_figure_takes_what_it_needs_from_the_widest_column():
    name, first, last = widths(("Tên", "10.000.000", "80"), ("Tên", "1", "12.345.678*"))
    assert first == pytest.approx(needed(0, [("10.000.000", "")], 10), abs=0.1)
    assert last == pytest.approx(needed(0, [("12.345.678*", "")], 10), abs=0.1)
    assert name + first + last == pytest.approx(88, abs=0.1)


def test_what_stands_below_a_figure_counts_too():
    assert widths(("Tên", "1", ("80", "+12.345.678")))[2] > 20


def test_a_word_without_end_is_torn_rather_than_the_page_left():
    assert widths(("Tên", "9" * 300, "80")) == [60, 14, 14]


def test_a_heading_over_all_columns_asks_for_nothing():
    assert widths(("Một" * 80,)) == [60, 14, 14]
