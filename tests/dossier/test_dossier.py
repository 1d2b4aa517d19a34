"""All that is known of one indicator, gathered for its page."""

from datetime import date

import pytest

from indicators.board.as_of import as_of
from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Catalogue, Target
from indicators.dossier.dossier import Dossier, Series, groups_in, listed, open_dossier
from indicators.dossier.values import ValueRecord
from indicators.progress.against import FigureComparison, Outcome
from indicators.progress.results import Point
from indicators.store.connection import Store
from indicators.store.history import catalogue_at
from indicators.store.journal import record_catalogue
from tests.planning import send_plans
from tests.programme import COMMUNES
from tests.recording import figure, record, seen_on, series

DAY = date(2028, 6, 1)
LEVELS = ("cấp học=Mầm non", "cấp học=Tiểu học", "cấp học=THCS", "cấp học=THPT")


def dossier(store: Store, code: str, scope: str = "city", group: str | None = None) -> Dossier:
    found = open_dossier(store, seen_on(store, DAY), code, scope, group)
    assert found is not None
    return found


def neighbours(found: Dossier) -> list[str | None]:
    return [row.indicator.code if row else None for row in (found.previous, found.following)]


STEPS = [
    ("the first has none before it", "ML01", "city", [None, "ML02"]),
    ("in document order", "DH16", "city", ["DH21", "DH17"]),
    ("from the programme to the context", "BC01", "city", ["NL15", "BC02"]),
    ("the last has none after it", "BC04", "city", ["BC03", None]),
    ("the country's indicators follow each other", "HD01", "national", ["DH13", "HD02"]),
]


@pytest.mark.parametrize(
    ("code", "scope", "steps"), [pytest.param(*case, id=name) for name, *case in STEPS]
)
def test_each_indicator_leads_to_the_ones_beside_it(
    published: Store, code: str, scope: str, steps: list[str | None]
):
    assert neighbours(dossier(published, code, scope)) == steps


@pytest.mark.parametrize(("code", "scope"), [("XX01", "city"), ("BC01", "national")])
def test_what_the_board_does_not_have_has_no_dossier(published: Store, code: str, scope: str):
    assert open_dossier(published, as_of(published), code, scope, None) is None


def test_the_country_stands_beside_the_city_and_apart_from_its_verdict(published: Store):
    found = dossier(published, "HD01")
    assert [p.year for p in found.nation] == list(range(2000, 2024))
    assert [t.value for t in found.nation_targets] == [0.8, 0.85]
    assert (found.judgement.points, found.others) == ([], ())


def test_the_country_is_not_beside_itself(published: Store):
    found = dossier(published, "HD01", "national")
    assert (found.nation, found.nation_targets) == ((), ())
    assert len(found.judgement.points) == 24


def test_the_old_provinces_are_series_of_their_own(published: Store):
    found = dossier(published, "BC02", group="cấp học=Tiểu học")
    ends = [(s.area, s.name, s.points[0], s.points[-1]) for s in found.others]
    assert ends == [
        ("HP-CU", "Hải Phòng cũ", Point(2004, 4242.0), Point(2021, 5396.0)),
        ("HD-CU", "Hải Dương cũ", Point(2004, 4347.0), Point(2021, 5664.0)),
    ]
    assert found.judgement.points == []
    assert found.title == (
        "Số lớp (Tiểu học): thành phố mới chưa có số liệu. "
        "Hải Phòng cũ: 5.396 lớp năm 2021; Hải Dương cũ: 5.664 lớp năm 2021"
    )


def test_without_a_total_the_first_breakdown_is_shown(published: Store):
    found = dossier(published, "BC01")
    assert (found.group, found.groups) == (LEVELS[0], LEVELS)


def test_an_unknown_breakdown_is_passed_over(published: Store):
    assert dossier(published, "BC01", group="cấp học=Tiến sĩ").group == LEVELS[0]


