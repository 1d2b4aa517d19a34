"""Comparisons on their page: pictures in one frame, what is chosen, what could be."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html, notice, text

PAGE = "so-sanh"
SEEN = {"v": "4", "ngay": "2029-06-10"}
KEPT = "v=4&ngay=2029-06-10"
PUBLISHED = {"v": "2", "ngay": "2026-11-22"}


def cards(app: AppTest) -> list[str]:
    return re.findall(r'<article class="card">.*?</article>', html(app))


def told(part: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", part)).split())


def links(app: AppTest, name: str) -> list[str]:
    """The links of a navigation with this name."""
    found = re.search(f'<nav class="[^"]*" aria-label="{name}">(.*?)</nav>', html(app))
    return re.findall('href="([^"]*)"', unescape(found[1])) if found else []


def test_indicators_stand_side_by_side_with_value_verdict_and_target(
    open_page: OpenPage, broken_down: Store
):
    app = open_page(broken_down.path, PAGE, **SEEN, ma="CS01,CS02,CS03,CS04")
    assert (list(app.exception), notice(app)) == ([], [])
    assert [told(card) for card in cards(app)] == [
        "CS01 Trường ứng dụng AI Đã đạt 100,0% năm 2029, sơ bộ 80% 90% 100% 2025 2030 "
        "Mục tiêu 2030: 100%",
        "CS02 Chuyển đổi số: phổ thông, GDTX Đúng tiến độ 91,2% năm 2029, sơ bộ 80% 90% "
        "100% 2025 2030 Mục tiêu 2030: trên 95%",
        "CS03 Chuyển đổi số: mầm non Chậm 82,8% năm 2029, sơ bộ 80% 90% 100% 2025 2030 "
        "Mục tiêu 2030: trên 90%",
        "CS04 Dạy kỹ năng số Nguy cơ 86,4% năm 2029, sơ bộ 80% 90% 100% 2025 2030 "
        "Mục tiêu 2030: 100%",
    ]
    assert "Cùng trục năm 2025–2030, cùng thang giá trị (%)." in text(app)


def test_the_words_of_a_picture_say_whose_it_is_and_its_newest_figure(
    open_page: OpenPage, broken_down: Store
):
    app = open_page(broken_down.path, PAGE, **SEEN, ma="ML02", theo="cap-hoc")
    alts = [unescape(alt) for card in cards(app) for alt in re.findall('alt="([^"]*)"', card)]
    name = "Tỷ lệ trường phổ thông đạt chuẩn quốc gia"
    assert alts[:2] == [
        f"{name}: 81,60% (sơ bộ) năm 2029, cần tăng 3,4 điểm phần trăm mỗi năm để đạt "
        "mục tiêu 2030 (ít nhất 85%)",
        f"{name} (Tiểu học): 94,00% năm 2029",
    ]


def test_parts_have_no_verdict_and_it_is_said_why(open_page: OpenPage, broken_down: Store):
    app = open_page(broken_down.path, PAGE, **SEEN, ma="ML02", theo="cap-hoc")
    assert [card.count('class="chip') for card in cards(app)] == [1, 0, 0, 0, 0]
    assert "từng phần chỉ theo dõi, không đánh giá." in text(app)
    assert "Cao hơn mức chung 12,4 điểm phần trăm" in told(cards(app)[1])
    assert 'href="/chi-tieu?ma=ML02&amp;v=4&amp;ngay=2029-06-10&amp;phan_to=THCS"' in cards(app)[2]


def test_of_communes_the_table_has_all_and_the_pictures_the_ends(
    open_page: OpenPage, broken_down: Store
):
    app = open_page(broken_down.path, PAGE, **SEEN, ma="NL13")
    table = html(app).partition('<table class="side-by-side">')[2]
    assert len(cards(app)) == 6
    assert table.count("<tr") == 1 + 113 + 1  # head, communes, the city
    assert "Thứ 1/113 · Cao hơn toàn thành phố 8 điểm phần trăm" in told(cards(app)[0])
    assert "đứng đầu và đứng cuối" in text(app)


def test_every_indicator_can_be_left_out_and_others_added(open_page: OpenPage, broken_down: Store):
    app = open_page(broken_down.path, PAGE, **SEEN, ma="CS01,CS02,CS03")
    assert links(app, "Đang so sánh") == [
        f"/so-sanh?ma=CS02,CS03&{KEPT}",
        f"/so-sanh?ma=CS01,CS03&{KEPT}",
        f"/so-sanh?ma=CS01,CS02&{KEPT}",
    ]
    assert links(app, "Thêm nhanh")[0] == f"/so-sanh?ma=CS01,CS02,CS03,CS04&{KEPT}"
    app.main.text_input[0].set_value("cs05").run()
    assert links(app, "Chỉ tiêu tìm thấy") == [f"/so-sanh?ma=CS01,CS02,CS03,CS05&{KEPT}"]
    app.main.text_input[0].set_value("cs01").run()
    assert "Không có chỉ tiêu nào khớp với “cs01”." in text(app)


def test_six_are_enough(open_page: OpenPage, broken_down: Store):
    six = ",".join(f"CS0{n}" for n in range(1, 7))
    app = open_page(broken_down.path, PAGE, **SEEN, ma=six)
    assert (len(cards(app)), list(app.main.text_input)) == (6, [])
    assert "Đã đủ sáu chỉ tiêu" in text(app)


def test_areas_can_be_left_out_and_added(open_page: OpenPage, broken_down: Store):
    asked = {**SEEN, "ma": "ML02", "theo": "dia-ban"}
    app = open_page(broken_down.path, PAGE, **asked, **{"dia-ban": "31,VN"})
    by_area = "/so-sanh?ma=ML02&theo=dia-ban&dia-ban"
    assert links(app, "Địa bàn đang vẽ") == [f"{by_area}=VN&{KEPT}", f"{by_area}=31&{KEPT}"]
    app.main.text_input[1].set_value("hai duong").run()
    assert links(app, "Địa bàn tìm thấy") == [f"{by_area}=31,VN,HD-CU&{KEPT}"]
    app.main.text_input[1].set_value("sa pa").run()
    assert "Không có địa bàn nào có số liệu khớp với “sa pa”." in text(app)


def test_a_commune_that_is_added_takes_the_place_of_the_ends(
    open_page: OpenPage, broken_down: Store
):
    app = open_page(broken_down.path, PAGE, **SEEN, ma="NL13")
    app.main.text_input[1].set_value("10525").run()
    found = links(app, "Địa bàn tìm thấy")
    assert found == [f"/so-sanh?ma=NL13&theo=xa-phuong-dac-khu&dia-ban=10525&{KEPT}"]


def test_the_other_ways_are_offered(open_page: OpenPage, published: Store):
    app = open_page(published.path, PAGE, **PUBLISHED, ma="BC03", theo="cap-hoc")
    kept = "v=2&ngay=2026-11-22"
    assert links(app, "So sánh theo") == [
        f"/so-sanh?ma=BC03&theo={way}&{kept}" for way in ("dia-ban", "cap-hoc", "chi-tieu")
    ]
    assert links(app, "Địa bàn") == [
        f"/so-sanh?ma=BC03&theo=cap-hoc&dia-ban={area}&{kept}" for area in ("VN", "HP-CU", "HD-CU")
    ]
    areas = open_page(published.path, PAGE, **PUBLISHED, ma="BC03", phan_to="THPT")
    assert links(areas, "Phân tổ")[1].endswith(f"&phan_to=Ti%E1%BB%83u+h%E1%BB%8Dc&{kept}")
    assert heading(areas).endswith("Hải Dương cũ 55.779 học sinh năm 2021")


def test_before_anything_is_chosen_there_are_suggestions(open_page: OpenPage, published: Store):
    app = open_page(published.path, PAGE, **PUBLISHED)
    assert heading(app) == "So sánh các chỉ tiêu, địa bàn, phân tổ"
    assert (
        "3 chỉ tiêu tính bằng trường Trường liên cấp quốc tế; Đại học quốc tế; Đại học trọng điểm"
        in text(app)
    )
    assert 'href="/so-sanh?ma=BC01&amp;theo=cap-hoc&amp;v=2&amp;ngay=2026-11-22"' in html(app)
    app.main.text_input[0].set_value("dat chuan quoc gia").run()
    assert links(app, "Chỉ tiêu tìm thấy")[0] == "/so-sanh?ma=ML02&v=2&ngay=2026-11-22"


@pytest.mark.parametrize("codes", ["XX", "<script>", "BC01'; --", "ML02" * 100])
def test_unknown_codes_are_said_above_the_suggestions(
    open_page: OpenPage, published: Store, codes: str
):
    app = open_page(published.path, PAGE, **PUBLISHED, ma=codes)
    assert (list(app.exception), notice(app)) == ([], [])
    assert f"Không có chỉ tiêu mang mã '{codes.upper()}' ở phạm vi" in text(app)
    assert "<script>" not in html(app).lower()


def test_what_could_not_be_done_is_said_on_the_page(open_page: OpenPage, broken_down: Store):
    app = open_page(broken_down.path, PAGE, **SEEN, ma="CS01,XX,CS02", theo="cap-hoc")
    notes = [told(note) for note in re.findall(r'<p class="note">.*?</p>', html(app))]
    assert notes == [
        "Không có chỉ tiêu mang mã 'XX' ở phạm vi và thời điểm đang xem.",
        "Chỉ so sánh theo địa bàn hoặc phân tổ khi chọn một chỉ tiêu; đang so sánh các chỉ tiêu "
        "với nhau.",
    ]
    assert len(cards(app)) == 2


def test_a_city_without_figures_shows_what_is_asked_and_the_country(
    open_page: OpenPage, published: Store
):
    app = open_page(published.path, PAGE, **PUBLISHED, ma="HD01,HD02")
    assert "Chưa có số liệu" in told(cards(app)[0])
    assert "Cả nước: 0,729 năm 2023" in told(cards(app)[0])
    assert links(app, "Phạm vi")[1] == "/so-sanh?ma=HD01,HD02&pham-vi=ca-nuoc&v=2&ngay=2026-11-22"


@pytest.mark.parametrize(
    ("page", "asked", "where"),
    [
        ("chi-tieu", {"ma": "ML02"}, [
            f"/so-sanh?ma=ML02&theo={way}&{KEPT}" for way in ("dia-ban", "cap-hoc", "chi-tieu")
        ]),
        ("chi-tieu", {"ma": "CS01"}, [f"/so-sanh?ma=CS01&theo=chi-tieu&{KEPT}"]),
        ("nhom", {"ma": "ML"}, [f"/so-sanh?ma=ML03,ML06,ML07&{KEPT}"]),
        ("nhom", {"ma": "HD"}, []),
    ],
)  # fmt: skip
def test_indicator_and_group_lead_to_their_comparisons(
    open_page: OpenPage, broken_down: Store, page: str, asked: dict[str, str], where: list[str]
):
    app = open_page(broken_down.path, page, **SEEN, **asked)
    assert re.findall('href="(/so-sanh[^"]*)"', unescape(html(app))) == where


def test_the_past_is_shown_as_it_was(open_page: OpenPage, broken_down: Store):
    app = open_page(broken_down.path, PAGE, **SEEN, nam="2027", ma="CS01,CS02")
    assert told(cards(app)[0]).startswith("CS01 Trường ứng dụng AI Đúng tiến độ 91,2% năm 2027")
    assert re.findall(r'<th scope="col" class="n">(\d+)', html(app)) == ["2025", "2026", "2027"]
    assert links(app, "Đang so sánh")[0].endswith("&nam=2027")


def test_what_has_neither_figure_nor_target_says_who_owes_it_and_draws_no_empty_picture(
    open_page: OpenPage, published: Store
):
    app = open_page(published.path, PAGE, **PUBLISHED, ma="ML02,CL03,BC01,ML01")
    led = "Chưa có số liệu. Sở Giáo dục và Đào tạo chủ trì."
    assert [told(card) for card in cards(app)[1:]] == [
        f"CL03 Chuẩn công nghệ, AI Theo dõi {led} Văn bản không đặt mức bằng số.",
        f"BC01 Số trường Theo dõi {led} Văn bản không đặt mức bằng số.",
        f"ML01 Quy hoạch mạng lưới Chưa đến hạn {led} Mục tiêu 2030: hoàn thành",
    ]
    assert ["<img" in card for card in cards(app)] == [True, False, False, False]


def test_what_has_a_target_alone_keeps_its_picture(open_page: OpenPage, published: Store):
    [_, empty] = cards(open_page(published.path, PAGE, **PUBLISHED, ma="ML02,CS01"))
    assert told(empty).startswith("CS01 Trường ứng dụng AI Chưa có số liệu Chưa có số liệu ")
    assert "<img" in empty
