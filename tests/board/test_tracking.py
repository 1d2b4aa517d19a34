"""The tracking table and the table of one indicator's figures, as they are taken away."""

from datetime import date

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Board, assess, version_line
from indicators.board.tracking import TrackingRow, actual_years, tracking_rows
from indicators.briefing.tables.tracking import tracking_sheet
from indicators.briefing.tables.values import values_sheet
from indicators.dossier.dossier import open_dossier
from indicators.store.connection import Store
from indicators.store.history import latest, versions
from indicators.store.local_time import local_day
from tests.planning import send_plans
from tests.recording import figure, record, seen_on, series

PUBLISHED_DAY, FILLED_DAY = date(2026, 11, 22), date(2029, 6, 10)


@pytest.fixture(scope="module")
def published_board(published: Store) -> Board:
    return assess(published, seen_on(published, PUBLISHED_DAY))


@pytest.fixture(scope="module")
def filled_board(filled: Store) -> Board:
    return assess(filled, seen_on(filled, FILLED_DAY))


def texts(item: TrackingRow) -> list[str]:
    """A row as the page shows it: position, code, baseline, actuals, plan, targets, needed."""
    actuals = [item.text(point) for point in item.actuals]
    code = item.row.indicator.code
    needed = [item.plan_text(), *item.targets, item.needed_text]
    return [f"{item.position} {code}", item.text(item.baseline), *actuals, *needed]


def rows_of(board: Board, *codes: str) -> list[list[str]]:
    return [texts(item) for item in tracking_rows(board, [board.by_code[c] for c in codes])]


def test_the_last_three_years_are_shown(published_board: Board):
    assert actual_years(published_board) == (2024, 2025, 2026)


def test_the_first_day_shows_what_is_asked_and_the_few_figures(published_board: Board):
    assert rows_of(published_board, "ML01", "ML02", "CL02", "HD01", "NL01") == [
        ["1 ML01", "–", "–", "–", "–", "–", "hoàn thành", "–", "–"],
        ["2 ML02", "76,98", "–", "76,98", "–", "–", "ít nhất 85%", "–", "+1,6"],
        ["19 CL02", "4", "–", "–", "4", "–", "–", "–", "–"],
        ["58 HD01", "–", "–", "–", "–", "–", "trên 0,82", "tối thiểu 0,87", "–"],
        ["61 NL01", "–", "–", "–", "–", "–", "tối thiểu 20%", "–", "–"],
    ]


def test_a_filled_board_shows_figures_and_the_way_still_to_go(filled_board: Board):
    assert rows_of(filled_board, "ML02", "DH13", "DH17", "HD02", "HD03", "NL14") == [
        ["2 ML02", "68,00", "74,80", "78,20", "81,60*", "–", "ít nhất 85%", "–", "+3,4"],
        ["37 DH13", "100", "137", "156", "174*", "–", "tăng bình quân 14%/năm", "–", "+10,7%"],
        ["42 DH17", "310", "266", "244", "222*", "–", "phấn đấu hạng 200", "phấn đấu hạng 150",
         "−22"],
        ["59 HD02", "25,00", "22,60", "21,40", "20,20*", "–", "giảm xuống dưới 10%", "–", "−10,2"],
        ["60 HD03", "0,0", "−0,1", "−0,2", "−0,2*", "–", "–", "vượt mức bình quân: 0 điểm",
         "+0,04"],
        ["74 NL14", "10", "8", "8", "7*", "–", "0 người (“không để … nào”)", "–", "–"],
    ]  # fmt: skip


def test_positions_are_those_of_the_whole_programme(filled_board: Board):
    items = tracking_rows(filled_board, filled_board.programme)
    assert [item.position for item in items] == list(range(1, 76))


def test_no_pace_is_asked_for_once_the_year_of_the_target_is_over(own: Store):
    record(own, *series("CS02", "2025 75; 2029 90"))
    board = assess(own, seen_on(own, date(2031, 6, 1)))
    assert rows_of(board, "CS02")[0][-1] == "–"


def against(board: Board, code: str) -> list[str]:
    """Plan, TH/KH, and the change below each figure of a row, as the page shows them."""
    [item] = tracking_rows(board, [board.by_code[code]])
    return [item.plan_text(), item.share_text(), *map(item.change_text, item.actuals)]


def test_the_plan_of_the_year_is_shown(own: Store):
    send_plans(own, "CS02;82,5", head="ma_chi_tieu;KH 2027")
    boards = [assess(own, seen_on(own, date(year, 6, 1))) for year in (2027, 2028)]
    assert [rows_of(board, "CS02")[0][5] for board in boards] == ["82,5", "–"]


