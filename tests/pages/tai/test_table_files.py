"""Tables by their own address: what the page shows, named by its data version, or a sentence."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from indicators.board.as_of import AsOf, as_of
from indicators.board.board import assess
from indicators.briefing.tables.comparison import comparison_sheet
from indicators.briefing.tables.sheet import Sheet, as_csv
from indicators.briefing.tables.tracking import tracking_sheet
from indicators.briefing.tables.values import values_sheet
from indicators.charts.compared_panels import first_year
from indicators.comparison.comparison import Question
from indicators.comparison.making import compare
from indicators.dossier.dossier import open_dossier
from indicators.store.connection import Store
from indicators.store.history import latest
from pages.tai import tables as table_files
from tests.pages.conftest import OpenPage
from tests.pages.fetching import got, name_of, told
from tests.pages.reading import html
from tests.recording import figure, record

LINK = re.compile(r'href="(/tai/[^"]*)"')


def tables(address: str) -> list[str]:
    return [unescape(link) for link in LINK.findall(address)]


def figures(store: Store, moment: AsOf, code: str, group: str | None = None) -> Sheet:
    dossier = open_dossier(store, moment, code, "city", group)
    assert dossier
    return values_sheet(dossier)


PAGES = [
    ("bieu-theo-doi", {}, "bang-theo-doi"),
    ("nhom", {"ma": "CS"}, "bang-theo-doi"),
    ("chi-tieu", {"ma": "BC01", "phan_to": "THPT"}, "so-lieu"),
    ("so-sanh", {"ma": "CS01,CS02"}, "so-sanh"),
    ("nguon-so-lieu", {}, "nguon-so-lieu"),
]


@pytest.mark.parametrize(("page", "asked", "table"), PAGES)
def test_every_table_of_a_page_is_had_by_links_at_its_data_version(
    open_page: OpenPage, filled: Store, page: str, asked: dict[str, str], table: str
):
    links = dict.fromkeys(tables(html(open_page(filled.path, page, **asked))))
    paths = [urlsplit(link).path for link in links]
    assert paths == [f"/tai/{table}.csv", f"/tai/{table}.xlsx"]
    assert all("v=3&ngay=" in link for link in links)
    csv, xlsx = map(got, links)
    assert (csv.status_code, csv.media_type) == (200, "text/csv; charset=utf-8")
    assert (xlsx.status_code, bytes(xlsx.body)[:2]) == (200, b"PK")
    assert name_of(xlsx) == name_of(csv).replace(".csv", ".xlsx")
    assert f"Phiên bản 3 · {latest(filled).head}" in bytes(csv.body).decode()


def test_a_table_is_the_one_of_the_breakdown_moment_and_rows_asked_for(
    open_page: OpenPage, filled: Store
):
    open_page(filled.path)
    then = as_of(filled, number=2, year=2025)
    board = assess(filled, then, "city")
    answer = got("/tai/so-lieu.csv?ma=bc01&phan_to=THPT&v=2&nam=2025")
    assert answer.body == as_csv(figures(filled, then, "BC01", "cấp học=THPT"))
    assert name_of(answer) == "BC01-so-lieu.csv"
    answer = got("/tai/bang-theo-doi.csv?ma-nhom=ML&v=2&nam=2025")
    assert answer.body == as_csv(tracking_sheet(board, list(board.of_group("ML").rows)))
    answer = got("/tai/so-sanh.csv?ma=CS01,CS02&v=2&nam=2025")
    comparison = compare(filled, then, "city", Question(("CS01", "CS02")))
    assert comparison
    assert answer.body == as_csv(comparison_sheet(comparison, first_year(comparison)))


def test_a_newer_figure_stays_out_of_the_file_of_an_older_page(open_page: OpenPage, own: Store):
    link = tables(html(open_page(own.path, ma="ML02")))[0]
    before = got(link).body
    record(own, figure("ML02", 2025, 80.0))
    assert got(link).body == before
    assert got("/tai/so-lieu.csv?ma=ML02").body != before


REFUSED = [
    ("so-lieu.csv?ma=XX99", "Không có chỉ tiêu mang mã 'XX99'"),
    ("so-lieu.csv", "Địa chỉ chưa có mã chỉ tiêu (ma=…); hãy mở trang Chỉ tiêu rồi tải lại từ đó."),
    ("so-lieu.csv?ma=+&v=2", "Địa chỉ chưa có mã chỉ tiêu (ma=…); hãy mở trang Chỉ tiêu rồi"),
    ("so-sanh.xlsx?v=2", "Địa chỉ chưa có mã chỉ tiêu (ma=…); hãy mở trang So sánh rồi tải lại"),
    ("so-lieu.csv?ma=BC01&phan_to=Đại học", "không có số liệu theo phân tổ 'Đại học'"),
    ("so-lieu.csv?ma=BC01&v=999", "999"),
    ("so-lieu.csv?ma=BC01&v=hai", "Địa chỉ có v=hai, không phải số"),
    ("so-lieu.csv?ma=BC01&ngay=<b>", "Không đọc được ngày '<b>'"),
    ("so-lieu.csv?ma=BC01&minh-hoa=1", "hai bảng không dùng lẫn địa chỉ"),
    ("bang-theo-doi.xlsx?ma-nhom=ZZ", "Không có nhóm chỉ tiêu nào tên là “ZZ”"),
    ("so-sanh.csv?ma=XX99", "XX99"),
    ("nguon-so-lieu.csv?co-quan=X", "Không có cơ quan tên ngắn 'X'"),
]


@pytest.mark.parametrize(("asked", "why"), REFUSED)
def test_a_wrong_address_is_refused_in_a_sentence(
    open_page: OpenPage, published: Store, asked: str, why: str
):
    open_page(published.path)
    answer = got(f"/tai/{asked}")
    heading, *lines = told(answer)
    assert (answer.status_code, heading) == (400, "Không lấy được tệp theo địa chỉ này")
    assert why in lines[0]


@pytest.mark.parametrize("name", ["so-lieu.pdf", "so-lieu", "gi-do.csv", ".csv"])
def test_a_file_that_is_not_there_is_said_to_be(name: str):
    answer = got(f"/tai/{name}")
    assert (answer.status_code, told(answer)[0]) == (404, "Không có tệp này")


def test_what_was_not_foreseen_has_a_number_and_no_innards(
    open_page: OpenPage, published: Store, monkeypatch: pytest.MonkeyPatch
):
    open_page(published.path)
    monkeypatch.setitem(table_files.TABLES, "so-lieu", lambda *_: 1 / 0)
    answer = got("/tai/so-lieu.csv?ma=BC01")
    assert answer.status_code == 500
    assert re.fullmatch(r"Số lỗi [0-9A-F]{6}\.", told(answer)[-1])
    assert "division" not in bytes(answer.body).decode()


def test_a_database_that_cannot_be_used_is_said_to_be(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_DB", str(made_up))
    answer = got("/tai/so-lieu.csv?ma=BC01")
    heading, *lines = told(answer)
    assert (answer.status_code, heading) == (503, "Chưa mở được số liệu của bảng theo dõi")
    assert lines[0].startswith("Tệp ở nơi đã đặt không phải là số liệu của bảng này.")


def test_a_file_of_made_up_figures_says_so(
    open_page: OpenPage, illustrative: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_NATURE", "illustrative")
    link = tables(html(open_page(illustrative.path, ma="HD01")))[0]
    answer = got(link)
    assert "minh-hoa=1" in link
    assert name_of(answer) == "SO-LIEU-MINH-HOA_HD01-so-lieu.csv"
    rows = bytes(answer.body).decode("utf-8-sig").splitlines()
    assert rows[1].endswith("SỐ LIỆU MINH HỌA")
