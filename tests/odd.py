"""A board with whatever is hard to write: odd names, and odd figures of every kind."""

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from indicators.seeding.prepare import prepare
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record_catalogue
from tests.recording import record, series

SIGNS = (
    "=A & B < C > D \"E\" 'F' / \\ : * ? | ]]> &amp; %s {x} Đ ổ ữ 😀 "
    f"{normalize('NFD', 'Tiếng Việt đủ dấu')}"
)
UNWRITABLE = "Tên\x00 có\x0b dấu\x1f\ufffe lạ"  # signs that no Office file holds
LONG = ("Tỷ lệ trường phổ thông đạt chuẩn quốc gia mức độ hai trở lên theo địa bàn " * 5)[:300]
NAMES = {"ML02": SIGNS, "ML03": UNWRITABLE, "CS01": LONG.strip()}
FORTY_YEARS = "; ".join(f"{year} {year - 1950}" for year in range(1990, 2030))
FIGURES = {
    "ML02": "2026 77; 2029 80",
    "ML03": "2029 2",  # one point
    "CS01": "2026 90; 2029 95p",
    "CS02": "",
    "CS03": FORTY_YEARS,
    "CS04": "2025 0; 2026 0; 2029 0",
    "DH13": "2025 10000000; 2029 12345678",
    "DH17": "2025 unranked; 2029 250",
    "HD03": "2025 -3.5; 2027 -12; 2029 -0.001",
    "NL01": "2025 20; |2027 19.96; 2029 19.996p",  # a break, and what rounds to the target
}


def odd_store(path: Path) -> Store:
    """Build the real catalogue with odd names and odd figures."""
    store = prepare(path)
    known = catalogue_at(store, latest(store).number)
    named = tuple(
        replace(i, name=NAMES[i.code], short_name=NAMES[i.code]) if i.code in NAMES else i
        for i in known.indicators
    )
    record_catalogue(store, replace(known, indicators=named), "Lan", kind="setting")
    for code, points in FIGURES.items():
        if points:
            record(store, *series(code, points, source=SIGNS, note=UNWRITABLE))
    return store
