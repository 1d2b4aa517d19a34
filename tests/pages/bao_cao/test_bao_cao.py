"""The page of briefings: what the address chooses, what is seen before, what is made and given."""

import io
import re
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from pptx import Presentation
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
from streamlit.testing.v1 import AppTest

from indicators.briefing.brief import Brief
from indicators.briefing.kinds import Kind, Wishes
from indicators.briefing.slides.default_template import default_template
from indicators.briefing.steps import Progress
from indicators.store.connection import Store
from indicators.store.history import latest
from pages.site import kind as kinds
from pages.site.kind import EVERY_KIND
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html, notice, text
from tests.recording import figure, record

PAGE = "bao-cao"
SEEN = {"v": "3", "ngay": "2029-06-10"}
LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>')


@pytest.fixture
def opened(open_page: OpenPage, filled: Store) -> OpenPage:
    return lambda **asked: briefing(open_page, filled, **SEEN, **asked)


def briefing(open_page: OpenPage, store: Store, **asked: str) -> AppTest:
    """Open the page with what is asked in its address: `ma_ma_nhom="CS"` for `ma-nhom=CS`."""
    app = open_page(store.path, PAGE)
    app.query_params.update({name.replace("_", "-"): text for name, text in asked.items()})
    return sound(app.run())


def sound(app: AppTest) -> AppTest:
    assert (list(app.exception), notice(app)) == ([], [])
    return app


def chosen(app: AppTest) -> list[str]:
    """The codes in the list of what will be told."""
    listed = html(app).partition('<details id="danh-sach"')[2].partition("</details>")[0]
    return re.findall(r"<small>([A-Z]{2}\d\d)</small>", listed)


def links(app: AppTest, name: str) -> dict[str, tuple[str, bool]]:
    """The links of a navigation: its words, address, and whether it is chosen."""
    found = re.search(rf'aria-label="{name}">(.*?)</nav>', html(app))
    assert found, html(app)
    return {
        plain(words): (unescape(where), "aria-current" in more)
        for where, more, words in LINK.findall(found[1])
    }


