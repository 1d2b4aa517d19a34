"""The journal: every version, filtered, opened, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest
from streamlit.testing.v1 import AppTest

from indicators.catalogue.records import Agency
from indicators.intake.apply import Consent, apply
from indicators.intake.examination import examine
from indicators.intake.sender import Sender
from indicators.store.connection import Store, open_store
from indicators.store.history import catalogue_at, latest, versions
from indicators.store.journal import record_catalogue
from indicators.store.local_time import VIETNAM, local_day
from indicators.store.marks import mark_places
from indicators.wording.numbers import day
from tests.conftest import MadeOnce
from tests.pages.reading import html, notice, text
from tests.pages.sending import GOOD, JOURNAL, WARNED, file_of, press, sign, start
from tests.recording import figure, record, set_to

AGENCY = "Sở Giáo dục và Đào tạo"


@pytest.fixture(scope="module")
def two_sent(made_once: MadeOnce, built: Path) -> Path:
    """A closed database with two more files: version 3 by Lan of an agency, version 4 by Minh."""

    def make(path: Path) -> Store:
        store, everything = open_store(Path(copy(built, path))), Consent(every_warning=True)
        apply(store, examine(store, "bao-cao.csv", GOOD), everything, Sender("Lan", AGENCY))
        apply(store, examine(store, "cũ.csv", WARNED), everything, Sender("Minh"))
        return store

    return made_once("two-sent/board.duckdb", make)


@pytest.fixture
def sent(two_sent: Path, tmp_path: Path) -> Iterator[Store]:
    """A board of the test's own with these files."""
    store = open_store(Path(copy(two_sent, tmp_path)))
    yield store
    store.close()


def numbers(app: AppTest) -> list[int]:
    """The versions in the table."""
    return [int(part.split("</b>")[0]) for part in html(app).split('"><b>')[1:]]


def test_every_version_is_listed_newest_first(monkeypatch: pytest.MonkeyPatch, sent: Store):
    app = start(monkeypatch, sent.path, JOURNAL)
    assert numbers(app) == [4, 3, 2, 1]
    both = "Chuyển đổi số: phổ thông, GDTX, Trường phổ thông đạt chuẩn"
    assert f"Số liệu Lan {AGENCY} Tệp bao-cao.csv {both} 2" in text(app)
    assert (
        "Tệp cũ.csv; đã xác nhận số liệu của thời kỳ trước sáp nhập Trường phổ thông đạt chuẩn 1"
        in text(app)
    )
    assert "Khởi tạo hệ thống Danh mục ban đầu 79 chỉ tiêu" in text(app)


def test_the_journal_is_held_to_its_marks(monkeypatch: pytest.MonkeyPatch, sent: Store):
    app = start(monkeypatch, sent.path, JOURNAL)
    assert "khớp với dấu: cạnh tệp phiên bản 4, ở nơi thứ hai phiên bản 4." in text(app)
    for place in mark_places(sent.path):
        place.unlink()
    assert "Không còn dấu cạnh tệp. Không còn dấu ở nơi thứ hai." in text(app.run())


def test_a_code_from_a_document_is_looked_for_in_the_journal(
    monkeypatch: pytest.MonkeyPatch, sent: Store
):
    third = versions(sent)[2]
    app = start(monkeypatch, sent.path, JOURNAL, co=third.head.upper())
    found = f"Nhật ký đi qua mã {third.head}: phiên bản 3, {day(local_day(third.at))}."
    assert found in text(app)
    assert '<a href="/nhat-ky?pb=3">Mở phiên bản này</a>' in html(app)
    assert numbers(app) == [4, 3, 2, 1]
    app = app.text_input(key="co").set_value("0123456789").run()
    assert "Nhật ký không đi qua mã 0123456789: không phiên bản nào trong 4" in text(app)
    app = app.text_input(key="co").set_value("<b>").run()
    assert "Mã “&lt;b&gt;” có ký tự không phải chữ số hay chữ cái từ a đến f" in html(app)


