"""Figures on their way in: dropped, checked, shown, ticked, recorded, taken back."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from indicators.intake.sender import LONGEST_NAME
from indicators.store.connection import Store
from indicators.store.held import received
from indicators.store.history import latest
from tests.pages.conftest import OpenPage
from tests.pages.opening import go_to
from tests.pages.reading import heading, html, text
from tests.pages.sending import (
    FAULTY,
    GOOD,
    INTAKE,
    JOURNAL,
    UNUSABLE,
    WARNED,
    drop,
    file_of,
    press,
    sign,
    start,
)
from tests.recording import figure, record

HOSTILE = "<img src=x onerror=alert(1)> $x^2$ **đậm** [a](javascript:alert(1))"


@pytest.fixture
def intake(monkeypatch: pytest.MonkeyPatch, own: Store) -> AppTest:
    return start(monkeypatch, own.path, INTAKE)


def test_nothing_is_asked_before_a_file_is_dropped(intake: AppTest):
    assert "Chưa có gì được ghi cho đến khi bấm Ghi nhận" in text(intake)
    assert "Tệp cần có những cột nào Mã chỉ tiêu bắt buộc" in text(intake)
    assert (list(intake.exception), list(intake.button)) == ([], [])


@pytest.mark.parametrize(("setting", "most"), [("", 20), ("2500000", 3)])
def test_the_browser_is_told_the_largest_file_that_is_taken(
    monkeypatch: pytest.MonkeyPatch, own: Store, setting: str, most: int
):
    monkeypatch.setenv("BOARD_UPLOAD_BYTES", setting)
    app = start(monkeypatch, own.path, INTAKE)
    assert app.file_uploader[0].proto.max_upload_size_mb == most


def test_the_form_is_that_of_the_agency_chosen_once_from_the_list(intake: AppTest):
    choices = [box.label for box in intake.selectbox]
    assert choices[:2] == ["Cơ quan", "Năm báo cáo"]
    assert "biểu mẫu gồm mọi chỉ tiêu" in text(intake)
    intake.selectbox(key="co_quan_gui").set_value("Sở Nội vụ").run()
    assert "Các chỉ tiêu do Sở Nội vụ chủ trì" in text(intake)
    labels = [button.label for button in intake.get("download_button")]
    assert labels == ["Tải biểu mẫu Excel", "Tải biểu mẫu CSV"]


def test_the_page_goes_in_four_numbered_steps(intake: AppTest):
    steps = ["1 Biểu mẫu", "2 Tệp, hoặc vài ô", "3 Kiểm tra", "4 Ghi nhận"]
    assert [step for step in steps if step in text(intake)] == steps
    drop(intake, ("a.csv", GOOD))
    shown = text(intake)
    assert [shown.count(step) for step in steps] == [1, 1, 1, 1]
    assert shown.index("a.csv") < shown.index("3 Kiểm tra") < shown.index("4 Ghi nhận")


def test_a_file_recorded_changes_the_overview_and_undone_brings_it_back(
    monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, own: Store
):
    before = heading(open_page(own.path))
    app = sign(drop(start(monkeypatch, own.path, INTAKE), ("bao-cao.csv", GOOD)), "Lan")
    press(app, "Ghi nhận 2 giá trị")
    assert "Đã ghi nhận phiên bản 3" in text(app)
    assert '<a href="/nhat-ky?pb=3">' in html(app)
    after = heading(open_page(own.path))
    journal = start(monkeypatch, own.path, JOURNAL, pb="3")
    journal.toggle[0].set_value(True).run()
    press(sign(journal, "Minh"), "Hoàn tác 2 giá trị")
    assert "Đã hoàn tác, ghi thành phiên bản 4" in text(journal)
    assert before == heading(open_page(own.path))
    assert before != after == "Chỉ tiêu duy nhất đánh giá được đúng tiến độ."


def test_the_preview_names_values_verdicts_and_counts(intake: AppTest):
    drop(intake, ("a.csv", file_of("ML02,2026,84.9,,Sở", "ML02,2025,77.5,,Sở")))
    shown = text(intake)
    assert "Xem trước: 2 giá trị (1 mới, 1 thay đổi); 1 chỉ tiêu đổi đánh giá" in shown
    assert "Chưa đủ căn cứ → Đúng tiến độ" in shown
    assert "Số đếm ở Tổng quan Đúng tiến độ 0 → 1 Chưa đủ căn cứ 2 → 1" in shown
    assert "2025 76,98% → 77,50% 3 Mới 1 giá trị" in shown
    assert "2026 84,90% 2" in shown


def test_the_preview_draws_the_trend_beside_a_changed_verdict(intake: AppTest):
    drop(intake, ("a.csv", file_of("ML02,2026,84.9,,Sở", "ML02,2025,77.5,,Sở")))
    [turn] = re.findall(r'<div class="turn">(.*?)</div>', html(intake))
    before, after = turn.split("<i>→</i>")
    trend = r'<img src="[^"]+" alt="Từ 77,50% năm 2025 đến 84,90% năm 2026" width="88" height="22">'
    assert "<img" not in before
    assert re.search(trend, after)


def test_a_file_is_recorded_with_who_sent_it_and_its_bytes(intake: AppTest, own: Store):
    press(sign(drop(intake, ("a.csv", GOOD)), "  Nguyễn  Lan "), "Ghi nhận")
    entry, kept = latest(own), received(own, 3)
    assert (entry.number, entry.by, entry.kind) == (3, "Nguyễn Lan", "upload")
    assert (kept.file_name, kept.content, kept.sender) == ("a.csv", GOOD, "Nguyễn Lan")


@pytest.mark.parametrize(
    ("content", "offered"),
    [(FAULTY, True), (WARNED, True), (UNUSABLE, True), (GOOD, False), (b"", False)],
)
def test_a_copy_with_the_findings_is_offered_where_there_are_any(
    intake: AppTest, content: bytes, offered: bool
):
    drop(intake, ("bao-cao.csv", content))
    labels = [button.label for button in intake.get("download_button")]
    assert labels[2:] == ["Tải tệp đã đánh dấu lỗi"] * offered  # after those of the form
    assert list(intake.exception) == []


@pytest.mark.parametrize("name", ["", "   "])
def test_without_a_name_nothing_is_recorded(intake: AppTest, own: Store, name: str):
    press(sign(drop(intake, ("a.csv", GOOD)), name), "Ghi nhận")
    # Beside the field and beside the button.
    assert text(intake).count("Hãy ghi tên người gửi.") == 2
    assert latest(own).number == 2


def test_the_page_tells_the_browser_whom_to_remember(intake: AppTest):
    intake.selectbox(key="co_quan_gui").set_value("Sở Nội vụ")
    assert '<i hidden data-sender="Lan" data-agency="Sở Nội vụ"></i>' in html(sign(intake))


def test_a_name_cannot_be_longer_than_is_kept(intake: AppTest):
    assert intake.text_input(key="nguoi_gui").max_chars == LONGEST_NAME


def test_warnings_wait_for_their_tick(intake: AppTest, own: Store):
    drop(intake, ("a.csv", WARNED))
    assert [box.label for box in intake.checkbox] == [
        "Số liệu của thời kỳ trước sáp nhập: đây là số liệu tính lại theo địa giới mới (1 chỗ)"
    ]
    assert intake.button[0].disabled
    sign(intake)
    intake.checkbox[0].check().run()
    press(intake, "Ghi nhận 1 giá trị")
    assert latest(own).note == "Tệp a.csv; đã xác nhận before_merger"
    assert "Đã ghi nhận phiên bản 3" in text(intake)


def test_clean_rows_of_a_faulty_file_load_only_when_asked_for(intake: AppTest, own: Store):
    drop(intake, ("a.csv", FAULTY))
    assert "Lỗi Chỉ tiêu không có trong danh mục 1 chỗ" in text(intake)
    assert "3 ma_chi_tieu ML99 Không có chỉ tiêu mang mã này" in text(intake)
    assert intake.button[0].disabled
    sign(intake)
    intake.checkbox[0].check().run()
    press(intake, "Ghi nhận 1 giá trị")
    assert latest(own).number == 3


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.csv", UNUSABLE, "Thiếu cột"),
        ("a.csv", b"", "Tệp trống"),
        ("a.csv", file_of(), "Không có dòng số liệu"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "Loại tệp không nhận"),
        ("a.csv", b"\x80\x81\x82,1\n2,3\n", "Bảng mã chữ"),
    ],
)
def test_an_unusable_file_says_why_and_offers_no_button(
    intake: AppTest, name: str, content: bytes, kind: str
):
    drop(intake, (name, content))
    assert "Chưa nhập được." in text(intake)
    assert f"Lỗi {kind}" in text(intake)
    assert (list(intake.button), list(intake.exception)) == ([], [])


def test_the_same_file_again_is_recognised(
    monkeypatch: pytest.MonkeyPatch, intake: AppTest, own: Store
):
    press(sign(drop(intake, ("a.csv", GOOD))), "Ghi nhận")
    again = drop(start(monkeypatch, own.path, INTAKE), ("b.csv", GOOD))
    assert "Tệp này đã được ghi ở phiên bản 3 ." in text(again)
    assert "Mọi giá trị đều đã có nên không có gì để ghi thêm." in text(again)
    assert list(again.button) == []


def test_a_stale_preview_is_not_recorded_but_computed_again(intake: AppTest, own: Store):
    sign(drop(intake, ("a.csv", file_of("ML02,2026,84.9,,Sở"))))
    record(own, figure("ML02", 2026, 80.0))
    press(intake, "Ghi nhận")
    assert latest(own).number == 3
    shown = text(intake)
    assert "Bản xem trước dựa trên phiên bản 2, nhưng kiểm thử vừa ghi phiên bản 3." in shown
    assert "kiểm thử đã ghi phiên bản 3 sau khi tệp này được kiểm tra lần đầu." in shown
    assert "80,00% → 84,90%" in shown
    press(intake, "Ghi nhận")
    assert latest(own).number == 4


def test_several_files_are_recorded_one_by_one(intake: AppTest, own: Store):
    other = file_of("CS08,2026,60,,Sở")
    sign(drop(intake, ("a.csv", file_of("ML02,2026,84.9,,Sở")), ("b.csv", other)))
    press(intake, "Ghi nhận")
    assert "Lan đã ghi phiên bản 3 sau khi tệp này được kiểm tra lần đầu." in text(intake)
    press(intake, "Ghi nhận")
    assert [latest(own).number, latest(own).note] == [4, "Tệp b.csv"]
    assert text(intake).count("Đã ghi nhận phiên bản") == 2


def test_what_was_found_in_a_file_goes_when_the_file_is_taken_away(intake: AppTest):
    drop(intake, ("a.csv", GOOD))
    assert len(intake.session_state["da_kiem_tra"]) == 1
    drop(intake)
    assert intake.session_state["da_kiem_tra"] == {}


def test_text_of_a_file_is_shown_as_text(intake: AppTest):
    drop(intake, (f"{HOSTILE}.csv", file_of(f"{HOSTILE},2026,1,,Sở", f"ML02,2026,84.9,{HOSTILE},")))
    assert "<img src=x" not in html(intake)
    assert HOSTILE in text(intake)
    assert list(intake.markdown) == []
    assert list(intake.exception) == []


def test_what_was_typed_stays_on_the_way_to_another_page(intake: AppTest):
    press(sign(drop(intake, ("a.csv", GOOD)), "Lan"), "Ghi nhận")
    go_to(intake, JOURNAL)
    intake.query_params["pb"] = "3"
    intake.run().toggle[0].set_value(True).run()
    assert intake.text_input(key="nguoi_gui").value == "Lan"