def test_the_total_stands_before_the_breakdowns_as_the_catalogue_lists_them(own: Store):
    record(own, figure("BC01", 2027, 500.0), figure("BC01", 2027, 90.0, group=LEVELS[3]))
    assert groups_in(own, seen_on(own, DAY), "BC01", "city") == ("", *LEVELS)
    assert dossier(own, "BC01").judgement.points == [Point(2027, 500.0)]


def test_a_total_that_is_added_up_is_offered_too(own: Store):
    parts = [("loại hình=Công lập", 2.0), ("loại hình=Ngoài công lập", 3.0)]
    record(own, *(figure("BC01", 2027, value, group=group) for group, value in parts))
    assert groups_in(own, seen_on(own, DAY), "BC01", "city")[0] == ""
    found = dossier(own, "BC01")
    assert (found.group, found.judgement.points) == ("", [Point(2027, 5.0)])


def test_a_breakdown_is_followed_and_not_judged(own: Store):
    rows = series("ML02", "2025 70; 2027 60", group="cấp học=Tiểu học")
    record(own, *rows, *series("ML02", "2027 80"))
    found = dossier(own, "ML02", group="cấp học=Tiểu học")
    assert (found.judgement.status.value, found.row.status.value) == ("monitored", "slow")
    assert found.judgement.points == [Point(2025, 70.0), Point(2027, 60.0)]
    assert found.title == "Tỷ lệ trường phổ thông đạt chuẩn quốc gia (Tiểu học): 60,00% năm 2027"


LABELS = [
    ("", "Chung"),
    ("cấp học=Tiểu học", "Tiểu học"),
    ("cấp học=THPT; loại hình=Công lập", "THPT, Công lập"),
]


@pytest.mark.parametrize(("group", "label"), LABELS)
def test_a_breakdown_is_named_as_people_say_it(group: str, label: str):
    assert group_label(group) == label


def test_figures_are_listed_with_their_provenance_newest_first(own: Store):
    source = {"source": "Báo cáo số 12", "link": "https://haiphong.gov.vn/12", "row": 7}
    version = record(own, figure("ML02", 2027, 80.2, document="12/BC", note="Ước", **source))
    newest, before = dossier(own, "ML02").values
    assert newest == ValueRecord(
        2027, "Cả năm", "Hải Phòng", 80.2, "80,20", False, pytest.approx(76.98 + 8.02 * 2 / 5),
        "chính thức", "Báo cáo số 12", "https://haiphong.gov.vn/12", "12/BC", "Ước", version.at,
        version.number, "kiem-thu.csv", 7, ("ML02", "31", "", 2027, "nam"),
    )  # fmt: skip
    assert not newest.is_plan_alone
    assert (before.year, before.area, before.required) == (2025, "Hải Phòng", None)


def test_plans_stand_with_the_city_s_figures_and_alone_where_there_is_none(own: Store):
    record(own, *series("ML02", "2026 80"), *series("ML02", "2026 60", area="HP-CU"))
    send_plans(own, "ML02;79,5;81", head="ma_chi_tieu;KH 2026;KH 2027")
    listed = [
        (v.year, v.area, v.is_plan_alone, v.plan and v.plan.value, v.against_plan)
        for v in dossier(own, "ML02").values
    ]
    assert listed == [
        (2027, "Hải Phòng", True, 81.0, None),
        (2026, "Hải Phòng", False, 79.5, FigureComparison(0.5, None, Outcome.EXCEEDED)),
        (2026, "Hải Phòng cũ", False, None, None),
        (2025, "Hải Phòng", False, None, None),
    ]


def test_a_breakdown_has_no_plan_and_its_own_year_before(own: Store):
    group = {"group": "cấp học=Tiểu học"}
    record(own, *series("ML02", "2026 60; 2027 62", **group), *series("ML02", "2026 80"))
    send_plans(own, "ML02;79,5;81;83", head="ma_chi_tieu;KH 2026;KH 2027;KH 2028")
    listed = [
        (v.year, v.plan, v.against_plan, v.against_before and v.against_before.difference)
        for v in dossier(own, "ML02", group="cấp học=Tiểu học").values
    ]
    assert listed == [(2027, None, None, 2.0), (2026, None, None, None)]


