"""Series made up by hand, one for each line of the method: for examples where no real one exists.

They have indicators of their own, are judged by the real `judge` with the thresholds in force, and
are never stored: nothing of them can be taken for a figure of the programme.
"""

from collections.abc import Sequence
from typing import NamedTuple

from indicators.board.board import Row, judged_row
from indicators.catalogue.records import Comparator, Direction, Indicator, Kind, Rule, Target
from indicators.progress.results import UNRANKED, Point, Thresholds

CODE = "VD"  # no code of the catalogue: those have two digits
BASE_YEAR = 2025


class IllustrativeIndicator(NamedTuple):
    """What is made up of an indicator: its name, unit, kind of number and rule."""

    name: str
    unit: str = "%"
    kind: Kind = "percent"
    rule: Rule = "reach"
    direction: Direction | None = "up"
    decimals: int = 1


YearlyFigures = dict[int, float]

SCHOOLS = IllustrativeIndicator("Tỷ lệ trường có thư viện mở")
DROPOUT = IllustrativeIndicator("Tỷ lệ lớp học quá sĩ số", direction="down")
CENTRES = IllustrativeIndicator("Số trung tâm trải nghiệm", "trung tâm", "count", decimals=0)
READERS = IllustrativeIndicator("Số học sinh có thẻ thư viện", "học sinh", "count", decimals=0)
MARGIN = IllustrativeIndicator("Chênh lệch điểm so với cả nước", "điểm", "difference")
TREND = IllustrativeIndicator("Vận động học sinh đọc sách")
SPENDING = IllustrativeIndicator("Tỷ lệ chi cho thư viện", rule="each_year")
MAINTAINED = IllustrativeIndicator("Tỷ lệ xã có phòng đọc", rule="maintain")
LOANS = IllustrativeIndicator("Số lượt mượn sách", "lượt", "count", "growth", decimals=0)
PLAN = IllustrativeIndicator("Đề án thư viện số", "", "milestone", direction=None, decimals=0)
MEMBER = IllustrativeIndicator(
    "Thành viên mạng lưới thư viện", "", "milestone", "maintain", None, 0
)
RANK = IllustrativeIndicator(
    "Thứ hạng thư viện đại học", "hạng", "rank", direction="down", decimals=0
)


def indicator_of(made: IllustrativeIndicator) -> Indicator:
    """Make the record that judging and writing need."""
    share = made.kind in ("percent", "milestone")
    return Indicator(
        CODE, 0, "", made.name, made.name, "", made.unit, made.kind, made.rule, made.direction,
        None if made.kind == "milestone" else BASE_YEAR, made.decimals, 0.0 if share else None,
        100.0 if share else None, False, "stock", "năm dương lịch", "", "", "", "", "",
        "proposed", "", "",
    )  # fmt: skip


def target(
    year: int,
    value: float | None,
    comparator: Comparator = ">=",
    wording: str = "ít nhất",
    first: int | None = None,
) -> Target:
    """Make a target of an illustrative indicator."""
    return Target(CODE, "city", year, comparator, value, first, "", "", wording, "")


def points(years: YearlyFigures, *provisional: int, broken: int = 0) -> list[Point]:
    """Make the figures of a series; named years are not final, at `broken` it starts anew."""
    return [
        Point(y, v, y in provisional, y == broken, status="ước" if y in provisional else "")
        for y, v in years.items()
    ]


def paced(share: float) -> YearlyFigures:
    """Two figures that have made so much of the way asked for: from 60 towards 80 in five years."""
    return {2025: 60.0, 2027: round(60 + 8 * share, 2)}


def illustrative_rows(thresholds: Thresholds) -> tuple[Row, ...]:
    """Judge every illustrative series; the paced ones lie between the thresholds in force."""
    return tuple(
        judged_row(indicator_of(made), tuple(targets), series, year, thresholds)
        for made, series, targets, year in (*paced_series(thresholds), *SERIES)
    )


IllustrativeSeries = tuple[IllustrativeIndicator, Sequence[Point], Sequence[Target], int]

AT_LEAST_80 = (target(2030, 80),)
DONE = (target(2030, None, "done", "hoàn thành"),)


def paced_series(thresholds: Thresholds) -> list[IllustrativeSeries]:
    """One series for each band of the pace ratio."""
    on_track, slow = thresholds.on_track, thresholds.slow
    shares = ((on_track + slow) / 2, max(on_track, 1.0), slow / 2, -0.25)
    return [(SCHOOLS, points(paced(share)), AT_LEAST_80, 2027) for share in shares]


