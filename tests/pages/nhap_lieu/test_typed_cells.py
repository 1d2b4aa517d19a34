"""A few figures typed into the grid: checked, shown, ticked and recorded like those of a file."""

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from indicators.store.held import received
from indicators.store.history import latest
from tests.pages.conftest import OpenPage
from tests.pages.opening import go_to
from tests.pages.reading import heading, html, text
from tests.pages.sending import INTAKE, JOURNAL, press, sign, start
from tests.recording import figure, record

TAB = "Nhập vài ô"
AGENCY = "Sở Giáo dục và Đào tạo"
ML02_LINES = "ML02 Trường phổ thông đạt chuẩn"


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch, own: Store) -> AppTest:
    return sign(start(monkeypatch, own.path, INTAKE, cach=TAB, o_nam="2026"))


def key(period: str = "nam", of: str = "", again: int = 0) -> str:
    return f"o-{AGENCY}-2026-{period}-{again}-{of}"


def type_in(app: AppTest, rows: dict[str, dict[str, str]], **which: object) -> AppTest:
    """Type into the lines that begin with a code or an area, as the browser reports it."""
    grid = app.data_editor[0].value
    first = grid[grid.columns[0]].tolist()
    edits = {first.index(name): cells for name, cells in rows.items()}
    state = {"edited_rows": edits, "added_rows": [], "deleted_rows": []}
    app.session_state[key(**which)] = state
    return app.run()


def value(typed: str, **more: str) -> dict[str, str]:
    return {"Giá trị mới": typed, **more}


def line(app: AppTest, name: str) -> list[str]:
    grid = app.data_editor[0].value
    return grid[grid[grid.columns[0]] == name].to_numpy().tolist()[0]


def test_the_grid_is_made_only_in_its_tab(monkeypatch: pytest.MonkeyPatch, own: Store):
    app = start(monkeypatch, own.path, INTAKE)
    assert list(app.data_editor) == []
    assert [tab.label for tab in app.tabs] == ["Gửi tệp", TAB]


def test_an_agency_begins_with_the_city_and_nothing_typed(typing: AppTest):
    assert line(typing, "ML02") == [
        "ML02", "Trường phổ thông đạt chuẩn", "%", "76,98%", "", "", "chính thức", "", "",
    ]  # fmt: skip
    assert [box.value for box in typing.selectbox if box.key] [1:] == [
        2026, "Cả năm", "Toàn thành phố, mọi chỉ tiêu", AGENCY,
    ]  # fmt: skip
    assert (list(typing.button), list(typing.exception)) == ([], [])


def test_the_agency_of_the_sender_is_not_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, own: Store
):
    app = start(monkeypatch, own.path, INTAKE)
    app.selectbox(key="co_quan_gui").set_value("Sở Nội vụ").run()
    app.query_params["cach"] = TAB
    app.run()
    assert "o_co_quan" not in [box.key for box in app.selectbox]
    assert line(app, "DH11")[0] == "DH11"


def test_typed_figures_are_recorded_and_change_the_overview(
    typing: AppTest, open_page: OpenPage, own: Store
):
    before = heading(open_page(own.path))
    type_in(typing, {"ML02": value("84,9", Nguồn="Sở")})
    assert "Xem trước: 1 giá trị (1 mới); 1 chỉ tiêu đổi đánh giá" in text(typing)
    assert "Chưa đủ căn cứ → Đúng tiến độ" in text(typing)
    press(typing, "Ghi nhận 1 giá trị")
    assert "Đã ghi nhận phiên bản 3" in text(typing)
    assert ">Dòng<" not in html(typing)
    kept = received(own, 3)
    assert (kept.file_name, kept.sender) == ("nhap-tay-so-giao-duc-va-dao-tao-2026.csv", "Lan")
    assert kept.content.decode("utf-8-sig").splitlines()[1:] == [
        'ML02,Toàn thành phố,,%,2026,nam,"84,9",chính thức,Sở,'
    ]
    assert before != heading(open_page(own.path))


