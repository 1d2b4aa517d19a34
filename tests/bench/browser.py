"""How long a reader waits in the browser, as ratios to the floor."""

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.bench.figures import Figure
from tests.bench.servers import BOARD, FLOOR, serving
from tests.e2e.conftest import FLAGS, NAMES
from tests.e2e.visit import SETTLED

COLD, AGAIN, CHANGE = range(3)  # what is timed of a sight
COLD_LIMIT, AGAIN_LIMIT, CHANGE_LIMIT = 1.35, 1.6, 2
COLD_CHART_LIMIT = 1.15  # as soon as a lean page of another toolkit with the same chart and table
CHART = ".stPlotlyChart .main-svg .trace path"
TILES = ".bd .tile"
METRIC = '[data-testid="stMetricValue"]'
# Resolves with the milliseconds since navigation began, in the frame in which there is something
# to see; timed in the page, so that the driver's own time does not count.
SEEN = """(selector) => new Promise((resolve, reject) => {
  const seen = ({width, height}) => width + height > 0;
  const look = () => {
    const found = [...document.querySelectorAll(selector)];
    if (found.some((element) => seen(element.getBoundingClientRect()))) resolve(performance.now());
    else if (performance.now() > 60000) reject(new Error(`nothing to see: ${selector}`));
    else requestAnimationFrame(look);
  };
  look();
})"""


# Follows a link; resolves with the milliseconds until what tells that the other page is there.
FOLLOWED = """([link, selector, title]) => new Promise((resolve, reject) => {
  const begun = performance.now();
  document.querySelector(link).click();
  const seen = (element) => element.getBoundingClientRect().height > 0
    && !element.closest('[data-stale="true"]');
  const titled = (element) => element.textContent.includes(title);
  const look = () => {
    const drawn = [...document.querySelectorAll(selector)].some(seen);
    const there = drawn && [...document.querySelectorAll('h1')].some(titled);
    if (there) resolve(performance.now() - begun);
    else if (performance.now() - begun > 60000) reject(new Error(`nothing to see: ${selector}`));
    else requestAnimationFrame(look);
  };
  look();
})"""
PLAIN = "floor without a chart"
MENU = '[data-testid="stSidebarNavLink"]'


@dataclass(frozen=True)
class Sight:
    """A page and what tells that it is there; a link from it and what tells of the page behind.

    `like` names the sight of the floor from which the same step is taken; `cold` is how much later
    than the floor it may be there with an empty cache.
    """

    name: str
    address: str
    selector: str
    link: str
    there: str
    title: str
    like: str = "floor"
    cold: float = COLD_LIMIT


Loads = dict[str, list[tuple[float, ...]]]  # by sight: cold, again, a link; in milliseconds


def browser_figures(folder: Path, runs: int) -> Iterator[Figure]:
    """Load the floor and our pages in turn, so that what disturbs one disturbs all."""
    with serving(FLOOR, folder) as floor, serving(BOARD, folder) as board:
        sights = [
            Sight("floor", floor.url, CHART, f"li:nth-child(2) {MENU}", CHART, "Giảm"),
            Sight(PLAIN, f"{floor.url}/chua-co", METRIC, f"li:nth-child(1) {MENU}", CHART, "Tăng"),
            Sight("/", f"{board.url}/", TILES, '.tile[href*="HD01"]', CHART, "HDI", PLAIN),
            Sight(
                "/chi-tieu?ma=HD01",
                f"{board.url}/chi-tieu?ma=HD01",
                CHART,
                *('.crumbs a[href*="HD02"]', CHART, "bất bình đẳng"),
                cold=COLD_CHART_LIMIT,
            ),
        ]
        loads = loaded(sights, runs)
    for sight in sights[2:]:
        yield ratio(f"{sight.name} with an empty browser cache", loads, sight, COLD, sight.cold)
        yield ratio(f"{sight.name} visited again", loads, sight, AGAIN, AGAIN_LIMIT)
        yield ratio(f"a link followed from {sight.name}", loads, sight, CHANGE, CHANGE_LIMIT)


def loaded(sights: list[Sight], runs: int) -> Loads:
    """Load every sight that many times, in another order each time; the first round is dropped."""
    loads: Loads = defaultdict(list)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for run in range(runs + 1):
            turn = run % len(sights)
            for sight in sights[turn:] + sights[:turn]:
                loads[sight.name].append(load_twice(browser, sight))
        browser.close()
    return {name: times[1:] for name, times in loads.items()}


def load_twice(browser: Browser, sight: Sight) -> tuple[float, ...]:
    """Load with an empty browser cache, then once more, then follow a link."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 1366, "height": 768})
    page = context.new_page()
    times: list[float] = []
    for _ in range(2):
        page.goto(sight.address, wait_until="commit")
        times.append(page.evaluate(SEEN, sight.selector))
    page.wait_for_function(SETTLED)
    page.wait_for_load_state("networkidle")  # a reader reads before following a link
    times.append(page.evaluate(FOLLOWED, [sight.link, sight.there, sight.title]))
    context.close()
    return tuple(times)


def ratio(name: str, loads: Loads, sight: Sight, which: int, limit: float) -> Figure:
    """Compare the medians."""
    like = sight.like if which == CHANGE else "floor"
    floor, ours = (median(t[which] for t in loads[key]) for key in (like, sight.name))
    count = len(loads[sight.name])
    note = f"{ours:.0f} ms, floor {floor:.0f} ms, medians of {count}"
    return Figure(name, ours / floor, "×", limit, note)


def chromium() -> str:
    """Find the browser that `make` names or that is installed."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise SystemExit("No Chromium: run `make bench`, or set CHROMIUM.")
    return found
