"""The site in a real browser, from disk and from a plain web server."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from indicators.briefing.brief import Selection, brief_on
from indicators.store.connection import Store
from pages.site.files import site_files
from tests.recording import seen_on

SAMPLE = ("index.html", "chi-tieu/HD01.html", "chi-tieu/ML02.html", "chi-tieu/ML01.html",
          "nhom/CS.html", "cach-danh-gia.html", "404.html")  # fmt: skip
DRAWN = "#bieu-do .main-svg .scatterlayer .trace path.point"


@pytest.fixture(scope="module")
def folder(filled: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    chosen = Selection(groups=("CS", "HD", "ML"))
    brief = brief_on(filled, seen_on(filled, date(2029, 6, 10)), chosen)
    for name, content in site_files(brief, "https://theo-doi.example.vn/").items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(content)
    return place


@contextmanager
def from_server(folder: Path) -> Iterator[str]:
    """Serve a folder with Python's own server, on a port that it chooses."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as server:  # fmt: skip
        try:
            port = server.stdout.readline().split(" port ")[1].split()[0]
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


@contextmanager
def from_disk(folder: Path) -> Iterator[str]:
    yield f"{folder.as_uri()}/"


@pytest.fixture(scope="module", params=[from_disk, from_server], ids=["disk", "server"])
def root(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    with request.param(folder) as address:
        yield address


class Watched:
    """A page with everything it complains of and asks for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", lambda request: self.complaints.append(request.url))

    def anew(self) -> "Watched":
        """Leave the page and forget what it said and asked for."""
        self.page.goto("about:blank")
        self.complaints.clear()
        self.asked.clear()
        return self


@pytest.fixture(scope="module")
def laptop(browser: Browser) -> Iterator[Watched]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    yield Watched(page)
    page.close()


@pytest.fixture
def watched(laptop: Watched) -> Watched:
    return laptop.anew()


def test_pages_open_without_complaint_and_without_a_request_elsewhere(root: str, watched: Watched):
    for name in SAMPLE:
        watched.page.goto(root + name)
        watched.page.evaluate("document.fonts.ready")
        if watched.page.locator("#bieu-do").count():
            watched.page.locator(DRAWN).first.wait_for()
        assert watched.page.locator("h1").first.inner_text()
    assert watched.complaints == []
    home = urlsplit(root)
    outside = [url for url in watched.asked if not url.startswith("data:")
               and urlsplit(url)[:2] != home[:2]]  # fmt: skip
    assert outside == []


def test_a_chart_is_drawn_and_reached_from_the_first_page(root: str, watched: Watched):
    watched.page.goto(f"{root}index.html")
    watched.page.locator(".whole-programme summary").click()
    watched.page.locator("a.tile", has_text="HD01").click()
    watched.page.wait_for_url("**/chi-tieu/HD01.html")
    watched.page.locator(DRAWN).first.wait_for()
    assert watched.page.locator(DRAWN).count() >= 5
    picture = watched.page.get_by_role("link", name="Tải hình (SVG)")
    assert picture.get_attribute("href") == "../hinh/HD01.svg"


def test_search_leads_to_an_indicator_without_diacritics(root: str, watched: Watched):
    watched.page.goto(f"{root}nhom/CS.html")
    watched.page.get_by_role("searchbox").fill("chuan quoc gia pho thong")
    first = watched.page.locator("#tim-thay a").first
    assert first.inner_text().startswith("ML02")
    first.click()
    watched.page.wait_for_url("**/chi-tieu/ML02.html")


def test_a_part_of_the_strip_leads_to_its_rows(root: str, watched: Watched):
    watched.page.goto(f"{root}index.html")
    part = watched.page.locator(".switches a", has_text="Nguy cơ").first
    count = int(part.inner_text().split()[0])
    part.click()
    watched.page.locator("#loc:visible").wait_for()
    chips = watched.page.locator("table.tracking tr:visible .chip").all_inner_texts()
    assert chips == ["Nguy cơ"] * count


def test_a_telephone_shows_everything_in_its_width_and_ground(browser: Browser, folder: Path):
    root = f"{folder.as_uri()}/"
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme="light")
    for name in SAMPLE:
        page.goto(root + name, wait_until="domcontentloaded")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
    for scheme, ground in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(16, 23, 31)")):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{root}chi-tieu/HD01.html")
        page.locator(DRAWN).first.wait_for()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    page.close()
