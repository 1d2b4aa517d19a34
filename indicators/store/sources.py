"""Where the figures in force come from, and which want a remark; counted by the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators.store.connection import Store
from indicators.store.records import OBSERVATION_KEY
from indicators.store.tables import quoted

SourceMark = Literal["unsettled", "back_cast", "break"]

KEY = quoted(OBSERVATION_KEY)
HELD = f"""
    WITH held AS (
        SELECT * FROM (
            SELECT version, {KEY}, value, label, status, back_cast, break_before,
                source, document, document_date, link
            FROM observation WHERE version <= $1
            QUALIFY row_number() OVER (PARTITION BY {KEY} ORDER BY version DESC) = 1
        ) WHERE value IS NOT NULL OR label <> ''
    )
"""  # noqa: S608
SOURCED = f"""{HELD}
    SELECT source, document, document_date, link, indicator,
        count(*), min(year), max(year), min(version)
    FROM held GROUP BY ALL ORDER BY ALL
"""  # noqa: S608
MARKED = f"""{HELD}
    , marked AS (
        SELECT indicator, area, year, unnest([
            CASE WHEN period = 'nam' AND status <> 'chính thức' AND year <= $2
                THEN 'unsettled' END,
            CASE WHEN back_cast THEN 'back_cast' END,
            CASE WHEN break_before THEN 'break' END
        ]) AS mark
        FROM held
        WHERE status <> 'chính thức' OR back_cast OR break_before
    )
    SELECT mark, indicator, count(*), list(DISTINCT year ORDER BY year),
        list(DISTINCT area ORDER BY area)
    FROM marked WHERE mark IS NOT NULL GROUP BY mark, indicator ORDER BY mark, indicator
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Sourced:
    """The figures of one indicator from one source: how many, of which years, since when."""

    source: str
    document: str
    document_date: date | None
    link: str
    indicator: str
    count: int
    first: int
    last: int
    since: int


@dataclass(frozen=True, slots=True)
class Marked:
    """The figures of one indicator that want the same remark."""

    mark: SourceMark
    indicator: str
    count: int
    years: Sequence[int]
    areas: Sequence[str]


def sourced_at(store: Store, version: int) -> tuple[Sourced, ...]:
    """Count the figures in force at a version by source and indicator."""
    return store.remember(("sourced", version), lambda: _sourced(store, version))


def marked_at(store: Store, version: int, settled: int) -> tuple[Marked, ...]:
    """Count the figures in force that want a remark; those up to `settled` should be final."""
    with store.reading() as cursor:
        rows = cursor.execute(MARKED, [version, settled]).fetchall()
    return tuple(Marked(*row) for row in rows)


def _sourced(store: Store, version: int) -> tuple[Sourced, ...]:
    with store.reading() as cursor:
        return tuple(Sourced(*row) for row in cursor.execute(SOURCED, [version]).fetchall())
