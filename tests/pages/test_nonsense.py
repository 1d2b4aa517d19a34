"""An address that means nothing is told so, whatever part of it and whichever page it leads to."""

import re

import pytest

from indicators.store.connection import Store
from pages.navigation import ROOMS
from pages.parts.view import SCOPES
from tests.pages.conftest import OpenPage
from tests.pages.reading import html, text
from tests.project import PROJECT

NONSENSE = "<b>vô nghĩa</b>"
MEANS_NOTHING = "Địa chỉ có {name}=<b>vô nghĩa</b>, "
# What every page that shows a moment can be asked for.
MOMENT = dict.fromkeys(("v", "nam", "pham-vi", "hinh", "tep", "trinh-chieu"), MEANS_NOTHING) | {
    "ngay": "Không đọc được ngày '<b>vô nghĩa</b>'",
}
# Page → what else it can be asked for, and what it says of nonsense there.
PAGES: dict[str, dict[str, str]] = {
    "": MOMENT | {"so-voi": "'<b>vô nghĩa</b>'", "trang-thai": MEANS_NOTHING},
    "bieu-theo-doi": MOMENT | {
        "nhom": MEANS_NOTHING, "trang_thai": MEANS_NOTHING, "co_quan": MEANS_NOTHING,
        "tim": "Không có chỉ tiêu nào khớp",
    },
    "chi-tieu": MOMENT | {
        "ma": "Không có chỉ tiêu mang mã '<B>VÔ NGHĨA</B>'",
        "phan_to": MEANS_NOTHING, "neu": MEANS_NOTHING, "so": MEANS_NOTHING,
        "ky": MEANS_NOTHING, "dia-ban": MEANS_NOTHING, "nhom-so": MEANS_NOTHING,
    },
    "nhom": MOMENT | {"ma": "Không có nhóm mang mã '<B>VÔ NGHĨA</B>'"},
    "so-sanh": MOMENT | {
        "ma": "<B>VÔ NGHĨA</B>", "theo": "<b>vô nghĩa</b>", "dia-ban": "<B>VÔ NGHĨA</B>",
        "phan_to": "<b>vô nghĩa</b>",
    },
    "bao-cao": MOMENT | {
        "ma": "<B>VÔ NGHĨA</B>", "ma-nhom": NONSENSE, "trang-thai": NONSENSE,
        "co-quan": NONSENSE, "the-thuc": NONSENSE, "mau": NONSENSE, "dia-chi": NONSENSE,
    },
    "nhap-lieu": dict.fromkeys(
        ("cach", "co-quan", "o_co_quan", "o_nam", "o_ky", "o_dong"), MEANS_NOTHING
    ),
    "nguon-so-lieu": MOMENT | {"co-quan": "Không có cơ quan tên ngắn '<b>vô nghĩa</b>'"},
    "nhat-ky": {
        "pb": MEANS_NOTHING, "loai": MEANS_NOTHING, "co_quan_gui_loc": MEANS_NOTHING,
        "thoi_gian": MEANS_NOTHING, "tim_nhat_ky": "Không có lần ghi nào khớp",
        "co": "Mã “<b>vô nghĩa</b>”",
    },
    "cach-danh-gia": MOMENT,
}  # fmt: skip
# What must be asked for so that a part of an address counts.
BESIDE: dict[tuple[str, str], dict[str, str]] = {
    **{("chi-tieu", name): {"ma": "BC01"} for name in PAGES["chi-tieu"] if name != "ma"},
    **{("chi-tieu", name): {"ma": "BC01", "so": "2024"} for name in ("ky", "dia-ban", "nhom-so")},
    **{("so-sanh", name): {"ma": "BC01"} for name in ("theo", "phan_to")},
    ("so-sanh", "dia-ban"): {"ma": "BC01", "theo": "dia-ban"},
    ("so-sanh", "phan_to"): {"ma": "BC01", "theo": "dia-ban"},
    **{
        ("nhap-lieu", name): {"cach": "Nhập vài ô"}
        for name in PAGES["nhap-lieu"]
        if name not in ("cach", "co-quan")
    },
}
CASES = [(page, name) for page, asked in PAGES.items() for name in asked]


@pytest.mark.parametrize(("page", "name"), CASES)
def test_nonsense_in_an_address_is_told_and_no_page_fails(
    open_page: OpenPage, published: Store, page: str, name: str
):
    asked = BESIDE.get((page, name), {}) | {name: NONSENSE}
    scope = asked.pop("pham-vi", "")
    app = open_page(published.path, page, scope, **asked)
    assert list(app.exception) == []
    assert PAGES[page][name].format(name=name) in text(app)
    assert NONSENSE not in html(app)


def test_every_page_and_every_choice_that_lives_in_an_address_is_tried():
    assert list(PAGES) == [room.url_path for room in ROOMS]
    bound = {
        key
        for file in (PROJECT / "pages").rglob("*.py")
        for call in re.findall(
            r'bound_(?:choice|filter)\((.*?)\)|(key="\w+"), bind=', file.read_text(), re.S
        )
        for key in re.findall(r'"([a-z_]+)"', "".join(call))
    }
    assert bound <= {name for asked in PAGES.values() for name in asked}


@pytest.mark.parametrize("scope", [word for word in SCOPES if word])
def test_a_refusal_leads_on_without_what_means_nothing(
    open_page: OpenPage, published: Store, scope: str
):
    app = open_page(published.path, "nhom", scope, ma="ML", hinh=NONSENSE)
    assert f'<a href="?ma=ML&amp;pham-vi={scope}">Mở trang không có phần này</a>' in html(app)
