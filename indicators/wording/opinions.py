"""Second opinions in words: where the trend leads, compound growth, robustness."""

from indicators.progress.results import Judgement
from indicators.wording.notation import Notation
from indicators.wording.numbers import share_of


def opinion_lines(judgement: Judgement, notation: Notation) -> list[str]:
    """Give the second opinions beside a headline, one sentence each."""
    lines = [trend_line(judgement, notation), cagr_line(judgement)]
    return [line for line in lines if line]


def trend_line(judgement: Judgement, notation: Notation) -> str | None:
    """Tell where the linear trend stands in the headline's year."""
    trend, headline = judgement.trend, judgement.headline
    if trend is None or headline is None or headline.decided:
        return None
    sentence = f"Theo xu thế tuyến tính, năm {headline.goal.year}: {notation.value(trend.value)}"
    if trend.low is None or trend.high is None:
        return f"{sentence}."
    low, high = notation.value(trend.low), notation.value(trend.high)
    return f"{sentence}; khoảng dự báo 80%, giả định xu thế tuyến tính: {low} đến {high}."


def cagr_line(judgement: Judgement) -> str | None:
    """Tell the ratio of compound growth rates (the form Eurostat and Open SDG use)."""
    headline = judgement.headline
    if judgement.cagr_ratio is None or headline is None or headline.decided:
        return None
    share = share_of(judgement.cagr_ratio)
    return f"Tính theo tốc độ tăng bình quân, nhịp độ bằng {share} mức cần."