@pytest.mark.parametrize(
    ("key", "choice", "left"),
    [
        ("loai", "Số liệu", [4, 3, 2]),
        ("loai", "Khởi tạo", [1]),
        ("co_quan_gui_loc", AGENCY, [3]),
    ],
)
def test_the_journal_can_be_filtered(
    monkeypatch: pytest.MonkeyPatch, sent: Store, key: str, choice: str, left: list[int]
):
    app = start(monkeypatch, sent.path, JOURNAL)
    app.selectbox(key=key).set_value(choice).run()
    assert numbers(app) == left


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("ml02", [4, 3, 2, 1]),
        ("CS02 lan", [3]),
        ("bao-cao", [3]),
        ("xoa mu chu", [2, 1]),
        ("không có gì", []),
    ],
)
def test_the_journal_is_searched_by_indicator_person_and_file(
    monkeypatch: pytest.MonkeyPatch, sent: Store, typed: str, left: list[int]
):
    app = start(monkeypatch, sent.path, JOURNAL)
    app.text_input(key="tim_nhat_ky").set_value(typed).run()
    assert numbers(app) == left


def test_a_version_tells_what_a_publisher_revised_and_the_verdicts_it_changed(
    monkeypatch: pytest.MonkeyPatch, own: Store
):
    new = [
        figure("HD01", year, 0.5 + 0.002 * (year - 2000), area="VN", source="UNDP HDR 2026")
        for year in range(2000, 2024)
    ]
    record(own, *new)
    app = start(monkeypatch, own.path, JOURNAL, pb="3")
    shown = text(app)
    assert (
        "Nguồn công bố sửa lại số liệu HD01 (Cả nước): 24 giá trị 2000–2023 theo UNDP HDR 2025 "
        "nay theo UNDP HDR 2026 (năm 2023: 0,729 → 0,546). Xem chỉ tiêu"
    ) in shown
    verdict = shown.partition("Bảng theo dõi thay đổi")[2].partition("giá trị đã ghi")[0]
    assert verdict.startswith(" HD01 Chỉ số giáo dục (HDI) (cả nước)")
    assert verdict.split(" Đúng tiến độ → ")[1].startswith("Nguy cơ")
    elsewhere = text(start(monkeypatch, own.path, JOURNAL, pb="2"))
    assert "Nguồn công bố sửa lại số liệu" not in elsewhere


def test_the_journal_is_filtered_by_month_and_year_as_they_are_here(
    monkeypatch: pytest.MonkeyPatch, sent: Store
):
    # In Vietnam the new year has begun.
    begun = versions(sent)[0].at.astimezone(VIETNAM)
    moved = datetime(begun.year + 1, 12, 31, 20, tzinfo=UTC)
    entries = [replace(each, at=moved) if each.number > 3 else each for each in versions(sent)]
    monkeypatch.setattr("pages.nhat_ky.table.versions", lambda _: entries)
    app = start(monkeypatch, sent.path, JOURNAL)
    box = app.selectbox(key="thoi_gian")
    assert box.options == [
        "Mọi thời gian", f"Năm {begun.year + 2}", f"Tháng 1/{begun.year + 2}", f"Năm {begun.year}",
        f"Tháng {begun.month}/{begun.year}",
    ]  # fmt: skip
    box.set_value(f"Tháng 1/{begun.year + 2}").run()
    assert numbers(app) == [4]
    box.set_value(f"Năm {begun.year}").run()
    assert numbers(app) == [3, 2, 1]


def test_the_filters_of_an_address_are_kept(monkeypatch: pytest.MonkeyPatch, sent: Store):
    app = start(
        monkeypatch, sent.path, JOURNAL, loai="Số liệu", co_quan_gui_loc=AGENCY, tim_nhat_ky="ML02"
    )
    assert numbers(app) == [3]


def change_catalogue(store: Store) -> None:
    """Ask for another target, define an indicator otherwise, drop a task, and add an agency."""
    known = catalogue_at(store, latest(store).number)
    targets = tuple(
        replace(each, value=86.5, note="<i>x</i>")
        if (each.indicator, each.scope, each.year) == ("ML02", "city", 2030)
        else each
        for each in known.targets
    )
    indicators = tuple(
        replace(each, upper=99.0, definition="Định nghĩa mới") if each.code == "ML02" else each
        for each in known.indicators
    )
    agencies = (*known.agencies, Agency("Sở Mới", "Mới"))
    changed = replace(
        known, targets=targets, indicators=indicators, agencies=agencies, tasks=known.tasks[1:]
    )
    record_catalogue(store, changed, "Quản trị")


