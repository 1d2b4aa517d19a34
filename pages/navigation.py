"""The rooms of the board: the one table that the menu and the server's answers are built from."""

from dataclasses import dataclass
from pathlib import Path

PRODUCT = "Bảng theo dõi Nghị quyết 71"
PLACE = "Thành phố Hải Phòng · Chương trình hành động 02-CTr/TU"
PAGES = Path(__file__).parent


@dataclass(frozen=True)
class Room:
    """A page of the menu; `url_path` has no slash, the home page's is empty.

    No icon: Streamlit would fetch it as the tab's icon from a server outside.
    """

    title: str
    url_path: str
    file: str
    section: str = ""
    takes_files: bool = False

    @property
    def script(self) -> Path:
        """The file that draws the page."""
        return PAGES / self.file


ROOMS = (
    Room("Tổng quan", "", "tong_quan/page.py"),
    Room("Nhóm", "nhom", "nhom/page.py"),
    Room("Chỉ tiêu", "chi-tieu", "chi_tieu/page.py"),
    Room("So sánh", "so-sanh", "so_sanh/page.py"),
    Room("Báo cáo", "bao-cao", "bao_cao/page.py"),
    Room("Cách đánh giá", "cach-danh-gia", "cach_danh_gia/page.py"),
    Room("Nhập số liệu", "nhap-lieu", "nhap_lieu/page.py", "Số liệu", takes_files=True),
    Room("Nguồn số liệu", "nguon-so-lieu", "nguon_so_lieu/page.py", "Số liệu"),
    Room("Nhật ký", "nhat-ky", "nhat_ky/page.py", "Số liệu"),
)


def room_at(url_path: str) -> Room:
    """Give the room that a page of the menu is drawn in."""
    return next(room for room in ROOMS if room.url_path == url_path)


def has_page(path: str) -> bool:
    """Whether a request path such as "/chi-tieu" leads to a room."""
    return path.strip("/") in {room.url_path for room in ROOMS}
