"""Every page looks as in its reference picture, which is taken anew only by `make pictures`.

What the comparison sees and what it cannot is told in tests/pictures/difference.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser

from indicators.wording.illustrative import MARK
from tests.e2e.axe import grave_findings, leaps, ranks_of
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit
from tests.pictures.camera import arrive, see, still, take
from tests.pictures.difference import difference, reference_of
from tests.pictures.sights import FORMS, Sight, sights
from tests.rounds import FULL

REFERENCES = Path(__file__).parents[1] / "pictures" / "references"
INDICATOR = Sight("chi-tieu-duong", "/chi-tieu?ma=HD01")
TABLE = Sight("bieu-theo-doi", "/bieu-theo-doi")
OVERVIEW = Sight("tong-quan", "/")
BACKGROUND = """() => [...document.querySelectorAll('.bd .scroll')]
  .map((table) => getComputedStyle(table).backgroundImage)"""


@pytest.fixture(scope="module")
def readers(browser: Browser) -> Iterator[dict[str, Visit]]:
    """One visit a form for all pages, so that scripts and fonts are loaded once."""
    visits = {form: arrive(browser, settings) for form, settings in FORMS.items()}
    yield visits
    for visit in visits.values():
        visit.page.context.close()


# In `make full` in every form, else each page in one by day, the next in another.
BY_DAY = [form for form in FORMS if form != "dark"]
SEEN_AS = [
    (sight, form)
    for at, sight in enumerate(sights())
    for form in (FORMS if FULL else [BY_DAY[at % len(BY_DAY)]])
]


@dataclass(frozen=True)
class Opened:
    """A page that is still open, in which form, and how it looked."""

    sight: Sight
    form: str
    visit: Visit
    picture: Image.Image


@pytest.fixture(
    scope="module", params=SEEN_AS, ids=[f"{sight.name}-{form}" for sight, form in SEEN_AS]
)
def opened(
    request: pytest.FixtureRequest, demo_server: BoardServer, readers: dict[str, Visit]
) -> Opened:
    sight, form = request.param
    visit = readers[form]
    visit.errors.clear()
    return Opened(sight, form, visit, see(visit, demo_server, sight))


def test_a_page_looks_as_it_did(opened: Opened, tmp_path: Path):
    kept = REFERENCES / opened.form / f"{opened.sight.name}.png"
    found = difference(Image.open(kept), opened.picture)
    if found.is_seen:
        opened.picture.save(tmp_path / "now.png")
        found.where.resize(opened.picture.size).save(tmp_path / "where.png")
    assert not found.is_seen, (
        f"{kept.name} ({opened.form}): {found.share:.2%} of the picture looks otherwise; see "
        f"now.png and where.png in {tmp_path}. If it is meant to: `make pictures`, look at them, "
        "commit them."
    )


def test_it_has_no_grave_finding_and_its_headings_leap_no_rank(opened: Opened):
    assert grave_findings(opened.visit.page) == []
    ranks = ranks_of(opened.visit.page)
    assert (ranks.count(1), leaps(ranks)) == (1, [])


def test_it_is_marked_as_made_up_in_title_address_and_on_the_page(opened: Opened):
    visit = opened.visit
    assert visit.page.title().startswith(f"{MARK} · ")
    assert "minh-hoa=1" in visit.page.url
    told = visit.main_text()
    assert "SỐ LIỆU MINH HỌA · " in told
    # A telephone has room for the first words of the banner alone.
    assert opened.form == "telephone" or "như đang ở ngày 20/11/2029" in told
    assert all("MINH" in image for image in visit.page.evaluate(BACKGROUND))
    assert (visit.errors, visit.refusals()) == ([], [])


# A moved column; a chart, then its line missing; a changed colour, words missing, larger letters.
WHAT_BREAKS = {
    TABLE: [".tracking td:nth-child(4) { padding-left: 60px !important }"],
    INDICATOR: [".stPlotlyChart { visibility: hidden }", ".scatterlayer { visibility: hidden }"],
    OVERVIEW: [
        ".bd .s-slow { --fill: #f4733d !important }",
        ".agency .who { visibility: hidden }",
        "html { font-size: 104% !important }",
    ],
}


@pytest.mark.parametrize("sight", WHAT_BREAKS, ids=lambda sight: sight.name)
def test_what_breaks_is_seen_and_letters_drawn_otherwise_are_not(
    demo_server: BoardServer, readers: dict[str, Visit], sight: Sight
):
    """Otherwise as another version of the browser would draw them: softer, or a pixel aside."""
    whole = see(readers["light"], demo_server, sight)
    kept, page = reference_of(whole), readers["light"].page
    softer, aside = whole.filter(ImageFilter.GaussianBlur(0.7)), ImageChops.offset(whole, 1, 0)
    assert [difference(kept, drawn).is_seen for drawn in (whole, softer, aside)] == [False] * 3
    for breaking in WHAT_BREAKS[sight]:
        style = page.add_style_tag(content=breaking)
        assert difference(kept, take(still(readers["light"]).page)).is_seen, breaking
        style.evaluate("style => style.remove()")