def test_a_catalogue_version_shows_what_became_what(monkeypatch: pytest.MonkeyPatch, own: Store):
    before = next(i for i in catalogue_at(own, 2).indicators if i.code == "ML02")
    task = catalogue_at(own, 2).tasks[0].code
    change_catalogue(own)
    app = start(monkeypatch, own.path, JOURNAL, pb="3")
    told = text(app)
    assert (
        "Mục tiêu thay đổi 1 mục ML02, thành phố, 2030 Mức: 85 → 86,5 Ghi chú: – → <i>x</i>" in told
    )
    assert f"Chỉ tiêu thay đổi 1 mục ML02 {before.short_name} Giới hạn trên: 100 → 99" in told
    assert f"Định nghĩa: {before.definition} → Định nghĩa mới" in told
    assert "Cơ quan mới 1 mục Sở Mới" in told
    assert f"Nhiệm vụ đã bỏ 1 mục {task}" in told
    assert "không ghi giá trị nào" not in told
    assert "<i>x</i>" not in html(app)


def test_a_setting_shows_what_it_was(monkeypatch: pytest.MonkeyPatch, own: Store):
    set_to(own, on_track_ratio=0.9)
    app = start(monkeypatch, own.path, JOURNAL, pb="3")
    named = "Tỷ số nhịp độ từ mức này trở lên là Đúng tiến độ (on_track_ratio)"
    assert f"Tham số thay đổi 1 mục {named} Mức: 0,95 → 0,9" in text(app)


def test_a_version_of_figures_alone_shows_no_catalogue(
    monkeypatch: pytest.MonkeyPatch, sent: Store
):
    app = start(monkeypatch, sent.path, JOURNAL, pb="3")
    assert "Thay đổi trong danh mục" not in text(app)


def test_a_version_shows_its_file_and_its_values_beside_those_before(
    monkeypatch: pytest.MonkeyPatch, sent: Store
):
    record(sent, figure("ML02", 2026, 80.0))
    app = start(monkeypatch, sent.path, JOURNAL, pb="5")
    assert "1 giá trị đã ghi Thay đổi 1 giá trị" in text(app)
    assert "84,90% → 80,00%" in text(app)
    assert 'href="/chi-tieu?ma=ML02&amp;v=5&amp;so=2026">80,00%</a>' in html(app)
    app = start(monkeypatch, sent.path, JOURNAL, pb="3")
    sealed = versions(sent)[2].hash
    assert (
        f"Người ghi Lan, {AGENCY} Ghi chú Tệp bao-cao.csv Mã băm trong nhật ký {sealed} "
        "Tệp bao-cao.csv SHA-256"
    ) in text(app)
    assert "2 dòng đọc được, 0 cảnh báo" in text(app)
    assert [button.label for button in app.get("download_button")] == ["Tải tệp như đã nhận"]


def test_a_version_shows_what_was_found_in_its_file(monkeypatch: pytest.MonkeyPatch, own: Store):
    old = [f"HD03,{year},71,VN,Sở" for year in range(1990, 2015)]
    content = file_of("ML02,2026,84.9,,Sở", "ML99,2026,1,,<i>x</i>", *old)
    everything = Consent(every_warning=True, only_clean=True)
    apply(own, examine(own, "tệp.csv", content), everything, Sender("Lan"))
    app = start(monkeypatch, own.path, JOURNAL, pb="3")
    assert "26 điều kiểm tra thấy trong tệp" in text(app)
    assert "Lỗi Chỉ tiêu không có trong danh mục 1 chỗ" in text(app)
    assert "Lưu ý Năm cần xem lại 25 chỗ" in text(app)
    assert "<q>ML99</q>" in html(app)


def test_a_version_without_findings_says_nothing_of_them(
    monkeypatch: pytest.MonkeyPatch, sent: Store
):
    assert "kiểm tra thấy" not in text(start(monkeypatch, sent.path, JOURNAL, pb="3"))


