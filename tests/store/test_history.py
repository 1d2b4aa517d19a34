"""Reading: what the board held at a version, on a day, and everything ever recorded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from string import ascii_letters

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.catalogue.records import Catalogue, Target
from indicators.store.connection import Store, StoreError
from indicators.store.history import (
    catalogue_at,
    latest,
    observation_history,
    observations_at,
    observations_in,
    record_history,
    recorded_at,
    uploads,
    version_at,
    version_on,
    versions,
)  # fmt: skip
from indicators.store.journal import record_catalogue, record_observations
from indicators.store.records import BLANK, OBSERVATION_KEY, Observation, Recorded, Upload
from indicators.store.tables import columns_of
from tests.rounds import rounds

Figure = Callable[..., Observation]
FIELDS = list(columns_of(Observation))


def values(store: Store, version: int, **having: str) -> dict[int, float]:
    frame = observations_at(store, version, **having)
    return dict(zip(frame["year"], frame["value"], strict=True))


def records(frame: pd.DataFrame) -> list[Observation]:
    return list(observations_in(frame))


def test_each_version_shows_what_was_in_force_then(store: Store, figure: Figure) -> None:
    record_observations(store, None, [figure(2024, 70.0), figure(2025, 71.0)], "Minh")
    record_observations(store, None, [figure(2025, 76.98)], "Minh")
    record_observations(store, None, [figure(2024, None)], "Minh")

    assert [values(store, number) for number in (1, 2, 3, 4)] == [
        {},
        {2024: 70.0, 2025: 71.0},
        {2024: 70.0, 2025: 76.98},
        {2025: 76.98},
    ]


def test_a_withdrawn_figure_may_return(store: Store, figure: Figure) -> None:
    for value in (70.0, None, 71.0):
        record_observations(store, None, [figure(2025, value)], "Minh")

    assert [values(store, number) for number in (2, 3, 4)] == [{2025: 70.0}, {}, {2025: 71.0}]


def test_a_label_without_a_number_is_a_figure(store: Store, figure: Figure) -> None:
    row = figure(2025, None, label="chưa xếp hạng")

    record_observations(store, None, [row], "Minh")

    assert records(observations_at(store, 2)) == [row]


def test_a_figure_tells_the_version_the_time_the_person_and_the_file(
    store: Store, figure: Figure
) -> None:
    upload = Upload.received("so_lieu.csv", b"x", "Minh")
    by_file = record_observations(store, upload, [figure(2024)], "Minh")
    by_hand = record_observations(store, None, [figure(2025)], "Hoa")

    frame = observations_at(store, 3)

    assert list(frame.columns) == [
        *FIELDS, "version", "recorded_at", "recorded_by", "file_name",
    ]  # fmt: skip
    beside = frame[["version", "recorded_at", "recorded_by", "file_name"]]
    assert list(beside.itertuples(index=False, name=None)) == [
        (2, pd.Timestamp(by_file.at), "Minh", "so_lieu.csv"),
        (3, pd.Timestamp(by_hand.at), "Hoa", ""),
    ]


def test_figures_are_read_as_records_with_where_they_came_from(
    store: Store, figure: Figure
) -> None:
    sent = figure(2024, 70.5, row=3, document_date=date(2026, 1, 5))
    typed, other = figure(2025, None, label="chưa xếp hạng"), figure(2025, indicator="ML01")
    by_file = record_observations(
        store, Upload.received("so_lieu.csv", b"x", "Minh"), [sent], "Minh"
    )
    by_hand = record_observations(store, None, [typed, other], "Hoa")

    assert recorded_at(store, 3, "ML02") == [
        Recorded(sent, by_file.number, by_file.at, "so_lieu.csv"),
        Recorded(typed, by_hand.number, by_hand.at, ""),
    ]
    assert [each.observation for each in recorded_at(store, 3)] == [other, sent, typed]


def test_a_field_without_a_column_says_nothing(store: Store, figure: Figure) -> None:
    record_observations(store, None, [figure(2025, 1.5, source="Báo cáo", row=7)], "Minh")
    frame = observations_at(store, 2, columns=["indicator", "year", "value"])
    assert records(frame) == [BLANK._replace(indicator="ML02", year=2025, value=1.5)]


def test_figures_are_picked_by_indicator_area_and_group(store: Store, figure: Figure) -> None:
    wanted = figure(2025, group="cấp học=Tiểu học")
    others = [
        figure(2025),
        figure(2025, area="VN", group="cấp học=Tiểu học"),
        figure(2025, indicator="ML01", group="cấp học=Tiểu học"),
    ]
    record_observations(store, None, [*others, wanted], "Minh")

    picked = observations_at(store, 2, "ML02", "31", "cấp học=Tiểu học")
    totals = observations_at(store, 2, group="")

    assert records(picked) == [wanted]
    assert records(totals) == [others[0]]


def test_only_the_columns_asked_for_are_read(store: Store, figure: Figure) -> None:
    record_observations(store, None, [figure(2025, 1.5)], "Minh")

    frame = observations_at(store, 2, columns=["year", "value"])

    assert frame.to_dict("list") == {"year": [2025], "value": [1.5]}


def test_figures_come_in_the_order_of_their_keys(store: Store, figure: Figure) -> None:
    rows = [
        figure(2025, area="VN"),
        figure(2025, period="nam"),
        figure(2025, period="6t"),
        figure(2024),
        figure(2025, indicator="ML01"),
        figure(2025, period="9t"),
    ]
    record_observations(store, None, rows, "Minh")

    frame = observations_at(store, 2)

    assert [row.key for row in records(frame)] == sorted(row.key for row in rows)


words = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=20)
numbers = st.none() | st.floats(allow_nan=False)
figures = st.builds(
    Observation,
    indicator=st.sampled_from(["ML01", "ML02"]),
    area=st.sampled_from(["31", "VN"]),
    group=st.text(ascii_letters, max_size=2),
    year=st.integers(1990, 2045),
    period=st.sampled_from(["nam", "9t", "6t"]),
    value=st.floats(allow_nan=False),
    numerator=numbers,
    denominator=numbers,
    label=words,
    status=st.sampled_from(["chính thức", "sơ bộ", "ước"]),
    back_cast=st.booleans(),
    break_before=st.booleans(),
    source=words,
    document=words,
    document_date=st.none() | st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    link=words,
    note=words,
    sheet=words,
    row=st.none() | st.integers(1, 2**31 - 1),
)


@given(rows=st.lists(figures, max_size=20, unique_by=lambda row: row.key))
@settings(
    max_examples=rounds(50, few=12),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_is_recorded_is_read_back_to_the_last_bit(
    store: Store, rows: list[Observation]
) -> None:
    before = {row.key for row in records(observations_at(store, latest(store).number))}
    gone = [
        Observation(
            *key, None, None, None, "", "ước", False, False, *[""] * 2, None, *[""] * 3, None
        )
        for key in before - {row.key for row in rows}
    ]

    number = record_observations(store, None, [*rows, *gone], "Minh").number

    assert records(observations_at(store, number)) == sorted(rows, key=lambda row: row.key)


def test_history_lists_every_row_withdrawals_included(store: Store, figure: Figure) -> None:
    for value in (70.0, None, 71.0):
        record_observations(store, None, [figure(2025, value)], "Minh")
    record_observations(store, None, [figure(2025, indicator="ML01")], "Minh")

    frame = observation_history(store, "ML02")

    assert frame["version"].tolist() == [2, 3, 4]
    assert frame["value"].isna().tolist() == [False, True, False]
    assert set(frame["indicator"]) == {"ML02"}


def test_history_of_targets_leaves_out_rows_that_only_moved(
    store: Store, catalogue: Catalogue
) -> None:
    near, far = catalogue.targets
    sharper = replace(near, value=90.0)
    record_catalogue(store, replace(catalogue, targets=(far, near)), "Lan")
    record_catalogue(store, replace(catalogue, targets=(far, sharper)), "Lan")
    record_catalogue(store, replace(catalogue, targets=(sharper,)), "Lan")

    assert record_history(store, Target, indicator="ML02") == [
        (1, False, near),
        (3, False, sharper),
        (1, False, far),
        (4, True, far),
    ]


def test_uploads_are_listed_up_to_a_version_without_their_bytes(
    store: Store, figure: Figure
) -> None:
    for name in ("a.csv", "b.csv"):
        record_observations(store, Upload.received(name, b"x", "Minh"), [figure()], "Minh")

    assert uploads(store, 2)["file_name"].tolist() == ["a.csv"]
    assert uploads(store, 3)["file_name"].tolist() == ["a.csv", "b.csv"]
    assert "content" not in uploads(store, 3)


def at(monkeypatch: pytest.MonkeyPatch, *when: int) -> None:
    moment = datetime(*when, tzinfo=UTC)
    monkeypatch.setattr("indicators.store.journal.now", lambda: moment)


def test_a_day_ends_at_midnight_in_vietnam(
    empty_store: Store, catalogue: Catalogue, figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 3, 1, 2, 0)
    record_catalogue(empty_store, catalogue, "Lan", kind="seed")
    at(monkeypatch, 2026, 3, 5, 16, 59, 59)  # 23:59:59 of the fifth
    record_observations(empty_store, None, [figure(2024)], "Minh")
    at(monkeypatch, 2026, 3, 5, 17, 0)  # midnight of the sixth
    record_observations(empty_store, None, [figure(2025)], "Minh")

    days = [
        date(2026, 3, 1),
        date(2026, 3, 4),
        date(2026, 3, 5),
        date(2026, 3, 6),
        date(2030, 1, 1),
    ]
    assert [version_on(empty_store, day).number for day in days] == [1, 1, 2, 3, 3]


def test_a_day_before_the_first_version_is_refused_with_the_first_day_there_is(
    empty_store: Store, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 3, 1, 17, 30)
    record_catalogue(empty_store, catalogue, "Lan", kind="seed")

    with pytest.raises(StoreError) as refusal:
        version_on(empty_store, date(2026, 3, 1))

    assert str(refusal.value) == (
        "Chưa có dữ liệu vào ngày 01/03/2026; ngày đầu tiên có dữ liệu là 02/03/2026."
    )


def test_numbers_order_versions_when_the_clock_went_back(
    empty_store: Store, catalogue: Catalogue, figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 3, 9, 2, 0)
    record_catalogue(empty_store, catalogue, "Lan", kind="seed")
    record_observations(empty_store, None, [figure(2025, 1.0)], "Minh")
    at(monkeypatch, 2026, 3, 8, 2, 0)
    record_observations(empty_store, None, [figure(2025, 2.0)], "Minh")

    assert [version.number for version in versions(empty_store)] == [1, 2, 3]
    assert values(empty_store, latest(empty_store).number) == {2025: 2.0}
    assert version_on(empty_store, date(2026, 3, 9)).number == 3


@pytest.mark.parametrize("number", [0, -1, 2, 10**12])
def test_a_version_that_does_not_exist_is_refused(store: Store, number: int) -> None:
    with pytest.raises(StoreError) as refusal:
        version_at(store, number)

    assert str(refusal.value) == f"Không có phiên bản {number}; phiên bản mới nhất là 1."


def test_a_board_without_a_version_says_so(empty_store: Store) -> None:
    with pytest.raises(StoreError, match="chưa có phiên bản nào"):
        latest(empty_store)
    with pytest.raises(StoreError, match="chưa có phiên bản nào"):
        version_on(empty_store, date(2026, 1, 1))


def test_the_catalogue_is_read_back_in_its_order(store: Store, catalogue: Catalogue) -> None:
    assert catalogue_at(store, 1) == catalogue
    assert [indicator.code for indicator in catalogue_at(store, 1).indicators] == ["ML02", "ML01"]
    assert OBSERVATION_KEY == ("indicator", "area", "group", "year", "period")


def test_a_version_of_figures_alone_shares_the_catalogue_before_it(
    store: Store, catalogue: Catalogue, figure: Figure
) -> None:
    record_observations(store, None, [figure()], "Minh")
    record_catalogue(store, replace(catalogue, targets=()), "Lan")
    record_observations(store, None, [figure(2024)], "Minh")

    assert catalogue_at(store, 2) is catalogue_at(store, 1)
    assert catalogue_at(store, 4) is catalogue_at(store, 3)
    assert catalogue_at(store, 4).targets == ()
