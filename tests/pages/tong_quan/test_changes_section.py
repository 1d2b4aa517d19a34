"""Thay đổi on the overview: the sentence, the moments to compare with, what changed and why."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store, open_store
from indicators.store.history import catalogue_at
from indicators.store.journal import record_observations
from tests.dated import clock_of
from tests.filling import filled_store
from tests.pages.conftest import OpenPage
from tests.pages.reading import html, notice, text
from tests.recording import figure, record, set_to

pytestmark = pytest.mark.own_board

REPORT = "Từ báo cáo 6 tháng năm 2027 (10/06/2027): "
LAN = "phiên bản 4 , Nguyễn Thị Lan, Sở Giáo dục và Đào tạo, 01/07/2027 10:00"


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Filled on 01/06/2027; on 01/07 Lan corrects ML02, gives a new figure and withdraws one."""
    path = tmp_path_factory.mktemp("corrected") / "board.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        set_day = clock_of(patch)
        set_day(date(2027, 6, 1))
        store = filled_store(path)
        set_day(date(2027, 7, 1))
        rows = [figure("ML02", 2027, 69), figure("ML02", 2024, 66), figure("DH05", 2027, None)]
        record_observations(store, None, rows, "Nguyễn Thị Lan", "Sở Giáo dục và Đào tạo")
        store.close()
    return path


@pytest.fixture
def board(corrected: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    """A copy of it, on that day."""
    clock_of(monkeypatch)(date(2027, 7, 1))
    store = open_store(Path(copy(corrected, tmp_path)))
    yield store
    store.close()


def section(app: AppTest) -> str:
    return html(app).partition('id="thay-doi">')[2].partition("</section>")[0]


def told(app: AppTest) -> str:
    found = re.search(r"<p><b>(.*?)</b></p>", section(app))
    assert found, section(app)
    return found[1]


def choices(app: AppTest) -> str:
    return section(app).partition('<nav class="switch"')[2].partition("</nav>")[0]


def words(app: AppTest) -> str:
    return " ".join(re.sub("<[^>]+>", " ", section(app)).split())


def test_the_whole_is_told_in_a_sentence(open_page: OpenPage, board: Store):
    app = open_page(board.path)
    whole = f"{REPORT}1 chỉ tiêu đổi đánh giá, 1 số liệu mới, 1 số liệu sửa đổi, 1 số liệu rút"
    assert told(app) == f"{whole}."


def test_a_verdict_says_what_it_was_why_by_whom_and_when(open_page: OpenPage, board: Store):
    app = open_page(board.path)
    assert (
        f"ML02 Trường phổ thông đạt chuẩn Do số liệu ( {LAN}) Đúng tiến độ 74,80% (2027) → "
        "Nguy cơ 69,00% (2027)"
    ) in words(app)
    assert '<a href="/nhat-ky?pb=4">phiên bản 4</a>' in section(app)
    assert '<a href="/chi-tieu?ma=ML02"><b>ML02</b>' in section(app)


def test_what_moved_comes_first_and_the_full_account_folds_below(open_page: OpenPage, board: Store):
    app = open_page(board.path)
    assert words(app).partition(" Toàn bộ thay đổi")[0] == (
        "Thay đổi từ kỳ báo cáo trước So với báo cáo 6 tháng năm 2027 (10/06/2027). "
        "So với năm đánh giá 2026 "
        "↑ Tốt lên: không có chỉ tiêu nào trước → nay "
        "↓ Kém đi: 1 chỉ tiêu trước → nay "
        "Đúng tiến độ → Nguy cơ (1) do số liệu sửa đổi "
        "Trường phổ thông đạt chuẩn 74,80% → 69,00%"
    )
    assert '<details class="account" data-fold="thay-doi-day-du"><summary>' in section(app)


def test_the_full_account_is_open_where_another_moment_or_the_address_asks_for_it(
    open_page: OpenPage, board: Store
):
    unfolded = '<details class="account" data-fold="thay-doi-day-du" open><summary>'
    assert unfolded in section(open_page(board.path, **{"so-voi": "2026"}))
    assert unfolded in section(open_page(board.path, mo="lo-trinh-tot,thay-doi-day-du"))


def test_figures_are_shown_before_and_after_with_their_version(open_page: OpenPage, board: Store):
    said = words(open_page(board.path))
    assert "Số liệu sửa đổi 1 giá trị Chỉ tiêu Năm Giá trị Ghi nhận ML02 Trường phổ thông " in said
    assert f"2027 74,80% → 69,00% {LAN}" in said
    assert "Số liệu mới 1 giá trị Chỉ tiêu Năm Giá trị Ghi nhận ML02" in said
    assert f"2024 66,00% {LAN}" in said
    assert f"2027 58,2% → – {LAN}" in said
    assert 'href="/chi-tieu?ma=ML02&amp;v=4&amp;so=2027"' in section(open_page(board.path))


def test_a_target_and_a_threshold_say_who_set_them(open_page: OpenPage, board: Store):
    set_to(board, on_track_ratio=1)
    said = words(open_page(board.path))
    assert "Đúng tiến độ (on_track_ratio) Mức: 0,95 → 1 phiên bản 5 , Lan, 01/07/2027 10:00" in said


def test_nothing_changed_is_one_line(open_page: OpenPage, board: Store):
    app = open_page(board.path, **{"so-voi": "v4"})
    assert told(app) == "Từ phiên bản 4 (01/07/2027): không có thay đổi nào."
    assert "Không có chỉ tiêu nào đổi đánh giá." in section(app)
    assert "<table" not in section(app)


def test_the_moments_offered_lead_to_the_section_and_keep_the_view(
    open_page: OpenPage, board: Store
):
    app = open_page(board.path, v="3", **{"so-voi": "2026"})
    links = re.findall(r'<a href="([^"]*)"( aria-current="true")?>([^<]*)</a>', choices(app))
    offered = [(link.replace("&amp;", "&"), bool(now), name) for link, now, name in links]
    assert offered == [
        ("/?v=3#thay-doi", False, "Kỳ báo cáo trước"),
        ("/?v=3&so-voi=v2#thay-doi", False, "Phiên bản trước"),
        ("/?v=3&so-voi=2026#thay-doi", True, "Năm đánh giá 2026"),
    ]
    assert '<input type="hidden" name="v" value="3">' in section(app)
    assert told(app).startswith("So với năm đánh giá 2026: ")


def test_a_moment_that_cannot_be_read_is_said_and_the_rest_of_the_page_stays(
    open_page: OpenPage, board: Store
):
    app = open_page(board.path, **{"so-voi": "<b>"})
    assert (list(app.exception), notice(app)) == ([], [])
    assert '<p class="refusal" role="alert">Không đọc được mốc so sánh' in section(app)
    assert 'value="&lt;b&gt;"' in section(app)
    assert "Toàn bộ 75 chỉ tiêu" in text(app)


def test_thousands_of_figures_stay_short_and_lead_to_the_journal(open_page: OpenPage, board: Store):
    areas = [each.code for each in catalogue_at(board, 3).areas if each.parent == "31"]
    record(board, *(figure("BC01", y, 5, area=a) for a in areas for y in range(2016, 2026)))
    app = open_page(board.path)
    count = f"{len(areas) * 10 + 1:,}".replace(",", ".")
    assert f"{count} số liệu mới" in told(app)
    assert (
        f'<details class="changes"><summary><b>Số liệu mới</b> <small>{count} giá trị'
        in section(app)
    )
    assert 'giá trị nữa, xem ở <a href="/nhat-ky">Nhật ký</a>.' in section(app)
    assert len(section(app)) < 60_000
