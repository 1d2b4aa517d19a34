"""The short slides: at most twelve, names and no bare codes, the same numbers as the board."""

import re
from datetime import date

import pytest
from pptx.slide import Slide

from indicators.board.as_of import as_of
from indicators.briefing.brief import Brief, Selection, brief_on
from indicators.briefing.slides.presentation import as_pptx
from indicators.store.connection import Store
from tests.briefing.presentation import slides_of, tables, texts
from tests.recording import seen_on

CODE = re.compile(r"\b[A-Z]{2}\d\d\b")


def titles(slides: list[Slide]) -> list[str]:
    return [slide.shapes.title.text for slide in slides]


@pytest.fixture(scope="module")
def brief(illustrative: Store) -> Brief:
    return brief_on(illustrative, as_of(illustrative))


@pytest.fixture(scope="module")
def slides(brief: Brief) -> list[Slide]:
    return slides_of(as_pptx(brief, short=True))


def test_a_meeting_is_told_how_it_stands_who_the_worst_what_moved_and_what_is_owed(
    slides: list[Slide],
):
    assert titles(slides) == [
        "Tình hình thực hiện các chỉ tiêu",
        "Trong 58 chỉ tiêu đánh giá được, 37 đã đạt hoặc đúng tiến độ; 21 chậm, có nguy cơ, "
        "ngược chiều hoặc không đạt",
        "21 chỉ tiêu cần chú ý thuộc 5 cơ quan; 2 cơ quan còn thiếu 8 số liệu của báo cáo năm "
        "2029. Kỳ nộp tới: 10/06/2030, còn 202 ngày",
        "10 chỉ tiêu đáng lo nhất trong 21 chỉ tiêu cần chú ý",
        "Từ báo cáo 9 tháng năm 2029 (20/09/2029): 7 chỉ tiêu tốt lên, 1 chỉ tiêu kém đi",
        "2 cơ quan còn thiếu 8 số liệu của báo cáo năm 2029. Kỳ nộp tới: 10/06/2030, còn 202 ngày",
    ]


def test_the_groups_and_the_agencies_add_up_to_the_programme(brief: Brief, slides: list[Slide]):
    [groups], [agencies] = tables(slides[1]), tables(slides[2])
    counts = [[int(cell.replace("–", "0")) for cell in row[1:]] for row in groups[1:]]
    assert [sum(column) for column in zip(*counts, strict=True)] == [75, 17, 20, 8, 6, 4, 3, 17]
    worries = [int(row[1].partition(":")[0].replace("–", "0")) for row in agencies[1:]]
    rest = [int(row[2]) + int(row[3]) for row in agencies[1:]]
    assert (sum(worries), sum(worries) + sum(rest)) == (21, len(brief.rows))


def test_the_ten_worst_are_those_of_the_board_with_what_they_need(
    brief: Brief, slides: list[Slide]
):
    [table] = tables(slides[3])
    assert [row[0] for row in table[1:]] == [
        row.indicator.short_name for row in brief.board.attention[:10]
    ]
    assert [row[2:] for row in table[1:] if row[0] == "Biên chế so với định mức"] == [
        ["86,9% (2028) → 100%", "+6,6 điểm %", "Sở Nội vụ"]
    ]


def test_what_moved_tells_the_verdicts_the_figures_and_why(slides: list[Slide]):
    [table] = tables(slides[4])
    assert len(table) == 1 + 12
    assert ["Tốt lên", "Sinh viên quốc tế", "◆ Nguy cơ", "◑ Chậm", "0,32% → 0,36%",
            "số liệu mới"] in table  # fmt: skip
    assert ["Kém thêm", "Học tiếp sau THPT", "▼ Ngược chiều", "▼ Ngược chiều", "43,9% → 43,4%",
            "giảm thêm"] in table  # fmt: skip


def test_no_slide_has_a_bare_code_and_each_names_its_data(brief: Brief, slides: list[Slide]):
    said = [text for slide in slides for text in texts(slide)]
    assert [text for text in said if CODE.search(text.replace("02-CTr", ""))] == []
    assert all(any(brief.version_line in text for text in texts(slide)) for slide in slides)


@pytest.mark.parametrize("board", ["filled", "published", "odd", "illustrative"])
@pytest.mark.parametrize("day", [date(2026, 6, 10), date(2031, 3, 1)])
def test_there_are_never_more_than_twelve(board: str, day: date, request: pytest.FixtureRequest):
    store = request.getfixturevalue(board)
    for scope in ("city", "national"):
        slides = slides_of(as_pptx(brief_on(store, seen_on(store, day), scope=scope), short=True))
        assert 2 <= len(slides) <= 12


def test_where_little_can_be_judged_it_tells_who_owes_and_clears_nothing(published: Store):
    early = brief_on(published, seen_on(published, date(2026, 11, 30)))
    told = titles(slides_of(as_pptx(early, short=True)))
    assert len(told) == 4
    assert all("cần chú ý" not in title for title in told)
    assert told[3].startswith("8 cơ quan còn thiếu ")


def test_of_an_agency_it_tells_its_own_and_nothing_of_what_did_not_move(illustrative: Store):
    selection = Selection(agencies=("Sở Nội vụ",))
    slides = slides_of(as_pptx(brief_on(illustrative, as_of(illustrative), selection), short=True))
    [agencies] = tables(slides[2])
    assert [row[0] for row in agencies[1:]] == ["Sở Nội vụ"]
    assert titles(slides)[3:] == [
        "2 chỉ tiêu cần chú ý",
        "1 cơ quan còn thiếu 6 số liệu của báo cáo năm 2029. Kỳ nộp tới: 10/06/2030, còn 202 ngày",
    ]
