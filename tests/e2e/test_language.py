"""No English word of Streamlit's own reaches a person, whatever the browser's language."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit, Visits

# Words that no Vietnamese sentence of ours contains.
ENGLISH = re.compile(
    r"\b(the|and|for|this|that|with|your|you|not|file|files|select|selected|choose|option|options|"
    r"press|apply|submit|search|download|upload|browse|drag|drop|here|limit|per|close|open|"
    r"fullscreen|show|hide|clear|results?|found|running|connecting|connection|view|more|less|menu|"
    r"sidebar|settings|theme|date|time|page|pages|app|loading|data|error|copy|link|heading|skip|"
    r"main|content|zoom|reset|axes|plot|autoscale|add|remove|delete|increment|decrement|"
    r"navigate|notifications|january|february|march|april|june|july|august|september|october|"
    r"november|december|monday|sunday|month|year|day|hour|minute|next|previous|range|value|index|"
    r"required|invalid|allowed|column|row|toolbar|collapse|expand|dropzone|suggestions|streamlit)\b",
    re.IGNORECASE,
)
NAME = "Open SDG"  # of a method, whose source is given


def english(strings: list[str]) -> list[str]:
    return [text for text in strings if ENGLISH.search(text.replace(NAME, ""))]


@pytest.fixture(scope="module")
def specimen(specimen_server: BoardServer, visits: Visits) -> Iterator[Visit]:
    """One page with every widget, which the tests below touch one after the other."""
    visit = visits.begin().open(specimen_server.url)
    yield visit
    visits.end(visit)


def test_all_widgets_are_vietnamese_untouched(specimen: Visit) -> None:
    assert english(specimen.strings()) == []


def type_nonsense(page: Page) -> None:
    page.get_by_label("Chọn một").last.fill("zzz")
    expect(page.get_by_text("Không tìm thấy")).to_be_visible()


def open_many(page: Page) -> None:
    page.get_by_test_id("stMultiSelect").locator("input").click()
    expect(page.get_by_text("Chọn tất cả")).to_be_visible()


def write_text(page: Page) -> None:
    main = page.get_by_test_id("stMain")
    main.get_by_test_id("stTextInput").locator("input").first.fill("abc")
    expect(page.get_by_text("Nhấn Enter để áp dụng")).to_be_visible()


def write_in_form(page: Page) -> None:
    page.get_by_test_id("stForm").locator("input").fill("abc")
    expect(page.get_by_text("Nhấn Enter để gửi")).to_be_visible()


def exceed(page: Page) -> None:
    page.get_by_test_id("stNumberInput").locator("input").fill("99")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Số phải từ 1 đến 5.")).to_be_attached()


def open_calendar(page: Page) -> None:
    page.get_by_test_id("stDateInput").last.get_by_role("button").click()
    expect(page.get_by_text("Tháng 1").first).to_be_visible()


def give_wrong_file(page: Page) -> None:
    wrong = {"name": "a.exe", "mimeType": "application/octet-stream", "buffer": b"a"}
    page.get_by_test_id("stFileUploader").first.locator("input").set_input_files(wrong)  # type: ignore[arg-type]
    expect(page.get_by_text("a.exe")).to_be_visible()


def open_dialog(page: Page) -> None:
    page.get_by_role("button", name="Mở hộp thoại").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def say(page: Page) -> None:
    page.get_by_role("button", name="Nhắn").click()
    expect(page.get_by_text("Đã xong")).to_be_visible()


def choose_columns(page: Page) -> None:
    page.get_by_test_id("stDataFrame").last.hover()
    page.get_by_role("button", name="Ẩn hiện cột: Các ô").click()
    expect(page.get_by_text("(số thứ tự)")).to_be_visible()


def hover_chart(page: Page) -> None:
    page.get_by_test_id("stPlotlyChart").hover()
    expect(page.get_by_role("button", name="Toàn màn hình").last).to_be_visible()


ACTIONS = [
    type_nonsense,
    open_many,
    write_text,
    write_in_form,
    exceed,
    open_calendar,
    give_wrong_file,
    open_dialog,
    # Before anything is said: a message would lie over the buttons of the grid.
    choose_columns,
    say,
    hover_chart,
]


@pytest.mark.parametrize("act", ACTIONS, ids=lambda act: act.__name__)
def test_what_a_widget_answers_is_vietnamese(specimen: Visit, act: Callable[[Page], None]) -> None:
    act(specimen.page)
    left = english(specimen.strings())
    specimen.page.keyboard.press("Escape")
    assert left == []


def test_the_choices_of_a_cell_are_vietnamese(
    specimen_server: BoardServer, specimen: Visit
) -> None:
    page = specimen.open(specimen_server.url).page
    grid = page.get_by_test_id("stDataFrame").last
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box
    page.mouse.click(box["x"] + 60, box["y"] + 50)
    expect(grid.locator("#glide-cell-0-0")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("sơ bộ", exact=True).last).to_be_visible()
    assert english(specimen.strings()) == []


def test_numbers_that_the_browser_draws_follow_vietnamese(specimen: Visit) -> None:
    assert specimen.page.evaluate("(1234.5).toLocaleString(navigator.language)") == "1.234,5"


def test_our_own_text_is_left_as_written(board_server: BoardServer, visit: Visit) -> None:
    visit.open(board_server.url)
    visit.page.evaluate(
        """() => document.querySelector('[data-testid="stHtml"]')
             .insertAdjacentHTML('beforeend', '<p id="ours" title="Theme">Search</p>')"""
    )
    visit.page.evaluate("() => new Promise(requestAnimationFrame)")
    ours = visit.page.locator("#ours")
    assert (ours.inner_text(), ours.get_attribute("title")) == ("Search", "Theme")
