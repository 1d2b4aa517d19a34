"""A plan never loads as an actual; it loads as the yearly plan once the person chooses so."""

from dataclasses import replace
from pathlib import Path

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.catalogue.records import Target
from indicators.intake.apply import Consent, apply
from indicators.intake.examination import Examination, examine
from indicators.intake.forms.template_lines import request
from indicators.intake.forms.templates import template_csv
from indicators.intake.recorded import recorded_in
from indicators.intake.sender import Sender
from indicators.intake.undo import plan_undo, undo
from indicators.store.connection import Store, open_store
from indicators.store.errors import StaleError, StoreError
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record as record_batch
from indicators.store.journal import record_catalogue, verify
from indicators.store.plans import plan_places, plans_at, plans_brought_by
from indicators.store.records import Batch, Entry, Plan
from tests.intake.books import workbook
from tests.recording import figure, record
from tests.store.older_boards import BOARDS, made_from

LAN = Sender("Lan", "Sở GD&ĐT")
TICKED = Consent(every_warning=True)
WIDE = "ma_chi_tieu;so_van_ban;ngay_van_ban;nguon;2025;KH 2026"
WIDE_FILE = f"{WIDE}\nML02;12/QĐ-UBND;12/01/2026;Sở;77;78,5\nCS02;;;Sở;90;91\n"


def examined(store: Store, text: str, *, plan: bool = True) -> Examination:
    return examine(store, "bao-cao.csv", text.encode(), plan=plan)


def send(store: Store, text: str) -> int:
    version = apply(store, examined(store, text), TICKED, LAN)
    assert version is not None
    return version.number


def planned(store: Store, code: str, year: int = 2026) -> float | None:
    """The plan in force, None when there is none."""
    held = catalogue_at(store, latest(store).number).targets
    own = [t for t in held if (t.indicator, t.scope, t.year) == (code, "plan", year)]
    return own[0].value if own else None


def told(shown: Examination) -> list[tuple[str, str, int, float | None, float | None]]:
    """Every plan of the preview: kind, indicator, year, old and new value."""
    return [
        (each.kind, *each.after.key, *(plan and plan.value for plan in each.turn))
        for each in shown.preview.plans
    ]


def actuals(shown: Examination) -> list[tuple[str, int, float | None]]:
    return [(row.indicator, row.year, row.value) for row in shown.observations]


@pytest.mark.parametrize(
    ("text", "values", "plans"),
    [
        (f"{WIDE}\nML02;;;;77;78,5\n", [("ML02", 2025, 77.0)], [("new", "ML02", 2026, None, 78.5)]),
        # A report of half a year: the plan beside it is still that of the year.
        ("ma_chi_tieu;ky;2026;KH 2026\nCS02;6t;90;95\n",
         [("CS02", 2026, 90.0)], [("new", "CS02", 2026, None, 95.0)]),
        ("ma_chi_tieu;Mục tiêu 2030;Kế hoạch 2026\nML02;85;78,5\n",
         [], [("new", "ML02", 2030, None, 85.0), ("new", "ML02", 2026, None, 78.5)]),
        ("ma_chi_tieu;nam;gia_tri;Kế hoạch\nML02;2025;77;78,5\nCS02;2025;90;\n",
         [("ML02", 2025, 77.0), ("CS02", 2025, 90.0)], [("new", "ML02", 2025, None, 78.5)]),
        ("ma_chi_tieu;nam;gia_tri;KH 2026;trang_thai\nML02;2025;;78,5;rút\n",
         [("ML02", 2025, None)], [("new", "ML02", 2026, None, 78.5)]),
        ("ma_chi_tieu;nam;tu_so;mau_so;KH\nML02;2025;77;100;78,5\n",
         [("ML02", 2025, 77.0)], [("new", "ML02", 2025, None, 78.5)]),
        ("ma_chi_tieu;nam;ke_hoach\nML02;2026;78,5\n", [], [("new", "ML02", 2026, None, 78.5)]),
    ],
)  # fmt: skip
def test_plans_load_beside_the_actual_figures_once_chosen(published: Store, text, values, plans):
    chosen, unchosen = examined(published, text), examined(published, text, plan=False)

    assert (actuals(chosen), told(chosen)) == (values, plans)
    assert chosen.blocked is None
    assert not chosen.leaves_out_plans
    assert (told(unchosen), unchosen.leaves_out_plans) == ([], True)
    assert actuals(unchosen) == values
    assert (unchosen.blocked == "file") == (not values)


