"""Percentages as numerator and denominator: whether they agree, and 0 of 0, which has no value."""

from indicators.catalogue.records import Indicator
from indicators.intake.checks.readings import CellReading, Problem
from indicators.intake.checks.values import NO_SHARE, Value, out_of_range
from indicators.progress.rounding import half_step
from indicators.store.records import NO_SUBJECT

NOTHING_COUNTED = (
    "Không có đối tượng (tử số và mẫu số đều là 0): ghi nhận là 'không có', không phải 0%, và vẫn "
    "tính là đã báo cáo."
)
WORD_ALONE = (
    "'Không có' được hiểu là không có đối tượng (tử số và mẫu số đều là 0), không phải 0%. Hãy xác "
    "nhận; nếu là chưa có số liệu thì để trống ô này."
)


def with_share(
    indicator: Indicator, value: Value | None, numerator: Value | None, denominator: Value | None
) -> CellReading[Value | None]:
    """Join value, numerator and denominator, which come together and only with a percentage."""
    if numerator is None and denominator is None:
        return CellReading(value)
    if numerator is None or denominator is None:
        return _mismatch("Tử số và mẫu số phải có đủ cả hai; hãy ghi số còn thiếu.")
    above, below = numerator.value, denominator.value
    if above == below == 0 and indicator.kind == "percent":
        return _of_nothing(value)
    return _share(indicator, value, above, below)


def _share(
    indicator: Indicator, value: Value | None, above: float, below: float
) -> CellReading[Value | None]:
    """Make the percentage of numerator and denominator, or hold a given one against it."""
    wrong = _wrong_share(indicator, above, below)
    if wrong:
        return _mismatch(wrong)
    ratio = above / below * 100
    if value is None:
        return CellReading(Value(ratio, above, below), out_of_range(indicator, ratio))
    if value.label == NO_SUBJECT or not _agrees(value, ratio):
        return _mismatch("Giá trị không khớp với tử số chia mẫu số; hãy kiểm tra lại ba số này.")
    return CellReading(Value(value.value, above, below, value.label, value.decimals, value.percent))


def _of_nothing(value: Value | None) -> CellReading[Value | None]:
    """Take 0 of 0 as the answer it is; neither 0 % nor 100 % can stand beside it."""
    if value is not None and value.label != NO_SUBJECT:
        return _mismatch("Tử số và mẫu số đều là 0 thì không có tỷ lệ; hãy để trống giá trị.")
    return CellReading(NO_SHARE)


def without_subject(value: Value | None) -> tuple[Problem, ...]:
    """Say of a value that is 0 of 0 how it is kept; ask about the word alone."""
    if value is None or value.label != NO_SUBJECT:
        return ()
    if value.denominator is None:
        return (Problem("ambiguous_number", WORD_ALONE, "warning"),)
    return (Problem("ratio_mismatch", NOTHING_COUNTED, "remark"),)


def _wrong_share(indicator: Indicator, above: float, below: float) -> str:
    """Say what is wrong with a numerator and denominator; '' when nothing is."""
    if indicator.kind != "percent":
        return "Chỉ tiêu này không phải tỷ lệ phần trăm; hãy để trống tử số và mẫu số."
    if below <= 0 or above < 0:
        return "Hãy kiểm tra lại: mẫu số phải lớn hơn 0, tử số không được âm."
    if indicator.is_share and above > below:
        return "Tử số lớn hơn mẫu số; hãy kiểm tra lại hai số này."
    return ""


def _agrees(value: Value, ratio: float) -> bool:
    """Say whether a given value can be the exact ratio rounded as it was typed."""
    half = half_step(value.value) if value.decimals is None else 0.5 * 10.0**-value.decimals
    return abs(value.value - ratio) <= half * (1 + 1e-9) + 1e-9 * abs(ratio)


def _mismatch(message: str) -> CellReading[Value | None]:
    return CellReading(None, (Problem("ratio_mismatch", message),))
