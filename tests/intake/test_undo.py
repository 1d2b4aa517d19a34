"""Undoing restores what was there; what somebody changed since stays and is named."""

from pathlib import Path
from shutil import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.intake.sender import Sender
from indicators.intake.undo import UndoError, plan_undo, undo
from indicators.progress.results import Status
from indicators.store.connection import Store, StoreError, open_store
from indicators.store.errors import StaleError
from indicators.store.held import held_at
from indicators.store.history import latest, observations_at, versions
from indicators.store.journal import record_observations, undone_by, verify
from tests.recording import figure, record
from tests.rounds import rounds

LAN = Sender("Lan", "Sở GD&ĐT")
ORIGIN = ["version", "recorded_at", "recorded_by"]


def take_back(store: Store, number: int):
    return undo(store, plan_undo(store, number), LAN)


def figures(store: Store, version: int):
    """All that is in force, with the files it came in, whoever recorded it last."""
    return observations_at(store, version).drop(columns=ORIGIN)


def value(store: Store, code: str, year: int = 2026) -> float | None:
    key = (code, "31", "", year, "nam")
    return held_at(store, latest(store).number, [key])[key].observation.value


def test_undoing_restores_what_was_there_with_the_files_it_came_in(own: Store):
    record(own, figure("ML02", 2026, 70.0, row=4, note="cũ"))
    before = latest(own).number
    applied = record(own, figure("ML02", 2026, 71.0), figure("CS02", 2026, 50.0))

    version = take_back(own, applied.number)

    assert (version.kind, version.by, version.agency, version.note) == (
        "undo", "Lan", "Sở GD&ĐT", f"Hoàn tác phiên bản {applied.number}",
    )  # fmt: skip
    assert undone_by(version) == applied.number
    assert [undone_by(entry) for entry in versions(own)[:-1]] == [None] * applied.number
    assert figures(own, version.number).equals(figures(own, before))
    assert verify(own) == []


def test_the_preview_of_an_undo_shows_values_and_verdicts(own: Store):
    record(own, figure("ML02", 2026, 84.0))
    applied = record(own, figure("ML02", 2026, 60.0), figure("CS02", 2026, 50.0))

    shown = plan_undo(own, applied.number).preview

    assert [(c.after.indicator, c.kind, c.before.value, c.after.value) for c in shown.changes] == [
        ("CS02", "changed", 50.0, None),
        ("ML02", "changed", 60.0, 84.0),
    ]
    verdicts = {c.code: (c.before.status, c.after.status) for c in shown.impact.statuses}
    assert verdicts["ML02"] == (Status.WORSENING, Status.ON_TRACK)
    assert latest(own) == applied


def test_a_value_that_a_newer_upload_changed_stays_and_is_named(own: Store):
    applied = record(own, figure("ML02", 2026, 71.0), figure("CS02", 2026, 50.0))
    newer = record(own, figure("ML02", 2026, 72.0))

    undoing = plan_undo(own, applied.number)
    version = undo(own, undoing, LAN)

    (refused,) = undoing.refused
    assert refused.written == figure("ML02", 2026, 71.0)
    assert (refused.now.observation.value, refused.changed_by) == (72.0, newer)
    assert (value(own, "ML02"), value(own, "CS02")) == (72.0, None)
    assert version.note == (
        f"Hoàn tác phiên bản {applied.number}; giữ 1 giá trị đã được sửa sau đó"
    )


def test_the_same_figures_from_a_newer_file_are_not_undone_with_the_older(own: Store):
    first = record(own, figure("ML02", 2026, 71.0))
    record(own, figure("ML02", 2026, 72.0))
    record(own, figure("ML02", 2026, 71.0))
    assert take_back(own, first.number) is None
    assert value(own, "ML02") == 71.0


def test_the_same_figures_typed_in_again_are_not_undone_with_the_older(own: Store):
    typed = [
        record_observations(own, None, [figure("ML02", 2026, value)], "Lan")
        for value in (71.0, 72.0, 71.0)
    ]
    assert take_back(own, typed[0].number) is None
    assert value(own, "ML02") == 71.0


def test_an_undo_can_be_undone_again_and_again(own: Store):
    record(own, figure("ML02", 2026, 70.0))
    last = record(own, figure("ML02", 2026, 71.0))
    for expected in (70.0, 71.0, 70.0, 71.0):
        last = take_back(own, last.number)
        assert value(own, "ML02") == expected
    assert verify(own) == []


def test_what_was_undone_is_not_undone_twice(own: Store):
    applied = record(own, figure("ML02", 2026, 71.0))
    take_back(own, applied.number)
    before = latest(own)
    undoing = plan_undo(own, applied.number)
    assert undo(own, undoing, LAN) is None
    assert [each.changed_by for each in undoing.refused] == [before]
    assert latest(own) == before


def test_uploads_are_undone_from_the_newest_back(own: Store):
    start = latest(own).number
    one = record(own, figure("ML02", 2026, 71.0))
    two = record(own, figure("ML02", 2026, 72.0))
    assert take_back(own, one.number) is None
    take_back(own, two.number)
    last = take_back(own, one.number)
    assert figures(own, last.number).equals(figures(own, start))


def test_a_withdrawn_figure_comes_back(own: Store):
    record(own, figure("ML02", 2026, 71.0))
    gone = record(own, figure("ML02", 2026, None))
    take_back(own, gone.number)
    assert value(own, "ML02") == 71.0


def test_an_undo_shown_before_somebody_recorded_is_stale(own: Store):
    applied = record(own, figure("ML02", 2026, 71.0))
    undoing = plan_undo(own, applied.number)
    newer = record(own, figure("CS02", 2026, 50.0))
    with pytest.raises(StaleError):
        undo(own, undoing, LAN)
    assert latest(own) == newer


@pytest.mark.parametrize(
    ("number", "error", "message"),
    [
        (1, UndoError, "Phiên bản 1 không phải một lần ghi số liệu nên không hoàn tác."),
        (0, StoreError, "Không có phiên bản 0; phiên bản mới nhất là 2."),
        (9, StoreError, "Không có phiên bản 9; phiên bản mới nhất là 2."),
    ],
)
def test_only_figures_that_were_recorded_can_be_undone(own: Store, number, error, message):
    with pytest.raises(error) as refusal:
        plan_undo(own, number)
    assert str(refusal.value) == message


FIGURES = st.builds(
    figure,
    st.sampled_from(["ML02", "CS02"]),
    st.integers(2025, 2026),
    st.sampled_from([None, 40.0, 80.0]),
    status=st.sampled_from(["sơ bộ", "chính thức"]),
)


@settings(
    max_examples=rounds(15, few=4),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.lists(FIGURES, unique_by=lambda row: row.key, min_size=1), max_size=4))
def test_undoing_everything_from_the_newest_back_leads_to_the_beginning(
    built: Path, tmp_path_factory: pytest.TempPathFactory, files
):
    store = open_store(Path(copy(built, tmp_path_factory.mktemp("undone"))))
    try:
        start = latest(store).number
        numbers = [record(store, *rows).number for rows in files]
        for number in reversed(numbers):
            undoing = plan_undo(store, number)
            undo(store, undoing, LAN)
            assert undoing.refused == ()
            assert figures(store, latest(store).number).equals(figures(store, number - 1))
        assert figures(store, latest(store).number).equals(figures(store, start))
    finally:
        store.close()
