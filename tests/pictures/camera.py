"""Pictures of a page that stands still: drawn to its end, its fonts loaded, nothing moving."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.e2e.server import BoardServer, running_board
from tests.e2e.visit import Visit
from tests.pictures.sights import Form, Sight

# A chart has its lines, a grid its cells, what is seen of pictures its pixels, a text its letters.
DRAWN = """() => document.fonts.status === 'loaded'
  && [...document.images].every((image) => image.complete || !image.checkVisibility())
  && [...document.querySelectorAll('.stPlotlyChart')].every((chart) =>
    chart.querySelector('.scatterlayer path.point'))
  && [...document.querySelectorAll('[data-testid="stDataFrame"]')].every((grid) =>
    grid.querySelector('[id^="glide-cell-"]'))"""
# Until two frames have been painted since.
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@contextmanager
def illustrative_board(database: Path, folder: Path) -> Iterator[BoardServer]:
    """Serve a copy of an illustrative database."""
    own = Path(copy(database, folder / "illustrative.duckdb"))
    with running_board(own, folder / "log", nature="illustrative") as server:
        yield server


def arrive(browser: Browser, form: Form) -> Visit:
    """Begin a visit of a Vietnamese reader who asked for no motion."""
    return Visit.begin(browser, locale="vi-VN", reduced_motion="reduce", **form)


def see(visit: Visit, server: BoardServer, sight: Sight) -> Image.Image:
    """Open a page and take what stands on the screen."""
    visit.open(server.url + sight.address)
    if sight.at:
        visit.page.locator(sight.at).first.evaluate("place => place.scrollIntoView()")
    return take(still(visit).page)


def still(visit: Visit) -> Visit:
    """Wait until everything is drawn."""
    visit.settle().page.wait_for_function(DRAWN)
    visit.page.evaluate(PAINTED)
    return visit


def take(page: Page, **options: object) -> Image.Image:
    """Take a picture of the screen, or of a part of it."""
    shot = page.screenshot(animations="disabled", caret="hide", **options)  # type: ignore[arg-type]
    return Image.open(io.BytesIO(shot)).convert("RGB")
