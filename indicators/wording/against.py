"""How a figure stands to its plan and to a year before, in the words and signs of the offices."""

from math import isclose

from indicators.progress.against import FigureComparison, Outcome
from indicators.wording.notation import OF_A_HUNDRED, Notation, with_unit
from indicators.wording.numbers import MINUS, MOST_DECIMALS, plain, rounded

OUTCOMES = {
    Outcome.EXCEEDED: "vượt kế hoạch",
    Outcome.MET: "đạt kế hoạch",
    Outcome.SHORT: "chưa đạt kế hoạch",
}
SHARE_DECIMALS = 1


def plan_share(comparison: FigureComparison, notation: Notation, *, narrow: bool = False) -> str:
    """Write TH/KH: '98,8%', '−1,2 điểm %', 'kém 2 bậc', 'bằng KH'; `narrow` as '−3'."""
    percent = plan_percent(comparison)
    if percent is not None:
        return f"{plain(percent)}%"
    if comparison.difference == 0:
        return "bằng KH"
    if notation.indicator.kind == "rank":
        word = "kém" if comparison.difference > 0 else "hơn"
        return f"{word} {notation.gap(comparison.difference)}"
    return signed_difference(comparison, notation, narrow=narrow)


def year_change(comparison: FigureComparison, notation: Notation, *, narrow: bool = False) -> str:
    """Write the change to the same period a year before: '+7,2%', 'tăng 44 bậc', 'không đổi'."""
    if comparison.difference == 0:
        return "không đổi"
    if notation.indicator.kind == "rank":
        return f"{notation.moved(comparison.difference)} {notation.gap(comparison.difference)}"
    percent = year_percent(comparison)
    if percent is None:
        return signed_difference(comparison, notation, narrow=narrow)
    return f"{sign(percent)}{plain(abs(percent))}%"


def outcome_word(comparison: FigureComparison) -> str:
    """Say whether the plan of a whole year was met; nothing before the year is full."""
    return OUTCOMES[comparison.outcome] if comparison.outcome else ""


def plan_percent(comparison: FigureComparison) -> float | None:
    """Give TH/KH in % rounded as it is written."""
    return None if comparison.ratio is None else shown_percent(100 * comparison.ratio, 100)


def year_percent(comparison: FigureComparison) -> float | None:
    """Give the change in % rounded as it is written."""
    return None if comparison.ratio is None else shown_percent(100 * (comparison.ratio - 1), 0)


def rounded_difference(comparison: FigureComparison, notation: Notation) -> float:
    """Give the difference rounded as it is written, with its sign, for a cell of a workbook."""
    return float(rounded(comparison.difference, notation.gap_decimals(comparison.difference)))


def signed_difference(comparison: FigureComparison, notation: Notation, *, narrow: bool) -> str:
    """Write a difference with its sign and short unit: '+1,2 điểm %', '−3 trường'.

    For a narrow column, beside one of units, '+1,2 điểm %' and '−3'.
    """
    number = f"{sign(comparison.difference)}{notation.gap_number(comparison.difference)}"
    in_points = notation.indicator.kind in OF_A_HUNDRED
    if narrow:
        return with_unit(number, "điểm %" if in_points else "")
    return with_unit(number, "điểm %" if in_points else notation.difference_unit())


def sign(change: float) -> str:
    """Write the sign of a change."""
    return "+" if change > 0 else MINUS if change < 0 else ""


def shown_percent(percent: float, equal: float) -> float:
    """Round to one decimal, to more where it would look equal and is not."""
    places = SHARE_DECIMALS
    while float(rounded(percent, places)) == equal and places < MOST_DECIMALS:
        if isclose(percent, equal, abs_tol=1e-9):
            break
        places += 1
    return float(rounded(percent, places))
