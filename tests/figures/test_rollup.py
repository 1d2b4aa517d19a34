"""A whole is added up from all its parts along one dimension, or not at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.loader import load
from indicators.figures.rollup import Difference, RollUp, WholeKey, difference, roll_ups
from indicators.store.records import NO_SUBJECT, Observation

CATALOGUE = load()
INDICATORS = {indicator.code: indicator for indicator in CATALOGUE.indicators}
COMMUNES = [area.code for area in CATALOGUE.areas if area.parent == "31"]
LEVELS = ["Tiểu học", "THCS", "THPT", "Phổ thông nhiều cấp học"]


def figure(indicator="ML02", *, share=None, **fields) -> Observation:
    """One figure of the city in 2025; `share` gives numerator and denominator of a percentage."""
    if share:
        numerator, denominator = share
        value = numerator / denominator * 100 if denominator else None
        fields |= {"value": value, "numerator": numerator, "denominator": denominator}
    blank = Observation(
        indicator=indicator, area="31", group="", year=2025, period="nam", value=None,
        numerator=None, denominator=None, label="", status="chính thức", back_cast=False,
        break_before=False, source="", document="", document_date=None, link="", note="",
        sheet="", row=None,
    )  # fmt: skip
    return blank._replace(**fields)


def by_level(*shares, indicator="ML02", **fields) -> list[Observation]:
    return [
        figure(indicator, share=share, group=f"cấp học={level}", **fields)
        for level, share in zip(LEVELS, shares, strict=False)
    ]


def added(figures, indicator="ML02", area="31", year=2025, period="nam") -> list[RollUp]:
    return roll_ups(figures, CATALOGUE, INDICATORS[indicator], WholeKey(area, year, period))


ALL_LEVELS = by_level((180, 200), (90, 100), (30, 60), (0, 40))


def test_a_percentage_is_the_sum_of_numerators_over_the_sum_of_denominators():
    whole = RollUp("ML02", "31", 2025, "cấp học", 75, 300, 400, 4, "nam", "chính thức")
    assert added(ALL_LEVELS) == [whole]


def test_counts_add_up():
    levels = [
        figure("DH04", group=f"trình độ={level}", value=value)
        for level, value in (("Trung cấp", 9000), ("Cao đẳng", 6500))
    ]
    whole = RollUp("DH04", "31", 2025, "trình độ", 15500, None, None, 2, "nam", "chính thức")
    assert added(levels, "DH04") == [whole]


def test_communes_add_up_to_the_city():
    figures = [figure("PC01", area=code, share=(1, 1)) for code in COMMUNES[1:]]
    figures.append(figure("PC01", area=COMMUNES[0], share=(0, 1)))
    (whole,) = added(figures, "PC01")
    assert (whole.dimension, whole.parts, whole.numerator, whole.denominator) == (
        "xã phường đặc khu", 114, 113, 114,
    )  # fmt: skip
    assert whole.value == pytest.approx(113 / 114 * 100)


def test_communes_recalculated_for_a_year_before_the_merger_add_up_too():
    figures = [figure("CL07", area=code, value=1, year=2023, back_cast=True) for code in COMMUNES]
    assert [whole.value for whole in added(figures, "CL07", year=2023)] == [114]


def test_a_part_without_schools_of_the_kind_counts_as_nothing():
    assert added([*ALL_LEVELS[:3], figure(share=(0, 0), group=ALL_LEVELS[3].group)])[0].value == (
        pytest.approx(300 / 360 * 100)
    )


def test_each_complete_dimension_gives_its_own_whole():
    by_place = [
        figure(share=(100, 150), group="khu vực=Thành thị"),
        figure(share=(200, 250), group="khu vực=Nông thôn"),
    ]
    wholes = added([*ALL_LEVELS, *by_place])
    assert [(each.dimension, each.value) for each in wholes] == [("cấp học", 75), ("khu vực", 75)]


def test_the_whole_is_as_firm_as_its_least_firm_part():
    parts = [ALL_LEVELS[0], ALL_LEVELS[1]._replace(status="ước"), *ALL_LEVELS[2:]]
    assert added([*parts[:3], parts[3]._replace(status="sơ bộ")])[0].status == "ước"


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param(ALL_LEVELS[:3], id="a level is missing"),
        pytest.param([*ALL_LEVELS, ALL_LEVELS[0]], id="a level is there twice"),
        pytest.param(
            [*ALL_LEVELS[:3], ALL_LEVELS[3]._replace(denominator=None)], id="no denominator"
        ),
        pytest.param([*ALL_LEVELS[:3], ALL_LEVELS[3]._replace(year=2024)], id="another year"),
        pytest.param([*ALL_LEVELS[:3], ALL_LEVELS[3]._replace(period="6t")], id="another period"),
        pytest.param([*ALL_LEVELS[:3], ALL_LEVELS[3]._replace(area="VN")], id="another area"),
        pytest.param(
            [each._replace(group=f"{each.group}; loại hình=Công lập") for each in ALL_LEVELS],
            id="two dimensions at once",
        ),
        pytest.param([], id="no figures"),
    ],
)
def test_what_is_not_completely_reported_along_one_dimension_gives_no_whole(figures):
    assert added(figures) == []


def test_levels_of_attainment_are_never_added_up():
    figures = [
        figure("CS03", share=(10, 30), group=f"mức độ=Mức độ {level}") for level in (1, 2, 3)
    ]
    assert added(figures, "CS03") == []


def test_pupils_by_level_are_not_the_whole_of_pupils_and_students():
    figures = [
        figure("NL14", value=0, group=f"cấp học={level}")
        for level in ("Tiểu học", "THCS", "THPT", "GDTX")
    ]
    assert added(figures, "NL14") == []


def test_old_provinces_are_no_parts_of_the_country():
    figures = [figure("BC01", area=code, value=500) for code in ("31", "HP-CU", "HD-CU")]
    assert added(figures, "BC01", area="VN") == []


@pytest.mark.parametrize("kind", ["index", "rank", "difference", "ratio", "milestone"])
def test_indices_ranks_ratios_differences_and_stages_never_add_up(kind):
    indicator = replace(INDICATORS["DH04"], kind=kind)
    levels = [figure("DH04", group=f"trình độ={v}", value=1) for v in ("Trung cấp", "Cao đẳng")]
    assert roll_ups(levels, CATALOGUE, indicator, WholeKey("31", 2025)) == []


shares = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda n: (min(n), max(n)))


@given(st.tuples(shares, shares, shares, shares), st.randoms())
def test_the_order_of_the_parts_does_not_matter(parts, random):
    figures = by_level(*parts)
    shuffled = random.sample(figures, k=4)
    assert added(shuffled) == added(figures)


@given(st.tuples(shares, shares, shares, shares), st.integers(0, 3))
def test_a_missing_part_gives_none(parts, missing):
    figures = by_level(*parts)
    assert added(figures[:missing] + figures[missing + 1 :]) == []


@given(st.tuples(shares, shares, shares, shares))
def test_the_whole_lies_between_its_parts(parts):
    values = [each.value for each in by_level(*parts) if each.value is not None]
    (whole,) = added(by_level(*parts))
    assert (whole.value is None) == (not values)
    if values:
        assert min(values) - 1e-9 <= whole.value <= max(values) + 1e-9


@pytest.mark.parametrize(
    ("reported", "added_up"), [(75, 75.4), (74.96, 74.958), (75.04, 75.0449), (75, 75)]
)
def test_a_reported_figure_within_its_rounding_is_no_difference(reported, added_up):
    (whole,) = added(ALL_LEVELS)
    assert difference(figure(value=reported), replace(whole, value=added_up)) is None


@pytest.mark.parametrize("reported", [76, 75.1, 74.99])
def test_a_reported_figure_beyond_its_rounding_is_a_difference(reported):
    (whole,) = added(ALL_LEVELS)
    assert difference(figure(value=reported), whole) == Difference(reported, whole)


def test_a_withdrawn_figure_differs_from_nothing():
    (whole,) = added(ALL_LEVELS)
    assert difference(figure(value=None), whole) is None


PARTS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: (min(pair), max(pair))),
    min_size=len(LEVELS),
    max_size=len(LEVELS),
)


def with_nothing(figures: list[Observation]) -> list[Observation]:
    """What the intake makes of 0 of 0."""
    return [f if f.denominator else f._replace(value=None, label=NO_SUBJECT) for f in figures]


@given(PARTS)
def test_parts_of_nothing_add_nothing_and_leave_the_whole_complete(shares):
    (whole,) = added(with_nothing(by_level(*shares)))
    above, below = (sum(side) for side in zip(*shares, strict=True))
    assert (whole.numerator, whole.denominator, whole.parts) == (above, below, len(LEVELS))
    assert whole.value == (pytest.approx(above / below * 100) if below else None)


@given(PARTS, st.integers(0, len(LEVELS) - 1))
def test_a_part_of_nothing_is_not_a_part_that_lacks(shares, at):
    shares = [*shares[:at], (0, 0), *shares[at + 1 :]]
    figures = with_nothing(by_level(*shares))
    assert len(added(figures)) == 1
    assert added([*figures[:at], *figures[at + 1 :]]) == []


def test_a_whole_of_parts_of_nothing_has_nothing_itself():
    (whole,) = added(with_nothing(by_level(*[(0, 0)] * len(LEVELS))))
    assert whole.observation.has_no_subject
    assert difference(figure(value=50.0), whole) is None
