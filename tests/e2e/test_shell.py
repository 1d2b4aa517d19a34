"""The frame around every page: addresses, menu, fonts, headers."""

from pathlib import Path

import pytest
import requests
from playwright.sync_api import expect

from indicators.catalogue.loader import load
from pages.navigation import ROOMS
from tests.e2e.conftest import Arrive, StartBoard
from tests.e2e.front import in_front
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit

PAGE_FILES = ["chi_tieu", "nhap_lieu", "nhat_ky", "so_sanh", "tong_quan", "shell"]
PRODUCT = "Bảng theo dõi Nghị quyết 71"
HD01 = load().indicators_by_code["HD01"]


def test_deep_link_asked_of_a_fresh_server_gets_the_whole_frame(
    start_board: StartBoard, visit: Visit, tmp_path: Path
) -> None:
    visit.open(f"{start_board(tmp_path / 'board.duckdb').url}/chi-tieu?ma=HD01")
    page = visit.page
    assert page.title() == f"HD01 {HD01.short_name} · {PRODUCT}"
    assert page.locator(".board-name").inner_text() == PRODUCT
    menu = page.get_by_test_id("stSidebarNav").get_by_role("link")
    assert menu.all_inner_texts() == [room.title for room in ROOMS]
    current = page.get_by_test_id("stSidebarNav").locator("[aria-current=page]")
    assert current.all_inner_texts() == ["Chỉ tiêu"]
    assert page.url.endswith("/chi-tieu?ma=HD01")
    assert page.locator(".board-notice").count() == 0


def test_file_of_a_page_is_no_address_even_of_a_fresh_server(
    start_board: StartBoard, tmp_path: Path
) -> None:
    # Streamlit serves a `pages/` folder beside its script under the names of the files.
    server = start_board(tmp_path / "board.duckdb")
    codes = [requests.get(f"{server.url}/{name}", timeout=60).status_code for name in PAGE_FILES]
    assert codes == [404] * len(PAGE_FILES)


def test_all_widgets_work_under_the_content_policy(
    specimen_server: BoardServer, visit: Visit
) -> None:
    visit.open(specimen_server.url)
    assert visit.page.locator(".main-svg .trace").count() > 0
    assert visit.refusals() == []
    assert visit.errors == []


def test_a_script_within_a_page_does_not_run(board_server: BoardServer, visit: Visit) -> None:
    visit.open(board_server.url)
    visit.page.evaluate(
        """() => { const script = document.createElement('script');
                   script.textContent = 'window.ran = true'; document.body.append(script); }"""
    )
    assert visit.page.evaluate("window.ran") is None
    assert visit.refusals() == ["script-src-elem inline"]


@pytest.mark.parametrize("path", ["/", "/chi-tieu", "/khong-co", "/_stcore/health"])
def test_every_answer_carries_the_headers(board_server: BoardServer, path: str) -> None:
    headers = requests.get(board_server.url + path, timeout=60).headers
    policy = headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'self'", "connect-src 'self'", "frame-ancestors 'self'"} <= set(policy)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_unknown_address_is_a_vietnamese_page_with_status_404(
    board_server: BoardServer, visit: Visit
) -> None:
    answer = visit.page.goto(f"{board_server.url}/khong-co")
    assert answer is not None
    assert answer.status == 404
    expect(visit.page.get_by_role("heading")).to_have_text("Không tìm thấy trang này")
    visit.page.get_by_role("link", name="Về trang Tổng quan").click()
    visit.settle()
    assert visit.page.locator(".board-name").inner_text() == PRODUCT


def test_behind_a_web_server_that_changes_the_host_the_page_says_what_to_set(
    board_server: BoardServer, own_visit: Visit
) -> None:
    with in_front(board_server.url) as address:
        own_visit.page.goto(f"{address}/chi-tieu?ma=HD01")
        heading = own_visit.page.get_by_role("heading")
        expect(heading).to_have_text("Máy chủ không nhận yêu cầu từ trang có địa chỉ khác")
        told = own_visit.page.get_by_role("main").inner_text()
    assert f"Trang có địa chỉ '{address}'" in told
    assert "BOARD_URL" in told


def test_reload_never_shows_streamlits_own_shell(board_server: BoardServer) -> None:
    answer = requests.get(board_server.url, headers={"If-None-Match": "*"}, timeout=60)
    assert (answer.status_code, answer.headers.get("ETag")) == (200, None)
    assert f"<title>{PRODUCT}</title>" in answer.text


def test_fonts_with_vietnamese_letters_are_ours_and_kept_a_year(
    board_server: BoardServer, visit: Visit
) -> None:
    visit.open(board_server.url)
    loaded = visit.page.evaluate(
        """async () => (await document.fonts.load("700 16px 'Be Vietnam Pro'", 'Nghị quyết'))
             .map((face) => [face.family.replaceAll('"', ''), face.status])"""
    )
    assert loaded == [["Be Vietnam Pro", "loaded"]] * 2
    fonts = [address for address in visit.requests if "/fonts/" in address]
    assert not any("latin-ext" in address for address in fonts)
    kept = requests.get(fonts[0], timeout=60).headers["Cache-Control"]
    assert kept == "public, immutable, max-age=31536000"


def test_settings_hold_from_another_folder(board_server: BoardServer, visit: Visit) -> None:
    visit.open(board_server.url)
    title = visit.page.locator(".board-name")
    assert title.evaluate("e => getComputedStyle(e).fontFamily").startswith('"Be Vietnam Pro"')
    assert visit.page.get_by_test_id("stMainMenu").count() == 0


def test_page_follows_the_dark_system(board_server: BoardServer, arrive: Arrive) -> None:
    visit = arrive(color_scheme="dark").open(board_server.url)
    app = visit.page.get_by_test_id("stApp")
    style = app.evaluate("e => (s => [s.colorScheme, s.backgroundColor])(getComputedStyle(e))")
    assert style == ["dark", "rgb(16, 23, 31)"]


def test_link_in_a_page_changes_the_page_without_loading_anew(
    specimen_server: BoardServer, visit: Visit
) -> None:
    visit.open(specimen_server.url)
    visit.page.evaluate("window.same = true")
    visit.page.get_by_role("link", name="Sang chỉ tiêu").click()
    expect(visit.page.get_by_role("heading")).to_have_text("Chỉ tiêu HD01")
    assert visit.page.url.endswith("/chi-tieu?ma=HD01")
    visit.page.go_back()
    expect(visit.page.get_by_role("heading")).to_have_text("Mẫu")
    assert visit.page.evaluate("window.same") is True


def test_failing_page_shows_a_number_that_the_log_knows_and_no_innards(
    specimen_server: BoardServer, visit: Visit
) -> None:
    visit.open(f"{specimen_server.url}/chi-tieu?ma=LOI")
    notice = visit.page.get_by_role("alert")
    expect(notice.get_by_role("heading")).to_have_text("Trang này đang gặp lỗi")
    expect(visit.page.get_by_text("Chỉ tiêu LOI")).to_be_hidden()
    number = notice.inner_text().partition("số lỗi ")[2][:6]
    log = specimen_server.log.read_text()
    assert f"Lỗi số {number} (ValueError)" in log
    assert "bí mật của máy chủ" in log
    assert not any(word in visit.page.content() for word in ("bí mật", "ValueError", "Traceback"))
