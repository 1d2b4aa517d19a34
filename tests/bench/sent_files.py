"""Files as offices send them, up to the largest that is accepted; the same at every call."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from random import Random

from openpyxl import Workbook

from indicators.catalogue.loader import load
from indicators.catalogue.records import Catalogue, Indicator
from indicators.catalogue.references import AREA_DIMENSION
from indicators.store.records import Period

HEAD = (
    "ma_chi_tieu", "nam", "ky", "don_vi", "nhom", "gia_tri", "tu_so", "mau_so", "dvt",
    "trang_thai", "so_van_ban", "ngay_van_ban", "nguon",
)  # fmt: skip
STATUS_OF: dict[Period, str] = {"6t": "ước", "9t": "sơ bộ", "nam": "chính thức"}
SINCE_MERGER = tuple(product((2025, 2026), ("nam", "9t", "6t")))
BEFORE_MERGER = tuple((year, "nam") for year in range(2024, 2020, -1))
INDICATORS, ROWS = 40, 200_000
# What a few rows say in place of a value: nothing yet, no number, more than a whole.
FLAWS, FLAW_EVERY = {0: "-", 500: "≥85", 900: "104,5"}, 2000
# Kinds of which every commune can have a figure.
LOCAL_KINDS = ("percent", "count", "ratio", "amount")

Line = tuple[object, ...]
Times = Iterable[tuple[int, Period]]


@dataclass(frozen=True)
class Figure:
    """A figure as numbers; a share has both its parts or none."""

    value: float
    numerator: int | None = None
    denominator: int | None = None


def yearly_lines() -> Iterator[Line]:
    """One figure of the year for each of 40 indicators in each commune: 4 560 rows."""
    catalogue, chance = load(), Random(71)  # noqa: S311
    local = [each for each in catalogue.indicators if each.kind in LOCAL_KINDS][:INDICATORS]
    for area, indicator in product(communes(catalogue), local):
        yield line(chance, indicator, area, "", 2026, "nam")


def many_lines(times: Times = SINCE_MERGER) -> Iterator[Line]:
    """As many rows as are accepted, by commune and group; of years before 2025 all warn."""
    for place, each in enumerate(islice(every_line(times), ROWS), start=1):
        flaw = FLAWS.get(place % FLAW_EVERY)
        yield (*each[:5], flaw, None, None, *each[8:]) if flaw else each


def every_line(times: Times) -> Iterator[Line]:
    catalogue, chance = load(), Random(71)  # noqa: S311
    groups = groups_by_commune(catalogue)
    reported = [each for each in catalogue.indicators if each.code in groups]
    for (year, period), area, indicator in product(times, communes(catalogue), reported):
        for group in groups[indicator.code]:
            yield line(chance, indicator, area, group, year, period)


def communes(catalogue: Catalogue) -> list[str]:
    return list(catalogue.communes)


def groups_by_commune(catalogue: Catalogue) -> dict[str, list[str]]:
    """Give every group of the indicators that communes report, crossing all dimensions."""
    values: dict[str, dict[str, list[str]]] = {}
    for each in catalogue.indicator_breakdowns:
        dimensions = values.setdefault(each.indicator, {})
        dimensions.setdefault(each.dimension, [""]).append(each.value)
    return {code: crossed(own) for code, own in values.items() if own.pop(AREA_DIMENSION, None)}


def crossed(dimensions: dict[str, list[str]]) -> list[str]:
    """Cross values as a person writes them, without the names of their dimensions."""
    return ["; ".join(filter(None, chosen)) for chosen in product(*dimensions.values())]


def line(
    chance: Random, indicator: Indicator, area: str, group: str, year: int, period: Period
) -> Line:
    made = figure(chance, indicator)
    letter = f"{chance.randrange(1, 400)}/BC"
    day = f"{chance.randrange(1, 29):02}/{chance.randrange(1, 12):02}/{year}"
    dated = day if chance.random() < 0.5 else ""
    return (
        indicator.code, year, period, area, group, made.value, made.numerator, made.denominator,
        indicator.unit, STATUS_OF[period], letter, dated, "UBND",
    )  # fmt: skip


def figure(chance: Random, indicator: Indicator) -> Figure:
    """Draw a figure that the indicator can have; every other percentage comes with its parts."""
    if indicator.kind == "count":
        return Figure(chance.randrange(10, 6000))
    if indicator.kind != "percent" or chance.random() < 0.5:
        return Figure(round(chance.uniform(indicator.lower or 0, indicator.upper or 100), 2))
    whole = chance.randrange(3, 90)
    part = chance.randrange(1, whole + 1)
    return Figure(round(100 * part / whole, 2), part, whole)


def write_csv(path: Path, lines: Iterable[Line]) -> Path:
    """Write with the numbers as Vietnamese Windows shows them: 1.234 and 76,98."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEAD)
        writer.writerows([*each[:5], *map(shown, each[5:8]), *each[8:]] for each in lines)
    return path


def shown(number: object) -> str:
    if not isinstance(number, (int, float)):
        return str(number or "")
    text = f"{number:,}" if isinstance(number, int) else f"{number:,.2f}"
    return text.translate(str.maketrans(",.", ".,"))


def write_xlsx(path: Path, lines: Iterable[Line]) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Số liệu")
    sheet.append(HEAD)
    for each in lines:
        sheet.append(each)
    book.save(path)
    return path
