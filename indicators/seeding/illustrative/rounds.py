"""The reporting rounds of the illustrative programme: who sends what on which day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain

from indicators.board.board import CITY, NATION
from indicators.catalogue.records import Catalogue, Indicator, Target
from indicators.seeding.illustrative.figures import (
    Figure,
    estimate,
    final_figures,
    national_figures,
    so_far,
    written,
)
from indicators.seeding.illustrative.files import SentFile, figures_file, plans_file
from indicators.seeding.illustrative.scenarios import BASE, FIRST, NOW, fitted, scenarios
from indicators.store.local_time import VIETNAM
from indicators.store.records import Period, Status

EDUCATION, SCIENCE, HOME = "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "Sở Nội vụ"
FINANCE, POLICE, STATISTICS = "Sở Tài chính", "Công an thành phố", "Thống kê thành phố"
SPORT, PEOPLE = "Sở Văn hóa, Thể thao và Du lịch", "UBND thành phố"
SENDERS = {
    EDUCATION: "Nguyễn Thu Hà",
    SCIENCE: "Phạm Quang Huy",
    HOME: "Đỗ Thị Mai",
    FINANCE: "Vũ Đức Long",
    POLICE: "Trần Văn Khoa",
    STATISTICS: "Lê Ngọc Anh",
    SPORT: "Hoàng Thị Yến",
    PEOPLE: "Bùi Minh Tuấn",
}
SHORT = {
    EDUCATION: "so-gddt", SCIENCE: "so-khcn", HOME: "so-noi-vu", FINANCE: "so-tai-chinh",
    POLICE: "cong-an", STATISTICS: "thong-ke", SPORT: "so-vhttdl", PEOPLE: "ubnd",
}  # fmt: skip
# Who sends estimates of the whole year each November; in the last year all but the late one do.
EARLY, LATE = (EDUCATION, FINANCE), HOME
# What is reported at six and at nine months.
WITHIN_THE_YEAR = ("ML02", "ML03", "PC05", "CL07", "DH04", "DH19", "CS02", "CS04", "NL14")
ESTIMATED: dict[str, Status] = {STATISTICS: "sơ bộ", FINANCE: "sơ bộ"}
BETWEEN_AGENCIES = timedelta(hours=25, minutes=17)


@dataclass(frozen=True, slots=True)
class Sending:
    """A file on its way: when, from whom."""

    moment: datetime
    agency: str
    file: SentFile


def at(year: int, month: int, day: int, hour: int = 8, minute: int = 30) -> datetime:
    """Give a moment in Viet Nam."""
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


def rounds(catalogue: Catalogue) -> Iterator[Sending]:
    """Give the files of all rounds, in the order of time."""
    yield from _history(catalogue)
    for year in range(BASE + 1, NOW + 1):
        yield _plans(catalogue, year)
        yield from _within(catalogue, year, "6t", at(year, 6, 5))
        yield from _within(catalogue, year, "9t", at(year, 9, 10))
        yield from _estimates(catalogue, year)
        if year < NOW:
            yield from _finals(catalogue, year)


def _history(catalogue: Catalogue) -> Iterator[Sending]:
    years = range(FIRST, BASE + 1)
    yield from _by_agency(
        catalogue,
        at(2026, 2, 10),
        f"so-lieu-{FIRST}-{BASE}",
        lambda each: chain.from_iterable(_final(catalogue, each, year) for year in years),
    )


def _finals(catalogue: Catalogue, year: int) -> Iterator[Sending]:
    yield from _by_agency(
        catalogue,
        at(year + 1, 3, 5),
        f"so-lieu-{year}",
        lambda each: _final(catalogue, each, year),
    )


def _estimates(catalogue: Catalogue, year: int) -> Iterator[Sending]:
    agencies = EARLY if year < NOW else tuple(each for each in SENDERS if each != LATE)
    yield from _by_agency(
        catalogue,
        at(year, 11, 14),
        f"uoc-thuc-hien-{year}",
        lambda each: _estimated(catalogue, each, year),
        agencies,
    )


def _estimated(catalogue: Catalogue, indicator: Indicator, year: int) -> Iterator[Figure]:
    """Estimate the whole; in the last year the parts that make it up as well."""
    status = ESTIMATED.get(indicator.lead, "ước")
    yield from estimate(indicator, year, status)
    if year == NOW:
        for each in final_figures(catalogue, indicator, year):
            if each.area not in (CITY, NATION) or each.group:
                yield replace(each, status=status)


def _within(catalogue: Catalogue, year: int, period: Period, moment: datetime) -> Iterator[Sending]:
    yield from _by_agency(
        catalogue,
        moment,
        f"so-lieu-{period}-{year}",
        lambda each: so_far(each, year, period) if each.code in WITHIN_THE_YEAR else iter(()),
        (EDUCATION,),
    )


def _by_agency(
    catalogue: Catalogue,
    moment: datetime,
    name: str,
    figures: Callable[[Indicator], Iterator[Figure]],
    agencies: tuple[str, ...] = tuple(SENDERS),
) -> Iterator[Sending]:
    """Send what each agency leads, one after the other within a few days."""
    for place, agency in enumerate(agencies):
        led = [each for each in catalogue.indicators if each.lead == agency]
        rows = [row for each in led for row in figures(each)]
        file = figures_file(catalogue, f"{name}-{SHORT[agency]}.csv", rows)
        yield Sending(moment + place * BETWEEN_AGENCIES, agency, file)


def _final(catalogue: Catalogue, indicator: Indicator, year: int) -> Iterator[Figure]:
    yield from final_figures(catalogue, indicator, year)
    yield from national_figures(indicator, year)


def _plans(catalogue: Catalogue, year: int) -> Sending:
    """Plan the year on the straight way to the first target, a little behind it."""
    asked: dict[str, Target] = {}
    for target in catalogue.targets:
        if target.scope == "city" and target.value is not None:
            asked.setdefault(target.indicator, target)
    planned = [
        (each.code, written(each, plan))
        for each in catalogue.indicators
        if each.code in asked and (plan := _plan(each, asked[each.code], year)) is not None
    ]
    file = plans_file(f"ke-hoach-{year}.csv", year, planned)
    moment = at(year, 1, 22) if year > BASE + 1 else at(year, 2, 20)
    return Sending(moment, EDUCATION, file)


def _plan(indicator: Indicator, target: Target, year: int) -> float | None:
    base, goal = scenarios()[indicator.code].base, target.value
    if base is None or goal is None or indicator.kind == "rank":
        return None
    if indicator.rule == "each_year":
        return fitted(indicator, goal)
    if indicator.rule == "growth":
        return fitted(indicator, base * (1 + goal / 100) ** (year - BASE))
    way = (goal - base) * (year - BASE) / (target.year - BASE)
    return fitted(indicator, base + way)
