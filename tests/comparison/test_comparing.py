"""What is compared when it is asked for: series, pictures, remarks, the sentence above them."""

from datetime import date

import pytest

from indicators.board.as_of import AsOf
from indicators.comparison.comparison import Comparison, Question
from indicators.comparison.making import compare
from indicators.comparison.strip import ranked_strip
from indicators.store.connection import Store
from indicators.store.history import version_at
from tests.programme import COMMUNES
from tests.recording import record, seen_on, series

DAY = date(2029, 6, 10)


def asked(store: Store, *codes: str, scope: str = "city", **more: object) -> Comparison:
    found = compare(store, AsOf(version_at(store, 4), DAY, 2029), scope, Question(codes, **more))
    assert found is not None
    return found


def names(comparison: Comparison) -> tuple[list[str], list[str]]:
    """What is in the table and what is drawn."""
    return [each.name for each in comparison.series], [each.name for each in comparison.drawn]


def test_indicators_stand_in_the_order_asked_for_as_they_are_judged(broken_down: Store):
    found = asked(broken_down, "CS03", "CS01", "CS02")
    assert [each.row.indicator.code for each in found.drawn] == ["CS03", "CS01", "CS02"]
    assert all(each.judged for each in found.series)
    assert (found.remarks, found.sources) == ((), ("Số liệu kiểm thử",))
    # Different measures have no highest and no lowest.
    assert "nhất là" not in found.title


def test_the_country_stands_behind_the_citys_figures(broken_down: Store):
    found = asked(broken_down, "ML02", "CS01")
    assert [[p.year for p in each.behind] for each in found.series] == [[2022, 2023, 2024], []]
    assert (found.grey, found.sources) == ("cả nước", ("Số liệu kiểm thử", "Nguồn kiểm thử"))
    nation = asked(broken_down, "ML02", "HD02", scope="national")
    assert ([each.around for each in nation.series], nation.grey) == ([None, None], "")


def test_context_figures_have_their_newest_numbers_as_title(own: Store):
    record(own, *series("BC01", "2026 700"))
    found = compare(own, seen_on(own, date(2026, 11, 22)), "city", Question(("BC01", "BC02")))
    assert found
    assert found.title == "Số trường: 700 trường năm 2026; Số lớp: chưa có số liệu"


def test_the_levels_of_an_indicator_are_followed_beside_the_total_which_is_judged(
    broken_down: Store,
):
    found = asked(broken_down, "ML02", way="cap-hoc")
    levels = ["Chung", "Tiểu học", "THCS", "THPT", "Phổ thông nhiều cấp học"]
    assert names(found) == (levels, levels)
    assert [each.judged for each in found.series] == [True, False, False, False, False]
    assert [bool(each.row.targets) for each in found.series] == [True] + [False] * 4
    assert (found.ways, found.held, found.grey) == (("địa bàn", "cấp học"), "31", "mức chung")
    assert found.title == (
        "Tỷ lệ trường phổ thông đạt chuẩn quốc gia theo cấp học: năm 2029 cao nhất là Tiểu học "
        "(94,00%), thấp nhất là Phổ thông nhiều cấp học (42,00%)"
    )


def test_a_sum_is_not_drawn_beside_its_parts(own: Store):
    parts = [
        row
        for level, many in (("Tiểu học", 100), ("THCS", 60))
        for row in series("BC03", f"2025 {many}", group=f"cấp học={level}")
    ]
    record(own, *parts, *series("BC03", "2025 160"))
    moment = seen_on(own, date(2026, 11, 22))
    found = compare(own, moment, "city", Question(("BC03",), "cap-hoc"))
    assert found
    assert names(found) == (["Chung", "Tiểu học", "THCS"], ["Tiểu học", "THCS"])
    assert [each.around for each in found.drawn] == [None, None]
    assert found.title.endswith("Tiểu học (100 học sinh) cao hơn THCS (60 học sinh) là 40 học sinh")


