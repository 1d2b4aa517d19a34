"""Examples of the method: live where there are any, else made up and said to be so."""

from datetime import date

import pytest

from indicators.board.board import Board, assess
from indicators.catalogue.loader import load
from indicators.methodology.examples import TRAITS, Example, example_keys, examples
from indicators.methodology.illustrative_series import CODE, illustrative_rows
from indicators.methodology.rules import RULES
from indicators.progress.results import Status, Thresholds
from indicators.store.connection import Store
from tests.recording import record, seen_on, series

DAY = date(2026, 11, 22)
ALL = {*(line.key for rule in RULES for line in rule.lines), *map(str, Status), *TRAITS}
THRESHOLDS = [Thresholds(), Thresholds(0.9, 0.5), Thresholds(0.8, 0.7), Thresholds(1.0, 0.1)]


def boards(store: Store, day: date = DAY) -> list[Board]:
    return [assess(store, seen_on(store, day), scope) for scope in ("city", "national")]


def named(example: Example) -> str:
    return example.row.indicator.code


@pytest.mark.parametrize("thresholds", THRESHOLDS, ids=str)
def test_all_lines_statuses_and_traits_have_an_illustrative_example(thresholds: Thresholds):
    found = examples([], thresholds)
    assert set(found) == ALL
    assert all(example.illustrative for example in found.values())


def test_no_illustrative_series_is_there_for_nothing():
    used = {id(example.row) for example in examples([], Thresholds()).values()}
    assert len(used) == len(illustrative_rows(Thresholds()))


def test_made_up_figures_belong_to_no_indicator_of_the_programme():
    catalogue = load()
    codes = {row.indicator.code for row in illustrative_rows(Thresholds())}
    names = {row.indicator.name for row in illustrative_rows(Thresholds())}
    assert codes == {CODE}
    assert not codes & {each.code for each in catalogue.indicators}
    assert not names & {each.name for each in catalogue.indicators}


def test_live_examples_come_first_in_document_order(published: Store):
    found = examples(boards(published), Thresholds())
    live = {key: named(each) for key, each in found.items() if not each.illustrative}
    assert live == {
        "reach-1": "CL01", "monitored": "CL01", "reach-2": "ML03", "no_data": "ML03",
        "reach-7": "ML02", "insufficient": "ML02", "stage-pending": "ML01", "pending": "ML01",
        "stage-kept": "PC08", "kept-none": "PC03", "growth-none": "DH13", "rank-missing": "DH17",
        "yearly-early": "NL01", "reach-7-history": "HD01", "on_track": "HD01",
        "stale": "PC05", "stepped": "HD01", "growth-unknown": "DH13",
    }  # fmt: skip
    national = {"reach-7-history", "on_track", "stale", "stepped", "growth-unknown"}
    assert {key for key in live if found[key].scope == "national"} == national


def test_a_figure_that_comes_takes_the_place_of_the_illustrative_one(own: Store):
    assert examples(boards(own), Thresholds())["slow"].illustrative
    record(own, *series("CS03", "2025 70; 2026 73"))
    assert named(examples(boards(own), Thresholds())["slow"]) == "CS03"


def test_old_figures_are_examples_only_where_there_are_no_fresh_ones(own: Store):
    record(own, *series("CS02", "2025 75; 2026 80"), *series("CS03", "2025 70; 2028 83"))
    found = examples(boards(own, date(2029, 6, 1)), Thresholds())
    assert named(found["on_track"]) == "CS03"
    assert named(found["stale"]) == "ML02"


def test_every_row_of_a_board_is_an_example_of_its_status(filled: Store):
    rows = boards(filled, date(2029, 6, 10))[0].rows
    assert [row.status.value in list(example_keys(row)) for row in rows] == [True] * len(rows)