@pytest.mark.parametrize(
    ("text", "kind", "severity"),
    [
        ("ma_chi_tieu;2025;Kế hoạch\nML02;77;78,5\n", "plan_column", "warning"),
        ("ma_chi_tieu;don_vi;KH 2026\nML02;Hồng Bàng;78,5\n", "not_allowed", "error"),
        ("ma_chi_tieu;KH 6 tháng 2026\nCS02;78,5\n", "not_allowed", "error"),
        ("ma_chi_tieu;nam;ky;gia_tri;KH\nCS02;2026;6t;77;78\n", "not_allowed", "error"),
        ("ma_chi_tieu;KH 2026\nML02;≥ 85\n", "bad_number", "error"),
        ("ma_chi_tieu;KH 2026\nML02;120\n", "out_of_range", "error"),
        ("ma_chi_tieu;KH 2050\nML02;90\n", "bad_year", "error"),
        ("ma_chi_tieu;nam;gia_tri;KH\nML02;2025;77;tám mươi\n", "bad_number", "error"),
        ("ma_chi_tieu;KH 2026\nML02;80\nML02;81\n", "conflicting_duplicate", "error"),
    ],
)
def test_a_plan_that_cannot_be_taken_for_sure_is_refused(published: Store, text, kind, severity):
    shown = examined(published, text)
    assert (kind, severity) in [(f.kind, f.severity) for f in shown.findings]
    assert told(shown) == []


def test_a_plan_in_a_workbook_keeps_sheet_and_row(own: Store):
    content = workbook(**{"Biểu 1": [["Mã chỉ tiêu", 2025, "KH 2026"], ["ML02", 77, 78.5]]})
    version = apply(own, examine(own, "biểu.xlsx", content, plan=True), TICKED, LAN)

    plan = plans_brought_by(own, version.number)["ML02", 2026].plan
    assert (plan.upload, plan.sheet, plan.row) == (version.number, "Biểu 1", 2)
    places = plan_places(own, "ML02")
    assert {key: (p.file_name, p.sheet, p.row) for key, p in places.items()} == {
        (version.number, 2026): ("biểu.xlsx", "Biểu 1", 2)
    }


def test_figures_and_plans_of_a_file_are_one_version(own: Store):
    number = send(own, WIDE_FILE)

    assert number == 3
    assert latest(own).note == "Tệp bao-cao.csv; nhập cả số kế hoạch"
    assert {key: held.plan for key, held in plans_at(own, number).items()} == {
        ("ML02", 2026): Plan(
            Target("ML02", "plan", 2026, ">=", 78.5, None, "12/QĐ-UBND ngày 12/01/2026; Sở", "",
                   "", ""),
            upload=3, row=2,
        ),
        ("CS02", 2026): Plan(
            Target("CS02", "plan", 2026, ">=", 91.0, None, "Sở", "", "", ""), upload=3, row=3
        ),
    }  # fmt: skip
    assert verify(own) == []


def test_a_plan_to_bring_a_figure_down_is_an_upper_bound(own: Store):
    down = next(i.code for i in catalogue_at(own, 1).indicators if i.direction == "down")
    number = send(own, f"ma_chi_tieu;KH 2026\n{down};3\n")
    assert plans_at(own, number)[down, 2026].plan.target.comparator == "<="


def test_no_verdict_changes_through_a_plan(own: Store):
    plans = "".join(
        f"{i.code};2\n" for i in catalogue_at(own, 1).indicators if i.kind in ("count", "percent")
    )
    before = assess(own, as_of(own), "city")

    shown = examined(own, f"ma_chi_tieu;KH 2026\n{plans}")
    number = send(own, f"ma_chi_tieu;KH 2026\n{plans}")

    assert len(shown.preview.plan_rows) > 40
    assert (shown.preview.impact.boards, shown.preview.impact.statuses) == ((), ())
    after = assess(own, as_of(own), "city")
    assert after.as_of.version.number == number
    assert [replace(row, plans=()) for row in after.programme] == list(before.programme)


