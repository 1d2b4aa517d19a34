"""A briefing as a person makes it: from a filter to a choice, to a file; stopped; two at once."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.briefing.presentation import slides_of, texts
from tests.e2e.conftest import Arrive
from tests.e2e.server import BoardServer, copy_project, running_board
from tests.e2e.visit import Visit

# Appended to the table of kinds: it goes on as soon as it may, and says that it waits till then.
WAITING = """

def waiting(brief: Brief, _wishes: Wishes, told: Progress) -> bytes:
    from time import sleep

    while not brief.store.path.with_name("go").exists():
        told(1, 2)
        sleep(0.02)
    return " ".join(row.indicator.code for row in brief.rows).encode()


EVERY_KIND["waiting"] = Kind("Danh mục (văn bản)", "Mã các chỉ tiêu.", "danh-muc", ".txt", waiting)
"""
SEEN = "v=3&ngay=2029-06-10"
NAMED = re.compile(r"[a-zA-Z-]+-\d\d-\d\d-\d{4}-phien-ban-\d\.[a-z]{3,4}")
MADE = 60_000  # milliseconds a busy machine may take for a whole report


def take(page: Page, kind: str) -> Path:
    """Press the button that hands a file over."""
    button = page.get_by_role("button", name=f"Tải {kind}")
    expect(button).to_be_visible(timeout=MADE)
    with page.expect_download() as taken:
        button.click()
    assert NAMED.fullmatch(taken.value.suggested_filename)
    return Path(taken.value.path())


def test_a_filter_leads_to_a_choice_that_is_changed_made_and_taken_away(
    filled_server: BoardServer, visit: Visit
):
    page = visit.open(
        f"{filled_server.url}/bieu-theo-doi?{SEEN}&nhom=Chuyển đổi số và hội nhập"
    ).page
    page.get_by_role("link", name="Làm báo cáo, trình chiếu từ 12 chỉ tiêu này").click()
    expect(page.locator("h1")).to_have_text(
        "Báo cáo: nhóm “Chuyển đổi số và hội nhập”, 12 chỉ tiêu"
    )
    visit.settle()
    for kind in ("Trình chiếu", "Báo cáo", "Bảng số liệu", "Trang tĩnh"):
        expect(page.get_by_role("button", name=f"Tạo {kind}")).to_be_in_viewport(ratio=1)
    assert page.url.endswith(f"/bao-cao?ma-nhom=CS&{SEEN}")
    page.locator(".narrow").get_by_role("link", name="Chậm").click()
    expect(page.locator("h1")).to_have_text(
        "Báo cáo: nhóm “Chuyển đổi số và hội nhập”, Sở Giáo dục và Đào tạo, 2 chỉ tiêu"
    )
    visit.settle()  # the field is another one once the address has changed
    page.get_by_label("Thêm từng chỉ tiêu").fill("hd01")
    page.locator(".found a", has_text="HD01").last.click()
    expect(page.locator("h1")).to_have_text("Báo cáo: 3 chỉ tiêu")
    visit.settle()
    page.get_by_role("button", name="Tạo Trình chiếu").click()
    slides = slides_of(take(page, "Trình chiếu").read_bytes())
    told = " ".join(text for slide in slides for text in texts(slide))
    assert set(re.findall(r"\b[A-Z]{2}\d\d\b", told)) == {"CS03", "CS08", "HD01"}
    page.reload()
    visit.settle()
    expect(page.locator("h1")).to_have_text("Báo cáo: 3 chỉ tiêu")
    expect(page.get_by_role("button", name="Tạo Trình chiếu")).to_be_enabled()
    assert (visit.errors, visit.refusals()) == ([], [])


@pytest.fixture
def waiting(built: Path, tmp_path: Path) -> Iterator[tuple[BoardServer, Path]]:
    """A board with a kind of file that is not done before there is a file beside the board."""
    project = copy_project(tmp_path / "project")
    with (project / "pages/site/kind.py").open("a") as kinds:
        kinds.write(WAITING)
    board = Path(shutil.copy(built, tmp_path / "board.duckdb"))
    with running_board(board, tmp_path / "log", project) as server:
        yield server, tmp_path / "go"


def test_a_long_export_is_seen_stopped_and_asked_for_again_while_others_take_theirs(
    waiting: tuple[BoardServer, Path], arrive: Arrive
):
    server, go = waiting
    page = arrive().open(f"{server.url}/bao-cao?ma-nhom=HD").page
    page.get_by_role("button", name="Tạo Danh mục").click()
    expect(page.get_by_text("Đang tạo Danh mục (văn bản)…")).to_be_visible()
    expect(page.get_by_role("button", name="Tạo Báo cáo")).to_be_disabled()
    page.get_by_role("button", name="Dừng").click()
    expect(page.get_by_role("alert")).to_have_text("Đã dừng, chưa tạo tệp nào.")
    expect(page.get_by_role("button", name="Dừng")).to_have_count(0)

    page.get_by_role("button", name="Tạo Danh mục").click()
    expect(page.get_by_role("button", name="Dừng")).to_be_visible()
    other = arrive()
    other.open(f"{server.url}/bao-cao?ma-nhom=HD&the-thuc=dang")
    other.page.get_by_role("button", name="Tạo Báo cáo").click()
    report = Document(str(take(other.page, "Báo cáo")))
    assert report.tables[0].cell(0, 1).text.startswith("ĐẢNG CỘNG SẢN VIỆT NAM")
    expect(page.get_by_role("button", name="Dừng")).to_be_visible()

    go.touch()
    assert take(page, "Danh mục").read_text() == "HD01 HD02 HD03"
    assert [file for kind in ("docx", "txt") for file in go.parent.glob(f"*.{kind}")] == []


@pytest.mark.parametrize("width", [390, 768])
def test_nothing_stands_beyond_the_edge_of_a_small_screen(
    filled_server: BoardServer, arrive: Arrive, width: int
):
    visit = arrive(viewport={"width": width, "height": 900})
    page = visit.open(f"{filled_server.url}/bao-cao?ma-nhom=CS&{SEEN}").page
    wide = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stMain"] .bd *')]
          .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
          .map((part) => part.outerHTML.slice(0, 80))"""
    )
    assert wide == []
