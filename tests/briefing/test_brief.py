"""A briefing holds the rows that were asked for, in document order, and nothing unknown."""

from datetime import date

import pytest

from indicators.board.as_of import AsOf
from indicators.board.board import assess
from indicators.briefing.brief import Brief, BriefError, Selection, brief_on
from indicators.briefing.steps import CancelledError, with_progress
from indicators.progress.results import Status
from indicators.store.connection import Store
from tests.programme import PROGRAMME
from tests.recording import seen_on


@pytest.fixture(scope="module")
def moment(filled: Store) -> AsOf:
    return seen_on(filled, date(2029, 6, 10))


def codes(brief: Brief) -> list[str]:
    return [row.indicator.code for row in brief.rows]


def test_nothing_chosen_is_the_whole_programme(filled: Store, moment: AsOf):
    brief = brief_on(filled, moment)
    assert brief.rows == brief.chosen.programme == assess(filled, moment).programme
    assert (len(brief.rows), brief.is_whole, brief.illustrative) == (len(PROGRAMME), True, False)
    assert brief.title == "Tình hình thực hiện các chỉ tiêu"


def test_rows_stand_in_document_order_however_they_were_asked_for(filled: Store, moment: AsOf):
    brief = brief_on(filled, moment, Selection(indicators=("HD01", "ml02", "CL01")))
    assert (codes(brief), brief.is_whole) == (["ML02", "CL01", "HD01"], False)


def test_a_context_figure_comes_by_its_code_alone(filled: Store, moment: AsOf):
    context = next(r for r in assess(filled, moment).rows if r.indicator.group == "BC")
    brief = brief_on(filled, moment, Selection(indicators=(context.indicator.code,)))
    assert (brief.rows, brief.chosen.programme) == ((context,), ())


@pytest.mark.parametrize("name", ["DH", "Giáo dục nghề nghiệp, giáo dục đại học"])
def test_a_group_goes_by_code_or_name(filled: Store, moment: AsOf, name: str):
    brief = brief_on(filled, moment, Selection(groups=(name,)))
    assert {row.indicator.group for row in brief.rows} == {"DH"}
    told = "Tình hình thực hiện các chỉ tiêu: Giáo dục nghề nghiệp, giáo dục đại học"
    assert brief.title == told


@pytest.mark.parametrize("name", ["slow", "Chậm", "chậm tiến độ"])
def test_a_status_goes_by_code_or_label(filled: Store, moment: AsOf, name: str):
    brief = brief_on(filled, moment, Selection(statuses=(name,)))
    assert {row.status for row in brief.rows} == {Status.SLOW}
    assert brief.chosen.tally == {Status.SLOW: len(brief.rows)}


@pytest.mark.parametrize("name", ["Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"])
def test_an_agency_goes_by_either_name(filled: Store, moment: AsOf, name: str):
    brief = brief_on(filled, moment, Selection(agencies=(name,)))
    assert {row.indicator.lead for row in brief.rows} == {"Sở Văn hóa, Thể thao và Du lịch"}


def test_each_list_narrows(filled: Store, moment: AsOf):
    asked = Selection(groups=("ML", "HD"), statuses=("slow", "off_track"))
    expected = [
        row
        for row in assess(filled, moment).programme
        if row.indicator.group in ("ML", "HD") and row.status.value in ("slow", "off_track")
    ]
    assert list(brief_on(filled, moment, asked).rows) == expected


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Selection(indicators=("ML02", "XX99")), "Không có chỉ tiêu nào mang mã “XX99”."),
        (Selection(groups=("XX", "YY")), "Không có nhóm chỉ tiêu nào tên là “XX”, “YY”."),
        (Selection(statuses=("tốt",)), "Không có kết quả đánh giá nào tên là “tốt”."),
        (Selection(agencies=("Sở X",)), "Không có cơ quan nào tên là “Sở X”."),
        (
            Selection(indicators=("ML02",), groups=("HD",)),
            "Không có chỉ tiêu nào khớp với lựa chọn; hãy bỏ bớt điều kiện.",
        ),
    ],
)
def test_what_is_not_there_is_refused(filled: Store, moment: AsOf, asked: Selection, sentence: str):
    with pytest.raises(BriefError) as refused:
        brief_on(filled, moment, asked)
    assert str(refused.value) == sentence


def test_what_cannot_be_judged_is_listed(published: Store):
    brief = brief_on(published, seen_on(published, date(2026, 6, 10)))
    unjudged = {row.status for row in brief.not_assessable}
    assert unjudged == {Status.INSUFFICIENT, Status.NO_DATA}


def test_a_file_is_named_by_day_and_version(filled: Store, moment: AsOf):
    name = brief_on(filled, moment).file_name("slides", ".pptx")
    assert name == f"slides-10-06-2029-phien-ban-{moment.version.number}.pptx"


def test_a_row_has_its_dossier(filled: Store, moment: AsOf):
    brief = brief_on(filled, moment, scope="national")
    for row in brief.rows[:3]:
        assert brief.dossier(row).row == row


def test_an_export_tells_its_steps_and_stops_when_told_to():
    heard: list[tuple[int, int]] = []
    assert list(with_progress("ab", lambda done, of: heard.append((done, of)))) == ["a", "b"]
    assert heard == [(0, 2), (1, 2), (2, 2)]

    def stop(done: int, _of: int) -> None:
        if done == 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        list(with_progress("abc", stop))
