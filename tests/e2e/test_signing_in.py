"""A person is invited, chooses a password, records, leaves: in a real browser, on a real server."""

from pathlib import Path

import pytest
import requests
from playwright.sync_api import expect

from indicators.commands.run import main
from tests.accounts.conftest import PASSPHRASE
from tests.e2e.conftest import StartBoard
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit

LAN = ("--name", "Nguyễn Thị Lan", "--agency", "Sở Nội vụ", "--roles", "nhập liệu,duyệt,quản trị")
NEEDED = "Ghi số liệu cần một tài khoản"


@pytest.fixture
def server(start_board: StartBoard, database: Path) -> BoardServer:
    return start_board(database)


@pytest.fixture
def link(server: BoardServer, database: Path) -> str:
    """The address by which Lan, the first account, chooses her password."""
    answer = main(["account", "invite", "lan", *LAN, "--db", str(database)])
    return f"{server.url}{answer.text.splitlines()[-1]}"


def test_an_invited_person_signs_in_records_and_leaves_in_every_tab(
    server: BoardServer, link: str, visit: Visit, tmp_path: Path
):
    page = visit.page
    visit.open(f"{server.url}/nhap-lieu")
    expect(page.get_by_text(NEEDED)).to_be_visible()
    page.goto(link)
    for label in ("Mật khẩu, từ 12 ký tự; một câu dễ nhớ là tốt nhất", "Gõ lại mật khẩu"):
        page.get_by_label(label).fill(PASSPHRASE)
    page.get_by_role("button", name="Đặt mật khẩu và đăng nhập").click()
    visit.settle()
    expect(page.get_by_text("Ghi với tên Nguyễn Thị Lan, Sở Nội vụ.")).to_be_visible()
    kept = [each for each in page.context.cookies() if each["name"].startswith("bang-")]
    assert {(each["httpOnly"], each["sameSite"]) for each in kept} == {(True, "Strict")}

    sent = tmp_path / "a.csv"
    sent.write_text("ma_chi_tieu,nam,gia_tri\nML02,2026,84.9\n", encoding="utf-8")
    page.locator('input[type="file"]').set_input_files(sent)
    record = page.get_by_role("button", name="Ghi nhận 1 giá trị")
    expect(record).to_be_enabled()

    sending = next(each for each in visit.requests if "/upload_file/" in each)
    thief = requests.Session()
    thief.get(f"{server.url}/_stcore/health", timeout=30)
    said = {"Origin": server.url, "X-Xsrftoken": thief.cookies["_streamlit_xsrf"]}
    stolen = thief.put(sending, files={"file": b"x"}, headers=said, timeout=30)
    assert stolen.status_code == 403

    other = page.context.new_page()
    other.goto(f"{server.url}/dang-xuat")
    other.get_by_role("button", name="Đăng xuất").click()
    expect(other).to_have_url(f"{server.url}/")
    record.click()
    expect(page.get_by_text(NEEDED)).to_be_visible()
    other.goto(f"{server.url}/nhat-ky")
    expect(other.get_by_text("a.csv")).to_have_count(0)
    other.goto(link)
    expect(other.get_by_role("heading", name="Không đăng nhập được")).to_be_visible()


def test_a_form_that_this_browser_was_not_given_signs_nobody_in(server: BoardServer, link: str):
    token = link.split("ma=")[1]
    given = {"ma": token, "mat-khau": PASSPHRASE, "lan-nua": PASSPHRASE}
    address = f"{server.url}/loi-moi"
    own = {"Origin": server.url}
    stolen = requests.post(address, {**given, "mau": "đoán"}, headers=own, timeout=30)
    foreign = requests.post(address, given, headers={"Origin": "https://xau.vn"}, timeout=30)
    assert ("Biểu mẫu đã cũ" in stolen.text, foreign.status_code) == (True, 403)
    assert not [each for each in stolen.cookies if not each.name.endswith("-mau")]

    browser = requests.Session()
    form = browser.get(link, timeout=30).text.split('name="mau" value="')[1].split('"')[0]
    answer = browser.post(
        address, {**given, "mau": form}, headers=own, timeout=30, allow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/nhap-lieu")


def test_nobody_is_led_to_another_site_after_signing_in(server: BoardServer, link: str):
    own = {"Origin": server.url}
    browser = requests.Session()
    form = browser.get(link, timeout=30).text.split('name="mau" value="')[1].split('"')[0]
    chosen = {
        "ma": link.split("ma=")[1],
        "mat-khau": PASSPHRASE,
        "lan-nua": PASSPHRASE,
        "mau": form,
    }
    browser.post(f"{server.url}/loi-moi", chosen, headers=own, timeout=30, allow_redirects=False)
    leading = requests.Session()
    page = leading.get(f"{server.url}/dang-nhap?den=//xau.vn", timeout=30).text
    form = page.split('name="mau" value="')[1].split('"')[0]
    told = {"ten": "lan", "mat-khau": PASSPHRASE, "mau": form, "den": "//xau.vn"}
    answer = leading.post(
        f"{server.url}/dang-nhap", told, headers=own, timeout=30, allow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/nhap-lieu")
