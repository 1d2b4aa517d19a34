"""What changed on a board since an earlier moment: figures, targets, thresholds, verdicts, why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from indicators.board.as_of import as_of
from indicators.changes.between import Changes, changes_between
from indicators.changes.sentences import cause_words, changes_sentence
from indicators.changes.since import since
from indicators.intake.apply import Consent, apply
from indicators.intake.examination import examine
from indicators.intake.sender import Sender
from indicators.intake.undo import plan_undo, undo
from indicators.seeding.prepare import prepare
from indicators.store.connection import Store, open_store
from indicators.store.errors import StoreError
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record_catalogue
from tests.dated import SetDay, clock_of
from tests.recording import figure, record, series, set_to

pytestmark = pytest.mark.own_board


@pytest.fixture
def set_day(monkeypatch: pytest.MonkeyPatch) -> SetDay:
    return clock_of(monkeypatch)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built on 01/06/2027, on time for the report of half a year; ML02 is on track."""
    path = tmp_path_factory.mktemp("begun") / "board.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        clock_of(patch)(date(2027, 6, 1))
        store = prepare(path)
        record(store, *series("ML02", "2025 70; 2026 73; 2027 76"))
        store.close()
    return path


@pytest.fixture
def board(begun: Path, set_day: SetDay, tmp_path: Path) -> Iterator[Store]:
    """A month later."""
    set_day(date(2027, 7, 1))
    store = open_store(Path(copy(begun, tmp_path)))
    yield store
    store.close()


def changes(store: Store, asked: str | None = None, scope: Any = "city") -> Changes:
    seen = as_of(store)
    return changes_between(store, since(store, seen, asked).moment, seen, scope)


def told(store: Store, asked: str | None = None) -> str:
    return f"{since(store, as_of(store), asked).label}: {changes_sentence(changes(store, asked))}"


def why(store: Store, asked: str | None = None) -> dict[str, Any]:
    """The changed verdicts with their causes and the versions of these."""
    found = changes(store, asked)
    return {
        each.change.code: (
            each.change.before and each.change.before.status.value,
            each.change.after and each.change.after.status.value,
            [
                (cause_words(cause, found, each.change.code), entry and entry.number)
                for cause, entry in each.causes
            ],
        )
        for each in found.verdicts
    }


def redefine(store: Store, kind: str, code: str, **changed: Any) -> None:
    known = catalogue_at(store, latest(store).number)
    rows = tuple(
        replace(row, **changed)
        if code in (getattr(row, "indicator", ""), getattr(row, "code", ""))
        and getattr(row, "scope", "city") == "city"
        else row
        for row in getattr(known, kind)
    )
    record_catalogue(store, replace(known, **{kind: rows}), "Minh", kind="setting")


def test_nothing_changed_is_said_in_a_line(board: Store):
    assert told(board) == "Từ báo cáo 6 tháng năm 2027 (10/06/2027): không có thay đổi nào"


def test_a_figure_changes_a_verdict(board: Store):
    record(board, figure("ML02", 2027, 71), figure("CS02", 2026, 60))
    assert told(board) == (
        "Từ báo cáo 6 tháng năm 2027 (10/06/2027): 2 chỉ tiêu đổi đánh giá, 1 số liệu mới, "
        "1 số liệu sửa đổi"
    )
    assert why(board) == {
        "ML02": ("on_track", "off_track", [("số liệu", 4)]),
        "CS02": ("no_data", "insufficient", [("số liệu", 4)]),
    }
    assert [
        (each.kind, each.before and each.before.value, each.after.value, each.version)
        for each in changes(board).figures.first
    ] == [("new", None, 60.0, 4), ("changed", 76.0, 71.0, 4)]


def test_a_target_changes_a_verdict(board: Store):
    redefine(board, "targets", "ML02", value=90.0)
    assert why(board) == {"ML02": ("on_track", "slow", [("mục tiêu điều chỉnh", 4)])}
    assert told(board).endswith("1 chỉ tiêu đổi đánh giá, 1 mục tiêu điều chỉnh")
    [record_change] = changes(board).records
    assert (record_change.item.fields, record_change.version.by) == (
        {"value": (85.0, 90.0)},
        "Minh",
    )


def test_a_threshold_changes_a_verdict(board: Store):
    record(board, *series("CS02", "2025 40; 2026 50.7; 2027 61.5"))
    set_to(board, on_track_ratio=1)
    assert why(board, "v4") == {"CS02": ("on_track", "slow", [("ngưỡng đánh giá thay đổi", 5)])}
    assert told(board, "v4").endswith(": 1 chỉ tiêu đổi đánh giá, 1 tham số thay đổi")


