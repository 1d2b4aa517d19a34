"""A number is read as it was meant or refused, never taken for another one."""

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.loader import load
from indicators.intake.checks.numbers import WrittenNumber, read_number
from indicators.intake.checks.values import read_value
from indicators.intake.files.cell import Cell
from indicators.wording.numbers import number

INDICATORS = {each.code: each for each in load().indicators}
NBSP, THIN, NARROW, MINUS = "\u00a0", "\u2009", "\u202f", "\u2212"
NO_MARK: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("85", 85, ""),
        ("0", 0, ""),
        ("76,9", 76.9, ","),
        ("76.98", 76.98, "."),
        ("1.234,5", 1234.5, ","),
        ("1,234.5", 1234.5, "."),
        ("1.234.567", 1234567, ","),
        ("1,234,567", 1234567, "."),
        ("1.234.567,89", 1234567.89, ","),
        ("1,234,567.89", 1234567.89, "."),
        ("1.234,567", 1234.567, ","),
        ("1234,567", 1234.567, ","),
        ("0,234", 0.234, ","),
        ("0.234", 0.234, "."),
        ("12,3456", 12.3456, ","),
        ("1 234", 1234, ""),
        ("1 234 567", 1234567, ""),
        (f"1{NBSP}234,5", 1234.5, ","),
        (f"1{THIN}234{THIN}567", 1234567, ""),
        (f"1{NARROW}234.567", 1234.567, "."),
        ("-1,5", -1.5, ","),
        (f"{MINUS}1,5", -1.5, ","),
        ("+1,5", 1.5, ","),
        ("８５，５", 85.5, ","),
        (f"{NBSP}85{NBSP}", 85, ""),
        ("007", 7, ""),
    ],
)
def test_a_number_in_an_accepted_form_is_its_value(text, value, mark):
    written = read_number(Cell(text))
    assert (written.form, written.value, written.mark, written.percent) == (
        "number", value, mark, False,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["76,9%", "76,9 %", f"76,9{NBSP}%", "７６，９％", "76.9%"])
def test_a_percent_sign_is_kept_apart(text):
    written = read_number(Cell(text))
    assert (written.form, written.value, written.percent) == ("number", 76.9, True)


@pytest.mark.parametrize(
    ("text", "decimal", "grouped"),
    [
        ("1.234", 1.234, 1234),
        ("1,234", 1.234, 1234),
        ("-12.345", -12.345, -12345),
        ("123,456", 123.456, 123456),
        ("85.000", 85, 85000),
        ("100,000%", 100, 100000),
    ],
)
def test_one_mark_before_three_digits_has_two_readings(text, decimal, grouped):
    written = read_number(Cell(text))
    assert (written.form, written.value, written.grouped, written.mark) == (
        "ambiguous", decimal, grouped, "",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "–",
        "—",
        "…",
        "...",
        "x",
        "X",
        "N/A",
        "n/a",
        "chưa có số liệu",
        "CHƯA CÓ SỐ LIỆU",
        "chua co so lieu",
        "(chưa có)",
        "Không có số liệu.",
        "--",
    ],
)
def test_what_says_there_is_no_figure_is_missing(text):
    assert read_number(Cell(text)) == WrittenNumber("missing")


@pytest.mark.parametrize(
    "text",
    ["≥85", ">= 85", "<5", "~85", "trên 95", "Dưới 10%", "khoảng 85", "80-85", "80 – 85",
     "80 đến 85", "từ 80", "85+", "ít nhất 3", "không quá 5"],
)  # fmt: skip
def test_a_bound_or_a_range_is_not_its_number(text):
    assert read_number(Cell(text)) == WrittenNumber("bound")


@pytest.mark.parametrize(
    "text",
    ["85²", "٣", "1.23.456", "1,23,456", "1.234.56", "1.234,5.6", "1 23", "12 3456", "1.234 567",
     "85,", ",5", ".5", "85..5", "1e3", "1E+05", "(5)", "--5", "- 5", "85 trường", "85*", "nan",
     "inf", "0x10", "1_000", "½", "85/100", "76,9%%", "%", "0.234.567", "012,5", "1'234", "85\n86",
     "1234567890123456", "bảy mươi"],
)  # fmt: skip
def test_what_is_no_accepted_form_is_no_number(text):
    assert read_number(Cell(text)) == WrittenNumber("bad")


