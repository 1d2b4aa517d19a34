"""How progress is judged and where the figures are from, as a person reads them."""

from playwright.sync_api import expect

from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit

SEEN = "v=2&ngay=2026-11-22"


def test_a_verdict_leads_to_its_rule_and_an_example_opens(board_server: BoardServer, visit: Visit):
    page = visit.open(f"{board_server.url}/chi-tieu?ma=NL01&{SEEN}").page
    page.get_by_role("link", name="Cách đánh giá", exact=True).last.click()
    expect(page.locator("#dat-moi-nam")).to_be_in_viewport()
    assert page.url.endswith(f"/cach-danh-gia?{SEEN}#dat-moi-nam")
    example = page.locator("#yearly-awaiting .example")
    expect(example).not_to_be_visible()
    page.locator("details.rules", has=page.locator("#yearly-awaiting")).locator("> summary").click()
    page.locator("#yearly-awaiting summary").click()
    expect(example).to_contain_text("Ví dụ minh họa, không phải số liệu thật")
    frames = example.evaluate("(box) => getComputedStyle(box).borderStyle")
    live = page.locator("#insufficient .example")
    assert (frames, live.evaluate("(box) => getComputedStyle(box).borderStyle")) == (
        "dashed",
        "solid",
    )
    page.get_by_role("navigation", name="Trên trang này").get_by_text("Thứ hạng").click()
    expect(page.locator("#thu-hang")).to_be_in_viewport()
    assert (visit.errors, visit.refusals()) == ([], [])


def test_a_count_opens_to_the_indicators_and_a_version_to_the_board_then(
    board_server: BoardServer, visit: Visit
):
    page = visit.open(f"{board_server.url}/nguon-so-lieu?{SEEN}").page
    page.locator(".delivery tr", has_text="Sở Tài chính").get_by_role("link").nth(1).click()
    expect(page.locator("h1")).to_contain_text("15 số liệu từ 1 nguồn")
    expect(page.locator(".delivery tbody th small")).to_have_text(["NL01", "NL02", "NL03"])
    expect(page.locator("#thieu")).to_be_in_viewport()
    with page.expect_download() as started:
        page.get_by_role("link", name="Tải CSV").click()
    assert "World Bank WDI" in started.value.path().read_text("utf-8-sig")
    page.get_by_role("link", name="Mọi cơ quan").click()
    page.locator(".versions").get_by_role("link", name="xem bảng ở phiên bản này").last.click()
    expect(page.locator(".as-of.past")).to_contain_text("phiên bản 1")
    assert page.url.endswith("/?v=1")
    assert (visit.errors, visit.refusals()) == ([], [])
