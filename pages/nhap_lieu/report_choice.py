"""For whom and for which year figures are reported: choices that several parts offer."""

from indicators.catalogue.records import Catalogue
from indicators.store.clock import today
from indicators.store.connection import Store

FIRST_YEAR = 2025  # the city of today has existed since then


def leading_agencies(catalogue: Catalogue) -> list[str]:
    """Name the agencies that lead indicators."""
    leads = {indicator.lead for indicator in catalogue.indicators}
    return [agency.name for agency in catalogue.agencies if agency.name in leads]


def report_years(store: Store) -> list[int]:
    """List the years that can be reported, this year first."""
    return list(range(today(store).year, FIRST_YEAR - 1, -1))