def test_the_preview_tells_new_changed_restated_and_unchanged_plans(own: Store):
    send(own, WIDE_FILE)
    text = (
        f"{WIDE}\nML02;13/QĐ-UBND;;;;78,5\nCS02;;;;;92\nNL01;;;;;50\n"
        "TX01;;;;;\n"
    )  # fmt: skip
    shown = examined(own, text)
    assert told(shown) == [
        ("restated", "ML02", 2026, 78.5, 78.5),
        ("changed", "CS02", 2026, 91.0, 92.0),
        ("new", "NL01", 2026, None, 50.0),
    ]
    assert told(examined(own, WIDE_FILE)) == [
        ("unchanged", "ML02", 2026, 78.5, 78.5),
        ("unchanged", "CS02", 2026, 91.0, 91.0),
    ]
    # What a file leaves blank beside the same plan stays as it is.
    blank = examined(own, "ma_chi_tieu;KH 2026\nML02;78,5\n").preview.plans[0]
    assert (blank.kind, blank.after.target.doc) == ("unchanged", "12/QĐ-UBND ngày 12/01/2026; Sở")


def test_rows_of_a_template_without_a_plan_go_unmentioned(own: Store):
    asked = request(own, "Tất cả", 2026)
    head, *lines = template_csv(asked, "wide").decode("utf-8-sig").splitlines()
    city = next(line for line in lines if line.startswith("ML02"))
    filled = [f"{line},{'78' if line is city else ''}" for line in lines]
    text = "\n".join([f"{head},KH 2027", *filled])

    shown = examined(own, text)

    assert told(shown) == [("new", "ML02", 2027, None, 78.0)]
    assert len(shown.findings) == len(lines)  # each says once that there is no actual figure yet


def test_a_plan_can_be_a_band_of_ranks(own: Store):
    number = send(own, "ma_chi_tieu;KH 2026;KH 2027\nDH17;201–250;chưa xếp hạng\n")
    plans = {key: held.plan.target for key, held in plans_at(own, number).items()}
    assert {key: (t.comparator, t.value, t.wording) for key, t in plans.items()} == {
        ("DH17", 2026): ("<=", 250.0, "201–250"),
        ("DH17", 2027): ("<=", None, "chưa xếp hạng"),
    }


def test_a_plan_is_shown_beside_the_actual_figure_of_its_year(own: Store):
    record(own, figure("ML02", 2026, 77.0), figure("ML03", 2026, None))
    text = "ma_chi_tieu;2026;KH 2026;KH 2025\nML02;;78,5;77\nCS02;90;91;\nML03;;3;\n"
    beside = {
        each.after.key: each.actual and each.actual.value
        for each in examined(own, text).preview.plans
    }
    assert beside == {
        ("ML02", 2026): 77.0, ("ML02", 2025): 76.98, ("CS02", 2026): 90.0, ("ML03", 2026): None,
    }  # fmt: skip


def test_a_file_whose_figures_and_plans_are_all_there_writes_nothing(own: Store):
    send(own, WIDE_FILE)
    assert apply(own, examined(own, WIDE_FILE), TICKED, LAN) is None
    assert latest(own).number == 3


def test_a_plan_is_withdrawn_as_a_figure_is(own: Store):
    send(own, WIDE_FILE)
    shown = examined(own, "ma_chi_tieu;trang_thai;KH 2026\nML02;rút;\n")
    assert told(shown) == [("changed", "ML02", 2026, 78.5, None)]
    apply(own, shown, TICKED, LAN)
    assert (planned(own, "ML02"), planned(own, "CS02")) == (None, 91.0)


