"""What may go wrong between dropping a file and its receipt, in real browsers and servers."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from playwright.sync_api import expect

from indicators.store.connection import open_store
from indicators.store.history import latest
from pages.nhap_lieu.files import LOST
from tests.e2e.conftest import Arrive
from tests.e2e.server import BoardServer, free_port, running_board, start, wait_until_healthy
from tests.e2e.test_language import english
from tests.e2e.visit import Visit
from tests.intake.books import raw_workbook

HEAD = "ma_chi_tieu,nam,gia_tri,nguon"
MEGABYTES = 800


def file_of(folder: Path, value: str) -> Path:
    path = folder / f"{value}.csv"
    path.write_text(f"{HEAD}\nML02,2026,{value},Sở\n", encoding="utf-8")
    return path


def drop(visit: Visit, server: BoardServer, path: Path, name: str) -> None:
    """Drop a file and sign, up to its preview."""
    visit.open(f"{server.url}/nhap-lieu")
    visit.page.locator('input[type="file"]').set_input_files(path)
    expect(visit.page.locator("h2.file")).to_have_text(path.name)
    sign(visit, name)


def sign(visit: Visit, name: str) -> None:
    visit.page.get_by_label("Họ tên").fill(name)
    visit.page.get_by_label("Họ tên").press("Tab")
    visit.settle()


def record(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Ghi nhận 1 giá trị").click()
    visit.settle()


def version_now(database: Path) -> int:
    store = open_store(database)
    number = latest(store).number
    store.close()
    return number


@pytest.fixture(scope="module")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardServer]:
    """A board that goes on running."""
    folder = tmp_path_factory.mktemp("faults")
    with running_board(Path(copy(built, folder)), folder / "log") as running:
        yield running


def test_the_second_of_two_people_is_told_and_shown_anew(
    server: BoardServer, arrive: Arrive, tmp_path: Path
) -> None:
    lan, minh = arrive(), arrive()
    drop(lan, server, file_of(tmp_path, "81"), "Lan")
    drop(minh, server, file_of(tmp_path, "82"), "Minh")
    record(lan)
    expect(lan.page.locator(".receipt h2")).to_have_text("Đã ghi nhận phiên bản 3")

    record(minh)

    expect(minh.page.locator(".refusal")).to_have_text(
        "Bản xem trước dựa trên phiên bản 2, nhưng Lan vừa ghi phiên bản 3. Chưa ghi gì; hãy "
        "xem lại thay đổi rồi ghi nhận lần nữa."
    )
    assert "81,00% → 82,00%" in " ".join(minh.main_text().split())
    record(minh)
    expect(minh.page.locator(".receipt h2")).to_have_text("Đã ghi nhận phiên bản 4")
    assert [person.errors for person in (lan, minh)] == [[], []]


def test_a_browser_closed_or_a_server_killed_before_recording_leaves_nothing_and_the_page_says_so(
    own_visit: Visit, arrive: Arrive, tmp_path: Path, database: Path
) -> None:
    log, port = tmp_path / "log", free_port()
    process = start(database, log, port)
    server = BoardServer(f"http://127.0.0.1:{port}", log, process)
    wait_until_healthy(server)
    drop(own_visit, server, file_of(tmp_path, "80"), "Lan")
    own_visit.page.context.close()
    lan = arrive().open(f"{server.url}/nhap-lieu")
    expect(lan.page.locator("h2.file")).to_have_count(0)
    expect(lan.page.get_by_label("Họ tên")).to_have_value("")
    drop(lan, server, file_of(tmp_path, "81"), "Lan")
    process.kill()
    process.wait()
    assert version_now(database) == 2
    expect(lan.page.get_by_text("Mất kết nối")).to_be_visible()
    assert english(lan.strings()) == []
    process = start(database, log, port)
    try:
        wait_until_healthy(BoardServer(server.url, log, process))
        sign(lan.settle(), "Lan Anh")
        expect(lan.page.get_by_role("alert").last).to_have_text(LOST)
        expect(lan.page.locator("h2.file")).to_have_count(0)
        assert english(lan.strings()) == []
    finally:
        process.kill()
        process.wait()
    assert version_now(database) == 2
    assert "Traceback" not in log.read_text("utf-8")


def test_files_too_large_or_endlessly_blank_stop_nobody(
    server: BoardServer, arrive: Arrive, tmp_path: Path
) -> None:
    large, blank = tmp_path / "lớn.csv", tmp_path / "trống.xlsx"
    large.write_bytes(b"ma_chi_tieu,nam,gia_tri\n".ljust(50_000_000, b"\n"))
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(1, 1_000_001))
    blank.write_bytes(raw_workbook(rows))
    sender, reader = arrive(), arrive()
    sender.open(f"{server.url}/nhap-lieu")
    sender.page.locator('input[type="file"]').set_input_files([large, blank])
    expect(reader.open(server.url).page.locator("h1.headline")).to_be_visible()
    refusal = "Tệp lớn hơn 20 MB nên không gửi được; hãy bỏ ra, chia nhỏ rồi thả lại."
    expect(sender.page.get_by_test_id("stFileChip").get_by_role("alert")).to_have_text(
        f"Lỗi: {refusal}"
    )
    expect(sender.page.locator(".outcome")).to_contain_text("Chưa nhập được.", timeout=60_000)
    assert "Tệp trống" in sender.settle().main_text()
    assert english(sender.strings()) == []
    status = Path(f"/proc/{server.process.pid}/status").read_text("ascii")
    most = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert most is not None
    assert int(most[1]) / 1000 < MEGABYTES
    assert "Traceback" not in server.log.read_text("utf-8")
