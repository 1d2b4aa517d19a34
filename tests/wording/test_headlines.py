"""Titles that say the finding."""

import pytest

from indicators.progress.results import Point
from indicators.wording.headlines import chart_title, elsewhere_title, latest_title
from tests.wording.writing import judged, notation, targets

TITLES = [
    ("no figure, what is asked", "CS02", "", 2026,
     ": chưa có số liệu; mục tiêu năm 2030: trên 95%"),
    ("no figure and no number asked", "CL03", "", 2026, ": chưa có số liệu"),
    ("one figure", "ML02", "2025 76.98", 2026,
     ": 76,98% năm 2025, cần tăng 1,6 điểm phần trăm mỗi năm để đạt mục tiêu 2030 (ít nhất 85%)"),
    ("a fall that is asked for", "HD02", "2025 15; 2027 13.5", 2027,
     ": 13,50% năm 2027, cần giảm 1,2 điểm phần trăm mỗi năm để đạt mục tiêu 2030 (giảm xuống dưới "
     "10%)"),
    ("a rank", "DH17", "2025 310; 2027 266", 2027,
     ": hạng 266 năm 2027, cần tăng 22 bậc mỗi năm để đạt mục tiêu 2030 (phấn đấu hạng 200)"),
    ("no rank", "DH17", "2025 unranked", 2026,
     ": chưa xếp hạng năm 2025; mục tiêu năm 2030: phấn đấu hạng 200"),
    ("reached before its year", "CS02", "2025 75; 2027 96", 2027,
     ": 96,0% năm 2027, đã đạt mục tiêu 2030 (trên 95%)"),
    ("missed, told by the year that decided", "CS02", "2025 75; 2030 90; 2031 97", 2031,
     ": 90,0% năm 2030, không đạt mục tiêu 2030 (trên 95%)"),
    ("reached and lost later, told by the year that decided", "CS02", "2030 96; 2031 93", 2031,
     ": 96,0% năm 2030, đã đạt mục tiêu 2030 (trên 95%)"),
    ("a figure that is not final", "CS02", "2025 75; 2030 94p", 2030,
     ": 94,0% (ước) năm 2030; mục tiêu năm 2030: trên 95%"),
    ("its year is over, no pace leads there", "CS02", "2025 75; 2029 90", 2031,
     ": 90,0% năm 2029; mục tiêu năm 2030: trên 95%"),
    ("a strict bound reached exactly", "CS02", "2025 94; 2027 95", 2027,
     ": 95,0% năm 2027; mục tiêu năm 2030: trên 95%"),
    ("a yearly bound to come", "NL01", "2025 18", 2026,
     ": 18,0% năm 2025; từ năm 2026 phải đạt tối thiểu 20% mỗi năm"),
    ("a yearly bound held", "NL01", "2026 19; 2027 21.5", 2027,
     ": 21,5% năm 2027, đạt mức tối thiểu 20% mỗi năm"),
    ("a yearly bound not held", "NL01", "2026 21; 2027 19", 2027,
     ": 19,0% năm 2027, không đạt mức tối thiểu 20% mỗi năm"),
    ("growth behind", "DH13", "2025 100; 2027 120", 2027,
     ": 120 công bố năm 2027, cần tăng 17,1% mỗi năm để đạt mục tiêu 2030 (tăng bình quân "
     "14%/năm, tức khoảng 193 công bố)"),
    ("growth so far ahead that a fall would do", "DH13", "2025 100; 2027 250", 2027,
     ": 250 công bố năm 2027; mục tiêu năm 2030: tăng bình quân 14%/năm, tức khoảng "
     "193 công bố"),
    ("a level to hold again", "PC03", "2025 100; 2026 98.2", 2026,
     ": 98,2% năm 2026, cần tăng 0,45 điểm phần trăm mỗi năm để đạt mục tiêu 2030 (duy trì vững "
     "chắc: 100%)"),
    ("a level held", "PC03", "2025 100; 2026 100", 2026,
     ": 100,0% năm 2026, giữ được mục tiêu 2030 (duy trì vững chắc: 100%)"),
    ("completed late", "PC06", "2026 60; 2027 100", 2027,
     ": đã hoàn thành năm 2027, hoàn thành chậm so với hạn 2026 (đủ điều kiện)"),
    ("a membership kept", "PC08", "2026 100; 2029 100", 2029,
     ": đang duy trì năm 2029, giữ được mục tiêu 2035 (duy trì)"),
    ("no number in the document", "CL02", "2025 3", 2026, ": hạng 3 năm 2025"),
    ("the next milestone after a missed one", "HD01", "2025 0.7; 2030 0.8; 2031 0.81", 2031,
     ": 0,810 năm 2031, cần tăng 0,015 mỗi năm để đạt mục tiêu 2035 (tối thiểu 0,87)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "points", "year", "title"), [pytest.param(*case, id=name) for name, *case in TITLES]
)
def test_a_chart_is_titled_with_its_finding(code: str, points: str, year: int, title: str):
    told = chart_title("Tên", judged(code, points, year), targets(code), notation(code))
    assert told == f"Tên{title}"


def test_a_rank_is_titled_with_the_band_it_was_published_in():
    judgement = judged("DH17", "2027 350; 2029 250", 2029)
    told = chart_title("Tên", judgement, targets("DH17"), notation("DH17"), {2029: "201–250"})
    assert told.startswith("Tên: hạng 201–250 năm 2029")


def test_a_series_that_is_followed_is_titled_with_its_latest_figure():
    points = (Point(2020, 500.0), Point(2021, 1510.0))
    assert latest_title("Số trường (Tiểu học)", points, notation("BC01")) == (
        "Số trường (Tiểu học): 1.510 trường năm 2021"
    )
    assert latest_title("Số trường", (), notation("BC01")) == "Số trường: chưa có số liệu"


def test_a_city_without_figures_is_titled_with_those_of_its_parts():
    ends = [("Hải Phòng (cũ)", Point(2021, 720.0)), ("Hải Dương", Point(2020, 905.0))]
    assert elsewhere_title("Số trường", ends, notation("BC01")) == (
        "Số trường: thành phố mới chưa có số liệu. "
        "Hải Phòng (cũ): 720 trường năm 2021; Hải Dương: 905 trường năm 2020"
    )
