"""Comparing as a person does it: choosing by typing, leaving out, taking the table along."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Arrive
from tests.e2e.server import BoardServer, running_board
from tests.e2e.visit import Visit

SEEN = "v=4&ngay=2029-06-10"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
# What stands beyond the page's own width, tables that scroll by themselves apart.
BEYOND = """() => [...document.querySelectorAll('.bd *')]
  .filter((part) => !part.closest('.scroll') && part.getBoundingClientRect().right > innerWidth + 1)
  .map((part) => part.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def server(broken_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardServer]:
    folder = tmp_path_factory.mktemp("broken-down")
    with running_board(Path(copy(broken_up, folder)), folder / "log") as running:
        yield running


@pytest.fixture
def phone(arrive: Arrive) -> Visit:
    return arrive(**PHONE)


def test_a_comparison_is_put_together_changed_and_taken_away(server: BoardServer, visit: Visit):
    page = visit.open(f"{server.url}/so-sanh?{SEEN}").page
    page.evaluate("window.same = true")
    page.get_by_label("Chọn chỉ tiêu").fill("cs01")
    page.locator(".found a", has_text="CS01").click()
    expect(page.locator(".card")).to_have_count(1)
    page.get_by_label("Thêm chỉ tiêu").fill("cs03")
    page.locator(".found a", has_text="CS03").click()
    expect(page.locator(".card")).to_have_count(2)
    page.get_by_role("link", name="+ CS02").click()
    expect(page.locator(".card")).to_have_count(3)
    assert page.url.endswith(f"/so-sanh?ma=CS01,CS03,CS02&{SEEN}")
    page.get_by_role("link", name="Bỏ CS01").click()
    expect(page.locator(".card")).to_have_count(2)
    expect(page.locator("h1")).to_have_text(
        "Trong 2 chỉ tiêu đánh giá được, 1 đúng tiến độ; 1 chậm"
    )
    page.go_back()
    expect(page.locator(".card")).to_have_count(3)
    visit.settle()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Tải CSV").click()
    rows = csv.reader(io.StringIO(Path(taken.value.path()).read_text("utf-8-sig")))
    assert [row[1] for row in rows if len(row) > 1][1:] == ["CS01", "CS03", "CS02"]
    assert page.evaluate("window.same")
    assert (visit.errors, visit.refusals()) == ([], [])


@pytest.mark.parametrize(
    "asked", ["", "ma=CS01,CS02,HD01,ML01,ML03,DH04", "ma=ML02&theo=cap-hoc", "ma=NL13"]
)
def test_nothing_stands_beyond_the_edge_of_a_telephone(
    server: BoardServer, phone: Visit, asked: str
):
    page = phone.open(f"{server.url}/so-sanh?{asked}&{SEEN}").page
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate(BEYOND) == []
