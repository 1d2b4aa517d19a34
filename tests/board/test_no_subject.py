"""0 of 0: a complete answer, which is judged by nothing and lacks no report."""

from datetime import date

import pytest

from indicators.api.board import as_json
from indicators.board.board import Board, assess
from indicators.board.reporting import last_due, owed
from indicators.board.status_changes import causes, status_changes
from indicators.board.summary import progress_words
from indicators.board.tracking import tracking_row
from indicators.comparison.comparison import Question, stands
from indicators.comparison.making import compare
from indicators.comparison.table import comparison_lines
from indicators.dossier.dossier import open_dossier
from indicators.intake.forms.template_lines import request
from indicators.progress.results import Status
from indicators.store.connection import Store
from indicators.store.records import NO_SUBJECT, Observation
from tests.recording import figure, record, seen_on, series

DAY = date(2028, 1, 10)
ZERO = {"numerator": 0.0, "denominator": 0.0, "label": NO_SUBJECT}


def nothing(code: str, year: int, **more: object) -> Observation:
    return figure(code, year, None, **ZERO, **more)


@pytest.fixture
def board(own: Store) -> Board:
    """CS03 had 60 % and then nothing to measure; CS04 had nothing and then 70 %."""
    record(
        own,
        *series("CS03", "2025 55; 2026 60"),
        nothing("CS03", 2027),
        nothing("CS04", 2026),
        *series("CS04", "2025 60; 2027 70"),
    )
    return assess(own, seen_on(own, DAY))


def test_nothing_to_measure_is_no_data_and_no_debt(board: Board):
    row = board.by_code["CS03"]
    assert (row.status, row.label, row.word) == (
        Status.NO_DATA, "Không có đối tượng", "Không có đối tượng",
    )  # fmt: skip
    assert row.sentence == (
        "Năm 2027 báo cáo không có đối tượng (0/0): không có tỷ lệ, không thiếu số liệu."
    )
    assert row.title == f"{row.indicator.name}: không có đối tượng năm 2027"
    assert "CS03" not in [
        code for codes in owed(board, last_due(board.catalogue, DAY)).values() for code in codes
    ]


def test_what_stands_in_place_of_its_figure_says_so(board: Board):
    row = board.by_code["CS03"]
    assert progress_words(row) == "không có"
    assert [tracking_row(board, row, 1).text(row.point(y)) for y in (2026, 2027, 2028)] == [
        "60,0", "không có", "–",
    ]  # fmt: skip
    told = next(each for each in as_json(board) if each["code"] == "CS03")
    assert (told["status"], told["latest"]) == ("no_data", None)


def test_a_later_figure_is_judged_as_if_there_had_been_none(board: Board):
    row = board.by_code["CS04"]
    assert not row.is_vacant
    assert [(point.year, point.value) for point in row.judgement.points] == [
        (2025, 60.0),
        (2027, 70.0),
    ]
    assert row.number(row.point(2026)) == "không có"


@pytest.mark.usefixtures("board")
def test_the_year_judged_decides_which_answer_is_the_newest(own: Store):
    earlier = assess(own, seen_on(own, date(2026, 12, 1)))
    assert earlier.by_code["CS03"].judgement.latest.value == 60.0
    assert earlier.by_code["CS04"].is_vacant


def test_the_figure_is_what_changed_the_verdict(board: Board, own: Store):
    record(own, figure("CS03", 2027, 65.0))
    now = assess(own, seen_on(own, DAY))
    (change,) = status_changes(board, now)
    assert (change.code, causes(change, board, now)) == ("CS03", ("figure",))


def test_the_page_lists_it_with_its_words_and_earlier_figures(board: Board, own: Store):
    dossier = open_dossier(own, board.as_of, "CS03", "city", None)
    assert [(v.year, v.shown, v.value) for v in dossier.values] == [
        (2027, "không có", None),
        (2026, "60,0", 60.0),
        (2025, "55,0", 55.0),
    ]
    assert dossier.title.endswith(": không có đối tượng năm 2027")


def test_a_commune_with_nothing_to_measure_has_no_place_among_the_others(own: Store):
    record(
        own,
        figure("CS06", 2027, 40.0, area="11413"),
        figure("CS06", 2027, 20.0, area="11383"),
        nothing("CS06", 2027, area="11948"),
    )
    found = compare(own, seen_on(own, DAY), "city", Question(("CS06",), "xa-phuong-dac-khu"))
    assert found is not None
    lines = comparison_lines(found, (2027,))
    assert [(line.place, line.text(line.points[0])) for line in lines] == [
        (1, "40,0"), (2, "20,0"), (None, "không có"),
    ]  # fmt: skip
    assert stands(found).startswith("năm 2027 Phường Hải An (40,0%) cao hơn Phường Lê Chân")


@pytest.mark.usefixtures("board")
def test_a_template_tells_it_of_the_year_before(own: Store):
    previous = {
        line.indicator.code: line.previous
        for line in request(own, "tất cả", 2028).lines
        if line.area.code == "31" and not line.group
    }
    assert (previous["CS03"], previous["CS04"], previous["CS05"]) == ("không có", 70.0, None)
