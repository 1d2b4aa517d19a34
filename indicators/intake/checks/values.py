"""What a value cell says of an indicator, and whether the indicator can have such a value."""

import re
from functools import partial
from math import inf, isfinite, nan
from typing import Any, NamedTuple

from indicators.catalogue.records import Indicator
from indicators.intake.checks.marks import Marks
from indicators.intake.checks.numbers import WrittenNumber, read_number
from indicators.intake.checks.provenance import read_unit
from indicators.intake.checks.readings import CellReading, Memo, Problem, key
from indicators.intake.files.cell import Cell
from indicators.intake.files.spelling import plain_digits, same_name
from indicators.store.records import NO_SUBJECT
from indicators.wording.numbers import plain

BAND = re.compile(r"([1-9][0-9]{0,5})\s{0,5}[-–]\s{0,5}([1-9][0-9]{0,5})")
STAGES = {
    "có": 100.0, "không": 0.0, "đạt": 100.0, "đã đạt": 100.0, "chưa đạt": 0.0, "không đạt": 0.0,
    "hoàn thành": 100.0, "đã hoàn thành": 100.0,
}  # fmt: skip
WHOLE_KINDS = ("count", "rank")
WORDED_KINDS = ("percent", "rank", "milestone")
NUMERIC_FORMS = ("number", "ambiguous")
SHARE_KINDS = ("percent", "milestone")
# Recorded as a rank behind every other.
UNRANKED = "chưa xếp hạng"
BAD = {
    "bound": "Đây là một khoảng hoặc mức chặn; hãy ghi đúng một số, như 85 hay 76,9.",
    "date": "Ô này chứa ngày tháng; hãy định dạng lại ô và ghi một số, như 85 hay 76,9.",
    "unclear": "Ô hiển thị một số khác với số thật ở trong ô (chia nghìn, chia triệu, lúc là phần "
    "trăm lúc không); hãy định dạng lại ô kiểu số thường rồi ghi đúng số.",
    "bad": "Không đọc được thành số; hãy ghi một số, như 85 hay 76,9, hoặc để trống nếu chưa có.",
}
# What to write where words may stand in place of a number.
BAD_WORDED = {
    "milestone": "Không đọc được; hãy ghi 'có', 'không', 'đạt', 'chưa đạt' hoặc phần trăm hoàn "
    "thành từ 0 đến 100.",
    "rank": "Không đọc được; hãy ghi thứ hạng như 12, khoảng như 201–250 hoặc 'chưa xếp hạng'.",
}
AMBIGUOUS = "Không rõ dấu ngăn hàng nghìn hay dấu thập phân; hãy ghi 1234 hoặc 1,2340."


class Value(NamedTuple):
    """A figure as read; `label` is what stood in place of a plain number.

    `decimals` counts those typed (None: a native number), `percent` says that a % sign was there.
    Of 0 of 0 the value is no number (nan) and the label `NO_SUBJECT`.
    """

    value: float
    numerator: float | None = None
    denominator: float | None = None
    label: str = ""
    decimals: int | None = None
    percent: bool = False


NO_SHARE = Value(nan, 0.0, 0.0, NO_SUBJECT)
# Words alone may be meant for no figure yet, so they are asked about.
IN_WORDS = Value(nan, label=NO_SUBJECT)
NOTHING_WORDS = {"0/0": NO_SHARE, NO_SUBJECT: IN_WORDS, "không có đối tượng": IN_WORDS}


Numeral = tuple[WrittenNumber, CellReading[Value] | None]


class Numerals(dict[Any, Numeral]):
    """Tells what cells write, each distinct one once; ask it by `key(cell)`.

    Beside what is written stands the value, where it is a number that needs no settling.
    """

    def __missing__(self, key: Cell | tuple[Cell, float | None, str]) -> Numeral:
        """Read a cell for the first time."""
        written = read_number(key if isinstance(key, Cell) else key[0])
        is_plain = written.form == "number" and not written.percent
        value = CellReading(Value(written.value, decimals=written.decimals)) if is_plain else None
        self[key] = written, value
        return written, value

    def written(self, cell: Cell) -> WrittenNumber:
        """Tell what a cell writes."""
        return self[key(cell)][0]


