"""From any figure on an indicator's page to the file it comes from, and to what it replaced."""

import re
from html import unescape

import pytest

from indicators.intake.sender import Sender
from indicators.intake.undo import plan_undo, undo
from indicators.store.connection import Store
from indicators.store.history import latest, version_at
from tests.dossier.test_provenance import of_communes
from tests.pages.conftest import OpenPage
from tests.pages.reading import html, text
from tests.recording import figure, record

GROUP = {"nhom-so": "cấp học=THCS", "phan_to": "THCS"}
NONE_HERE = "Không có số liệu ở năm, địa bàn và phân tổ này tại thời điểm đang xem."


def links(app) -> list[str]:
    """The addresses behind the figures of the page."""
    return [unescape(each) for each in re.findall(r'class="traced" href="([^"]+)"', html(app))]


def panel(app) -> str:
    """The words between the panel's title and the chart."""
    return text(app).partition("Số liệu này từ đâu")[2].partition("Số liệu Năm")[0]


def test_every_figure_leads_to_its_provenance(own: Store, open_page: OpenPage):
    record(
        own,
        figure("ML02", 2026, 80, period="9t", status="sơ bộ"),
        figure("ML02", 2026, 70, area="10507"),
        figure("ML02", 2026, 60, group="cấp học=THCS"),
    )
    whole = links(open_page(own.path, ma="ML02", v="3"))
    assert whole[:2] == [
        "/chi-tieu?ma=ML02&v=3&so=2026&dia-ban=10507",
        "/chi-tieu?ma=ML02&v=3&so=2026&ky=9t",
    ]
    of_level = "/chi-tieu?ma=ML02&phan_to=THCS&nhom-so=c%E1%BA%A5p+h%E1%BB%8Dc%3DTHCS&so="
    assert links(open_page(own.path, ma="ML02", phan_to="THCS")) == [
        f"{of_level}2026",
        f"{of_level}2024&dia-ban=HD-CU",
    ]


def test_the_panel_tells_file_row_person_time_hash_and_source(own: Store, open_page: OpenPage):
    said = {"source": "Báo cáo", "link": "https://haiphong.gov.vn/1", "document": "12/BC"}
    version = record(own, figure("ML02", 2026, 80, sheet="Biểu <1>", row=7, note="*n*", **said))
    app = open_page(own.path, ma="ML02", so="2026")
    shown = panel(app)
    assert "80,00% Tệp kiem-thu.csv ( mở và tải tệp )" in shown
    assert "Vị trí trong tệp trang “Biểu <1>”, dòng 7 Người ghi kiểm thử Lúc" in shown
    assert f"phiên bản {version.number}" in shown
    assert "Văn bản 12/BC Nguồn Báo cáo Ghi chú *n*" in shown
    assert version.hash in shown
    assert '<a href="https://haiphong.gov.vn/1" rel="noreferrer">Báo cáo</a>' in html(app)
    assert f'<a href="/nhat-ky?pb={version.number}">mở và tải tệp</a>' in html(app)
    assert "Chưa từng có giá trị nào khác." in shown


def test_the_panel_tells_what_was_replaced_and_taken_back(own: Store, open_page: OpenPage):
    record(own, figure("ML02", 2026, 80))
    record(own, figure("ML02", 2026, 90))
    undo(own, plan_undo(own, 4), Sender("An"))
    undo(own, plan_undo(own, 3), Sender("An"))
    shown = panel(open_page(own.path, ma="ML02", so="2026"))
    assert NONE_HERE in shown
    heads = ["phiên bản 6", "phiên bản 5", "phiên bản 4", "phiên bản 3"]
    places = [shown.index(f"{head}, ") for head in heads]
    assert places == sorted(places)
    assert "Rút số liệu do hoàn tác phiên bản 3 phiên bản 6," in shown
    assert "80,00%, khôi phục do hoàn tác phiên bản 4 phiên bản 5," in shown


def test_at_a_past_version_the_panel_tells_that_version(own: Store, open_page: OpenPage):
    record(own, figure("ML02", 2026, 80))
    record(own, figure("ML02", 2026, 90))
    shown = panel(open_page(own.path, ma="ML02", so="2026", v="3"))
    assert version_at(own, 3).hash in shown
    assert latest(own).hash not in shown


def test_a_withdrawn_breakdown_is_traced_though_the_page_no_longer_offers_it(
    own: Store, open_page: OpenPage
):
    record(own, figure("ML02", 2026, 60, group="cấp học=THCS"))
    record(own, figure("ML02", 2026, None, group="cấp học=THCS"))
    shown = panel(open_page(own.path, ma="ML02", so="2026", **GROUP))
    assert "· THCS · năm 2026 Không có số liệu" in shown
    assert "Rút số liệu phiên bản 4," in shown


def test_a_figure_added_up_lists_the_figures_it_was_added_from(own: Store, open_page: OpenPage):
    rows = of_communes(own)
    record(own, *rows)
    app = open_page(own.path, ma="PC01", so="2026")
    assert "Cộng từ 114 xã, phường, đặc khu; bảng theo dõi cộng khi xem" in panel(app)
    wanted = {f"/chi-tieu?ma=PC01&so=2026&dia-ban={row.area}" for row in rows}
    assert wanted <= set(links(app))
    part = panel(open_page(own.path, ma="PC01", so="2026", **{"dia-ban": rows[0].area}))
    assert "50,0% Tử số trên mẫu số 10 / 20 Tệp kiem-thu.csv" in part


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"so": "1999"}, NONE_HERE),
        ({"so": "2026", "dia-ban": "<b>x</b>"}, "Địa chỉ có dia-ban=<b>x</b>, không phải lựa chọn"),
        ({"so": "2026", "ky": "quý"}, "Địa chỉ có ky=quý, không phải kỳ báo cáo"),
        ({"so": "năm nay"}, "Địa chỉ có so=năm nay, không phải số"),
    ],
)
def test_an_address_of_no_figure_is_told_and_the_page_still_stands(
    published: Store, open_page: OpenPage, asked: dict[str, str], told: str
):
    app = open_page(published.path, ma="ML02", **asked)
    assert told in text(app)
    assert "Chỉ tiêu này đo gì" in text(app)
    assert ("<b>x</b>" in html(app), list(app.exception)) == (False, [])


def test_without_a_figure_asked_for_there_is_no_panel(published: Store, open_page: OpenPage):
    assert '<section class="provenance"' not in html(open_page(published.path, ma="ML02"))
