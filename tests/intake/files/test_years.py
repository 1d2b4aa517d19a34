"""A year is four digits within reason; what only resembles one is refused."""

from datetime import date

import pytest

from indicators.catalogue.loader import load
from indicators.intake.checks.keys import Known, read_year
from indicators.intake.files.cell import Cell

KNOWN = Known.of(load(), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (Cell("2025"), 2025),
        (Cell(" 2025\u00a0"), 2025),
        (Cell("２０２５"), 2025),
        (Cell("2025", 2025.0, "number"), 2025),
        (Cell("2.025", 2025.0, "number"), 2025),
        (Cell("2015"), 2015),
        (Cell("2026"), 2026),
        (Cell("Năm 2025"), 2025),
        (Cell("NĂM  2025"), 2025),
        (Cell("nam 2025"), 2025),
        (Cell("2025.0"), 2025),
        (Cell("2025,00"), 2025),
        (Cell("2025.0", 2025.0, "number"), 2025),
    ],
)
def test_four_digits_are_a_year(cell, year):
    said = read_year(KNOWN, cell)
    assert (said.value, said.problems) == (year, ())


@pytest.mark.parametrize(
    "cell",
    [
        Cell(""),
        Cell("25"),
        Cell("2025-2026"),
        Cell("2025–2026"),
        Cell("Ước 2025"),
        Cell("Năm học 2025"),
        Cell("Năm 2025-2026"),
        Cell("2025.5"),
        Cell("2025.000"),
        Cell("2025 năm"),
        Cell("2.025"),
        Cell("2025,5", 2025.5, "number"),
        Cell("01/01/2025"),
        Cell("2025-01-01", 45658.0, "date"),
        Cell("2025", 45658.0, "date"),
        Cell("20255"),
        Cell("1989"),
        Cell("2046"),
        Cell("٢٠٢٥"),
        Cell("MMXXV"),
    ],
)
def test_anything_else_is_no_year(cell):
    said = read_year(KNOWN, cell)
    assert said.value is None
    assert [(each.severity, each.kind) for each in said.problems] == [("error", "bad_year")]


@pytest.mark.parametrize("text", ["1990", "2014"])
def test_a_year_long_ago_is_remarked_on(text):
    said = read_year(KNOWN, Cell(text))
    assert said.value == int(text)
    assert [(each.severity, each.kind) for each in said.problems] == [("remark", "bad_year")]


@pytest.mark.parametrize("text", ["2027", "2045"])
def test_a_year_ahead_is_for_plans_only(text):
    actual, planned = read_year(KNOWN, Cell(text)), read_year(KNOWN, Cell(text), planned=True)
    assert (actual.value, [each.kind for each in actual.problems]) == (None, ["future_year"])
    assert (planned.value, planned.problems) == (int(text), ())
