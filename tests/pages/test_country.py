"""On the country's board nobody of the city answers for a figure."""

from datetime import date

import pytest

from indicators.board.board import Board, assess
from indicators.briefing.report.attention import flat
from indicators.briefing.tables.tracking import tracking_sheet
from indicators.dossier.dossier import open_dossier
from indicators.store.connection import Store
from pages.chi_tieu.definition import definition_list
from pages.chi_tieu.head import about
from pages.parts.links import NEWEST
from pages.parts.tracking_table import call_list, tracking_table
from tests.recording import seen_on

CODES = ("HD01", "NL04", "ML02")


def named(board: Board, told: str) -> list[str]:
    """The agencies that a text names, in full or short."""
    agencies = board.catalogue.agency_names
    return [name for pair in agencies.items() for name in pair if name in told]


@pytest.fixture(scope="module")
def country(published: Store) -> Board:
    return assess(published, seen_on(published, date(2026, 11, 22)), "national")


@pytest.mark.parametrize("code", CODES)
def test_the_page_of_an_indicator_names_no_agency(published: Store, country: Board, code: str):
    dossier = open_dossier(published, country.as_of, code, "national", None)
    assert named(country, about(dossier) + definition_list(dossier)) == []


def test_no_table_names_an_agency(country: Board):
    rows = list(country.rows)
    told = [
        tracking_table(country, rows, NEWEST),
        call_list(country, rows, NEWEST),
        str(tracking_sheet(country, rows).rows),
        str(flat(country.attention)),
    ]
    assert [named(country, each) for each in told] == [[], [], [], []]
