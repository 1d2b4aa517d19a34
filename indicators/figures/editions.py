"""Editions of a publication: a later one revises its series whole, and two never mix in one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Catalogue
from indicators.store.connection import Store
from indicators.store.records import Observation, Period
from indicators.store.resourced import Resourced, resourced_between, source_names
from indicators.wording.numbers import counted
from indicators.wording.recorded import number_words

# Behind the title of a publication stands its edition: 'UNDP HDR 2023-24', 'Niên giám thống kê
# 2024', 'Tổng cục Thống kê, tải 21/9/2018'. A day behind a comma dates a report that stands for
# itself: 'Báo Hải Phòng, 2/8/2022'.
EDITION = re.compile(
    r"(?P<title>.*\S)\s+(?P<edition>(?:\d\d?/){0,2}(?:19|20)\d\d(?:[-–/]\d{2,4})?)"
)
REMARK = re.compile(r"\s*\([^()]*\)$")
MARKED = re.compile(r"[\s,]+(?:ấn bản|phiên bản|bản|cập nhật|tải)(?: (?:năm|ngày|tháng))?$")
DATED = re.compile(r".*,(?: ?(?:năm học|năm|ngày|tháng|quý))?")

SeriesKey = tuple[str, str, str, Period]


@dataclass(frozen=True, slots=True)
class Edition:
    """What a source names: a publication and which edition of it, '' where it names none."""

    publication: str
    name: str


@dataclass(frozen=True, slots=True)
class Mixture:
    """A series with figures from several editions of one publication, by their sources."""

    series: SeriesKey
    figures: Mapping[str, list[Observation]]


def edition_of(source: str) -> Edition:
    """Read which edition of which publication a source is."""
    text = REMARK.sub("", source.strip())
    found = EDITION.fullmatch(text)
    if found is None:
        return Edition(text.casefold(), "")
    title = MARKED.sub("", found["title"])
    if DATED.fullmatch(title):
        return Edition(text.casefold(), "")
    return Edition(title.casefold(), found["edition"])


def is_other_edition(before: str, after: str) -> bool:
    """Whether two sources are one publication in two editions."""
    old, new = edition_of(before), edition_of(after)
    return old.publication == new.publication and old.name != new.name


def mixtures(figures: Iterable[Observation]) -> Iterator[Mixture]:
    """Give the series that would stand from more than one edition of a publication."""
    found: dict[tuple[SeriesKey, str], dict[str, list[Observation]]] = defaultdict(dict)
    for row in figures:
        series = (row.indicator, row.area, row.group, row.period)
        editions = found[series, edition_of(row.source).publication]
        editions.setdefault(row.source, []).append(row)
    for (series, _), editions in found.items():
        if len({edition_of(source).name for source in editions}) > 1:
            yield Mixture(series, editions)


def mixture_words(mixture: Mixture, catalogue: Catalogue) -> str:
    """Say which figures of a series are from which edition, and what to do."""
    parts = (
        f"{len(rows)} số {_years(*_span(rows))} theo '{source}'"
        for source, rows in mixture.figures.items()
    )
    code, area, group, _ = mixture.series
    return (
        f"{_place(code, area, group, catalogue)} lẫn hai ấn bản: {', '.join(parts)}; một chuỗi lẫn "
        "hai ấn bản cho thấy tăng giảm không có thật. Hãy lấy cả chuỗi theo ấn bản mới nhất."
    )


def revisions_between(
    store: Store, was: int, now: int, indicator: str | None = None
) -> tuple[Resourced, ...]:
    """List what a publisher revised after version `was`, as far as it stands at version `now`."""
    key = ("revisions", was, now, indicator)
    return store.remember(key, lambda: _revisions(store, was, now, indicator))


def _revisions(store: Store, was: int, now: int, indicator: str | None) -> tuple[Resourced, ...]:
    """Look only where a publication is known in several editions: mostly there is none."""
    by_publication: dict[str, list[str]] = defaultdict(list)
    for source in source_names(store, now):
        by_publication[edition_of(source).publication].append(source)
    sources = [name for names in by_publication.values() if len(names) > 1 for name in names]
    found = resourced_between(store, was, now, sources, indicator) if sources else ()
    return tuple(each for each in found if is_other_edition(each.before, each.after))


def revision_words(revised: Resourced, catalogue: Catalogue) -> str:
    """Say what a publisher revised, from what to what: 'HD01 (Cả nước): 23 giá trị …'."""
    values = (
        number_words(revised.indicator, value, catalogue)
        for value in (revised.value_before, revised.value_after)
    )
    return (
        f"{_place(revised.indicator, revised.area, revised.group, catalogue)}: "
        f"{counted(revised.count)} giá trị {_years(revised.first, revised.last)} theo "
        f"{revised.before} nay theo {revised.after} (năm {revised.last}: {' → '.join(values)})"
    )


def _place(code: str, area: str, group: str, catalogue: Catalogue) -> str:
    place = catalogue.area_names.get(area, area)
    return f"{code} ({', '.join(filter(None, (place, group and group_label(group))))})"


def _span(rows: Iterable[Observation]) -> tuple[int, int]:
    years = [row.year for row in rows]
    return min(years), max(years)


def _years(first: int, last: int) -> str:
    return f"{first}–{last}" if first != last else f"{first}"