def test_a_native_number_is_itself_whatever_it_looks_like():
    assert read_number(Cell("1.234", 1.234, "number")) == WrittenNumber("number", 1.234)
    assert read_number(Cell("85%", 85.0, "number")) == WrittenNumber("number", 85, percent=True)


def test_a_date_is_no_number():
    assert read_number(Cell("2025-01-12", 45669.0, "date")) == WrittenNumber("date")


COMMA, DOT = frozenset({","}), frozenset({"."})
BOTH = COMMA | DOT


@pytest.mark.parametrize(
    ("indicator", "text", "marks", "value", "kinds"),
    [
        ("DH14", "1.234", COMMA, 1234, []),
        ("DH14", "1.234", DOT, 1.234, []),
        ("DH14", "1,234", COMMA, 1.234, []),
        ("DH14", "1.234", NO_MARK, None, ["ambiguous_number"]),
        ("DH14", "1.234", BOTH, None, ["ambiguous_number"]),
        ("BC03", "1.234", NO_MARK, 1234, ["ambiguous_number"]),
        ("BC03", "12.000", BOTH, 12000, ["ambiguous_number"]),
        ("BC03", "1.234", DOT, 1.234, ["not_integer"]),
        ("BC03", "12.000", DOT, None, ["ambiguous_number"]),
        ("BC03", "12.000", COMMA, 12000, []),
        ("ML02", "76.981", NO_MARK, 76.981, ["ambiguous_number"]),
        ("ML02", "76.981", COMMA, 76981, ["out_of_range"]),
        ("NL04", "1.234", NO_MARK, 1.234, ["ambiguous_number"]),
        ("HD01", "1.234", NO_MARK, None, ["ambiguous_number"]),
        ("HD01", "0.644", NO_MARK, 0.644, []),
    ],
)
def test_an_ambiguous_number_is_settled_by_its_column_then_by_its_kind(
    indicator, text, marks, value, kinds
):
    said = read_value(INDICATORS[indicator], marks, Cell(text))
    assert (said.value.value if said.value else None) == value
    assert [problem.kind for problem in said.problems] == kinds


def test_a_reading_chosen_by_the_kind_is_a_warning_that_says_how_it_was_read():
    (problem,) = read_value(INDICATORS["ML02"], NO_MARK, Cell("76.981")).problems
    assert (problem.severity, problem.message) == (
        "warning",
        "'76.981' có thể đọc hai cách; đã đọc là 76,981 vì chỉ tiêu chỉ nhận số như vậy. "
        "Hãy xác nhận hoặc ghi lại cho rõ.",
    )


@st.composite
def rendered(draw) -> tuple[float, str]:
    """A value and one of the accepted ways of writing it."""
    decimals = draw(st.integers(0, 5))
    digits = draw(st.integers(-(10**12), 10**12))
    value = round(digits / 10**decimals, decimals)
    vietnamese = number(value, decimals)
    swapped = vietnamese.translate(str.maketrans(",.", ".,"))
    spaced = vietnamese.replace(".", draw(st.sampled_from([" ", NBSP, THIN, NARROW])))
    bare = vietnamese.replace(".", "")
    text = draw(st.sampled_from([vietnamese, swapped, spaced, bare, bare.replace(",", ".")]))
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return value, draw(st.sampled_from([text, text.translate(wide), f" {text} ", text + "%"]))


@given(rendered())
def test_a_value_written_in_any_accepted_form_is_read_back_or_refused(case):
    value, text = case
    written = read_number(Cell(text))
    assert written.form in ("number", "ambiguous")
    if written.form == "number":
        assert written.value == value
    else:
        assert value in (written.value, written.grouped)


@given(st.text(max_size=12))
def test_no_text_at_all_is_a_number_without_a_digit_of_its_own(text):
    written = read_number(Cell(text))
    assert isnan(written.value) or any(c in "0123456789０１２３４５６７８９" for c in text)


@given(
    rendered(), st.sampled_from(sorted(INDICATORS)), st.sampled_from([NO_MARK, COMMA, DOT, BOTH])
)
def test_a_value_without_error_is_the_one_written_in_some_reading(case, code, marks):
    value, text = case
    said = read_value(INDICATORS[code], marks, Cell(text))
    clean = all(problem.severity != "error" for problem in said.problems)
    written = read_number(Cell(text))
    if said.value is not None and clean:
        assert said.value.value in (written.value, written.grouped)
        assert written.form == "ambiguous" or said.value.value == value
