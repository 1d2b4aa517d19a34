"""How firm a figure is and where it comes from: status, period, unit, document, link."""

import unicodedata
from datetime import date, datetime
from typing import Literal

from indicators.catalogue.records import Indicator
from indicators.intake.checks.readings import CellReading, Problem
from indicators.intake.files.cell import Cell
from indicators.intake.files.spelling import composed, fold, plain_digits, same_name
from indicators.intake.files.year_headings import PERIODS as NAMED_PERIODS
from indicators.store.records import PERIODS, STATUSES, Period, Status
from indicators.wording.notation import STAGE_UNIT

LONGEST_TEXT = 1000
WITHDRAWN: Literal["rút"] = "rút"
# Categories of characters that steer a display instead of showing: controls, marks of direction.
STEERING = ("Cc", "Cf", "Co", "Cs", "Cn")
STATUS_WORDS: dict[str, Status | Literal["rút"]] = {
    "uocthuchien": "ước", "uocth": "ước", "uth": "ước", "uocdat": "ước", "uoctinh": "ước",
    "sobo": "sơ bộ", "uoc": "ước",
    "chinhthuc": "chính thức", "rut": WITHDRAWN, "": "chính thức",
}  # fmt: skip
PERIOD_WORDS: dict[str, Period] = {
    **{fold(period): period for period in PERIODS}, **NAMED_PERIODS, "": "nam",
}  # fmt: skip
# Ways of writing one and the same unit, in the one form of a name.
SAME_UNIT = {
    "phần trăm": "%", "tỷ lệ %": "%", "tỉ lệ %": "%", "(%)": "%", "tỷ lệ phần trăm": "%",
    "tỉ lệ phần trăm": "%", "tỉ đồng": "tỷ đồng", "tỉ": "tỷ",
}  # fmt: skip
STAGE_UNITS = ("%", STAGE_UNIT, "có/không", "mốc", "mốc công việc")


def read_status(cell: Cell) -> CellReading[Status | Literal["rút"]]:
    """Give the status; an empty cell is chính thức, 'rút' takes a figure back."""
    status = STATUS_WORDS.get(fold(cell))
    if status is not None and (fold(cell) or not cell):
        return CellReading(status)
    return CellReading("chính thức", (_not_allowed((*STATUSES, WITHDRAWN)),))


def read_period(cell: Cell) -> CellReading[Period]:
    """Give the period; an empty cell is the full year."""
    period = PERIOD_WORDS.get(fold(cell))
    if period is not None and (fold(cell) or not cell):
        return CellReading(period)
    return CellReading("nam", (_not_allowed(PERIODS),))


def _not_allowed(allowed: tuple[str, ...]) -> Problem:
    return Problem("not_allowed", f"Không dùng được; hãy ghi một trong: {', '.join(allowed)}.")


def read_unit(indicator: Indicator, cell: Cell) -> CellReading[str]:
    """Refuse a unit that is not the indicator's; an empty cell is the indicator's own."""
    unit = same_name(plain_digits(cell))
    own = same_name(indicator.unit)
    stage = indicator.kind == "milestone" and unit in STAGE_UNITS
    if not unit or stage or SAME_UNIT.get(unit, unit) == SAME_UNIT.get(own, own):
        return CellReading(indicator.unit)
    right = indicator.unit or "mốc công việc, không có đơn vị tính"
    message = f"Đơn vị tính của {indicator.code} là: {right}; hãy đổi số liệu theo đơn vị tính này."
    return CellReading("", (Problem("unit_mismatch", message),))


def read_sent(cell: Cell) -> CellReading[date | None]:
    """Give the date of the document, written 22/11/2026 or kept as a date by a workbook."""
    text = plain_digits(cell)
    if not text:
        return CellReading(None)
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return CellReading(datetime.strptime(text, form).date())
        except ValueError:
            continue
    return CellReading(
        None, (Problem("not_allowed", "Ngày không đọc được; hãy ghi như 22/11/2026."),)
    )


def read_prose(cell: Cell) -> CellReading[str]:
    """Give a free text without control characters; too long a text is an error."""
    text = composed(cell)
    if not text.isprintable():
        letters = (
            c for c in text if c in "\n\u200c\u200d" or unicodedata.category(c) not in STEERING
        )
        text = "".join(letters).strip()
    if len(text) > LONGEST_TEXT:
        message = f"Nội dung dài quá {LONGEST_TEXT} ký tự; hãy rút gọn."
        return CellReading("", (Problem("text_too_long", message),))
    return CellReading(text)


def read_link(cell: Cell) -> CellReading[str]:
    """Give the link; only web addresses become links on a page."""
    reading = read_prose(cell)
    if not reading.value or reading.value.startswith(("https://", "http://")):
        return reading
    message = "Liên kết không dùng được; hãy ghi địa chỉ bắt đầu bằng https:// hoặc http://."
    return CellReading("", (Problem("not_allowed", message),))


def firm(status: Status | Literal["rút"]) -> Status:
    """Give the status a row is kept with; a withdrawal is as final as what it takes back."""
    return "chính thức" if status == WITHDRAWN else status