def test_a_definition_changes_a_verdict(board: Store):
    redefine(board, "indicators", "ML02", base_year=2027)
    causes = [("định nghĩa chỉ tiêu thay đổi", 4)]
    assert why(board) == {"ML02": ("on_track", "insufficient", causes)}
    assert told(board).endswith(": 1 chỉ tiêu đổi đánh giá, 1 chỉ tiêu đổi định nghĩa")


def test_the_mere_passing_of_time_changes_a_verdict(board: Store, set_day: SetDay):
    set_day(date(2031, 1, 20))
    assert told(board, "1/7/2027").startswith("Từ hết ngày 01/07/2027: ")
    assert why(board, "1/7/2027")["ML02"] == (
        "on_track",
        "no_data",
        [("chuyển sang năm đánh giá 2031", None)],
    )
    assert not changes(board, "1/7/2027").figures.count


def test_an_indicator_that_has_gone_takes_its_verdict_with_it(board: Store):
    record(board, figure("ML02", 2027, None))
    known = catalogue_at(board, latest(board).number)
    kept = {
        "indicators": tuple(each for each in known.indicators if each.code != "ML02"),
        "targets": tuple(each for each in known.targets if each.indicator != "ML02"),
    }
    record_catalogue(board, replace(known, **kept), "Minh", kind="setting")
    assert why(board) == {"ML02": ("on_track", None, [("danh mục chỉ tiêu thay đổi", 5)])}
    assert changes(board).catalogue_of("ML02") == known


def test_two_causes_that_each_suffice_are_both_named(board: Store):
    record(board, figure("ML02", 2027, 60))
    redefine(board, "targets", "ML02", value=60.0, comparator="<=")
    redefine(board, "targets", "ML02", value=300.0, comparator=">=")
    record(board, figure("ML02", 2027, 69))
    causes = why(board, "v3")["ML02"][2]
    assert causes == [("số liệu", 7)]
    record(board, figure("ML02", 2027, 76))
    causes = why(board, "v3")["ML02"][2]
    assert causes == [("mục tiêu điều chỉnh", 6)]


def test_what_was_undone_is_no_change(board: Store):
    applied = record(board, figure("ML02", 2027, 71), figure("CS02", 2026, 60))
    undo(board, plan_undo(board, applied.number), Sender("Lan"))
    assert told(board).endswith(": không có thay đổi nào")
    assert told(board, "v4").endswith(": 2 chỉ tiêu đổi đánh giá, 1 số liệu sửa đổi, 1 số liệu rút")


def test_a_figure_given_again_after_it_was_withdrawn_is_new(board: Store):
    record(board, figure("ML02", 2027, None))
    record(board, figure("ML02", 2027, 76))
    assert told(board).endswith(": không có thay đổi nào")
    assert told(board, "v4").endswith(": 1 số liệu mới")


def test_only_another_source_or_note_is_no_change_of_a_figure(board: Store):
    record(board, figure("ML02", 2027, 76, note="đã đối chiếu", source="Báo cáo khác"))
    assert told(board).endswith(": không có thay đổi nào")


def test_yearly_plans_are_told_with_who_sent_them(board: Store):
    sent = b"ma_chi_tieu;nam;gia_tri;KH\nML02;2026;73;74\n"
    consent, sender = Consent(every_warning=True), Sender("Lan", "Sở GD&ĐT")
    apply(board, examine(board, "kh.csv", sent, plan=True), consent, sender)
    [plan] = changes(board).plans
    assert told(board).endswith(": 1 số kế hoạch năm")
    assert (plan.item.turn[1].value, plan.version.by) == (74.0, "Lan")


def test_thousands_of_figures_are_counted_and_the_first_given(board: Store):
    areas = [each.code for each in catalogue_at(board, 3).areas if each.parent == "31"]
    rows = [figure("PC01", year, 50, area=area) for area in areas for year in range(2016, 2028)]
    record(board, *rows, figure("PC01", 2027, 51))
    found = changes(board).figures
    assert (found.count["new"], len(found.first)) == (len(rows) + 1, 50)
    assert found.first[0].after.area == "31"


def test_each_scope_has_its_own_figures_and_targets(board: Store):
    record(board, figure("HD01", 2027, 0.7, area="VN"), figure("CS02", 2027, 50))
    redefine(board, "targets", "ML02", value=99.0)
    city, nation = changes(board), changes(board, scope="national")
    assert [each.after.indicator for each in city.figures.first] == ["CS02"]
    assert [each.after.indicator for each in nation.figures.first] == ["HD01"]
    assert (len(city.records), len(nation.records)) == (1, 0)