class ValueReader:
    """Reads the value cells of one indicator."""

    def __init__(self, indicator: Indicator, numerals: Numerals) -> None:
        self.indicator = indicator
        self._numerals = numerals
        self._low = -inf if indicator.lower is None else indicator.lower
        self._high = inf if indicator.upper is None else indicator.upper
        self._whole = indicator.kind in WHOLE_KINDS
        self._others: dict[frozenset[str], Memo] = {}

    def read(self, marks: Marks, cell: Cell) -> CellReading[Value | None]:
        """Read a cell, by the marks of its column where these matter."""
        cell_key = key(cell)
        plain = self._numerals[cell_key][1]
        if (
            plain is not None
            and self._low <= plain.value.value <= self._high
            and not (self._whole and plain.value.value % 1)
        ):
            return plain
        proven = marks.of("gia_tri", cell)
        if proven not in self._others:
            self._others[proven] = Memo(partial(read_value, self.indicator, proven))
        return self._others[proven][cell_key]


def read_value(
    indicator: Indicator, marks: frozenset[str], cell: Cell
) -> CellReading[Value | None]:
    """Read a value cell of an indicator, in a column whose texts prove these decimal marks."""
    worded = _worded(indicator, plain_digits(cell)) if indicator.kind in WORDED_KINDS else None
    if worded is not None:
        return worded
    bare, wrong = without_unit(indicator, cell)
    if wrong:
        return CellReading(None, wrong)
    written = read_number(bare)
    if written.percent and indicator.kind not in SHARE_KINDS:
        message = f"{indicator.code} không tính bằng phần trăm; hãy ghi số theo đơn vị tính."
        return CellReading(None, (Problem("bad_number", message),))
    settled = _settled(written, bare, marks, indicator)
    if settled.value is None:
        return settled
    problems = (*settled.problems, *out_of_range(indicator, settled.value.value))
    return CellReading(settled.value, problems)


def without_unit(indicator: Indicator, cell: Cell) -> tuple[Cell, tuple[Problem, ...]]:
    """Give the number before the indicator's own unit: 523 of '523 trường'; another is an error."""
    if cell.kind != "text" or read_number(cell).form != "bad":
        return cell, ()
    text = plain_digits(cell)
    is_unit = (place for place, letter in enumerate(text) if letter.isalpha() or letter in "%‰")
    at = next(is_unit, len(text))
    number, unit = text[:at].rstrip(" (["), text[at:].rstrip(" .)]")
    if not unit or read_number(Cell(number)).form not in NUMERIC_FORMS:
        return cell, ()
    sign = "%" if same_name(indicator.unit) == "%" else ""
    bare = Cell(f"{number}{sign}", column=cell.column)
    return bare, read_unit(indicator, Cell(unit)).problems


def read_part(marks: frozenset[str], cell: Cell) -> CellReading[Value | None]:
    """Read a numerator or denominator, of which no kind tells how it is meant."""
    written = read_number(cell)
    if written.percent:
        return CellReading(None, (Problem("bad_number", BAD["bad"]),))
    return _settled(written, cell, marks, None)


def _worded(indicator: Indicator, text: str) -> CellReading[Value | None] | None:
    """Read what may stand in place of a number: nothing to share, a stage, a rank band, no rank."""
    name = same_name(text)
    if indicator.kind == "percent":
        return CellReading(NOTHING_WORDS[name]) if name in NOTHING_WORDS else None
    if indicator.kind == "milestone" and name in STAGES:
        return CellReading(Value(STAGES[name], label=name))
    if indicator.kind != "rank":
        return None
    if name == UNRANKED:
        return CellReading(Value(inf, label=UNRANKED))
    band = BAND.fullmatch(text)
    if band and int(band[1]) < int(band[2]):
        return CellReading(Value(float(band[2]), label=f"{band[1]}–{band[2]}"))
    return None