AGAINST = [
    ("the year has its figure", "2026 75; 2027 81", 2027,
     ["82,5", "−1,5 điểm %", "", "", "+6 điểm %"]),
    ("a figure that is not final", "2026 75; 2027 84p", 2027,
     ["82,5", "+1,5 điểm %", "", "", "+9 điểm %"]),
    ("a plan without a figure of its year", "2025 74; 2026 75", 2027,
     ["82,5", "", "", "+1 điểm %", ""]),
    ("a figure without a plan", "2027 81; 2028 83", 2028, ["–", "", "", "", "+2 điểm %"]),
    ("the year before is missing", "2025 74; 2027 81", 2027, ["82,5", "−1,5 điểm %", "", "", ""]),
    ("a break since the year before", "2026 75; |2027 81", 2027,
     ["82,5", "−1,5 điểm %", "", "", ""]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("points", "year", "texts"), [pytest.param(*case, id=name) for name, *case in AGAINST]
)
def test_a_figure_stands_beside_its_plan_and_the_year_before(
    own: Store, points: str, year: int, texts: list[str]
):
    send_plans(own, "CS02;82,5", head="ma_chi_tieu;KH 2027")
    record(own, *series("CS02", points))
    assert against(assess(own, seen_on(own, date(year, 12, 1))), "CS02") == texts


def test_nine_months_stand_beside_the_nine_months_before_and_the_plan_of_the_year(own: Store):
    send_plans(own, "CS02;82,5", head="ma_chi_tieu;KH 2027")
    part = {"period": "9t", "status": "ước"}
    whole, before = figure("CS02", 2026, 80.0), figure("CS02", 2026, 77.0, **part)
    record(own, whole, before, figure("CS02", 2027, 79.0, **part))
    board = assess(own, seen_on(own, date(2027, 12, 1)))
    assert against(board, "CS02") == ["82,5", "−3,5 điểm %", "", "", "+2 điểm %"]
    [cells] = [row for row in tracking_sheet(board, [board.by_code["CS02"]]).rows if len(row) > 1]
    assert cells[9:15] == (82.5, None, -3.5, None, None, 2.0)


def test_nine_months_of_a_flow_wait_for_the_whole_year(own: Store):
    send_plans(own, "DH04;16000", head="ma_chi_tieu;KH 2027")
    record(own, *series("DH04", "2026 15000"), figure("DH04", 2027, 12000.0, period="9t"))
    board = assess(own, seen_on(own, date(2027, 12, 1)))
    assert against(board, "DH04") == ["16.000", "", "", "", ""]


def test_a_rank_band_that_is_planned_is_told_and_not_compared(own: Store):
    record(own, *series("DH17", "2026 190"))
    send_plans(own, "DH17;201–250")
    board = assess(own, seen_on(own, PUBLISHED_DAY))
    [cells] = [row for row in tracking_sheet(board, [board.by_code["DH17"]]).rows if len(row) > 1]
    assert against(board, "DH17")[:2] == ["201–250", ""]
    assert cells[9:13] == ("201–250", None, None, None)


def test_the_plans_are_the_city_s_and_no_other_s(own: Store):
    send_plans(own, "ML02;80")
    national = assess(own, seen_on(own, PUBLISHED_DAY), "national")
    commune = assess(own, seen_on(own, PUBLISHED_DAY), "city", "HP-CU")
    assert [against(board, "ML02")[0] for board in (national, commune)] == ["–", "–"]


def test_the_sheet_has_a_heading_a_group_and_a_row_an_indicator(published_board: Board):
    sheet = tracking_sheet(published_board, list(published_board.programme))
    groups = [row[0] for row in sheet.rows if len(row) == 1]
    assert groups == [group.name for group, _ in published_board.groups()]
    assert {len(row) for row in sheet.rows} == {1, len(sheet.columns)}
    assert [row[1] for row in sheet.rows if len(row) > 1] == [
        row.indicator.code for row in published_board.programme
    ]


def test_the_sheet_says_what_it_was_made_from(filled_board: Board, filled: Store):
    sheet = tracking_sheet(filled_board, [])
    assert (sheet.title, sheet.notes, sheet.rows) == (
        "BẢNG THEO DÕI CHỈ TIÊU, thành phố Hải Phòng",
        (f"Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 3 · {latest(filled).head}",),
        (),
    )


def test_only_chosen_rows_and_their_groups_are_taken_along(filled_board: Board):
    sheet = tracking_sheet(filled_board, [filled_board.by_code[c] for c in ("NL01", "ML02")])
    assert [row[1] if len(row) > 1 else row[0] for row in sheet.rows] == [
        filled_board.groups()[0][0].name, "ML02", filled_board.groups()[-1][0].name, "NL01",
    ]  # fmt: skip


def test_a_row_of_the_sheet_has_numbers_as_numbers(filled_board: Board):
    row = filled_board.by_code["HD02"]
    sheet = tracking_sheet(filled_board, [row])
    assert dict(zip([c.heading for c in sheet.columns], sheet.rows[1], strict=True)) == {
        "TT": 59,
        "Mã": "HD02",
        "Chỉ tiêu": row.indicator.name,
        "ĐVT": "%",
        "Kỳ gốc": 25.0,
        "Năm kỳ gốc": 2025,
        "Thực hiện 2027": 22.6,
        "Thực hiện 2028": 21.4,
        "Thực hiện 2029": 20.2,
        "Kế hoạch 2029": None,
        "TH/KH (%)": None,
        "Chênh so với KH": None,
        "So với kế hoạch": None,
        "So cùng kỳ (%)": None,
        "Chênh cùng kỳ": -1.2,
        "Mục tiêu 2030": "giảm xuống dưới 10%",
        "Mục tiêu 2035": "–",
        "Cần mỗi năm": -10.2,
        "Đánh giá": "Có nguy cơ không đạt",
        "Cơ quan chủ trì": "Thống kê thành phố",
        "Giải thích": row.sentence,
        "Ghi chú": "Số ước, sơ bộ: 2029",
    }


def test_a_rank_band_stays_as_it_was_published(own: Store):
    record(own, figure("DH17", 2026, 250.0, label="201–250"))
    board = assess(own, seen_on(own, PUBLISHED_DAY))
    sheet = tracking_sheet(board, [board.by_code["DH17"]])
    assert (rows_of(board, "DH17")[0][1], sheet.rows[1][4]) == ("201–250", "201–250")


def test_figures_of_one_indicator_are_taken_away_with_their_provenance(own: Store):
    row = figure("ML02", 2026, 80.5, note="=1", document="12/BC", link="https://a.vn", row=7)
    version = record(own, row)
    sheet = values_sheet(open_dossier(own, seen_on(own, PUBLISHED_DAY), "ML02", "city", None))
    assert sheet.rows[0] == (
        2026, "Cả năm", "Hải Phòng", 80.5, None, *(None,) * 5, 3.52,
        pytest.approx(76.98 + 8.02 / 5), "chính thức",
        "Nguồn kiểm thử", "https://a.vn", "12/BC", "=1", local_day(version.at), version.number,
        "kiem-thu.csv", 7,
    )  # fmt: skip
    assert (sheet.name, len(sheet.rows)) == ("ML02", 2)
    assert sheet.notes[0] == "Tỷ lệ trường phổ thông đạt chuẩn quốc gia (%)"


def test_the_figures_of_one_indicator_stand_beside_their_plans(own: Store):
    record(own, *series("ML02", "2026 80.5"), figure("ML02", 2026, 78.0, period="9t"))
    send_plans(own, "ML02;80;82,5", head="ma_chi_tieu;KH 2026;KH 2027")
    sheet = values_sheet(open_dossier(own, seen_on(own, PUBLISHED_DAY), "ML02", "city", None))
    heads = [column.heading for column in sheet.columns]
    at = heads.index("Kế hoạch")
    assert [(*row[:2], *row[3:5], *row[at : at + 6]) for row in sheet.rows] == [
        (2027, "Cả năm", None, None, 82.5, None, None, None, None, None),
        (2026, "Cả năm", 80.5, None, 80.0, None, 0.5, "vượt kế hoạch", None, 3.52),
        (2026, "9 tháng", 78.0, None, 80.0, None, -2.0, None, None, None),
        (2025, "Cả năm", 76.98, None, None, None, None, None, None, None),
    ]


def test_the_version_line_names_day_year_and_version(published_board: Board, published: Store):
    assert version_line(published_board) == (
        f"Số liệu đến 22/11/2026 · Năm đánh giá 2026 · Phiên bản 2 · {latest(published).hash[:10]}"
    )
    first = assess(published, as_of(published, number=1, on=date(2026, 11, 22)))
    assert version_line(first).endswith(f" · Phiên bản 1 · {versions(published)[0].hash[:10]}")
