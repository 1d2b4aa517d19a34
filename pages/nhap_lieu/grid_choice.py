"""Which figures a person types: an agency's, of a year and period, of the city or one indicator."""

from dataclasses import dataclass

import streamlit as st

from indicators.catalogue.records import Catalogue
from indicators.intake.forms.template_lines import FormLine, Request, request
from indicators.intake.forms.typed_grid import city_lines, indicator_lines
from indicators.store.connection import Store
from indicators.store.records import Period
from indicators.wording.firmness import PERIOD_NAMES
from pages.nhap_lieu.report_choice import leading_agencies, report_years
from pages.parts.bound_choice import bound_choice
from pages.parts.recording.sender_fields import AGENCY

PERIODS: dict[str, Period] = {name: period for period, name in PERIOD_NAMES.items()}
WHOLE_CITY = "Toàn thành phố, mọi chỉ tiêu"


@dataclass(frozen=True, slots=True)
class GridChoice:
    """The figures asked for, and those laid out: of one `indicator`, or the city's of all ('')."""

    asked: Request
    period: Period
    indicator: str
    lines: tuple[FormLine, ...]

    @property
    def key(self) -> str:
        """Tell what is typed for one agency, year and period from all else."""
        return f"o-{self.asked.agency}-{self.asked.year}-{self.period}"


def choose_grid(store: Store, catalogue: Catalogue) -> GridChoice:
    """Draw the choices; the agency is that of the sender, and asked for where it leads nothing."""
    agencies = leading_agencies(catalogue)
    sender = str(st.session_state.get(AGENCY))
    led = sender in agencies
    second, third, fourth, *first = st.columns([2, 2, 5] if led else [2, 2, 5, 4])
    agency = sender if led else bound_choice(first[0], "Cơ quan chủ trì", "o_co_quan", agencies)
    year = bound_choice(second, "Năm báo cáo", "o_nam", report_years(store))
    period = bound_choice(third, "Kỳ", "o_ky", list(PERIODS))
    asked = request(store, agency, year)
    lines = {each.code: indicator_lines(asked, each.code) for each in asked.indicators}
    names = {
        f"{each.code} {each.short_name}": each.code
        for each in asked.indicators
        if len(lines[each.code]) > 1
    }
    rows = [WHOLE_CITY, *names]
    code = names.get(bound_choice(fourth, "Dòng", "o_dong", rows), "")
    return GridChoice(
        asked, PERIODS[period], code, tuple(lines[code] if code else city_lines(asked))
    )