def test_after_the_receipt_the_next_figures_are_typed_into_an_empty_grid(typing: AppTest):
    press(type_in(typing, {"ML02": value("84,9")}), "Ghi nhận")
    assert list(typing.data_editor) == []
    press(typing, "Nhập tiếp")
    assert line(typing, "ML02")[4:6] == ["84,90%", ""]
    press(type_in(typing, {"ML02": value("85")}, again=1), "Ghi nhận")
    assert "84,90% → 85,00%" in text(typing)


def test_findings_name_the_line_and_the_column_of_the_grid(typing: AppTest):
    type_in(typing, {"ML02": value("101"), "ML03": value("3,5"), "PC01": value("99")})
    shown = text(typing)
    assert "Có dòng lỗi: sửa ngay trong bảng trên, hoặc chỉ nhập các dòng đúng." in shown
    assert "Số liệu Cột Nội dung Vì sao và cách sửa" in shown
    assert "ML02 Trường phổ thông đạt chuẩn Giá trị mới 101" in shown
    assert "ML03 Trường liên cấp quốc tế Giá trị mới 3,5" in shown
    assert "Dòng" not in html(typing)
    waiting = next(button for button in typing.button if button.label.startswith("Ghi nhận"))
    assert (waiting.label, waiting.disabled) == ("Ghi nhận 1 giá trị", True)


def test_warnings_are_ticked_by_the_name_of_their_line(typing: AppTest, own: Store):
    record(own, figure("ML02", 2026, 80.0), figure("ML03", 2026, 2))
    typing.run()
    less_firm = {
        "ML02": value("81", **{"Trạng thái": "ước"}),
        "ML03": value("3", **{"Trạng thái": "ước"}),
    }
    type_in(typing, less_firm)
    _, first, second = (box.label for box in typing.checkbox)
    assert first.startswith("ML02 Trường phổ thông đạt chuẩn, cột Trạng thái “ước”: Số đang dùng")
    assert second.startswith("ML03 Trường liên cấp quốc tế, cột Trạng thái “ước”: ")
    typing.checkbox[0].check().run()
    assert line(typing, "ML02")[4] == "80,00%"
    press(typing, "Ghi nhận 2 giá trị")
    assert latest(own).number == 4


def test_estimates_of_six_months_are_typed_as_such(typing: AppTest, own: Store):
    typing.selectbox(key="o_ky").set_value("6 tháng").run()
    assert line(typing, "ML02")[6] == "ước"
    press(type_in(typing, {"ML02": value("80,1")}, period="6t"), "Ghi nhận")
    assert "6 tháng 2026 80,10% (ước)" in text(typing)
    assert latest(own).note == "Tệp nhap-tay-so-giao-duc-va-dao-tao-2026-6t.csv"


def test_one_indicator_is_typed_with_its_groups_and_communes(typing: AppTest):
    typing.selectbox(key="o_dong").set_value(ML02_LINES).run()
    grid = typing.data_editor[0].value
    assert list(grid)[:2] == ["Địa bàn", "Phân tổ"]
    type_in(typing, {"Phường Thành Đông": value("60")}, of="ML02")
    assert "ML02 Trường phổ thông đạt chuẩn 2026 Phường Thành Đông 60,00%" in text(typing)


def test_what_is_typed_stays_while_other_lines_are_looked_at(typing: AppTest):
    type_in(typing, {"ML02": value("84,9"), "ML03": value("3")})
    typing.selectbox(key="o_dong").set_value(ML02_LINES).run()
    assert line(typing, "Toàn thành phố")[5] == "84,9"
    assert "Xem trước: 2 giá trị" in text(typing)
    type_in(typing, {"Toàn thành phố": value("85,1")}, of="ML02")
    typing.selectbox(key="o_dong").set_value("Toàn thành phố, mọi chỉ tiêu").run()
    assert [line(typing, code)[5] for code in ("ML02", "ML03")] == ["85,1", "3"]


