"""Everybody can use every page: axe-core's rules, the keyboard, charts in words, no motion."""

from io import BytesIO
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from pages.navigation import ROOMS
from tests.e2e.axe import grave_findings, leaps, ranks_of
from tests.e2e.conftest import Arrive
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit
from tests.rounds import FULL

SEEN = "v=3&ngay=2029-06-10"
# What a page shows once something is chosen; every page is looked at as the menu opens it too.
CHOSEN = {
    "nhom": ["ma=CS"],
    "chi-tieu": ["ma=HD01", "ma=ML01"],
    "so-sanh": ["ma=HD01,CS02,ML01", "ma=BC03&theo=cap-hoc"],
    "nhat-ky": ["pb=2"],
}
ADDRESSES = [
    f"/{room.url_path}?{'&'.join(filter(None, (chosen, SEEN)))}"
    for room in ROOMS
    for chosen in ("", *CHOSEN.get(room.url_path, []))
]
PRESENTED = [
    f"{path}{SEEN}&trinh-chieu=1&man={screen}"
    for path, screen in (("/?", 1), ("/?", 2), ("/nhom?ma=CS&", 4), ("/chi-tieu?ma=HD01&", 1))
]
SIZES = {"laptop": (1440, 900), "phone": (390, 844)}


# Keeps what gets the focus: a name to tell it by, whether it is ours, and whether one can see that
# it has.
KEEP_FOCUSED = """() => {
  window.stops = [];
  document.addEventListener('focusin', ({ target }) => {
    const style = getComputedStyle(target);
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const name = `${target.tagName} ${target.textContent.slice(0, 60)}`;
    const ours = target.closest('.bd') !== null;
    stops.push([`${name} ${target.getAttribute('href') ?? ''}`, ours, ring]);
  });
}"""
LASTS = """() => Math.max(...[...document.querySelectorAll('body *')].flatMap((part) => {
  const { transitionDuration, animationDuration } = getComputedStyle(part);
  return `${transitionDuration}, ${animationDuration}`.split(', ').map(parseFloat);
}))"""

# Here the pictures' pages are judged (test_looks); in `make full` these too, in every form.
LOOKED_AT = [
    (address, size, ground)
    for address in (ADDRESSES if FULL else [])
    for ground in ("light", "dark")
    for size in SIZES
] + [
    (address, size, ground)
    for at, (address, size) in enumerate(
        # Telephones are led to the page itself; the map is where a screen is closest.
        [*((address, "laptop") for address in PRESENTED), (PRESENTED[0], "phone")]
    )
    for ground in (("light", "dark") if FULL else [("light", "dark")[at % 2]])
]


@pytest.mark.parametrize(("address", "size", "ground"), LOOKED_AT)
def test_no_page_has_a_grave_finding_on_light_or_dark_ground(
    filled_server: BoardServer,
    arrive: Arrive,
    address: str,
    size: str,
    ground: Literal["light", "dark"],
):
    wide, high = SIZES[size]
    visit = arrive(
        viewport={"width": wide, "height": high}, reduced_motion="reduce", color_scheme=ground
    )
    visit.open(filled_server.url + address)
    expect(visit.page.get_by_test_id("stApp")).to_have_css("color-scheme", ground)
    assert grave_findings(visit.page) == []
    ranks = ranks_of(visit.page)
    assert (ranks.count(1), leaps(ranks)) == (1, [])


def test_a_heading_that_leaps_a_rank_is_found():
    assert leaps([1, 2, 3, 2, 4, 1]) == [(2, 4)]
    assert leaps([2, 1]) == [(0, 2)]


def test_axe_finds_what_is_wrong(filled_server: BoardServer, visit: Visit):
    page = visit.open(f"{filled_server.url}/nhat-ky").page
    page.locator(".bd h1").first.evaluate(
        "e => { e.style.setProperty('color', '#bbb', 'important'); e.innerHTML += '<img>' }"
    )
    assert [line.split(":")[0] for line in grave_findings(page)] == ["color-contrast", "image-alt"]


# Resolves when what was scrolled has been drawn and told.
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def overview(filled_server: BoardServer, visit: Visit) -> Page:
    return visit.open(f"{filled_server.url}/?{SEEN}").page


def test_the_first_stop_of_the_keyboard_leads_past_the_menu(overview: Page):
    overview.keyboard.press("Tab")
    skip = overview.get_by_role("link", name="Đến thẳng nội dung")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    overview.keyboard.press("Enter")
    expect(overview.get_by_test_id("stMain")).to_be_focused()
    overview.keyboard.press("Tab")
    assert overview.evaluate("document.activeElement.closest('.bd') !== null")


def test_the_keyboard_goes_from_tile_to_tile_and_opens_one(overview: Page):
    overview.locator(".whole-programme summary").click()
    overview.locator("a.tile", has_text="HD01").focus()
    overview.keyboard.press("Tab")
    expect(overview.locator("a.tile", has_text="HD02")).to_be_focused()
    overview.keyboard.press("Shift+Tab")
    overview.keyboard.press("Enter")
    expect(overview.locator("h1")).to_contain_text("Chỉ số giáo dục đóng góp")