def test_a_breakdown_that_the_city_lacks_is_shown_where_there_is_one(published: Store):
    moment = AsOf(version_at(published, 2), date(2026, 11, 22), 2026)
    found = compare(published, moment, "city", Question(("BC03",), "cap-hoc"))
    first = compare(published, moment, "city", Question(("BC03",), "cap-hoc", ("HP-CU",)))
    other = compare(published, moment, "city", Question(("BC03",), "cap-hoc", ("HD-CU",)))
    assert found
    assert found.held == "VN"
    assert first
    assert other
    assert (first.held, other.held, first.places) == (
        "HP-CU", "HD-CU", ("VN", "HP-CU", "HD-CU"),
    )  # fmt: skip
    assert first.title == (
        "Số học sinh (Hải Phòng cũ) theo cấp học: năm 2021 cao nhất là Tiểu học (200.212 học "
        "sinh), thấp nhất là THPT (63.730 học sinh)"
    )
    assert other.title.startswith("Số học sinh (Hải Dương cũ) theo cấp học: ")


def test_areas_are_judged_where_they_have_targets(broken_down: Store):
    found = asked(broken_down, "ML02")
    areas = ["Cả nước", "Hải Phòng", "Hải Phòng cũ", "Hải Dương cũ"]
    assert names(found) == (areas, areas)
    assert [each.judged for each in found.series] == [True, True, False, False]
    assert [[t.scope for t in each.row.targets] for each in found.series] == [
        ["national"], ["city"], [], [],
    ]  # fmt: skip
    assert found.title == (
        "Tỷ lệ trường phổ thông đạt chuẩn quốc gia: Cả nước 62,25% năm 2024; Hải Phòng 81,60% năm "
        "2029"
    )


def test_areas_are_compared_in_the_breakdown_asked_for(published: Store):
    moment = AsOf(version_at(published, 2), date(2026, 11, 22), 2026)
    found = compare(published, moment, "city", Question(("BC03",), "dia-ban", (), "THPT"))
    wrong = compare(published, moment, "city", Question(("BC03",), "dia-ban", (), "GDTX"))
    assert found
    assert wrong
    assert (found.held, names(found)[1]) == (
        "cấp học=THPT",
        ["Cả nước", "Hải Phòng cũ", "Hải Dương cũ"],
    )
    assert "Hải Phòng cũ 63.730 học sinh năm 2021; Hải Dương cũ" in found.title
    assert (wrong.held, wrong.remarks) == (
        "cấp học=Mầm non",
        (
            "Không có số liệu của Số học sinh (BC03) theo phân tổ 'GDTX' để so sánh; đang "
            "xem 'Mầm non'.",
        ),
    )


def test_of_many_communes_the_best_and_the_last_are_drawn_and_all_are_ranked(broken_down: Store):
    found = asked(broken_down, "NL13")
    values = [each.value_in(2029) for each in found.parts]
    assert len(values) == len(COMMUNES) - 1
    assert values == sorted(values, reverse=True)
    assert [each.value_in(2029) for each in found.drawn] == [*values[:3], *values[-3:]]
    assert [each.name for each in found.series if each.whole] == ["Hải Phòng"]
    assert found.grey == "toàn thành phố"


def test_communes_that_were_chosen_are_drawn_instead_the_ranking_stays(broken_down: Store):
    found = asked(broken_down, "NL13", way="xa-phuong-dac-khu", areas=("10525", "31"))
    assert names(found)[1] == ["Phường Hải Dương", "Hải Phòng"]
    assert len(found.parts) == len(COMMUNES) - 1
    assert found.title == asked(broken_down, "NL13").title


def test_lower_is_better_where_the_indicator_says_so(own: Store):
    rows = [
        row
        for area, value in (("10507", 5), ("10525", 1), ("10532", 9))
        for row in series("CL07", f"2025 {value}", area=area)
    ]
    record(own, *rows)
    found = compare(own, seen_on(own, date(2026, 11, 22)), "city", Question(("CL07",)))
    assert found
    assert [each.value_in(2025) for each in found.series] == [1, 5, 9]


