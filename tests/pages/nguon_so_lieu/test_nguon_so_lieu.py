"""The page of sources: where figures are from, what is missing, what is to be known of them."""

import re
from datetime import date
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from indicators.board.board import assess
from indicators.board.reporting import last_due, owed
from indicators.catalogue.loader import load
from indicators.store.connection import Store
from indicators.store.history import versions
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html, notice, text
from tests.pages.test_boards import SEEN
from tests.recording import figure, record, seen_on

SOURCES = "nguon-so-lieu"
ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.DOTALL)


def sources(open_page: OpenPage, store: Store, board: str = "published", **more: str) -> AppTest:
    app = open_page(store.path, SOURCES, **SEEN.get(board, {}), **more)
    assert (list(app.exception), notice(app)) == ([], [])
    return app


def lines(app: AppTest, table: str) -> list[list[str]]:
    """The words of a table by line and cell, without its head."""
    found = html(app).partition(f'<table class="{table}">')[2].partition("</table>")[0]
    rows = ROW.findall(found.partition("</thead>")[2])
    return [[plain(cell) for cell in CELL.findall(row)] for row in rows]


def plain(cell: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", cell)).split()).replace(" ,", ",")


def remarks(app: AppTest) -> dict[str, str]:
    return dict(re.findall(r"<summary><b>(.*?)</b> <small>(\d+) số liệu</small>", html(app)))


def test_every_source_is_listed_with_its_figures(open_page: OpenPage, published: Store):
    app = sources(open_page, published)
    assert heading(app) == "Nguồn số liệu: 889 số liệu từ 28 nguồn"
    found = lines(app, "sources")
    assert len(found) == 28
    assert found[:5] == [
        ["Tổng cục Thống kê", "–", "BC01, BC02, BC03, BC04", "2004–2021", "568", "2"],
        ["Tổng cục Thống kê, tải 21/9/2018 (bản chép choisy/gso)", "–",
         "BC01, BC02, BC03, BC04, DH06, DH11", "2004–2016", "234", "2"],
        ["UNDP HDR 2025", "–", "HD01, HD02", "2000–2023", "38", "2"],
        ["World Bank WDI, SE.XPD.TOTL.GB.ZS", "–", "NL01", "2008–2022", "15", "2"],
        ["Giám đốc Sở Giáo dục và Đào tạo Hải Phòng trả lời HĐND thành phố (Vietnam.vn)", "–",
         "BC01", "2025", "4", "2"],
    ]  # fmt: skip
    assert ["VnEconomy, 5/9/2025", "–", "ML02", "2025", "1", "2"] in found
    assert remarks(app) == {"Vẫn là số ước, sơ bộ dù đã quá kỳ": "1"}


def test_files_and_versions_lead_to_the_journal_and_to_the_board_then(
    open_page: OpenPage, published: Store
):
    app = sources(open_page, published)
    ((number, name, sender, rows, digest),) = lines(app, "files")
    halves = [len(half) for half in digest.split()]  # where it may break
    assert (number, name, sender, rows, halves) == (
        "2", "published_actuals.csv", "hệ thống", "889/889", [32, 32],
    )  # fmt: skip
    assert [line[0] for line in lines(app, "versions")] == ["2", "1"]
    assert '<a href="/?v=1">xem bảng ở phiên bản này</a>' in html(app)
    assert '<a href="/nhat-ky?pb=1">1</a>' in html(app)


def test_only_what_was_known_at_the_moment_is_there(open_page: OpenPage, published: Store):
    app = sources(open_page, published, "then", v="1", ngay="2026-11-22")
    assert heading(app) == "Nguồn số liệu: 0 số liệu từ 0 nguồn"
    assert [line[0] for line in lines(app, "versions")] == ["1"]
    assert "Chưa nhận tệp nào." in text(app)


def test_what_is_missing_is_counted_by_agency_and_report(open_page: OpenPage, published: Store):
    found = lines(sources(open_page, published), "delivery")
    assert found[0] == ["Sở GD&ĐT", *["1/52 thiếu 51"] * 4]
    assert found[-1] == ["Tất cả", "2/75 thiếu 73", *["1/75 thiếu 74"] * 3]
    assert len(found) == 9


def test_an_agency_opens_to_its_indicators(open_page: OpenPage, published: Store):
    app = sources(open_page, published)
    link = "/nguon-so-lieu?v=2&ngay=2026-11-22&co-quan=S%E1%BB%9F+T%C3%A0i+ch%C3%ADnh#thieu"
    assert link in unescape(html(app))
    own = sources(open_page, published, **{"co-quan": "Sở Tài chính"})
    assert heading(own) == (
        "Nguồn số liệu: 15 số liệu từ 1 nguồn của các chỉ tiêu do Sở Tài chính chủ trì"
    )
    assert [line[0].split()[0] for line in lines(own, "delivery")] == [
        "NL01", "NL02", "NL03", "Tất",
    ]  # fmt: skip
    assert [line[0] for line in lines(own, "sources")] == ["World Bank WDI, SE.XPD.TOTL.GB.ZS"]
    assert 'aria-current="page">Sở Tài chính</a>' in html(own)


def test_the_missing_are_those_that_the_overview_says_are_owed(open_page: OpenPage, own: Store):
    record(own, figure("NL01", 2026, 19.0, period="nam"))
    app = open_page(own.path, SOURCES, v="3", ngay="2026-11-22", **{"co-quan": "Sở Tài chính"})
    lacking = [line[0].split()[0] for line in lines(app, "delivery") if line[-1] == "thiếu"]
    board = assess(own, seen_on(own, date(2026, 11, 22)))
    assert lacking == owed(board, last_due(board.catalogue, board.as_of.day))["Sở Tài chính"]


def test_figures_that_want_a_remark_are_named(open_page: OpenPage, own: Store):
    levels = [b.value for b in load().indicator_breakdowns if b.indicator == "ML02"]
    parts = [
        figure("ML02", 2025, 50.0, group=f"cấp học={level}", numerator=5.0, denominator=10.0)
        for level in levels
    ]
    record(
        own,
        *parts,
        figure("CS02", 2024, 60.0, status="sơ bộ", link="https://a.vn/b"),
        figure("CS02", 2026, 70.0, status="sơ bộ", link="https://a.vn/b"),
        figure("CS03", 2023, 50.0, back_cast=True, link="https://a.vn/b"),
        figure("CS04", 2026, 50.0, break_before=True, link="https://a.vn/b"),
    )
    app = open_page(own.path, SOURCES, v="3", ngay="2026-11-22")
    assert remarks(app) == {
        "Số báo cáo khác số cộng từ các phần": "1",
        "Vẫn là số ước, sơ bộ dù đã quá kỳ": "2",
        "Tính lại theo địa giới mới": "1",
        "Gián đoạn chuỗi": "1",
        "Nguồn không có liên kết": str(len(parts)),
    }
    shown = text(app)
    assert "ML02 Trường phổ thông đạt chuẩn 2025 cấp học 76,98% 50,00%" in shown
    assert "CS02 Chuyển đổi số: phổ thông, GDTX 2024 Hải Phòng 1" in shown
    assert "Nguồn kiểm thử không có liên kết" in shown
    other = open_page(own.path, SOURCES, v="3", ngay="2026-11-22", **{"co-quan": "Sở Tài chính"})
    assert remarks(other) == {}


def test_a_withdrawn_figure_is_no_longer_counted(open_page: OpenPage, own: Store):
    record(own, figure("CL02", 2026, None))
    app = open_page(own.path, SOURCES)
    assert heading(app) == "Nguồn số liệu: 888 số liệu từ 27 nguồn"


def test_text_of_others_stays_text(open_page: OpenPage, own: Store):
    record(own, figure("CS02", 2026, 70.0, source="<b>x</b>", link="javascript:alert(1)"))
    app = open_page(own.path, SOURCES)
    assert "<b>x</b>" not in html(app)
    assert 'href="javascript' not in html(app)


@pytest.mark.parametrize("asked", ["Sở Không Có", "<b>"])
def test_an_unknown_agency_is_said(open_page: OpenPage, published: Store, asked: str):
    app = open_page(published.path, SOURCES, **{"co-quan": asked})
    assert (list(app.exception), notice(app)[:2]) == (
        [],
        ["Không có cơ quan này", f"Không có cơ quan tên ngắn '{asked}' ở thời điểm đang xem."],
    )


def test_the_country_owes_nothing(open_page: OpenPage, published: Store):
    app = sources(open_page, published, pham_vi="ca-nuoc")
    assert "Số liệu cả nước lấy từ nguồn công bố" in text(app)
    assert lines(app, "delivery") == []


def test_the_versions_are_those_of_the_journal(open_page: OpenPage, filled: Store):
    app = sources(open_page, filled, "filled")
    known = [str(entry.number) for entry in versions(filled)]
    assert [line[0] for line in lines(app, "versions")] == known[::-1]