def plain(words: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", words)).split())


def refusals(app: AppTest) -> list[str]:
    return [plain(each) for each in re.findall(r'<p class="refusal"[^>]*>(.*?)</p>', html(app))]


def make(app: AppTest, kind: str) -> AppTest:
    return sound(app.button(key=f"tao-{kind}").click().run())


def files(app: AppTest) -> dict[str, bytes]:
    """The files that are handed over by kind, as a press of their buttons would give them."""
    return {name: file.content for name, file in app.session_state["tai-lieu"].files.items()}


ADDRESSES = [
    ({}, 75, "cả chương trình, 75 chỉ tiêu"),
    ({"ma-nhom": "CS,HD"}, 15, "15 chỉ tiêu"),
    ({"nhom": "CS,HD"}, 15, "15 chỉ tiêu"),
    ({"ma-nhom": "Mạng lưới trường, lớp học"}, 8, "nhóm “Mạng lưới trường, lớp học”, 8 chỉ tiêu"),
    ({"ma-nhom": "CS", "trang-thai": "cham,nguy-co"}, 4,
     "nhóm “Chuyển đổi số và hội nhập”, Sở Giáo dục và Đào tạo, 4 chỉ tiêu"),
    ({"ma-nhom": "CS", "trang-thai": "Chậm,Có nguy cơ không đạt"}, 4,
     "nhóm “Chuyển đổi số và hội nhập”, Sở Giáo dục và Đào tạo, 4 chỉ tiêu"),
    ({"co-quan": "so-vh-tt-dl,so-tai-chinh"}, 4, "4 chỉ tiêu"),
    ({"co-quan": "Sở Văn hóa, Thể thao và Du lịch"}, 1,
     "nhóm “Chất lượng giáo dục mầm non, phổ thông”, Sở Văn hóa, Thể thao và Du lịch, 1 chỉ tiêu"),
    ({"ma": "hd01, bc01"}, 2, "2 chỉ tiêu"),
    ({"pham-vi": "ca-nuoc"}, 20, "cả chương trình, 20 chỉ tiêu"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "count", "told"),
    [pytest.param(*case, id=" ".join(case[0].values()) or "all") for case in ADDRESSES],
)
def test_the_address_chooses(opened: OpenPage, asked: dict[str, str], count: int, told: str):
    app = opened(**asked)
    assert heading(app) == f"Báo cáo: {told}"
    assert len(chosen(app)) == len(set(chosen(app))) == count


def test_what_will_be_told_is_seen_before_it_is_made(opened: OpenPage):
    app = opened(ma_nhom="HD", ma="HD01,HD02")
    seen = text(app)
    assert "Tên trình chiếu Tình hình thực hiện các chỉ tiêu: Chỉ số phát triển con người" in seen
    assert "Trích yếu báo cáo Tình hình thực hiện các chỉ tiêu nhóm “Chỉ số phát triển" in seen
    assert "Cả 2 chỉ tiêu đánh giá được đều chậm hoặc có nguy cơ" in seen
    assert "Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 3" in seen
    assert chosen(app) == ["HD01", "HD02"]
    assert '<details id="danh-sach" class="members" open>' in html(app)
    assert '<details id="danh-sach" class="members">' in html(opened())


def test_each_list_says_how_many_it_would_leave_and_what_is_chosen(opened: OpenPage):
    app = opened(ma_nhom="CS", trang_thai="cham")
    groups = links(app, "Nhóm")
    assert groups["Chuyển đổi số và hội nhập 2"] == (
        "/bao-cao?trang-thai=cham&v=3&ngay=2029-06-10", True,
    )  # fmt: skip
    assert groups["Chỉ số phát triển con người 1"] == (
        "/bao-cao?ma-nhom=CS,HD&trang-thai=cham&v=3&ngay=2029-06-10", False,
    )  # fmt: skip
    assert groups["Tất cả"][1] is False
    assert links(app, "Chủ trì")["Tất cả"][1] is True
    assert "Chọn lại từ đầu" in text(app)


def test_an_indicator_is_added_and_left_out_one_by_one(opened: OpenPage):
    app = opened(ma="HD01,HD02")
    app.main.text_input[0].set_value("cs03").run()
    found = links(app, "Chỉ tiêu tìm thấy")
    assert [where for where, _ in found.values()] == [
        "/bao-cao?ma=HD01,HD02,CS03&v=3&ngay=2029-06-10"
    ]
    app = opened(ma_nhom="HD")
    out = re.search(r'href="([^"]*)" title="Bỏ HD02"', html(app))
    assert out
    assert unescape(out[1]) == "/bao-cao?ma=HD01,HD03&v=3&ngay=2029-06-10"
    assert "Bỏ HD01" not in html(opened(ma="HD01"))


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            {"ma-nhom": "HD", "co-quan": "so-ngoai-vu"},
            "Không có chỉ tiêu nào khớp với lựa chọn; hãy bỏ bớt điều kiện.",
        ),
        ({"ma-nhom": "XX"}, "Không có nhóm chỉ tiêu nào tên là “XX”."),
        ({"ma": "HD99"}, "Không có chỉ tiêu nào mang mã “HD99”."),
        ({"the-thuc": "<b>"}, "Không có thể thức báo cáo nào tên là “<b>”."),
        ({"mau": "../x"}, "Không có mẫu trình chiếu nào tên là “../x” trong thư mục mẫu."),
    ],
)
def test_what_cannot_be_told_is_said_with_a_way_back(
    opened: OpenPage, asked: dict[str, str], sentence: str
):
    app = opened(**asked)
    assert heading(app) == "Báo cáo: chưa có chỉ tiêu nào"
    assert refusals(app) == [f"{sentence} Chọn lại từ đầu"]
    assert [button.key for button in app.button] == []


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_is_made_when_asked_and_handed_over_with_name_size_and_version(
    opened: OpenPage, filled: Store, kind: str
):
    app = opened(ma_nhom="HD")
    assert files(app) == {}
    app = make(app, kind)
    content = files(app)[kind]
    assert ZipFile(io.BytesIO(content)).testzip() is None
    made = EVERY_KIND[kind]
    name = f"{made.stem}-nhom-HD-10-06-2029-phien-ban-3{made.suffix}"
    told = re.search(r'<p class="quiet made" role="status">(.*?)</p>', html(app))
    assert told
    assert plain(told[1]).startswith(f"{name} · ")
    moment = "Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 3"
    assert plain(told[1]).endswith(f"{moment} · {latest(filled).head}")
    assert (refusals(app), app.get("progress")) == ([], [])