REMARKS = [
    ("an unknown code", ("CS01", "XX", "CS02"), {},
     ["Không có chỉ tiêu mang mã 'XX' ở phạm vi và thời điểm đang xem."], 2),
    ("more than six", tuple(f"NL0{n}" for n in range(1, 9)), {},
     ["Chỉ vẽ 6 chỉ tiêu cạnh nhau; không vẽ Quỹ khuyến học thành phố (NL07), Phần "
      "mềm quản trị trường (NL08)."], 6),
    ("one without breakdowns", ("HD03",), {},
     ["Vốn con người (GII) (HD03) chưa có số liệu theo địa bàn hay phân tổ để so sánh; hãy "
      "thêm chỉ tiêu khác ở ô Thêm chỉ tiêu."], 1),
    ("one with others to come", ("ML02",), {"way": "chi-tieu"},
     ["Mới có một chỉ tiêu; hãy thêm chỉ tiêu khác ở ô Thêm chỉ tiêu hoặc theo gợi ý."], 1),
    ("a way that is none", ("ML02",), {"way": "abc"},
     ["Không có số liệu của Trường phổ thông đạt chuẩn (ML02) để so sánh theo 'abc'; "
      "đang so sánh theo địa bàn."], 4),
    ("a way without figures", ("NL13",), {"way": "cap-hoc"},
     ["Không có số liệu của Xã đủ trường lớp mầm non (NL13) để so sánh theo cấp học; đang "
      "so sánh theo xã, phường, đặc khu."], 6),
    ("a way for several", ("CS01", "CS02"), {"way": "cap-hoc"},
     ["Chỉ so sánh theo địa bàn hoặc phân tổ khi chọn một chỉ tiêu; đang so sánh các chỉ tiêu với "
      "nhau."], 2),
    ("an unknown area", ("ML02",), {"areas": ("31", "Q1", "VN")},
     ["Trường phổ thông đạt chuẩn (ML02) không có số liệu để so sánh như đang xem ở địa "
      "bàn mang mã 'Q1'."], 2),
    ("an area without the breakdown", ("ML02",), {"way": "cap-hoc", "areas": ("VN",)},
     ["Trường phổ thông đạt chuẩn (ML02) không có số liệu để so sánh như đang xem ở địa "
      "bàn mang mã 'VN'."], 5),
]  # fmt: skip


@pytest.mark.parametrize(
    ("codes", "more", "remarks", "drawn"), [pytest.param(*case, id=name) for name, *case in REMARKS]
)
def test_what_cannot_be_done_is_said_and_the_rest_is_drawn(
    broken_down: Store, codes: tuple[str, ...], more: dict, remarks: list[str], drawn: int
):
    found = asked(broken_down, *codes, **more)
    assert (list(found.remarks), len(found.drawn)) == (remarks, drawn)


def test_nothing_known_is_no_comparison(broken_down: Store):
    moment = AsOf(version_at(broken_down, 4), DAY, 2029)
    assert compare(broken_down, moment, "city", Question()) is None
    assert compare(broken_down, moment, "city", Question(("XX", "YY"))) is None


def test_the_past_is_compared_as_it_was(broken_down: Store):
    before = AsOf(version_at(broken_down, 3), DAY, 2027)
    found = compare(broken_down, before, "city", Question(("ML02", "CS01")))
    assert found
    assert found.year == 2027
    single = compare(broken_down, before, "city", Question(("NL13",)))
    assert single
    assert single.ways == ()


def test_a_ranking_is_a_strip_with_the_city_and_the_target_across_it(illustrative: Store):
    moment = seen_on(illustrative, date(2029, 11, 20))
    found = compare(illustrative, moment, "city", Question(("PC01",), "xa-phuong-dac-khu"))
    assert found
    strip = ranked_strip(found)
    assert strip
    heights = [bar.height for bar in strip.bars]
    assert heights == sorted(heights, reverse=True)
    assert (strip.year, len(strip.bars)) == (found.year, len(COMMUNES))
    assert [line.name for line in strip.lines] == ["Toàn thành phố", "Mục tiêu 2030"]
    assert strip.lines[1].height == 1.0


def test_what_adds_up_is_ranked_without_a_line_of_the_whole(illustrative: Store):
    moment = seen_on(illustrative, date(2029, 11, 20))
    found = compare(illustrative, moment, "city", Question(("BC01",), "xa-phuong-dac-khu"))
    assert found
    strip = ranked_strip(found)
    assert strip
    assert (strip.bars[0].height, strip.lines) == (1.0, ())
