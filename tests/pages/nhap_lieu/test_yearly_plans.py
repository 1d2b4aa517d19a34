"""Yearly plans of a file: chosen, shown beside the figures, recorded, opened, taken back."""

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from indicators.store.history import latest
from indicators.store.plans import plans_at
from tests.pages.conftest import OpenPage
from tests.pages.reading import text
from tests.pages.sending import GOOD, INTAKE, JOURNAL, drop, file_of, press, sign, start

HEAD = "ma_chi_tieu,2026,KH 2026,KH 2027,so_van_ban"
BOTH = file_of("ML02,84.9,78.5,80,12/QĐ-UBND", "CS02,95,91,,<b>12</b>", head=HEAD)
ONLY = file_of("ML02,79", head="ma_chi_tieu,KH 2026")
CHOICE = "Nhập cả số kế hoạch"


@pytest.fixture
def intake(monkeypatch: pytest.MonkeyPatch, own: Store) -> AppTest:
    return start(monkeypatch, own.path, INTAKE)


def choices(app: AppTest) -> list[str]:
    return [box.label for box in app.checkbox]


def choose(app: AppTest) -> AppTest:
    return next(box for box in app.checkbox if box.label == CHOICE).check().run()


def values(store: Store) -> dict[tuple[str, int], float | None]:
    held = plans_at(store, latest(store).number)
    return {key: row.plan.target.value for key, row in held.items() if not row.plan.withdrawn}


def test_only_a_file_with_planned_columns_asks_about_them(intake: AppTest):
    drop(intake, ("a.csv", GOOD))
    assert choices(intake) == []
    drop(intake, ("b.csv", BOTH))
    assert choices(intake) == [CHOICE]


def test_plans_are_left_out_until_they_are_chosen(intake: AppTest, own: Store):
    sign(drop(intake, ("a.csv", BOTH)))
    assert "78,50" not in text(intake)
    press(intake, "Ghi nhận 2 giá trị")
    assert values(own) == {}


def test_chosen_plans_are_shown_and_recorded_with_the_figures(intake: AppTest, own: Store):
    sign(choose(drop(intake, ("a.csv", BOTH))))
    shown = text(intake)
    assert "Xem trước: 2 giá trị (2 mới); 3 số kế hoạch (3 mới); 2 chỉ tiêu" in shown
    assert "Kế hoạch mới 3 giá trị Chỉ tiêu Năm Kế hoạch Thực hiện Văn bản Dòng" in shown
    assert "2026 78,50% 84,90% 12/QĐ-UBND 2" in shown
    assert "2026 91,0% 95,0% <b>12</b> 3" in shown
    press(intake, "Ghi nhận 2 giá trị và 3 số kế hoạch")
    assert "Đã ghi nhận phiên bản 3" in text(intake)
    assert "Kế hoạch mới 3 giá trị" in text(intake)
    assert values(own) == {("ML02", 2026): 78.5, ("ML02", 2027): 80.0, ("CS02", 2026): 91.0}


def test_a_choice_taken_back_leaves_the_plans_out_again(intake: AppTest):
    choose(drop(intake, ("a.csv", BOTH)))
    next(box for box in intake.checkbox if box.label == CHOICE).uncheck().run()
    assert [button.label for button in intake.button] == ["Ghi nhận 2 giá trị"]


def test_a_file_of_plans_alone_loads_once_they_are_chosen(intake: AppTest, own: Store):
    drop(intake, ("a.csv", ONLY))
    assert "chỉ có số kế hoạch hoặc mục tiêu, không có số thực hiện" in text(intake)
    assert list(intake.button) == []
    sign(choose(intake))
    assert "Xem trước: 1 số kế hoạch (1 mới); không chỉ tiêu nào đổi đánh giá" in text(intake)
    press(intake, "Ghi nhận 1 số kế hoạch")
    assert values(own) == {("ML02", 2026): 79.0}


def test_a_version_shows_its_plans_and_takes_them_back(
    monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, own: Store
):
    for name, content in (("a.csv", BOTH), ("b.csv", ONLY)):
        app = sign(choose(drop(start(monkeypatch, own.path, INTAKE), (name, content))))
        press(app, "Ghi nhận")
    journal = text(start(monkeypatch, own.path, JOURNAL))
    plain, digital = "Trường phổ thông đạt chuẩn", "Chuyển đổi số: phổ thông, GDTX"
    assert f"Tệp b.csv; nhập cả số kế hoạch {plain} 1" in journal
    assert f"Tệp a.csv; nhập cả số kế hoạch {digital}, {plain} 5" in journal
    opened = text(start(monkeypatch, own.path, JOURNAL, pb="4"))
    assert "1 số kế hoạch đã ghi Kế hoạch thay đổi 1 giá trị" in opened
    assert "78,50% → 79,00% 2" in opened

    page = text(open_page(own.path, ma="ML02"))
    assert "Kế hoạch năm 2026 78,50% 12/QĐ-UBND phiên bản 3 tệp a.csv, dòng 2" in page
    assert "Kế hoạch năm 2026 79,00% phiên bản 4 tệp b.csv, dòng 2" in page

    app = start(monkeypatch, own.path, JOURNAL, pb="3")
    app.toggle[0].set_value(True).run()
    shown = text(app)
    assert "Xem trước hoàn tác: 2 giá trị (2 thay đổi); 2 số kế hoạch (2 thay đổi);" in shown
    assert "Giữ nguyên đã được sửa sau phiên bản này 1 giá trị" in shown
    assert "Kế hoạch 2026 78,50% 79,00% phiên bản 4 , Lan" in shown
    press(sign(app, "Minh"), "Hoàn tác 2 giá trị và 2 số kế hoạch")
    assert values(own) == {("ML02", 2026): 79.0}
    assert "Kế hoạch năm 2027 đã bỏ" in text(open_page(own.path, ma="ML02"))
