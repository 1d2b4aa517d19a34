"""Where the figures in force come from, counted; and those that want a remark."""

from collections.abc import Callable
from datetime import date

from indicators.store.connection import Store
from indicators.store.journal import record_observations
from indicators.store.records import Observation
from indicators.store.sources import Marked, Sourced, marked_at, sourced_at

Figure = Callable[..., Observation]


def record(store: Store, *rows: Observation) -> int:
    return record_observations(store, None, rows, "Lan").number


def test_figures_are_counted_by_source_and_indicator(store: Store, figure: Figure):
    one = {"source": "Báo cáo", "document": "12/BC", "document_date": date(2026, 1, 5)}
    first = record(store, figure(2024, 70.0, **one), figure(2025, 71.0, **one))
    second = record(store, figure(2026, 72.0, **one), figure(2026, 5.0, "ML01", **one))
    assert sourced_at(store, second) == (
        Sourced("Báo cáo", "12/BC", date(2026, 1, 5), "", "ML01", 1, 2026, 2026, second),
        Sourced("Báo cáo", "12/BC", date(2026, 1, 5), "", "ML02", 3, 2024, 2026, first),
    )
    assert [each.count for each in sourced_at(store, first)] == [2]


def test_a_figure_counts_for_the_source_it_has_now(store: Store, figure: Figure):
    record(store, figure(2025, 70.0, source="A"), figure(2026, 70.0, source="A"))
    now = record(store, figure(2025, 71.0, source="B"), figure(2026, None, source="A"))
    assert [(each.source, each.count, each.since) for each in sourced_at(store, now)] == [
        ("B", 1, now)
    ]


def test_a_label_without_a_number_is_a_figure(store: Store, figure: Figure):
    now = record(store, figure(2025, None, label="chưa xếp hạng"))
    assert [each.count for each in sourced_at(store, now)] == [1]


def test_marked_figures_are_counted_by_indicator(store: Store, figure: Figure):
    now = record(
        store,
        figure(2024, 1.0, back_cast=True, status="sơ bộ"),
        figure(2025, 1.0, status="ước", area="VN"),
        figure(2026, 1.0, status="ước"),
        figure(2025, 1.0, status="ước", period="9t"),
        figure(2025, 1.0, "ML01", break_before=True),
    )
    assert marked_at(store, now, settled=2025) == (
        Marked("back_cast", "ML02", 1, [2024], ["31"]),
        Marked("break", "ML01", 1, [2025], ["31"]),
        Marked("unsettled", "ML02", 2, [2024, 2025], ["31", "VN"]),
    )


def test_what_has_become_final_is_marked_no_longer(store: Store, figure: Figure):
    record(store, figure(2025, 70.0, status="sơ bộ"))
    now = record(store, figure(2025, 71.0))
    assert marked_at(store, now, settled=2025) == ()
