"""A server that goes away while somebody types, and comes back."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.server import BoardServer, free_port, running_board
from tests.e2e.visit import Visit

GRID = "/nhap-lieu?cach=Nhập vài ô&o_nam=2026"
LOST, BACK = "Mất kết nối, các ô đã gõ vẫn còn", "Đã kết nối lại"
LINE_HEIGHT, VALUE_FROM_LEFT = 35, 740  # of the grid, which draws itself


def write(page: Page, line: int, value: str) -> None:
    """Type a value into a line of the grid; the first is 0."""
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box
    page.mouse.click(box["x"] + VALUE_FROM_LEFT, box["y"] + LINE_HEIGHT * (line + 1.5))
    expect(page.locator(f"#glide-cell-5-{line}")).to_have_attribute("aria-selected", "true")
    page.keyboard.type(value)
    page.keyboard.press("Enter")


def test_what_was_typed_is_read_while_the_server_is_away_and_is_there_when_it_is_back(
    own_visit: Visit, database: Path, tmp_path: Path
):
    port = free_port()
    page = own_visit.page
    first, second = page.locator("#glide-cell-5-1"), page.locator("#glide-cell-5-2")
    with running_board(database, tmp_path / "log", port=port) as server:
        own_visit.open(server.url + GRID)
        page.get_by_test_id("stDataFrame").scroll_into_view_if_needed()
        write(page, 1, "84,95")
        expect(first).to_have_text("84,95")
        own_visit.settle()
    expect(page.get_by_text(LOST)).to_be_visible(timeout=5000)
    write(page, 2, "3")
    expect(first).to_have_text("84,95")
    expect(second).to_have_text("3")
    expect(page.get_by_role("dialog")).to_have_count(0)
    with running_board(database, tmp_path / "log", port=port):
        expect(page.get_by_text(BACK)).to_be_visible()
        own_visit.settle()
        expect(page.get_by_text(LOST)).to_have_count(0)
        expect(first).to_have_text("84,95")
        expect(second).to_have_text("3")
        expect(page.get_by_role("button", name="Ghi nhận 2 giá trị")).to_be_visible()


def test_a_browser_that_is_off_line_says_so(own_visit: Visit, board_server: BoardServer):
    page = own_visit.open(board_server.url).page
    page.context.set_offline(True)
    expect(page.get_by_text(LOST)).to_be_visible(timeout=5000)
    page.context.set_offline(False)
    expect(page.get_by_text(BACK)).to_be_visible()