def test_a_year_compares_the_same_version_as_judged_to_that_year(board: Store):
    assert told(board, "2026") == (
        "So với năm đánh giá 2026: 5 chỉ tiêu đổi đánh giá, 1 số liệu mới"
    )
    assert [each.after.year for each in changes(board, "2026").figures.first] == [2027]
    record(board, figure("ML02", 2027, 71))
    assert why(board, "2026")["ML02"] == ("on_track", "off_track", [("số liệu", 4)])


SINCE = [
    (None, "Từ báo cáo 6 tháng năm 2027 (10/06/2027)", 3, date(2027, 6, 10), 2027),
    ("v1", "Từ phiên bản 1 (01/06/2027)", 1, date(2027, 6, 1), 2027),
    ("2", "Từ phiên bản 2 (01/06/2027)", 2, date(2027, 6, 1), 2027),
    ("15/06/2027", "Từ hết ngày 15/06/2027", 3, date(2027, 6, 15), 2027),
    ("2027-06-15", "Từ hết ngày 15/06/2027", 3, date(2027, 6, 15), 2027),
    ("2025", "So với năm đánh giá 2025", 3, date(2027, 7, 1), 2025),
]


@pytest.mark.parametrize(("asked", "words", "number", "day", "year"), SINCE)
def test_a_moment_is_named_in_the_words_of_the_offices(
    board: Store, asked: str | None, words: str, number: int, day: date, year: int
):
    found = since(board, as_of(board), asked)
    moment = found.moment
    assert (found.label, moment.version.number, moment.day, moment.year) == (
        words, number, day, year,
    )  # fmt: skip


def test_a_board_younger_than_the_last_report_is_compared_with_its_beginning(
    board: Store, set_day: SetDay
):
    set_day(date(2027, 6, 9))
    assert since(board, as_of(board)).label == "Từ khi lập bảng theo dõi (01/06/2027)"


def test_a_view_of_the_past_is_compared_with_its_own_last_report(board: Store, set_day: SetDay):
    set_day(date(2028, 1, 10))
    record(board, figure("ML02", 2027, 71))
    now, then = as_of(board), as_of(board, date(2027, 7, 1))
    assert since(board, now).label == "Từ báo cáo 9 tháng năm 2027 (15/09/2027)"
    assert since(board, then).label == "Từ báo cáo 6 tháng năm 2027 (10/06/2027)"
    before = since(board, then).moment
    assert changes_sentence(changes_between(board, before, then, "city")) == "không có thay đổi nào"


def test_a_report_that_is_coming_in_is_compared_with_the_one_before(board: Store, set_day: SetDay):
    """The figures of 2027 come before, on and after the day on which they are due."""
    told = []
    for when, value in ((date(2027, 11, 10), 79), (date(2027, 11, 15), 80), (date(2028, 3, 5), 81)):
        set_day(when)
        record(board, figure("CS02", 2027, value))
        told.append(since(board, as_of(board)).label)
    assert told == ["Từ báo cáo 9 tháng năm 2027 (15/09/2027)"] * 3


def test_a_report_from_which_nothing_differs_is_passed_over(board: Store, set_day: SetDay):
    record(board, figure("ML02", 2027, 71))
    set_day(date(2027, 10, 1))
    assert since(board, as_of(board)).label == "Từ báo cáo 6 tháng năm 2027 (10/06/2027)"


REFUSED = [
    ("abc", "Không đọc được mốc so sánh 'abc'; hãy viết một ngày (22/11/2026), một năm đánh giá "
     "(2025) hoặc một phiên bản (v12)."),
    ("v9", "Không có phiên bản 9; phiên bản mới nhất là 3."),
    ("2/7/2027", "Ngày 02/07/2027 ở sau ngày đang xem 01/07/2027; hãy chọn một ngày trước đó."),
    ("1/1/2020", "Chưa có dữ liệu vào ngày 01/01/2020; ngày đầu tiên có dữ liệu là 01/06/2027."),
    ("2027", "Năm 2027 không ở trước năm đánh giá 2027 đang xem; hãy chọn năm 2026 hoặc sớm hơn."),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "line"), REFUSED)
def test_a_moment_that_cannot_be_compared_with_says_why(board: Store, asked: str, line: str):
    with pytest.raises(StoreError) as refused:
        since(board, as_of(board), asked)
    assert str(refused.value) == line


def test_a_version_after_the_one_seen_is_refused(board: Store):
    with pytest.raises(StoreError, match="Phiên bản 3 có sau phiên bản 2 đang xem"):
        since(board, as_of(board, number=2), "v3")
