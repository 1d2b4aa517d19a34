"""A chart taken along: its picture in both shapes and formats, its figures, its link."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

import pytest
import requests
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Download, Page, Route, expect

from indicators.wording.illustrative import MARK
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit
from tests.rounds import FULL

SEEN = "v=3&ngay=2029-06-10"
LONG = f"chi-tieu?ma=DH10&{SEEN}"  # the longest title of a wide and a square picture
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
NO_COPYING = "document.execCommand = () => false"
# Words of a picture that stand beyond its edges, however far.
BEYOND = """() => {
  const whole = document.documentElement.getBoundingClientRect();
  const beyond = (box) => box.width && (box.left < 0 || box.top < 0
    || box.right > whole.width || box.bottom > whole.height);
  return [...document.querySelectorAll('text')]
    .filter((text) => beyond(text.getBoundingClientRect())).map((text) => text.textContent);
}"""


# Words of a picture that stand upon other words or on the edge of a small chart.
MEETING = """() => {
  const boxes = [...document.querySelectorAll('text')]
    .filter((text) => text.getAttribute('class') || text.querySelector('tspan'))
    .map((text) => [text.textContent, text.getBoundingClientRect()]);
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * Math.min(a.height, b.height);
  const leaves = ([, box], panel) => box.top > panel.top && box.top < panel.bottom
    && box.left >= panel.left && box.left < panel.right
    && (box.right > panel.right || box.bottom > panel.bottom);
  const edges = [...document.querySelectorAll('.edge')].map((edge) => edge.getBoundingClientRect());
  return [
    ...boxes.flatMap((one, at) => boxes.slice(at + 1)
      .filter((other) => meet(one[1], other[1])).map((other) => `${one[0]} × ${other[0]}`)),
    ...boxes.filter((box) => edges.some((edge) => leaves(box, edge))).map(([text]) => text),
  ];
}"""
CHARTS = [
    ("nhom?ma=DH", "DH Giáo dục nghề nghiệp, giáo dục đại học 10-06-2029", 21),
    ("so-sanh?ma=CS01,CS02,HD01", "So sánh CS01 CS02 HD01 10-06-2029", 3),
    ("chi-tieu?ma=DH10", "DH10 Chương trình tiên tiến 10-06-2029", 0),
]


def taken(page: Page, role: Literal["button", "link"] = "button") -> Download:
    with page.expect_download() as waiting:
        page.get_by_role(role, name="Tải hình", exact=True).click()
    return waiting.value


def choose(page: Page, word: str) -> None:
    """Choose by keyboard; the focus stays on the choice although the page was drawn anew."""
    choice = page.get_by_role("link", name=word, exact=True)
    choice.focus()
    page.keyboard.press("Enter")
    expect(choice).to_have_attribute("aria-current", "true")
    expect(choice).to_be_focused()


# In `make full` each on both grounds, else one by day and the next by night.
GROUNDS = ("light", "dark")
TAKEN = [
    (ground, *chart)
    for at, chart in enumerate(CHARTS)
    for ground in (GROUNDS if FULL else [GROUNDS[at % 2]])
]


@pytest.mark.parametrize(("ground", "where", "name", "count"), TAKEN)
def test_charts_are_taken_in_the_shape_and_format_of_the_address(
    filled_server: BoardServer,
    visit: Visit,
    tmp_path: Path,
    ground: str,
    where: str,
    name: str,
    count: int,
):
    visit.page.emulate_media(color_scheme=ground)
    page = visit.open(f"{filled_server.url}/{where}&{SEEN}").page
    for word, asked, size in (("16:9", "", (3200, 1800)), ("Vuông", "&hinh=vuong", (2160, 2160))):
        choose(page, word)
        assert page.url.endswith(f"{SEEN}{asked}")
        file = taken(page)
        expect(page.locator("[data-drawn] ~ [role=status]")).to_have_text("Đã tải")
        assert file.suggested_filename == f"{name}.png"
        file.save_as(tmp_path / "small.png")
        with Image.open(tmp_path / "small.png") as picture:
            assert (picture.format, picture.size) == ("PNG", size)
            assert picture.convert("RGB").getpixel((5, 5)) == (255, 255, 255)
            assert [*picture.text] == ["Title"]
    choose(page, "SVG")
    assert page.url.endswith(f"{SEEN}&hinh=vuong&tep=svg")
    file = taken(page, "link")
    assert file.suggested_filename == f"{name}.svg"
    file.save_as(tmp_path / "small.svg")
    assert (visit.errors, visit.refusals()) == ([], [])
    page.goto((tmp_path / "small.svg").as_uri())
    assert page.locator(".panel").count() == count
    assert page.evaluate("document.fonts.ready.then((fonts) => fonts.size)") == 4
    assert page.evaluate(BEYOND) == []
    assert page.evaluate(MEETING) == []
    assert apart(tmp_path / "small.svg", tmp_path / "small.png", page) < 0.1


def test_a_picture_of_made_up_figures_says_so_in_its_properties(
    demo_server: BoardServer, visit: Visit, tmp_path: Path
):
    page = visit.open(f"{demo_server.url}/chi-tieu?ma=HD01").page
    taken(page).save_as(tmp_path / "taken.png")
    with Image.open(tmp_path / "taken.png") as picture:
        picture.load()
        assert picture.text["Title"].startswith("Chỉ số giáo dục")
        assert picture.text["Description"] == MARK


def apart(svg: Path, png: Path, page: Page) -> float:
    """How far a PNG is from what a browser shows of an SVG on a disk, on average of 255."""
    square = {"width": 1080, "height": 1080}
    browser = page.context.browser
    assert browser
    other = browser.new_page(viewport=square, device_scale_factor=2)
    other.goto(svg.as_uri())
    other.locator("svg").first.screenshot(path=svg.with_suffix(".seen.png"))
    other.close()
    with Image.open(png) as made, Image.open(svg.with_suffix(".seen.png")) as seen:
        difference = ImageChops.difference(made.convert("L"), seen.convert("L"))
    return ImageStat.Stat(difference).mean[0]


def test_a_picture_that_cannot_be_made_is_said_beside_its_button(
    board_server: BoardServer, visit: Visit
):
    page = visit.open(f"{board_server.url}/nhom?ma=CS").page
    named = {"Content-Disposition": "attachment; filename*=UTF-8''a.svg"}
    failures: list[Callable[[Route], None]] = [
        lambda route: route.fulfill(status=503, body="x", headers=named),
        lambda route: route.fulfill(body="no picture", headers=named),
        lambda route: route.abort(),
    ]
    said = page.locator(".takes [role=alert]")
    for fail in failures:
        page.route("**/tai/hinh-nhom.svg*", fail)
        page.get_by_role("button", name="Tải hình", exact=True).click()
        expect(said).to_have_text("Không tạo được hình PNG; hãy thử lại hoặc chọn SVG.")
        page.unroute("**/tai/hinh-nhom.svg*")
        assert taken(page).suggested_filename.endswith(".png")
        expect(said).to_have_text("")


def test_a_view_is_copied_and_reopened(filled_server: BoardServer, visit: Visit):
    page = visit.open(f"{filled_server.url}/chi-tieu?ma=ML02&hinh=vuong&nam=2025").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copying = page.get_by_role("button", name="Sao chép liên kết")
    copying.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-address] ~ [role=status]")).to_have_text("Đã sao chép")
    address = page.evaluate("navigator.clipboard.readText()")
    asked = r"ma=ML02&hinh=vuong&v=3&ngay=\d{4}-\d\d-\d\d&nam=2025"
    assert re.fullmatch(rf"{filled_server.url}/chi-tieu\?{asked}", address)
    title = page.locator("h1").inner_text()
    visit.open(address)
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".as-of")).to_contain_text("năm đánh giá 2025")


def test_a_link_is_copied_without_a_clipboard_and_else_shown(
    filled_server: BoardServer, own_visit: Visit
):
    visit = own_visit
    visit.page.add_init_script(NO_CLIPBOARD)
    page = visit.open(f"{filled_server.url}/nhom?ma=CS&{SEEN}").page
    wanted = f"{filled_server.url}/nhom?ma=CS&{SEEN}"
    copying = page.get_by_role("button", name="Sao chép liên kết")
    copying.click()
    status = page.locator("[data-address] ~ [role=status]")
    expect(status).to_have_text("Đã sao chép")
    expect(copying).to_be_focused()
    search = page.get_by_role("searchbox", name="Tìm chỉ tiêu")
    search.press("Control+V")
    expect(search).to_have_value(wanted)
    page.evaluate(NO_COPYING)
    copying.click()
    expect(status).to_have_text("Nhấn Ctrl+C để sao chép")
    shown = page.get_by_label("Liên kết của trang đang xem")
    expect(shown).to_be_focused()
    assert page.evaluate("getSelection().toString()") == wanted
    assert (visit.errors, visit.refusals()) == ([], [])


def test_a_reminder_is_copied_as_plain_text_and_the_button_says_so(
    board_server: BoardServer, own_visit: Visit
):
    visit = own_visit
    visit.page.add_init_script(NO_CLIPBOARD)
    page = visit.open(board_server.url).page
    agency = page.locator(".owes", has_text="Sở Tài chính")
    copying = agency.get_by_role("button", name="Sao chép lời nhắc")
    copying.click()
    expect(agency.get_by_role("button", name="Đã sao chép")).to_be_visible()
    expect(agency.get_by_role("status")).to_have_text("Đã sao chép")
    expect(copying).to_be_visible()  # its own words are back after two seconds
    search = page.get_by_role("searchbox", name="Tìm chỉ tiêu")
    search.press("Control+V")
    expect(search).to_have_value(re.compile("^Kính gửi: Sở Tài chính.*Báo cáo năm .* chủ trì:"))
    assert (visit.errors, visit.refusals()) == ([], [])


def test_a_table_comes_with_its_name_and_the_headers_of_a_page(board_server: BoardServer):
    answer = requests.get(f"{board_server.url}/tai/so-lieu.xlsx?ma=ML02&v=2", timeout=60)
    page = requests.get(board_server.url, timeout=60)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert unquote(answer.headers["Content-Disposition"]).endswith("''ML02-so-lieu.xlsx")
    for header in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        assert answer.headers[header] == page.headers[header]
    wrong = requests.get(f"{board_server.url}/tai/so-lieu.xlsx?ma=XX99", timeout=60)
    assert wrong.status_code == 400
    assert "Không có chỉ tiêu mang mã" in wrong.text