def test_what_is_typed_stays_while_files_and_other_pages_are_looked_at(typing: AppTest):
    type_in(typing, {"ML02": value("84,9")})
    typing.query_params.pop("cach")
    typing.session_state["cach"] = "Gửi tệp"
    assert list(typing.run().data_editor) == []
    typing.session_state["cach"] = TAB
    assert line(typing.run(), "ML02")[5] == "84,9"
    go_to(typing, JOURNAL).run()
    go_to(typing, INTAKE)
    typing.query_params.update(cach=TAB, o_nam="2026")
    assert line(typing.run(), "ML02")[5] == "84,9"


def test_what_is_typed_is_let_go_of_when_asked(typing: AppTest):
    press(type_in(typing, {"ML02": value("84,9")}), "Bỏ các ô đã nhập")
    assert line(typing, "ML02")[5] == ""
    assert "Xem trước" not in text(typing)


def test_a_stale_preview_of_typed_cells_is_computed_again(typing: AppTest, own: Store):
    type_in(typing, {"ML02": value("84,9")})
    record(own, figure("ML02", 2026, 80.0))
    press(typing, "Ghi nhận")
    assert latest(own).number == 3
    assert "kiểm thử đã ghi phiên bản 3 sau khi các ô này được kiểm tra lần đầu." in text(typing)
    assert "80,00% → 84,90%" in text(typing)
    press(typing, "Ghi nhận")
    assert latest(own).number == 4


def test_a_cell_changed_as_the_button_is_pressed_is_shown_before_it_is_recorded(
    typing: AppTest, own: Store
):
    type_in(typing, {"ML02": value("84,9")})
    button = next(each for each in typing.button if each.label.startswith("Ghi nhận"))
    button.click()
    type_in(typing, {"ML02": value("8,9")})
    assert "Vừa có ô được sửa nên chưa ghi gì; hãy xem lại bản xem trước" in text(typing)
    assert "ML02 Trường phổ thông đạt chuẩn 2026 8,90%" in text(typing)
    assert latest(own).number == 2


def test_the_same_cells_again_are_recognised(typing: AppTest):
    press(type_in(typing, {"ML02": value("84,9")}), "Ghi nhận")
    press(typing, "Nhập tiếp")
    type_in(typing, {"ML02": value("84,9")}, again=1)
    assert "Các ô này đã được ghi ở phiên bản 3 ." in text(typing)


def test_typed_text_is_shown_as_text(typing: AppTest):
    hostile = "<img src=x onerror=alert(1)> **đậm**"
    type_in(typing, {"ML02": value(hostile), "ML03": value("3", Nguồn=hostile)})
    assert "<img src=x" not in html(typing)
    assert hostile in text(typing)
    assert list(typing.exception) == []


def test_another_agency_begins_with_its_city_lines_and_both_keep_what_is_typed(typing: AppTest):
    typing.selectbox(key="o_dong").set_value(ML02_LINES).run()
    type_in(typing, {"Toàn thành phố": value("84,9")}, of="ML02")
    typing.selectbox(key="o_co_quan").set_value("Sở Nội vụ").run()
    assert list(typing.exception) == []
    assert typing.selectbox(key="o_dong").value == "Toàn thành phố, mọi chỉ tiêu"
    assert "Xem trước" not in text(typing)
    typing.selectbox(key="o_co_quan").set_value(AGENCY).run()
    assert line(typing, "ML02")[5] == "84,9"


def test_a_status_that_no_list_offers_is_found(typing: AppTest):
    type_in(typing, {"ML02": value("84,9", **{"Trạng thái": "chắc chắn"})})
    assert "ML02 Trường phổ thông đạt chuẩn Trạng thái chắc chắn Không dùng được" in text(typing)


def test_on_a_telephone_the_cell_to_type_in_stands_beside_the_names(
    monkeypatch: pytest.MonkeyPatch, own: Store
):
    monkeypatch.setattr("pages.nhap_lieu.grid.is_narrow", lambda: True)
    app = start(monkeypatch, own.path, INTAKE, cach=TAB, o_nam="2026")
    assert list(app.data_editor[0].value.columns) == [
        *("Mã", "Chỉ tiêu", "Giá trị mới", "ĐVT", "Năm trước", "Đang có", "Trạng thái"),
        *("Nguồn", "Ghi chú"),
    ]
