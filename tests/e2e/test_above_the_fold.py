"""What a reader sees before scrolling, in a browser that shows its scrollbars."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.e2e.conftest import FLAGS, chromium_path
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit

LAPTOP: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 390, "height": 844}
# What has to be whole on the first screen: the sentence, the strip, who has most to do.
SEEN = {
    "laptop": (LAPTOP, ("h1.headline", ".strip", ".by-agency h2", ".agency summary")),
    "phone": (PHONE, ("h1.headline", ".strip", ".by-agency h2")),
}
ENDS = """(part) => document.querySelector(part).getBoundingClientRect().bottom"""
WIDER = """() => [...document.querySelectorAll('.stApp, [data-testid="stMain"], .bd')]
  .filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.className)"""
SCROLLBAR = """() => { const main = document.querySelector('[data-testid="stMain"]');
  return main.offsetWidth - main.clientWidth; }"""


@pytest.fixture(scope="module")
def with_scrollbars(browser: Browser) -> Iterator[Browser]:
    """Playwright hides scrollbars; they take of the width that a reader's page has."""
    shown = browser.browser_type.launch(
        executable_path=chromium_path(), args=FLAGS, ignore_default_args=["--hide-scrollbars"]
    )
    yield shown
    shown.close()


@pytest.mark.parametrize("form", SEEN)
def test_the_answer_is_seen_before_one_scrolls(
    demo_server: BoardServer, with_scrollbars: Browser, form: str
):
    viewport, parts = SEEN[form]
    visit = Visit.begin(with_scrollbars, viewport=viewport)
    page = visit.open(demo_server.url).page
    foot = page.locator(".phone-bar").bounding_box()
    room = foot["y"] if foot else viewport["height"]
    assert page.evaluate(SCROLLBAR) > 0
    assert {part: end for part in parts if (end := page.evaluate(ENDS, part)) > room} == {}
    assert page.evaluate(WIDER) == []
    page.context.close()