SERIES: tuple[IllustrativeSeries, ...] = (
    (TREND, points({2025: 40, 2027: 46}), (), 2027),
    (SCHOOLS, [], AT_LEAST_80, 2027),
    (SCHOOLS, points({2025: 60, 2028: 72, 2030: 81}), AT_LEAST_80, 2030),
    (SCHOOLS, points({2025: 60, 2028: 70, 2030: 77.5}), AT_LEAST_80, 2030),
    (SCHOOLS, points({2025: 60, 2029: 75}), AT_LEAST_80, 2031),
    (SCHOOLS, points({2025: 60, 2027: 82}), AT_LEAST_80, 2027),
    (CENTRES, points({2025: 0, 2028: 1}), (target(2030, 2),), 2028),
    (SCHOOLS, points({2025: 60}), AT_LEAST_80, 2026),
    (SCHOOLS, points({2020: 50, 2021: 52, 2022: 53, 2023: 56, 2024: 58, 2025: 60}), AT_LEAST_80,
     2026),
    (SCHOOLS, points({2025: 84, 2027: 76}), AT_LEAST_80, 2027),
    (SCHOOLS, points({2025: 79.8, 2027: 79.5}), AT_LEAST_80, 2027),
    (MARGIN, points({2025: 0, 2027: 0}), (target(2030, 0, ">", "trên"),), 2027),
    # The traits that any series may have.
    (SCHOOLS, points({2025: 60, 2026: 64.5, 2027: 68, 2028: 72}), AT_LEAST_80, 2028),
    (SCHOOLS, points({2025: 60, 2026: 61, 2027: 62, 2028: 72}), AT_LEAST_80, 2028),
    (SCHOOLS, points({2025: 60, 2029: 74, 2030: 79.5}, 2030), AT_LEAST_80, 2030),
    (SCHOOLS, points({2025: 60, 2026: 64}), AT_LEAST_80, 2029),
    (SCHOOLS, points({2024: 55, 2025: 58, 2026: 70, 2028: 73.5}, broken=2026), AT_LEAST_80, 2028),
    (READERS, points({2025: 12_800, 2027: 15_300}), (target(2030, 16_000, "about", "khoảng"),),
     2027),
    (SCHOOLS, points({2025: 60, 2028: 72}),
     (target(2030, 80), target(2035, 95)), 2028),
    (DROPOUT, points({2025: 20, 2027: 16}), (target(2030, 10, "<=", "tối đa"),), 2027),
    (SPENDING, points({2026: 19.4, 2027: 21.5}), (target(2030, 20, first=2026),), 2027),
    (SPENDING, points({2025: 18}), (target(2030, 20, first=2026),), 2026),
    (SPENDING, points({2025: 18, 2026: 21}, 2026), (target(2030, 20, first=2026),), 2027),
    (SPENDING, points({2025: 18}), (target(2030, 20, first=2026),), 2027),
    (MAINTAINED, [], (target(2030, 98),), 2027),
    (MAINTAINED, points({2025: 99, 2029: 98.5}), (target(2030, 98),), 2031),
    (MAINTAINED, points({2025: 99, 2027: 98.5}), (target(2030, 98),), 2027),
    (MAINTAINED, points({2025: 99, 2027: 95}), (target(2030, 98),), 2027),
    (MAINTAINED, points({2025: 99, 2030: 95}), (target(2030, 98),), 2030),
    (MAINTAINED, points({2025: 90, 2027: 93.2}), (target(2030, 98),), 2027),
    (LOANS, [], (target(2030, 14, wording="tăng bình quân"),), 2027),
    (LOANS, points({2025: 1000}), (target(2030, 14, wording="tăng bình quân"),), 2026),
    (LOANS, points({2025: 1000, 2030: 2000}), (target(2030, 14, wording="tăng bình quân"),), 2030),
    (LOANS, points({2025: 1000, 2027: 1240}), (target(2030, 14, wording="tăng bình quân"),), 2027),
    (MEMBER, points({2026: 100, 2027: 100}), (target(2030, None, "maintain", "duy trì"),), 2027),
    (PLAN, points({2027: 40, 2029: 100}), DONE, 2029),
    (PLAN, points({2027: 40, 2030: 90}), DONE, 2031),
    (PLAN, points({2026: 0}), DONE, 2026),
    (PLAN, points({2027: 30}), DONE, 2027),
    (RANK, [], (target(2030, 200, "<=", "phấn đấu"),), 2027),
    (RANK, points({2025: 310, 2027: UNRANKED}), (target(2030, 200, "<=", "phấn đấu"),), 2027),
    (RANK, points({2025: 310, 2027: 270}), (target(2030, 200, "<=", "phấn đấu"),), 2027),
)  # fmt: skip
