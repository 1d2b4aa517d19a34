"""Whoever waits for a file hears of each stage once, in order, whatever the file is."""

from typing import get_args

import pytest

from indicators.intake.examination import examine
from indicators.intake.stages import BEHIND, Listener, Stage
from indicators.store.connection import Store

GOOD = "ma_chi_tieu,nam,gia_tri\nML02,2026,84.9\n"


@pytest.mark.parametrize("content", [GOOD, GOOD * 500, "", "ma_chi_tieu\nML02\n"])
def test_each_stage_is_told_once_and_in_order(published: Store, content: str):
    told: list[Stage] = []
    examine(published, "a.csv", content.encode(), listener=Listener(told.append))
    assert told == list(get_args(Stage))


def test_each_stage_begins_further_on():
    assert list(BEHIND) == list(get_args(Stage))
    assert list(BEHIND.values()) == sorted(set(BEHIND.values()))
    assert (min(BEHIND.values()), max(BEHIND.values()) < 1) == (0, True)