def stops(page: Page, most: int) -> list[tuple[str, bool, bool]]:
    """Press Tab from the content's start until the page's end."""
    page.get_by_test_id("stMain").focus()
    page.evaluate(KEEP_FOCUSED)
    while True:
        for _ in range(20):
            page.keyboard.press("Tab")
        seen = [tuple(stop) for stop in page.evaluate("window.stops")]
        names = [name for name, _, _ in seen]
        if around := [at for at, name in enumerate(names) if "Đến thẳng nội dung" in name]:
            return seen[: around[0]]
        assert len(seen) < most, f"Không ra khỏi {seen[-3:]}"


ENDS = [
    ("/", "Làm báo cáo từ trang này"),
    ("/bieu-theo-doi", "Tải Excel"),
    ("/nhom?ma=CS", "Tải Excel"),
    ("/chi-tieu?ma=HD01", "Tải Excel"),
    ("/nhap-lieu", "Tải biểu mẫu"),
]


@pytest.mark.parametrize(("path", "last"), ENDS)
def test_the_keyboard_reaches_the_end_of_a_page_and_one_sees_where_it_is(
    filled_server: BoardServer, visit: Visit, path: str, last: str
):
    page = visit.open(filled_server.url + path).page
    seen = stops(page, most=400)
    assert [name for name, ours, ring in seen if ours and not ring] == []
    assert any(last in name for name, _, _ in seen)


def test_a_filter_is_chosen_by_keyboard_alone(filled_server: BoardServer, visit: Visit):
    page = visit.open(f"{filled_server.url}/bieu-theo-doi?{SEEN}").page
    page.get_by_role("combobox", name="Đánh giá").focus()
    page.evaluate(TWO_FRAMES)  # it scrolled into sight, and a scroll closes an open list
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="Không đạt")).to_be_visible()
    page.keyboard.type("Không đạt")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".tracking tbody td a")).to_have_count(6)
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Cơ quan chủ trì")).to_be_focused()


@pytest.mark.parametrize("code", ["HD01", "DH17", "BC01"])
def test_a_chart_says_what_its_title_says_and_a_table_has_its_figures(
    filled_server: BoardServer, visit: Visit, code: str
):
    page = visit.open(f"{filled_server.url}/chi-tieu?ma={code}&{SEEN}").page
    title = page.locator("h1").inner_text()
    chart = page.locator(".stPlotlyChart").get_by_role("img", name=title, exact=True)
    expect(chart).to_have_count(1)
    drawn = page.locator(".scatterlayer path.point").count()
    assert page.locator(".values tbody tr").count() >= min(drawn, 5)


def test_every_picture_of_a_group_says_what_it_shows(filled_server: BoardServer, visit: Visit):
    page = visit.open(f"{filled_server.url}/nhom?ma=CS&{SEEN}").page
    shown = page.locator(".multiples .card")
    pictures = shown.locator("img, .stage")
    assert pictures.count() == shown.count() == 12
    said = pictures.evaluate_all("all => all.map(e => e.alt ?? e.getAttribute('aria-label'))")
    assert all("mục tiêu" in text or "hạn" in text for text in said)
    assert page.locator(".tracking tbody td a").count() == 12


@pytest.mark.parametrize("path", ["/", "/chi-tieu?ma=HD01", "/nhap-lieu"])
def test_nothing_moves_for_those_who_asked_for_less_motion(
    filled_server: BoardServer, arrive: Arrive, path: str
):
    visit = arrive(reduced_motion="reduce").open(filled_server.url + path)
    still = visit.page.evaluate(LASTS)
    visit.page.emulate_media(reduced_motion="no-preference")
    moving = visit.page.evaluate(LASTS)
    assert still <= 0.001 < moving


# Marks on the screen: their box and what they stand in.
MARKS = """() => [...document.querySelectorAll('.bd .switches .mark, .bd .agency .mark')]
  .filter((mark) => mark.checkVisibility())
  .map((mark) => [mark.getBoundingClientRect(), mark.parentElement.outerHTML])
  .filter(([box]) => box.width && box.bottom < innerHeight)
  .map(([box, html]) => [[box.left, box.top, box.right, box.bottom], html])"""
# Bars and keys without an outline, by which alone they are told apart there.
BARE = """() => [...document.querySelectorAll('.bd .bar a, .bd .scale li')]
  .filter((part) => getComputedStyle(part).borderTopWidth === '0px').length"""


@pytest.mark.parametrize("path", ["/", "/cach-danh-gia"])
def test_marks_and_outlines_are_seen_in_colours_that_a_reader_forces(
    demo_server: BoardServer, visit: Visit, path: str
):
    page = visit.open(demo_server.url + path).page
    try:
        for ground in ("light", "dark"):
            page.emulate_media(forced_colors="active", color_scheme=ground)
            seen = Image.open(BytesIO(page.screenshot()))
            marks = page.evaluate(MARKS)
            assert [html for box, html in marks if is_blank(seen.crop(box))] == []
            assert (bool(marks), page.evaluate(BARE)) == (path == "/", 0)
    finally:
        page.emulate_media(forced_colors="none")


def is_blank(picture: Image.Image) -> bool:
    """Whether nothing is drawn: all of one colour."""
    colours = picture.getcolors()
    return colours is not None and len(colours) == 1
