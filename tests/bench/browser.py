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

COLD_LIMIT, AGAIN_LIMIT = 1.35, 1.6
CHART = ".stPlotlyChart .main-svg .trace path"
TILES = ".bd .tile"
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


@dataclass(frozen=True)
class Sight:
    """A page and what tells that it is there."""

    name: str
    address: str
    selector: str


Loads = dict[str, list[tuple[float, float]]]  # by sight: cold and again, in milliseconds


def browser_figures(folder: Path, runs: int) -> Iterator[Figure]:
    """Load the floor and our pages in turn, so that what disturbs one disturbs all."""
    with serving(FLOOR, folder) as floor, serving(BOARD, folder) as board:
        sights = [
            Sight("floor", floor.url, CHART),
            Sight("/", f"{board.url}/", TILES),
            Sight("/chi-tieu?ma=HD01", f"{board.url}/chi-tieu?ma=HD01", CHART),
        ]
        loads = loaded(sights, runs)
    for sight in sights[1:]:
        yield ratio(f"{sight.name} with an empty browser cache", loads, sight, 0, COLD_LIMIT)
        yield ratio(f"{sight.name} visited again", loads, sight, 1, AGAIN_LIMIT)


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


def load_twice(browser: Browser, sight: Sight) -> tuple[float, float]:
    """Load with an empty browser cache, then once more."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 1366, "height": 768})
    page = context.new_page()
    times: list[float] = []
    for _ in range(2):
        page.goto(sight.address, wait_until="commit")
        times.append(page.evaluate(SEEN, sight.selector))
    context.close()
    return times[0], times[1]


def ratio(name: str, loads: Loads, sight: Sight, which: int, limit: float) -> Figure:
    """Compare the medians."""
    floor, ours = (median(t[which] for t in loads[key]) for key in ("floor", sight.name))
    count = len(loads[sight.name])
    note = f"{ours:.0f} ms, floor {floor:.0f} ms, medians of {count}"
    return Figure(name, ours / floor, "×", limit, note)


def chromium() -> str:
    """Find the browser that `make` names or that is installed."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise SystemExit("No Chromium: run `make bench`, or set CHROMIUM.")
    return found
