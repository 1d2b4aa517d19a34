"""A chart taken along: its picture in both shapes and formats, its figures, its link."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import requests
from PIL import Image
from playwright.sync_api import Download, Page, expect

from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit

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


def taken(page: Page) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải hình", exact=True).click()
    return waiting.value


def choose(page: Page, word: str) -> None:
    """Choose by keyboard; the focus stays on the choice although the page was drawn anew."""
    choice = page.get_by_role("link", name=word, exact=True)
    choice.focus()
    page.keyboard.press("Enter")
    expect(choice).to_have_attribute("aria-current", "true")
    expect(choice).to_be_focused()


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_a_chart_is_taken_as_a_square_as_png_and_as_svg(
    filled_server: BoardServer, visit: Visit, tmp_path: Path, ground: str
):
    visit.page.emulate_media(color_scheme=ground)
    page = visit.open(f"{filled_server.url}/{LONG}").page
    title = page.locator(".gtitle")  # hidden on the page, in type that fits the picture
    expect(title).to_have_css("font-size", "24px")
    choose(page, "Vuông")
    expect(title).to_have_css("font-size", "20px")
    assert page.url.endswith(f"{SEEN}&hinh=vuong")
    taken(page).save_as(tmp_path / "square.png")
    with Image.open(tmp_path / "square.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (2160, 2160))
        paper = picture.convert("RGB").getpixel((5, 5))
        assert paper == {"light": (255, 255, 255), "dark": (16, 23, 31)}[ground]
    choose(page, "SVG")
    expect(page.locator(".modebar-btn")).to_have_attribute("data-title", "Tải hình SVG")
    file = taken(page)
    assert file.suggested_filename == "DH10 Chương trình tiên tiến 10-06-2029.svg"
    file.save_as(tmp_path / "square.svg")
    page.goto((tmp_path / "square.svg").as_uri())
    svg = page.locator("svg").first
    assert [svg.get_attribute(side) for side in ("width", "height")] == ["1080", "1080"]
    words = "".join(svg.locator("text").all_text_contents())
    for part in ("tối thiểu 2.000 người)", "Nguồn: Số liệu kiểm thử · Số liệu đến 10/06/2029"):
        assert part in words
    assert page.evaluate(BEYOND) == []
    assert (visit.errors, visit.refusals()) == ([], [])


def test_a_view_is_copied_and_reopened(filled_server: BoardServer, visit: Visit):
    page = visit.open(f"{filled_server.url}/chi-tieu?ma=ML02&hinh=vuong&nam=2025").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copying = page.get_by_role("button", name="Sao chép liên kết")
    copying.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".takes [role=status]")).to_have_text("Đã sao chép")
    address = page.evaluate("navigator.clipboard.readText()")
    asked = r"ma=ML02&hinh=vuong&v=3&ngay=\d{4}-\d\d-\d\d&nam=2025"
    assert re.fullmatch(rf"{filled_server.url}/chi-tieu\?{asked}", address)
    title = page.locator("h1").inner_text()
    visit.open(address)
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".as-of")).to_contain_text("năm đánh giá 2025")


def test_a_link_is_copied_without_a_clipboard_and_else_shown(
    filled_server: BoardServer, visit: Visit
):
    visit.page.add_init_script(NO_CLIPBOARD)
    page = visit.open(f"{filled_server.url}/nhom?ma=CS&{SEEN}").page
    wanted = f"{filled_server.url}/nhom?ma=CS&{SEEN}"
    copying = page.get_by_role("button", name="Sao chép liên kết")
    copying.click()
    status = page.locator(".takes [role=status]")
    expect(status).to_have_text("Đã sao chép")
    expect(copying).to_be_focused()
    search = page.get_by_label("Tìm chỉ tiêu").first
    search.press("Control+V")
    expect(search).to_have_value(wanted)
    page.evaluate(NO_COPYING)
    copying.click()
    expect(status).to_have_text("Nhấn Ctrl+C để sao chép")
    shown = page.get_by_label("Liên kết của trang đang xem")
    expect(shown).to_be_focused()
    assert page.evaluate("getSelection().toString()") == wanted
    assert (visit.errors, visit.refusals()) == ([], [])


def test_a_table_comes_with_its_name_and_the_headers_of_a_page(board_server: BoardServer):
    answer = requests.get(f"{board_server.url}/tai/so-lieu.xlsx?ma=ML02&v=2", timeout=20)
    page = requests.get(board_server.url, timeout=20)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert unquote(answer.headers["Content-Disposition"]).endswith("''ML02-so-lieu.xlsx")
    for header in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        assert answer.headers[header] == page.headers[header]
    wrong = requests.get(f"{board_server.url}/tai/so-lieu.xlsx?ma=XX99", timeout=20)
    assert wrong.status_code == 400
    assert "Không có chỉ tiêu mang mã" in wrong.text