def test_undoing_is_shown_first_and_done_at_the_press_of_a_button(
    monkeypatch: pytest.MonkeyPatch, sent: Store
):
    app = start(monkeypatch, sent.path, JOURNAL, pb="3")
    app.toggle[0].set_value(True).run()
    assert "Xem trước hoàn tác: 2 giá trị (2 thay đổi); 2 chỉ tiêu đổi đánh giá" in text(app)
    assert "84,90% → –" in text(app)
    assert latest(sent).number == 4
    press(sign(app, "Minh"), "Hoàn tác 2 giá trị")
    assert (latest(sent).number, latest(sent).note) == (5, "Hoàn tác phiên bản 3")
    assert "Đã hoàn tác, ghi thành phiên bản 5" in text(app)
    opened = text(start(monkeypatch, sent.path, JOURNAL, pb="5"))
    assert "Hoàn tác của phiên bản 3" in opened
    assert "Đã hoàn tác ở phiên bản 5" in text(start(monkeypatch, sent.path, JOURNAL, pb="3"))


def test_an_undo_can_be_undone(monkeypatch: pytest.MonkeyPatch, sent: Store):
    for number, count in ((3, 2), (5, 2)):
        app = start(monkeypatch, sent.path, JOURNAL, pb=str(number))
        app.toggle[0].set_value(True).run()
        press(sign(app), f"Hoàn tác {count} giá trị")
    assert "84,90%" in text(app)
    assert latest(sent).note == "Hoàn tác phiên bản 5"


def test_values_changed_since_stay_and_are_named(monkeypatch: pytest.MonkeyPatch, sent: Store):
    record(sent, figure("ML02", 2026, 80.0))
    app = start(monkeypatch, sent.path, JOURNAL, pb="3")
    app.toggle[0].set_value(True).run()
    assert "Giữ nguyên đã được sửa sau phiên bản này 1 giá trị" in text(app)
    assert "2026 84,90% 80,00% phiên bản 5 , kiểm thử" in text(app)
    press(sign(app), "Hoàn tác 1 giá trị")
    assert latest(sent).note == "Hoàn tác phiên bản 3; giữ 1 giá trị đã được sửa sau đó"


def test_a_preview_of_undoing_that_went_stale_is_shown_again(
    monkeypatch: pytest.MonkeyPatch, sent: Store
):
    app = start(monkeypatch, sent.path, JOURNAL, pb="3")
    app.toggle[0].set_value(True).run()
    sign(app)
    record(sent, figure("ML02", 2026, 80.0))
    press(app, "Hoàn tác 2 giá trị")
    assert latest(sent).number == 5
    assert "Bản xem trước dựa trên phiên bản 4" in text(app)
    assert "Giữ nguyên đã được sửa sau phiên bản này 1 giá trị" in text(app)


def test_undoing_asks_for_a_name(monkeypatch: pytest.MonkeyPatch, sent: Store):
    app = start(monkeypatch, sent.path, JOURNAL, pb="3")
    app.toggle[0].set_value(True).run()
    press(app, "Hoàn tác")
    assert "Hãy ghi tên người gửi." in text(app)
    assert latest(sent).number == 4


def test_the_first_version_has_no_figures_to_take_back(
    monkeypatch: pytest.MonkeyPatch, sent: Store
):
    app = start(monkeypatch, sent.path, JOURNAL, pb="1")
    assert "Chỉ tiêu mới 79 mục" in text(app)
    assert "giá trị" not in text(app)
    assert list(app.toggle) == []


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("99", "Không có phiên bản 99; phiên bản mới nhất là 4."),
        ("0", "Không có phiên bản 0; phiên bản mới nhất là 4."),
        ("ba", "Địa chỉ có pb=ba, không phải số; hãy sửa hoặc bỏ phần này."),
    ],
)
def test_a_version_that_is_not_there_is_said(
    monkeypatch: pytest.MonkeyPatch, sent: Store, asked: str, line: str
):
    app = start(monkeypatch, sent.path, JOURNAL, pb=asked)
    assert (notice(app), list(app.exception)) == (["Không mở được phiên bản này", line], [])


def test_text_from_a_file_is_shown_as_text(monkeypatch: pytest.MonkeyPatch, own: Store):
    name = "<b>x</b>$y$.csv"
    content = file_of("ML02,2026,84.9,,<i>Sở</i>")
    apply(own, examine(own, name, content), Consent(), Sender("<u>Lan</u>", "<s>Sở</s>"))
    for asked in ({}, {"pb": "3"}):
        app = start(monkeypatch, own.path, JOURNAL, **asked)
        assert name in text(app)
        assert not any(tag in html(app) for tag in ("<b>x", "<i>S", "<u>L", "<s>S"))
