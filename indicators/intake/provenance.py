"""How firm a figure is and where it comes from: status, period, unit, document, link."""

from datetime import date, datetime
from typing import cast

from indicators.catalogue.records import Indicator
from indicators.intake.columns import fold
from indicators.intake.rows import RowUnderCheck
from indicators.store.records import PERIODS, STATUSES, Period, Status


def read_status(row: RowUnderCheck) -> Status:
    """Give the status; an empty cell is chính thức."""
    return cast(Status, _choice(row, "trang_thai", STATUSES, "chính thức"))


def read_period(row: RowUnderCheck) -> Period:
    """Give the period; an empty cell is the full year."""
    return cast(Period, _choice(row, "ky", PERIODS, "nam"))


def _choice(row: RowUnderCheck, column: str, allowed: tuple[str, ...], default: str) -> str:
    text = row.text(column)
    if not text:
        return default
    for option in allowed:
        if fold(option) == fold(text):
            return option
    row.wrong("not_allowed", column, f"Chỉ được ghi: {', '.join(allowed)}.")
    return default


def read_unit(row: RowUnderCheck, indicator: Indicator) -> None:
    """Refuse a unit that is not the indicator's; an empty cell is the indicator's own."""
    text = row.text("dvt")
    if text and text.casefold() != indicator.unit.casefold():
        own = indicator.unit or "mốc công việc, không có đơn vị tính"
        row.wrong("unit_mismatch", "dvt", f"Đơn vị tính của {indicator.code} là: {own}.")


def read_sent(row: RowUnderCheck) -> date | None:
    """Give the date of the document, written 22/11/2026."""
    text = row.text("ngay_van_ban")
    if not text:
        return None
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        row.wrong("not_allowed", "ngay_van_ban", "Ngày phải có dạng 22/11/2026.")
        return None


def read_link(row: RowUnderCheck) -> str:
    """Give the link; only web addresses become links on a page."""
    text = row.prose("lien_ket")
    if text and not text.startswith(("https://", "http://")):
        row.wrong("not_allowed", "lien_ket", "Liên kết phải bắt đầu bằng https:// hoặc http://.")
    return text