def test_a_rank_band_is_listed_as_it_was_published(own: Store):
    record(own, figure("DH17", 2027, 250.0, label="201–250"), *series("DH17", "2026 unranked"))
    listed = [(v.year, v.value, v.shown, v.banded) for v in dossier(own, "DH17").values]
    assert listed == [(2027, 250.0, "201–250", True), (2026, None, "chưa xếp hạng", True)]


def test_figures_after_the_year_judged_are_not_known_yet(own: Store):
    record(own, *series("CS02", "2027 80; 2029 90"))
    assert [v.year for v in dossier(own, "CS02").values] == [2027]


def test_no_path_is_asked_for_before_the_baseline(own: Store):
    record(own, *series("CS02", "2024 70; 2025 75; 2026 78"))
    required = [(v.year, v.required) for v in dossier(own, "CS02").values]
    assert required == [(2026, 79.0), (2025, None), (2024, None)]


def changed_targets(catalogue: Catalogue, change: object) -> Catalogue:
    changed = {f: getattr(catalogue, f) for f in catalogue.__dataclass_fields__}
    return Catalogue(**changed | {"targets": tuple(change(t) for t in catalogue.targets)})


def test_every_form_of_a_target_is_kept(own: Store):
    def raised(target: Target) -> Target:
        if (target.indicator, target.scope) != ("CS02", "city"):
            return target
        values = {f: getattr(target, f) for f in target.__dataclass_fields__}
        return Target(**values | {"value": 97.0})

    before = seen_on(own, DAY)
    record_catalogue(own, changed_targets(catalogue_at(own, 2), raised), "Lan")
    forms = [(c.version, c.withdrawn, c.target.value) for c in dossier(own, "CS02").targets]
    then = open_dossier(own, before, "CS02", "city", None)
    assert forms == [(1, False, 95.0), (3, False, 97.0)]
    assert [(c.version, c.target.value) for c in then.targets] == [(1, 95.0)]


def test_tasks_that_serve_the_indicator_are_named(published: Store):
    assert [task.code for task in dossier(published, "ML02").tasks] == ["2.5", "5.4"]


def test_a_series_of_another_area_keeps_its_breaks(own: Store):
    record(own, *series("ML02", "2020 60; |2022 50", area="HP-CU"))
    assert dossier(own, "ML02").others == (
        Series("HP-CU", "Hải Phòng cũ", (Point(2020, 60.0), Point(2022, 50.0, break_before=True))),
    )


def test_a_crowd_of_communes_is_left_out_but_for_the_figure_asked_for(illustrative: Store):
    dossier = open_dossier(illustrative, as_of(illustrative), "ML02", "city", None)
    assert dossier is not None
    assert len(dossier.crowd) == len(COMMUNES)
    told = [value for value in dossier.values if value.key[1] not in dossier.crowd]
    one = next(value for value in dossier.values if value.key[1] in dossier.crowd)
    assert [*dossier.uncrowded] == listed(dossier, None) == listed(dossier, told[0].key) == told
    assert [each for each in listed(dossier, one.key) if each not in told] == [one]
    assert len(listed(dossier, one.key)) == len(told) + 1


def test_sources_are_named_as_their_figures_are_listed(published: Store):
    dossier = open_dossier(published, as_of(published), "CL01", "city", None)
    assert dossier is not None
    assert dossier.sources == (
        "Báo Hải Dương, 18/7/2024",
        "Sở Giáo dục và Đào tạo Hải Phòng, 22/8/2024",
        "Cổng TTĐT thành phố Hải Phòng, 7/2023",
        "Báo Hải Phòng, 2/8/2022",
    )
    assert {value.source for value in dossier.values} == {*dossier.sources}