def test_files_hold_what_was_seen_in_the_form_that_was_asked_for(opened: OpenPage):
    app = opened(ma_nhom="HD", the_thuc="dang")
    assert links(app, "Thể thức báo cáo")["Cơ quan đảng"][1] is True
    made = files(make(make(app, "slides"), "report"))
    slides = Presentation(io.BytesIO(made["slides"])).slides
    assert slides[0].shapes.title.text == (
        "Tình hình thực hiện các chỉ tiêu: Chỉ số phát triển con người"
    )
    report = Document(io.BytesIO(made["report"]))
    heads = [cell.text for row in report.tables[0].rows for cell in row.cells]
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in heads[1]


def test_a_file_is_no_longer_offered_once_the_choice_or_the_data_are_others(
    open_page: OpenPage, own: Store
):
    app = make(briefing(open_page, own, ma_nhom="HD"), "slides")
    assert list(files(app)) == ["slides"]
    record(own, figure("HD01", 2026, 0.7))
    assert files(sound(app.run())) == {}
    make(app, "slides")
    app.query_params["ma-nhom"] = "CS"
    assert files(sound(app.run())) == {}


def test_readers_have_files_of_their_own(opened: OpenPage):
    first, second = opened(ma_nhom="HD"), opened(ma_nhom="HD")
    make(first, "slides")
    assert (list(files(first)), files(second)) == (["slides"], {})
    assert "Tải Trình chiếu" not in text(second)


