"""Every page on every kind of board: no figures, the published ones, all filled, none at all."""

from pathlib import Path

import pytest

from indicators.catalogue.loader import load
from indicators.store.connection import Store
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html, notice, text
from tests.rounds import FULL

CODES = [indicator.code for indicator in load().indicators]
# The version as well as the day, so that the page is the same whatever today is.
SEEN = {
    "bare": {"v": "3", "ngay": "2026-11-22"},
    "published": {"v": "2", "ngay": "2026-11-22"},
    "filled": {"v": "3", "ngay": "2029-06-10"},
}
FINDINGS = [
    ("bare", {}, "Chưa có số liệu của chỉ tiêu nào trong 75 chỉ tiêu; cả 8 cơ quan chưa nộp báo "
     "cáo năm 2026, quá hạn 7 ngày.",
     ["5 Thiếu, phải đạt từ 2026 63 Thiếu, hạn từ 2027 7 Thiếu, chỉ theo dõi",
      "Báo cáo năm 2026: hạn 15/11/2026, quá hạn 7 ngày, chưa cơ quan nào nộp."]),
    ("published", {}, "Mới có số liệu của 3 trong 75 chỉ tiêu, chưa đánh giá được tiến độ; 7 cơ "
     "quan chưa nộp báo cáo năm 2026, quá hạn 7 ngày.",
     ["3 Đã có số liệu 5 Thiếu, phải đạt từ 2026 61 Thiếu, hạn từ 2027 6 Thiếu, chỉ theo dõi",
      "Kỳ nộp tới: 10/06/2027", "76,98% → 85%"]),
    ("published", {"pham_vi": "ca-nuoc"}, "Mới có số liệu của 10 trong 20 chỉ tiêu, chưa đánh giá "
     "được tiến độ.",
     ["20 Chưa đánh giá", "1 chỉ có số liệu cũ.",
      "HD01 Chỉ số giáo dục (HDI) 0,729 → 0,8 Đúng · cũ"]),
    ("filled", {}, "Trong 68 chỉ tiêu đánh giá được, 28 đã đạt hoặc đúng tiến độ; 40 chậm, có nguy "
     "cơ, ngược chiều hoặc không đạt.",
     ["16 Đã đạt 12 Đúng tiến độ 11 Chậm 11 Nguy cơ 12 Ngược chiều 6 Không đạt 7 Chưa đánh giá",
      "81,60% → 85%"]),
    ("bare", {"ma": "HD01"}, "chưa có số liệu; mục tiêu năm 2030: trên 0,82", ["trên 0,82"]),
    ("bare", {"ma": "BC01"}, "Số trường: chưa có số liệu", ["Chưa có số liệu nào."]),
    ("published", {"ma": "ML02"}, "76,98% năm 2025, cần tăng 1,6 điểm phần trăm mỗi năm",
     ["76,98% (năm 2025) → ít nhất 85% (năm 2030): còn 8,02 điểm phần trăm",
      "Cần mỗi năm từ 2026 (điểm %)", "VnEconomy, 5/9/2025"]),
    ("published", {"ma": "HD01"}, "chưa có số liệu; mục tiêu năm 2030: trên 0,82",
     ["UNDP HDR 2025", "tối thiểu 0,87"]),
    ("published", {"ma": "HD01", "pham_vi": "ca-nuoc"}, "0,729 năm 2023, cần tăng 0,01 ",
     ["Đúng tiến độ (theo đà trước kỳ gốc)"]),
    ("published", {"ma": "ML01"}, "mục tiêu năm 2030: hoàn thành", ["Chưa có báo cáo tiến độ"]),
    ("published", {"ma": "CL03"}, "chưa có số liệu",
     ["Văn bản không đặt mức bằng số cho chỉ tiêu này."]),
    ("filled", {"ma": "HD02"}, "20,20% (sơ bộ) năm 2029, cần giảm 10,2 điểm phần trăm",
     ["Có nguy cơ không đạt", "−10,2"]),
    ("filled", {"ma": "ML01"}, "đã đạt mục tiêu 2030", ["Đã hoàn thành (báo cáo năm 2029)"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("board", "asked", "title", "words"),
    [pytest.param(*case, id=" ".join([case[0], *case[1].values()])) for case in FINDINGS],
)
def test_a_page_says_its_finding(
    request: pytest.FixtureRequest,
    open_page: OpenPage,
    board: str,
    asked: dict[str, str],
    title: str,
    words: list[str],
):
    app = open_page(request.getfixturevalue(board).path, **SEEN[board], **asked)
    assert (list(app.exception), notice(app)) == ([], [])
    assert title in heading(app)
    assert [word for word in words if word not in text(app)] == []


@pytest.mark.parametrize("board", SEEN)
def test_every_indicator_has_a_page(
    request: pytest.FixtureRequest, open_page: OpenPage, board: str
):
    app = open_page(request.getfixturevalue(board).path, **SEEN[board], ma="ML01")
    turn, faults = [*SEEN].index(board), []
    # In `make full` each on every board, else each on one of them.
    for code in CODES if FULL else CODES[turn :: len(SEEN)]:
        app.query_params["ma"] = code
        app.run()
        shown = app.exception or notice(app) or f"› {code}</span>" not in html(app)
        faults += [code] if shown else []
    assert faults == []


@pytest.mark.parametrize("asked", [{}, {"ma": "HD01"}, {"ma": "XX"}, {"v": "abc"}])
def test_a_broken_database_is_said_on_every_page_and_left_alone(
    open_page: OpenPage, tmp_path: Path, asked: dict[str, str]
):
    database = tmp_path / "board.duckdb"
    database.write_bytes(b"Not a database" * 100)
    app = open_page(database, **asked)
    assert list(app.exception) == []
    assert notice(app) == [
        "Chưa mở được số liệu của bảng theo dõi",
        "Tệp ở nơi đã đặt không phải là số liệu của bảng này. Lý do đầy đủ nằm trong nhật ký của "
        "máy chủ, dành cho người quản trị.",
        "Khi đã xử lý xong, hãy tải lại trang này.",
    ]
    assert database.read_bytes() == b"Not a database" * 100


def test_the_list_of_indicators_leads_to_each(open_page: OpenPage, published: Store):
    app = open_page(published.path, "chi-tieu")
    links = [f'href="/chi-tieu?ma={code}"' for code in CODES]
    assert heading(app) == "Chọn một chỉ tiêu"
    assert [link for link in links if link not in html(app)] == []