def test_the_catalogue_in_the_files_leaves_plans_alone(own: Store):
    catalogue = catalogue_at(own, 1)
    send(own, WIDE_FILE)
    assert record_catalogue(own, catalogue, "hệ thống") is None

    fewer = replace(catalogue, targets=catalogue.targets[1:])
    assert record_catalogue(own, fewer, "hệ thống") is not None
    assert (planned(own, "ML02"), planned(own, "CS02")) == (78.5, 91.0)
    assert verify(own) == []


def test_a_stale_preview_of_plans_is_not_applied(own: Store):
    shown = examined(own, "ma_chi_tieu;KH 2026\nML02;80\n")
    record(own, figure("ML03", 2026, 3.0))
    with pytest.raises(StaleError):
        apply(own, shown, TICKED, LAN)
    assert planned(own, "ML02") is None


def test_the_same_plan_twice_in_a_batch_is_refused(own: Store):
    plan = Plan(Target("ML02", "plan", 2026, ">=", 80.0, None, "", "", "", ""))
    with pytest.raises(StoreError, match=r"Kế hoạch bị trùng trong cùng một lần ghi: ML02, 2026\."):
        record_batch(own, Entry("Lan"), Batch(plans=[plan, plan]))
    assert latest(own).number == 2


def test_undoing_restores_the_plans_that_were_there(own: Store):
    first = send(own, WIDE_FILE)
    second = send(own, f"{WIDE}\nML02;;;;76;80\nNL01;;;;;50\n")

    version = undo(own, plan_undo(own, second), LAN)

    held = plans_at(own, version.number)
    assert held["ML02", 2026].plan == plans_at(own, first)["ML02", 2026].plan
    assert held["NL01", 2026].plan.withdrawn
    assert (planned(own, "ML02"), planned(own, "NL01"), planned(own, "CS02")) == (78.5, None, 91.0)
    again = undo(own, plan_undo(own, version.number), LAN)
    assert (planned(own, "ML02"), planned(own, "NL01")) == (80.0, 50.0)
    assert plans_brought_by(own, again.number)["NL01", 2026].plan.row == 3
    assert verify(own) == []


def test_a_plan_that_something_newer_changed_stays_and_is_named(own: Store):
    first = send(own, WIDE_FILE)
    second = send(own, f"{WIDE}\nML02;;;;;80\n")

    undoing = plan_undo(own, first)

    assert [(each.written.key, each.changed_by.number) for each in undoing.refused_plans] == [
        (("ML02", 2026), second)
    ]
    version = undo(own, undoing, LAN)
    assert version.note == f"Hoàn tác phiên bản {first}; giữ 1 giá trị đã được sửa sau đó"
    assert (planned(own, "ML02"), planned(own, "CS02")) == (80.0, None)


def test_a_version_tells_its_plans_beside_those_before_and_of_plans_alone_can_be_undone(own: Store):
    send(own, WIDE_FILE)
    number = send(own, "ma_chi_tieu;KH 2026\nML02;80\n")

    recorded = recorded_in(own, number)

    turns = [(each.kind, *(plan and plan.value for plan in each.turn)) for each in recorded.plans]
    assert turns == [("changed", 78.5, 80.0)]
    assert (recorded.changes, recorded.undoable) == ((), True)
    assert (recorded.file.rows_read, recorded.file.rows_loaded) == (1, 1)
    undo(own, plan_undo(own, number), LAN)
    assert planned(own, "ML02") == 78.5


def test_a_board_from_before_plans_came_in_files_takes_them(tmp_path: Path):
    path = made_from(BOARDS[0], tmp_path / "board.duckdb")
    store = open_store(path, before_upgrade=print)
    send(store, "ma_chi_tieu;KH 2026\nML02;80\n")
    assert (planned(store, "ML02"), verify(store)) == (80.0, [])
    store.close()


@pytest.mark.parametrize(
    "text",
    ["ma_chi_tieu;nam;gia_tri;KH\nML99;2025;1;2\n", "ma_chi_tieu;2024;2025;KH 2026\nML99;1;2;3\n"],
)
def test_what_is_wrong_in_a_row_is_told_once_however_many_figures_it_holds(
    published: Store, text: str
):
    found = [(f.kind, f.row) for f in examined(published, text).findings]
    assert found == [("unknown_indicator", 2)]