@pytest.fixture
def listing(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A kind whose reader leaves after two of its three steps; gives the steps it came to."""
    steps: list[int] = []

    def make_list(_brief: Brief, _wishes: Wishes, told: Progress) -> bytes:
        for done in range(3):
            told(done, 3)
            steps.append(done)
            if done == 1:
                context = get_script_run_ctx()
                assert context is not None
                assert context.script_requests is not None
                context.script_requests.request_stop()
        return b"whole"

    kind = Kind("Danh mục", "Mã các chỉ tiêu.", "danh-muc", ".txt", make_list)
    monkeypatch.setitem(kinds.EVERY_KIND, "listing", kind)
    return steps


def test_a_new_kind_is_on_the_page_and_one_that_is_stopped_leaves_nothing(
    opened: OpenPage, listing: list[int]
):
    app = opened(ma_nhom="HD")
    assert "Mã các chỉ tiêu." in text(app)
    app.button(key="tao-listing").click().run()
    assert (listing, files(app)) == ([0, 1], {})


def test_whoever_stops_is_told_so_and_may_ask_again(opened: OpenPage):
    app = opened(ma_nhom="HD")
    shelf = app.session_state["tai-lieu"]
    shelf.refusals["slides"] = "Đã dừng, chưa tạo tệp nào."
    assert refusals(app.run()) == ["Đã dừng, chưa tạo tệp nào."]
    assert refusals(make(app, "slides")) == []
    assert list(files(app)) == ["slides"]


def test_a_template_of_the_office_is_offered_used_or_refused(
    open_page: OpenPage, own: Store, tmp_path: Path
):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "a.pptx").write_bytes(default_template())
    (folder / "hong.pptx").write_bytes(b"no presentation")
    app = briefing(open_page, own, ma_nhom="HD")
    offered = links(app, "Mẫu trình chiếu")
    assert {name: now for name, (_, now) in offered.items()} == {
        "a.pptx": True, "hong.pptx": False, "Mẫu của bảng theo dõi": False,
    }  # fmt: skip
    assert list(files(make(app, "slides"))) == ["slides"]
    assert offered["Mẫu của bảng theo dõi"][0] == "/bao-cao?ma-nhom=HD&mau=bang-theo-doi"
    app = make(briefing(open_page, own, ma_nhom="HD", mau="hong.pptx"), "slides")
    assert refusals(app) == ["Tệp mẫu hong.pptx không phải tệp PowerPoint (.pptx) đọc được."]
    assert files(app) == {}


def test_group_and_table_lead_to_the_briefing_of_what_they_show(open_page: OpenPage, filled: Store):
    def onward(app: AppTest) -> str:
        found = re.search(r'<p class="onward"><a href="([^"]*)">(.*?)</a>', html(sound(app)))
        assert found
        return f"{unescape(found[1])} {found[2]}"

    told = "Làm báo cáo, trình chiếu từ"
    kept = "v=3&ngay=2029-06-10"
    group = open_page(filled.path, "nhom", ma="CS", **SEEN)
    assert onward(group) == f"/bao-cao?ma-nhom=CS&{kept} {told} 12 chỉ tiêu này"
    table = open_page(filled.path, "bieu-theo-doi", **SEEN)
    assert onward(table) == f"/bao-cao?{kept} {told} 75 chỉ tiêu này"
    table.selectbox(key="nhom").select("Chuyển đổi số và hội nhập").run()
    table.selectbox(key="co_quan").select("Sở GD&ĐT").run()
    asked = f"ma-nhom=CS&co-quan=so-gd-dt&{kept}"
    assert onward(table) == f"/bao-cao?{asked} {told} 10 chỉ tiêu này"
    table.selectbox(key="trang_thai").select("Chậm").run()
    assert onward(table) == f"/bao-cao?ma=CS03,CS08&{kept} {told} 2 chỉ tiêu này"
    table.text_input(key="tim").set_value("CS03").run()
    assert onward(table) == f"/bao-cao?ma=CS03&{kept} {told} 1 chỉ tiêu này"


def test_files_of_an_illustrative_board_are_named_so(
    open_page: OpenPage, illustrative: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_NATURE", "illustrative")
    app = make(briefing(open_page, illustrative, ma_nhom="HD"), "slides")
    assert "SO-LIEU-MINH-HOA_trinh-chieu-nhom-HD-20-11-2029" in text(app)
    [slide, *_] = Presentation(io.BytesIO(files(app)["slides"])).slides
    assert any("SỐ LIỆU MINH HỌA" in s.text_frame.text for s in slide.shapes if s.has_text_frame)


def test_a_site_carries_the_code_of_the_address_it_is_asked_for(opened: OpenPage):
    app = make(opened(ma="HD01", dia_chi="https://bang.vi-du.vn"), "site")
    assert {"qr.png", "qr.svg"} <= set(ZipFile(io.BytesIO(files(app)["site"])).namelist())
    assert all("dia-chi=https" in where for where, _ in links(app, "Thể thức báo cáo").values())


def test_an_address_no_browser_opens_is_said_and_concerns_the_site_alone(opened: OpenPage):
    app = opened(ma="HD01", dia_chi="bang.vi-du.vn")
    wrong = "Địa chỉ công khai phải là địa chỉ web (https://…), không phải “bang.vi-du.vn”."
    assert refusals(app) == [wrong]
    make(app, "site")
    assert (files(app), refusals(app)) == ({}, [wrong])
    assert list(files(make(app, "slides"))) == ["slides"]


def test_the_short_slides_are_chosen_by_the_address(opened: OpenPage):
    offered = links(opened(), "Trình chiếu")
    assert [chosen for _, chosen in offered.values()] == [True, False]
    where = offered["Bản ngắn"][0]
    assert "ban=ban-ngan" in where
    assert [chosen for _, chosen in links(opened(ban="ban-ngan"), "Trình chiếu").values()] == [
        False,
        True,
    ]


def test_another_extent_of_slides_is_refused(opened: OpenPage):
    assert "Không có bản trình chiếu nào tên là “dài”" in html(opened(ban="dài"))
