"""The rooms of the board: the one table that the menu and the server's answers are built from."""

from dataclasses import dataclass
from pathlib import Path

PRODUCT = "Bảng theo dõi Nghị quyết 71"
SHORT_PRODUCT = "Nghị quyết 71 · Hải Phòng"  # what a telephone's bar has room for
PLACE = "Thành phố Hải Phòng · Chương trình hành động 02-CTr/TU"
PAGES = Path(__file__).parent


@dataclass(frozen=True)
class Room:
    """A page of the menu; `url_path` has no slash, the home page's is empty.

    `icon` is a drawing of server/phone_frame.html: Streamlit would fetch its own from a server
    outside. `bar` is the word on a telephone's bar, for the few pages that stand there; `about`
    says beside the others what one finds.
    """

    title: str
    url_path: str
    file: str
    section: str = ""
    takes_files: bool = False
    icon: str = "page"
    bar: str = ""
    about: str = ""

    @property
    def script(self) -> Path:
        """The file that draws the page."""
        return PAGES / self.file


ROOMS = (
    Room("Tổng quan", "", "tong_quan/page.py", icon="home", bar="Tổng quan"),
    Room(
        "Biểu theo dõi", "bieu-theo-doi", "bieu_theo_doi/page.py", icon="table",
        about="đủ các chỉ tiêu",
    ),
    Room("Chỉ tiêu", "chi-tieu", "chi_tieu/page.py", icon="list", bar="Chỉ tiêu"),
    Room("Nhóm chỉ tiêu", "nhom", "nhom/page.py", icon="grid", about="từng nhóm, từng lộ trình"),
    Room("So sánh", "so-sanh", "so_sanh/page.py", icon="bars", about="chỉ tiêu, địa bàn"),
    Room("Báo cáo", "bao-cao", "bao_cao/page.py", icon="page", bar="Báo cáo"),
    Room(
        "Nhập số liệu", "nhap-lieu", "nhap_lieu/page.py", "Số liệu", takes_files=True,
        icon="sending", bar="Số liệu",
    ),
    Room(
        "Nguồn số liệu", "nguon-so-lieu", "nguon_so_lieu/page.py", "Số liệu", icon="store",
        about="từ đâu, còn thiếu gì",
    ),
    Room(
        "Nhật ký", "nhat-ky", "nhat_ky/page.py", "Số liệu", icon="clock",
        about="ai sửa gì, khi nào",
    ),
    Room("Cách đánh giá", "cach-danh-gia", "cach_danh_gia/page.py", "Căn cứ", icon="book"),
)  # fmt: skip


# Pages that work without Streamlit: what it cannot do is done there, such as keeping a cookie.
SIGN_IN, INVITATION, SIGN_OUT = "/dang-nhap", "/loi-moi", "/dang-xuat"
PLAIN_PAGES = frozenset({SIGN_IN, INVITATION, SIGN_OUT})


def room_at(url_path: str) -> Room:
    """Give the room that a page of the menu is drawn in."""
    return next(room for room in ROOMS if room.url_path == url_path)


def has_page(path: str) -> bool:
    """Whether a request path such as "/chi-tieu" leads to a room."""
    return path.strip("/") in {room.url_path for room in ROOMS}