def _settled(
    written: WrittenNumber, cell: Cell, marks: frozenset[str], indicator: Indicator | None
) -> CellReading[Value | None]:
    """Settle an ambiguous number by its column, then by the indicator's kind."""
    if written.form == "missing":
        return CellReading(None)
    if written.form == "number":
        decimals, percent = written.decimals, written.percent
        return CellReading(Value(written.value, decimals=decimals, percent=percent))
    if written.form != "ambiguous":
        return CellReading(None, (Problem("bad_number", _bad(written, indicator)),))
    whole = Value(written.grouped, decimals=0, percent=written.percent)
    broken = Value(written.value, decimals=3, percent=written.percent)
    if len(marks) == 1:
        meant = broken if next(iter(marks)) in cell else whole
        return _ambiguous() if _denied(indicator, meant) else CellReading(meant)
    fitting = _fitting(indicator, whole, broken)
    return _ambiguous() if fitting is None else CellReading(fitting, (_read_as(cell, fitting),))


def _bad(written: WrittenNumber, indicator: Indicator | None) -> str:
    """Say what to write instead; of a range only where no words may stand."""
    worded = "" if indicator is None else BAD_WORDED.get(indicator.kind, "")
    return worded if worded and written.form in ("bound", "bad") else BAD[written.form]


def _denied(indicator: Indicator | None, meant: Value) -> bool:
    """Say whether the column makes a whole number of 12.000 that is hardly meant as twelve."""
    counted = indicator is not None and indicator.kind in WHOLE_KINDS
    return counted and meant.decimals != 0 and meant.value.is_integer()


def _fitting(indicator: Indicator | None, whole: Value, broken: Value) -> Value | None:
    """Choose the one reading that the indicator can have."""
    if indicator is None:
        return None
    if indicator.kind in WHOLE_KINDS:
        return whole
    fit = [each for each in (whole, broken) if _inside(indicator, each.value)]
    return fit[0] if len(fit) == 1 else None


def _ambiguous() -> CellReading[Value | None]:
    return CellReading(None, (Problem("ambiguous_number", AMBIGUOUS),))


def _read_as(cell: Cell, value: Value) -> Problem:
    meant = f"{value.value:.3f}".replace(".", ",") if value.decimals else f"{value.value:.0f}"
    message = (
        f"'{cell}' có thể đọc hai cách; đã đọc là {meant} vì chỉ tiêu chỉ nhận số như vậy. "
        "Hãy xác nhận hoặc ghi lại cho rõ."
    )
    return Problem("ambiguous_number", message, "warning")


def _inside(indicator: Indicator, value: float) -> bool:
    lower, upper = indicator.lower, indicator.upper
    return not ((lower is not None and value < lower) or (upper is not None and value > upper))


def out_of_range(indicator: Indicator, value: float) -> tuple[Problem, ...]:
    """Say what an indicator cannot have of a value: a fraction, or what its bounds leave out."""
    problems = []
    if indicator.kind in WHOLE_KINDS and isfinite(value) and value % 1:
        message = f"Chỉ tiêu tính bằng {indicator.unit}: hãy ghi số nguyên, như 1234."
        problems.append(Problem("not_integer", message))
    if not _inside(indicator, value):
        message = f"Giá trị ngoài khoảng cho phép; hãy ghi số {_range(indicator)}."
        problems.append(Problem("out_of_range", message))
    return tuple(problems)


def _range(indicator: Indicator) -> str:
    lower, upper = indicator.lower, indicator.upper
    if lower is not None and upper is not None:
        return f"từ {plain(lower)} đến {plain(upper)}"
    return f"từ {plain(lower)} trở lên" if lower is not None else f"nhiều nhất {plain(upper or 0)}"
