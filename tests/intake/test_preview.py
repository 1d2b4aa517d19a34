"""A preview says what recording would change, on each value and on the board; it writes nothing."""

from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.api.board import as_json
from indicators.board.as_of import as_of
from indicators.board.board import CITY, NATION, assess, judge_board
from indicators.figures.proposed import Overlay
from indicators.intake.changes import Change, compare
from indicators.intake.impact import RollUpChange
from indicators.intake.preview import preview
from indicators.progress.results import Status
from indicators.store.connection import Store, open_store
from indicators.store.history import catalogue_at, latest, observations_at
from tests.recording import figure, record
from tests.rounds import rounds

COMMUNES = "xã phường đặc khu"


def statuses(shown) -> list[tuple[str, str, Status, Status]]:
    return [(c.code, c.scope, c.before.status, c.after.status) for c in shown.impact.statuses]


def communes(store: Store) -> list[str]:
    catalogue = catalogue_at(store, latest(store).number)
    return [area.code for area in catalogue.areas if area.parent == CITY]


@pytest.mark.parametrize(
    ("held", "given", "kind"),
    [
        (None, {"value": 80.0}, "new"),
        (None, {"value": None}, "unchanged"),
        ({}, {}, "unchanged"),
        ({"row": 3, "sheet": "A"}, {"row": 9, "sheet": "B"}, "unchanged"),
        ({}, {"value": 80.5}, "changed"),
        ({}, {"value": None}, "changed"),
        ({"status": "sơ bộ"}, {"status": "chính thức"}, "changed"),
        ({"label": "có"}, {"label": ""}, "changed"),
        ({"back_cast": True}, {"back_cast": False}, "changed"),
        ({}, {"numerator": 8.0, "denominator": 10.0}, "changed"),
        ({"numerator": 8.0, "denominator": 10.0}, {}, "unchanged"),
        ({"note": "cũ"}, {"note": "mới"}, "restated"),
        ({"note": "cũ"}, {"note": ""}, "unchanged"),
        ({}, {"document_date": date(2026, 1, 9)}, "restated"),
    ],
)
def test_a_value_is_new_changed_restated_or_unchanged(held, given, kind):
    before = None if held is None else figure("ML02", 2025, 80.0)._replace(**held)
    assert compare(before, figure("ML02", 2025, 80.0)._replace(**given)).kind == kind


def test_a_restated_figure_keeps_what_the_file_leaves_blank():
    before = figure(
        "ML02", 2025, 80.0, numerator=8.0, denominator=10.0, note="cũ", link="https://a.vn"
    )
    after = figure("ML02", 2025, 80.0, note="mới", source="")
    assert compare(before, after) == Change("restated", before, before._replace(note="mới"))


def test_a_mark_that_a_series_breaks_stays_when_the_figure_changes():
    before = figure("ML02", 2025, 80.0, break_before=True)
    changed = compare(before, figure("ML02", 2025, 81.0))
    assert changed.after == figure("ML02", 2025, 81.0, break_before=True)


def test_each_value_is_told_with_the_one_in_force(own: Store):
    record(own, figure("ML02", 2026, 78.0), figure("CS02", 2026, 50.0))
    version = latest(own).number
    proposed = [
        figure("ML02", 2026, 84.9),
        figure("CS02", 2026, 50.0),
        figure("ML03", 2026, 3.0),
    ]  # fmt: skip

    shown = preview(own, proposed)

    assert shown.based_on == version
    assert shown.changes == (
        Change("changed", figure("ML02", 2026, 78.0), proposed[0]),
        Change("unchanged", figure("CS02", 2026, 50.0), proposed[1]),
        Change("new", None, proposed[2]),
    )
    assert shown.rows == (proposed[0], proposed[2])
    assert [shown.count(kind) for kind in ("new", "changed", "unchanged")] == [1, 1, 1]


def test_a_preview_writes_nothing(own: Store):
    version = latest(own)
    held = observations_at(own, version.number)

    preview(own, [figure("ML02", 2026, 84.9)])

    assert latest(own) == version
    assert observations_at(own, version.number).equals(held)
    assert assess(own, as_of(own)).by_code["ML02"].point(2026) is None


def test_the_impact_names_the_verdicts_and_the_counts_that_change(own: Store):
    shown = preview(own, [figure("ML02", 2026, 84.9), figure("ML02", 2026, 70.0, area=NATION)])

    assert statuses(shown) == [
        ("ML02", "city", Status.INSUFFICIENT, Status.ON_TRACK),
        ("ML02", "national", Status.NO_DATA, Status.INSUFFICIENT),
    ]
    before, after = shown.impact.boards[0]
    assert shown.impact.counts == {
        Status.ON_TRACK: (before.tally[Status.ON_TRACK], before.tally[Status.ON_TRACK] + 1),
        Status.INSUFFICIENT: (
            before.tally[Status.INSUFFICIENT],
            before.tally[Status.INSUFFICIENT] - 1,
        ),
    }
    assert [board.scope for _, board in shown.impact.boards] == ["city", "national"]
    assert after.by_code["ML02"].point(2026).value == 84.9
    assert shown.impact.roll_ups == ()


def test_the_impact_names_what_the_communes_add_up_to(own: Store):
    parts = [
        figure("ML02", 2026, 50.0, area=code, numerator=1.0, denominator=2.0)
        for code in communes(own)
    ]
    record(own, *parts[1:])

    shown = preview(own, parts[:1])

    assert shown.impact.roll_ups == (RollUpChange("ML02", CITY, 2026, None, 50.0),)
    assert [(c.code, c.after.status) for c in shown.impact.statuses] == [("ML02", Status.WORSENING)]


def test_nothing_proposed_touches_no_board(own: Store):
    shown = preview(own, [])
    assert (shown.changes, shown.impact.boards, shown.impact.counts) == ((), (), {})


def test_a_withdrawal_takes_the_figure_off_the_board(own: Store):
    record(own, figure("ML02", 2026, 84.9))

    shown = preview(own, [figure("ML02", 2026, None)])

    assert [change.kind for change in shown.changes] == ["changed"]
    before, after = shown.impact.boards[0]
    assert before.by_code["ML02"].point(2026).value == 84.9
    assert after.by_code["ML02"].point(2026) is None


FIGURES = st.builds(
    figure,
    st.sampled_from(["ML02", "CS02"]),
    st.integers(2025, 2026),
    st.sampled_from([None, 40.0, 90.0]),
    area=st.sampled_from([CITY, NATION]),
    group=st.sampled_from(["", "cấp học=THCS"]),
    status=st.sampled_from(["sơ bộ", "chính thức"]),
    period=st.sampled_from(["nam", "6t"]),
)
FILES = st.lists(FIGURES, unique_by=lambda row: row.key, min_size=6, max_size=16)


@settings(
    max_examples=rounds(15, few=5),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(FILES, FILES)
def test_the_board_with_figures_laid_over_it_is_the_board_that_has_recorded_them(
    built: Path, tmp_path_factory: pytest.TempPathFactory, earlier, rows
):
    store = open_store(Path(copy(built, tmp_path_factory.mktemp("laid"))))
    try:
        record(store, *earlier)
        overlay = Overlay(rows)
        foreseen = [
            judge_board(store, as_of(store), scope, area, overlay)
            for scope, area in (("city", CITY), ("national", NATION))
        ]
        record(store, *rows)
        recorded = [assess(store, as_of(store), scope) for scope in ("city", "national")]
        assert [as_json(board) for board in foreseen] == [as_json(board) for board in recorded]
        assert [board.tally for board in foreseen] == [board.tally for board in recorded]
    finally:
        store.close()
