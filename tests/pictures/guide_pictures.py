"""The pictures of the user guide, each cropped to what its section speaks of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit
from tests.pictures.camera import arrive, still, take
from tests.pictures.sights import FORMS, Form

MARGIN = 14
FILE = """ma_chi_tieu;nam;gia_tri;trang_thai;nguon
NL10;2029;71,5;ước;Báo cáo của Sở
CS02;2029;86;ước;Báo cáo của Sở
ML02;2024;78;chính thức;Báo cáo của Sở
DH99;2029;12;ước;Báo cáo của Sở
"""


def nothing(_: Page) -> None:
    """Take the page as it is opened."""


def press(selector: str) -> Callable[[Page], None]:
    """Press something on the page."""
    return lambda page: page.locator(selector).first.click()


def drop_file(page: Page) -> None:
    """Drop a file with two right rows, one to confirm and one that is wrong."""
    page.locator('input[type="file"]').set_input_files(
        {"name": "bao-cao-2029.csv", "mimeType": "text/csv", "buffer": FILE.encode()}
    )
    page.locator("h2.file").wait_for()


def say_who(page: Page) -> None:
    """Type a name and drop the file."""
    page.get_by_label("Họ tên").fill("Nguyễn Thu Hà")
    page.get_by_label("Họ tên").press("Enter")
    drop_file(page)


def search(page: Page) -> None:
    """Look for an indicator in the sidebar."""
    page.get_by_role("searchbox", name="Tìm chỉ tiêu").press_sequentially("đại học")
    page.locator(".found li").first.wait_for()


def take_back(page: Page) -> None:
    """Ask for the way back of a version."""
    page.locator("label", has_text="Hoàn tác phiên bản này").click()
    page.get_by_role("button", name="Hoàn tác 2 giá trị").wait_for()


def suppose(page: Page) -> None:
    """Wait for the line of what would be if."""
    page.locator('[data-testid="stExpander"] .bd p').first.wait_for()


@dataclass(frozen=True)
class Picture:
    """A page, what is done on it, and the parts from which to which it is shown."""

    name: str
    address: str
    first: str = ""
    last: str = ""
    act: Callable[[Page], None] = nothing
    high: int = 900
    form: Form = field(default_factory=lambda: FORMS["light"])


TELEPHONE = FORMS["telephone"]
TYPING = urlencode({"cach": "Nhập vài ô"})
TITLE, UNDO = ".bd .crumbs", '[data-testid="stButton"] >> nth=-1'
LAST = 'p:has-text("Đánh dấu đủ")'
MAIN = '[data-testid="stMainBlockContainer"]'
PICTURES = (
    Picture("tong-quan", "/"),
    Picture("tong-quan-dien-thoai", "/", form=TELEPHONE),
    Picture("thoi-diem", "/", ".as-of", ".strip", press(".as-of summary")),
    Picture("dang-xem-lai", "/?ngay=2028-06-30", ".as-of", ".strip"),
    Picture("thay-doi", "/?so-voi=2028", "#thay-doi", ".turns .verdict:nth-child(3)", high=2600),
    Picture(
        "bang-theo-doi",
        "/bieu-theo-doi?nhom=Chuyển đổi số và hội nhập",
        ".head",
        ".tracking tbody tr:nth-child(6)",
        high=3200,
    ),
    Picture("tim", "/", ".board-name", ".found", search),
    Picture("nhom", "/nhom?ma=CS"),
    Picture("chi-tieu", "/chi-tieu?ma=PC05", high=940),
    Picture("chi-tieu-dien-thoai", "/chi-tieu?ma=PC05", form=TELEPHONE),
    Picture("neu-thi", "/chi-tieu?ma=PC02&neu=2,6", ".stPlotlyChart", "", suppose, high=920),
    Picture("so-lieu-tu-dau", "/chi-tieu?ma=DH06&so=2028", ".provenance", ".provenance", high=1600),
    Picture("so-sanh", "/so-sanh?ma=ML02,PC02,CS02,CS03"),
    Picture("bao-cao", "/bao-cao?ma-nhom=CS,HD"),
    Picture("cach-danh-gia", "/cach-danh-gia", ".as-of", ".grade:nth-child(4)", high=1300),
    Picture("nhap-lieu", "/nhap-lieu"),
    Picture("kiem-tra", "/nhap-lieu", "h2.file", ".finding >> nth=-1", drop_file, high=1600),
    Picture("xem-truoc", "/nhap-lieu", 'h3:has-text("Xem trước")', LAST, say_who, high=2200),
    Picture("nhap-vai-o", f"/nhap-lieu?{TYPING}", '[data-testid="stTabs"]', ""),
    Picture("nguon-so-lieu", "/nguon-so-lieu"),
    Picture("nhat-ky", "/nhat-ky"),
    Picture("hoan-tac", "/nhat-ky?pb=66", TITLE, UNDO, take_back, high=1400),
)


def guide_pictures(browser: Browser, server: BoardServer) -> Iterator[tuple[str, Image.Image]]:
    """Take every picture of the guide; the board is only looked at."""
    for picture in PICTURES:
        viewport = {**picture.form["viewport"]}
        if picture.high != 900:
            viewport["height"] = picture.high
        visit = arrive(browser, {**picture.form, "viewport": viewport})
        yield picture.name, taken(visit, server, picture)
        visit.page.context.close()


def taken(visit: Visit, server: BoardServer, picture: Picture) -> Image.Image:
    """Open the page, do what is to be done, and take the part."""
    still(visit.open(server.url + picture.address))
    picture.act(visit.page)
    shot = take(still(visit).page)
    return shot.crop(part(visit.page, picture)) if picture.first else shot


def part(page: Page, picture: Picture) -> tuple[int, int, int, int]:
    """Bound what stands between two elements, with a margin; from one alone to the page's end."""
    ends = [page.locator(each).first for each in (picture.first, picture.last or MAIN)]
    boxes = [box for box in (end.bounding_box() for end in ends) if box]
    left = min(box["x"] for box in boxes) - MARGIN
    right = max(box["x"] + box["width"] for box in boxes) + MARGIN
    top = boxes[0]["y"] - MARGIN
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    view = page.viewport_size or {"width": 0, "height": 0}
    return (
        max(0, round(left)),
        max(0, round(top)),
        min(view["width"], round(right)),
        min(view["height"], round(bottom)),
    )
