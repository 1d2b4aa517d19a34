"""The strip of the overview: its switches filter all that is below, by the address alone."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html, notice, words

FILLED = {"v": "3", "ngay": "2029-06-10"}
KEPT = "v=3&ngay=2029-06-10"
SWITCH = re.compile(
    r'<a href="(?P<where>[^"]*)" id="loc-\w+" role="button" aria-pressed="(?P<pressed>\w+)" '
    r"data-stays>(?P<told>.*?)</a>"
)


@pytest.fixture
def opened(open_page: OpenPage, filled: Store) -> OpenPage:
    """Open the overview of the filled board, filtered or not: `opened("cham")`."""
    return lambda part=None: open_page(
        filled.path, **FILLED, **({"trang-thai": part} if part else {})
    )


def switches(app: AppTest) -> dict[str, tuple[str, bool]]:
    """Where each switch leads and whether it is pressed, by its count and word."""
    return {
        words(found["told"]): (unescape(found["where"]), found["pressed"] == "true")
        for found in SWITCH.finditer(html(app))
    }


def tiles(app: AppTest) -> int:
    return len(re.findall(r'<a class="tile ', html(app)))


def test_every_part_is_a_switch_and_none_is_pressed(opened: OpenPage):
    assert switches(opened()) == {
        "16 Đã đạt": (f"/?{KEPT}&trang-thai=da-dat", False),
        "12 Đúng tiến độ": (f"/?{KEPT}&trang-thai=dung-tien-do", False),
        "11 Chậm": (f"/?{KEPT}&trang-thai=cham", False),
        "11 Nguy cơ": (f"/?{KEPT}&trang-thai=nguy-co", False),
        "12 Ngược chiều": (f"/?{KEPT}&trang-thai=nguoc-chieu", False),
        "6 Không đạt": (f"/?{KEPT}&trang-thai=khong-dat", False),
        "7 Chưa đánh giá": (f"/?{KEPT}&trang-thai=chua-danh-gia", False),
    }


def test_a_part_asked_for_is_pressed_named_with_its_counts_and_left_by_its_switch_or_the_cross(
    opened: OpenPage,
):
    app = opened("cham")
    assert (list(app.exception), notice(app)) == ([], [])
    assert [told for told, (_, pressed) in switches(app).items() if pressed] == ["11 Chậm"]
    assert switches(app)["11 Chậm"] == (f"/?{KEPT}", True)
    assert switches(app)["6 Không đạt"] == (f"/?{KEPT}&trang-thai=khong-dat", False)
    chip = re.search(r'<p class="below" data-spoken="(.*?)">(.*?)</p>', html(app))
    assert chip
    assert chip[1] == "Đang lọc: Chậm, 11 chỉ tiêu của 3 cơ quan"
    assert words(chip[2]) == "Đang lọc: Chậm × 11 chỉ tiêu của 3 cơ quan"
    cross = re.search(r'<a href="([^"]*)" data-undoes="loc-slow"[^>]* aria-label="Bỏ lọc"', chip[2])
    assert cross
    assert unescape(cross[1]) == f"/?{KEPT}"


def test_the_finding_stays_whole_while_what_is_below_is_filtered(opened: OpenPage):
    whole, slow = opened(), opened("cham")
    assert heading(slow) == heading(whole)
    assert (tiles(whole), tiles(slow)) == (75, 11)
    table = f"/bieu-theo-doi?{KEPT}&trang_thai=Ch%E1%BA%ADm"
    assert f'<a class="to-table" href="{table}">' in unescape(html(slow))


def test_those_without_a_verdict_can_be_asked_for(opened: OpenPage):
    app = opened("chua-danh-gia")
    assert switches(app)["7 Chưa đánh giá"] == (f"/?{KEPT}", True)
    assert tiles(app) == 7


def test_a_part_that_is_empty_can_be_asked_for(open_page: OpenPage, published: Store):
    app = open_page(published.path, v="2", ngay="2026-11-22", **{"trang-thai": "cham"})
    assert (list(app.exception), notice(app)) == ([], [])
    assert "Đang lọc: Chậm" in words(html(app))
    assert tiles(app) == 0


@pytest.mark.parametrize("asked", ["theo-doi", "Chậm", "0", "<b>"])
def test_a_word_that_is_no_part_is_refused_in_a_sentence(opened: OpenPage, asked: str):
    app = opened(asked)
    assert list(app.exception) == []
    assert notice(app) == [
        "Không mở được trang theo địa chỉ này",
        f"Địa chỉ có trang-thai={asked}, không phải lựa chọn nào có ở đây; hãy sửa hoặc bỏ phần "
        "này.",
    ]
    assert f'<a href="?{KEPT}">Mở trang không có phần này</a>' in unescape(html(app))
