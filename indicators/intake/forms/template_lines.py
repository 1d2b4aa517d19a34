"""Which figures a template asks an agency for, with last year's beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from indicators.board.board import CITY, NATION
from indicators.catalogue.groups import group_key
from indicators.catalogue.records import Agency, Area, Catalogue, Indicator
from indicators.catalogue.references import AREA_DIMENSION
from indicators.intake.checks.keys import FIRST_YEAR, LAST_YEAR
from indicators.store.connection import Store
from indicators.store.held import Key, values_at
from indicators.store.history import catalogue_at, latest
from indicators.store.records import NO_SUBJECT, Status
from indicators.wording.search import folded

EVERYONE = ("tất cả", "all")


def file_words(*parts: str) -> str:
    """Name a file in plain letters: 'bieu-mau-so-tai-chinh-2029'."""
    return re.sub("[^a-z0-9]+", "-", folded("-".join(filter(None, parts))))


class TemplateError(Exception):
    """No template can be made for what was asked; the message is the Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """One figure asked for; `previous` is that of the year before, None when there is none."""

    indicator: Indicator
    area: Area
    group: str
    year: int
    previous: float | str | None


@dataclass(frozen=True, slots=True)
class Request:
    """A template's title and the figures it asks for, those of an indicator together.

    `illustrative`: asked by an illustrative board, so that every row of the template is marked.
    """

    agency: str
    year: int
    lines: tuple[FormLine, ...]
    illustrative: bool = False

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators asked for, in the programme's order."""
        return tuple({line.indicator.code: line.indicator for line in self.lines}.values())


def request(store: Store, agency: str, year: int) -> Request:
    """List what an agency (or 'tất cả') is asked for a year; raises TemplateError."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise TemplateError(f"Năm phải từ {FIRST_YEAR} đến {LAST_YEAR}.")
    version = latest(store).number
    catalogue, values = catalogue_at(store, version), values_at(store, version)
    named = None if agency.casefold().strip() in EVERYONE else _agency(catalogue, agency)
    indicators = [i for i in catalogue.indicators if named is None or i.lead == named.name]
    if not indicators:
        raise TemplateError(f"{agency} không chủ trì chỉ tiêu nào.")
    lines = []
    for indicator in indicators:
        for area, group in _places(catalogue, indicator, year):
            key: Key = (indicator.code, area.code, group, year - 1, "nam")
            previous = _previous(indicator, values.get(key))
            lines.append(FormLine(indicator, area, group, year, previous))
    illustrative = store.nature == "illustrative"
    name = named.name if named else "Tất cả cơ quan"
    return Request(name, year, tuple(lines), illustrative)


def _previous(indicator: Indicator, held: tuple[float | None, Status] | None) -> float | str | None:
    """Give what a figure in force says; without a number no rank, or nothing to measure."""
    if held is None or held[0] is not None:
        return held and held[0]
    return inf if indicator.kind == "rank" else NO_SUBJECT


def _agency(catalogue: Catalogue, text: str) -> Agency:
    name = " ".join(text.casefold().split())
    for agency in catalogue.agencies:
        if name in (agency.name.casefold(), agency.short_name.casefold()):
            return agency
    known = ", ".join(agency.short_name for agency in catalogue.agencies)
    raise TemplateError(f"Không có cơ quan “{text}”. Có thể chọn: {known}, tất cả.")


def _places(catalogue: Catalogue, indicator: Indicator, year: int) -> Iterator[tuple[Area, str]]:
    """Give the total, each group, and each commune of that year where it is asked by area."""
    city = catalogue.areas_by_code[CITY]
    yield city, ""
    for each in catalogue.breakdowns_by_indicator.get(indicator.code, ()):
        if each.dimension == AREA_DIMENSION:
            yield from ((a, "") for a in catalogue.communes.values() if _is_there(a, year))
        else:
            yield city, group_key([(each.dimension, each.value)])


def _is_there(commune: Area, year: int) -> bool:
    return (
        commune.parent != NATION
        and (commune.valid_from is None or commune.valid_from.year <= year)
        and (commune.valid_to is None or commune.valid_to.year >= year)
    )
