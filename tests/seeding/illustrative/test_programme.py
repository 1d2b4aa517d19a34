"""The illustrative programme: it has everything, is the same each time, has its own clock."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from indicators.api.board import as_json
from indicators.board.as_of import as_of
from indicators.board.board import CITY, Board, assess
from indicators.catalogue.records import Kind, Rule
from indicators.catalogue.references import AREA_DIMENSION
from indicators.dossier.dossier import open_dossier
from indicators.intake.apply import Consent, apply
from indicators.intake.examination import examine
from indicators.intake.sender import Sender
from indicators.progress.results import Status
from indicators.seeding.prepare import prepare
from indicators.store import clock
from indicators.store.connection import Store, StoreError
from indicators.store.found import findings_counted
from indicators.store.history import catalogue_at, latest, observations_at, versions
from indicators.store.journal import undone_by, verify
from indicators.store.plans import plans_at
from indicators.store.records import PERIODS, STATUSES, VersionKind
from tests.rounds import full_only

NOW = date(2029, 11, 20)
AREAS_AT_LEAST = 114
FILE = b"ma_chi_tieu,nam,gia_tri\nML03,2029,4\n"


def boards(store: Store) -> Iterator[Board]:
    for year in range(2025, NOW.year + 1):
        yield assess(store, as_of(store, year=year))


def test_every_status_occurs_as_of_the_newest_version(illustrative: Store):
    board = assess(illustrative, as_of(illustrative))
    assert {row.status for row in board.programme} == set(Status)


def test_every_label_occurs_in_some_year_judged(illustrative: Store):
    labels = {row.label for board in boards(illustrative) for row in board.rows}
    assert {re.sub(r"\d{4}", "…", label) for label in labels} >= {
        "Đã đạt",
        "Đã hoàn thành",
        "Đạt năm …",
        "Đang duy trì",
        "Hoàn thành chậm",
        "Đúng tiến độ",
        "Chậm tiến độ",
        "Có nguy cơ không đạt",
        "Ngược chiều mục tiêu",
        "Không giữ được mức đã đạt",
        "Không đạt",
        "Không đạt năm …",
        "Chưa đến hạn",
        "Chưa đủ căn cứ đánh giá",
        "Chưa có số liệu",
        "Quá hạn báo cáo",
        "Theo dõi (chưa lượng hóa)",
        "Số liệu bối cảnh",
        "Chậm tiến độ (theo đà trước kỳ gốc)",
        "Chậm tiến độ (theo số ước)",
    }


def test_every_kind_and_rule_has_figures(illustrative: Store):
    rows = [row for row in assess(illustrative, as_of(illustrative)).rows if row.judgement.latest]
    assert {row.indicator.kind for row in rows} == set(get_args(Kind))
    assert {row.indicator.rule for row in rows} == set(get_args(Rule))
    assert any(row.missed_years for row in rows)
    assert any(row.judgement.stale for row in rows)


def test_figures_are_of_every_period_status_and_form(illustrative: Store):
    found = observations_at(illustrative, latest(illustrative).number)
    assert set(found["period"]) == set(PERIODS)
    assert set(found["status"]) == set(STATUSES)
    assert {"chưa xếp hạng", "201–250"} <= set(found["label"])
    assert list(found[found["break_before"]]["indicator"]) == ["DH08"]
    assert set(found["source"]) == {"Số liệu minh họa"}
    early = found[(found["year"] < 2025) & (found["area"] == CITY)]
    assert len(early)
    assert early["back_cast"].all()
    assert set(found["year"]) == set(range(2020, 2030))


def test_what_is_reported_by_area_has_every_commune_since_the_merger(illustrative: Store):
    catalogue = catalogue_at(illustrative, latest(illustrative).number)
    communes = set(catalogue.communes)
    asked = {b.indicator for b in catalogue.indicator_breakdowns if b.dimension == AREA_DIMENSION}
    found = observations_at(illustrative, latest(illustrative).number, group="")
    by_area = found[found["area"].isin(communes)].groupby(["indicator", "year"])["area"].nunique()
    assert len(communes) == AREAS_AT_LEAST
    assert set(by_area) == {len(communes)}
    # The home department has not reported the last year.
    years = {code: (2025, 2028 if code == "NL15" else 2029) for code in asked}
    assert {(c, y) for c, (a, b) in years.items() for y in range(a, b + 1)} <= set(by_area.index)


def test_parts_add_up_but_for_the_one_that_is_reported_otherwise(illustrative: Store):
    moment = as_of(illustrative)
    dossiers = {
        row.indicator.code: open_dossier(illustrative, moment, row.indicator.code, "city", None)
        for row in assess(illustrative, moment).rows
    }
    assert [code for code, dossier in dossiers.items() if dossier.differing] == ["NL08"]
    sums = {
        code: {v.source for v in dossiers[code].values if v.version is None}
        for code in ("CS01", "CS08")
    }
    assert sums == {
        "CS01": {"Cộng từ 5 cấp học"},
        "CS08": {"Cộng từ 114 xã, phường, đặc khu"},
    }


def test_the_journal_has_every_kind_of_version_with_times_of_their_own(illustrative: Store):
    entries = versions(illustrative)
    assert len(entries) > 20
    assert {entry.kind for entry in entries} == set(get_args(VersionKind))
    assert sum(undone_by(entry) is not None for entry in entries) == 1
    assert all(a.at < b.at for a, b in pairwise(entries))
    assert verify(illustrative) == []
    kinds = {kind for found in findings_counted(illustrative).values() for _, kind in found}
    assert {"before_merger", "jump", "unknown_indicator"} <= kinds
    assert {key[1] for key in plans_at(illustrative, len(entries))} >= {2026, 2027, 2028, 2029}


def test_one_figure_was_corrected_and_one_withdrawn(illustrative: Store):
    newest = latest(illustrative).number
    ever = {
        (row.year, row.value)
        for number in range(1, newest + 1)
        for row in observations_at(illustrative, number, "HD02", CITY).itertuples()
        if row.period == "nam" and row.status == "chính thức" and row.year == 2027
    }
    assert len(ever) == 2
    assert (2027, 12.6) in ever
    at = [len(observations_at(illustrative, n, "DH03")) for n in range(1, newest + 1)]
    assert (max(at), at[-1]) == (1, 0)


def test_targets_and_thresholds_changed_on_the_way(illustrative: Store):
    first, last = (catalogue_at(illustrative, n) for n in (1, latest(illustrative).number))
    asked = [
        {(t.indicator, t.year) for t in catalogue.targets if t.scope == "city"}
        for catalogue in (first, last)
    ]
    assert asked[0] ^ asked[1] == {("CS04", 2030), ("CS04", 2029), ("CS10", 2028)}
    ratios = [s.value for c in (first, last) for s in c.settings if s.name == "on_track_ratio"]
    assert ratios == ["0.95", "0.90"]


@full_only
def test_it_is_the_same_whenever_it_is_built(illustrative: Store, tmp_path: Path):
    again = prepare(tmp_path / "again.duckdb", nature="illustrative")
    assert [entry.hash for entry in versions(again)] == [e.hash for e in versions(illustrative)]
    told = [as_json(assess(store, as_of(store))) for store in (again, illustrative)]
    again.close()
    assert told[0] == told[1]


def test_it_stands_on_the_day_of_its_newest_version(illustrative: Store):
    moment = as_of(illustrative)
    assert (moment.day, moment.year, moment.past, moment.illustrative) == (NOW, 2029, False, True)
    assert clock.today(illustrative) == NOW


def test_what_is_recorded_in_use_comes_after_all_that_is_there(demo: Store):
    before = latest(demo)
    version = apply(demo, examine(demo, "thu.csv", FILE), Consent(every_warning=True), Sender("A"))
    assert version is not None
    assert version.at == before.at + timedelta(minutes=1)
    assert clock.today(demo) == NOW
    reopened = prepare(demo.path, nature="illustrative")
    assert latest(reopened) == version


def test_a_year_that_has_not_come_on_the_board_is_refused(demo: Store):
    later = examine(demo, "thu.csv", FILE.replace(b"2029", b"2030"))
    assert [each.kind for each in later.findings] == ["future_year"]


def test_the_clock_of_real_figures_cannot_be_set(own: Store):
    with pytest.raises(StoreError, match="chứa số liệu thật"), clock.set_to(own, datetime.now(UTC)):
        pass
    assert clock.own_time(own) is None
