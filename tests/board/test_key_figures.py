"""The four numbers that stand beside a verdict."""

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.board.key_figures import key_figures
from indicators.store.connection import Store

TOLD = {
    "DH05": [
        ("Năm 2029, ước", "43,4%"),
        ("Mục tiêu 2030", "tối thiểu 70%"),
        ("Theo lộ trình đến 2029", "65%"),
        ("Cần mỗi năm", "+26,6 điểm %"),
    ],
    "ML03": [("Năm 2029, ước", "3 trường"), ("Mục tiêu 2030", "ít nhất 3 trường")],
    "NL14": [
        ("Năm 2028", "71 người"),
        ("Mục tiêu 2030", "0 người (“không để … nào”)"),
        ("Theo lộ trình đến 2029", "0 người"),
        ("So với mục tiêu", "vượt 71 người"),
    ],
    "DH03": [("Mục tiêu 2030", "20%")],
    "CL03": [("Năm 2029, ước", "52,0%")],
}


@pytest.mark.parametrize("code", TOLD)
def test_what_there_is_of_them_is_told(illustrative: Store, code: str):
    row = assess(illustrative, as_of(illustrative)).by_code[code]
    assert key_figures(row) == TOLD[code]
