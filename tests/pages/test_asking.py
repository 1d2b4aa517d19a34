"""What the address asks for: code, version, day, year, scope, breakdown."""

from datetime import date

import pytest
from markupsafe import escape

from indicators.store.connection import Store
from indicators.wording.numbers import day
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html, notice, text
from tests.recording import record, series

FILLED = {"v": "3", "ngay": "2029-06-10"}
ASK_LESS = "Không mở được trang theo địa chỉ này"
REFUSED = [
    ("a version that is not there", {"v": "999"},
     "Không có phiên bản 999; phiên bản mới nhất là 2."),
    ("version nothing", {"v": "0"}, "Không có phiên bản 0; phiên bản mới nhất là 2."),
    ("a version that is no number", {"v": "hai"},
     "Địa chỉ có v=hai, không phải số; hãy sửa hoặc bỏ phần này."),
    ("a number in other signs", {"nam": "２０２４"},
     "Địa chỉ có nam=２０２４, không phải số; hãy sửa hoặc bỏ phần này."),
    ("a number without end", {"v": "9" * 30},
     f"Địa chỉ có v={'9' * 30}, không phải số; hãy sửa hoặc bỏ phần này."),
    ("a day that is none", {"ngay": "abc"},
     "Không đọc được ngày 'abc'; hãy viết như 22/11/2026."),
    ("a day the calendar does not have", {"ngay": "2027-02-30"},
     "Không đọc được ngày '2027-02-30'; hãy viết như 22/11/2026."),
    ("a day before the first version", {"ngay": "2020-01-31"},
     "Chưa có dữ liệu vào ngày 31/01/2020; ngày đầu tiên có dữ liệu là {today}."),
    ("a day to come", {"ngay": "31122999"},
     "Ngày 31/12/2999 chưa tới, hôm nay là {today}; hãy chọn hôm nay hoặc một ngày trước "
     "đó."),
    ("a year to come", {"v": "2", "ngay": "10/06/2029", "nam": "2030"},
     "Năm đánh giá 2030 ở sau ngày đang xem 10/06/2029; hãy chọn năm 2029 hoặc sớm hơn."),
]  # fmt: skip


@pytest.mark.parametrize("page", ["", "bieu-theo-doi", "nhom", "chi-tieu", "so-sanh"])
@pytest.mark.parametrize(
    ("asked", "line"), [pytest.param(*case, id=name) for name, *case in REFUSED]
)
def test_an_address_that_cannot_be_followed_says_why(
    open_page: OpenPage,
    published: Store,
    today: date,
    page: str,
    asked: dict[str, str],
    line: str,
):
    app = open_page(published.path, page, **asked)
    told = line.replace("{today}", day(today))
    assert (list(app.exception), notice(app)) == ([], [ASK_LESS, told])


@pytest.mark.parametrize("code", ["XX01", "ML2", "", "<script>", "BC01'; --", "ML02" * 100])
def test_an_unknown_code_is_said(open_page: OpenPage, published: Store, code: str):
    app = open_page(published.path, ma=code, pham_vi="ca-nuoc")
    assert notice(app) == [
        "Không có chỉ tiêu này",
        f"Không có chỉ tiêu mang mã '{code.upper()}' ở phạm vi và thời điểm đang xem.",
        "Hãy chọn trong danh sách chỉ tiêu, hoặc tìm theo tên ở ô Tìm chỉ tiêu.",
    ]
    assert ">Danh sách chỉ tiêu</a>" in html(app)
    assert (list(app.exception), "<script>" in html(app).lower()) == ([], False)


@pytest.mark.parametrize("code", ["ml02", " ML02 ", "Ml02"])
def test_a_code_may_be_written_in_small_letters(open_page: OpenPage, published: Store, code: str):
    assert "76,98% năm 2025" in heading(open_page(published.path, ma=code))


def test_the_first_version_has_no_figures_and_says_that_it_is_the_past(
    open_page: OpenPage, published: Store
):
    app = open_page(published.path, v="1")
    assert heading(app).startswith("Chưa có số liệu của chỉ tiêu nào trong 75 chỉ tiêu")
    assert "Đang xem lại số liệu đến" in text(app)


def test_the_newest_version_is_not_the_past(open_page: OpenPage, published: Store):
    assert "Về hiện tại" not in text(open_page(published.path, v="2"))


def test_every_link_keeps_the_moment_and_the_scope(open_page: OpenPage, filled: Store):
    app = open_page(filled.path, **FILLED, nam="2028", pham_vi="ca-nuoc")
    link = "/chi-tieu?ma=HD01&amp;pham-vi=ca-nuoc&amp;v=3&amp;ngay=2029-06-10&amp;nam=2028"
    assert f'href="{link}"' in html(app)


def test_an_earlier_year_leaves_out_what_came_later(open_page: OpenPage, filled: Store):
    app = open_page(filled.path, **FILLED, nam="2027", ma="HD02")
    assert "22,60% năm 2027" in heading(app)
    assert "21,40" not in text(app)
    assert "năm đánh giá 2027" in text(app)


def test_a_breakdown_can_be_picked(open_page: OpenPage, published: Store):
    app = open_page(published.path, ma="BC02")
    picker = app.selectbox(key="phan_to")
    assert picker.options == ["Mầm non", "Tiểu học", "THCS", "THPT"]
    picker.set_value("THPT").run()
    assert heading(app).startswith("Số lớp (THPT): thành phố mới chưa có số liệu.")


def test_a_breakdown_asked_for_is_shown(open_page: OpenPage, published: Store):
    app = open_page(published.path, ma="BC01", phan_to="THCS")
    assert heading(app).startswith("Số trường (THCS)")


def test_an_indicator_without_breakdowns_has_no_picker(open_page: OpenPage, published: Store):
    assert list(open_page(published.path, ma="CL02").selectbox) == []


HOSTILE = "<script>alert(1)</script>"
WRITTEN = "**x** $y$ [a](https://b) :red[z] \"' & <b>"


def test_text_from_files_is_shown_as_it_was_written(open_page: OpenPage, own: Store):
    rows = series("ML02", "2026 80", source=HOSTILE, note=WRITTEN, document="<i>12/BC</i>")
    record(own, *rows, *series("ML02", "2027 81", source="Nguồn", link="javascript:alert(1)"))
    app = open_page(own.path, ma="ML02", v="3", ngay="2028-06-10")
    page = html(app)
    written = [HOSTILE, WRITTEN, "<i>12/BC</i>"]
    assert [words for words in written if escape(words) not in page] == []
    assert [words for words in (*written, "<script", "javascript:") if words in page] == []
    assert list(app.markdown) == []
