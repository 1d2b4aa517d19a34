"""Figures that came anew under another source, with other values: what a publisher revised."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.store.connection import Store
from indicators.store.records import OBSERVATION_KEY, Period
from indicators.store.tables import quoted

KEY = quoted(OBSERVATION_KEY)
SERIES = 'indicator, area, "group", period'
# Of each figure written in between, the row in force and the one it replaced. What an undo put
# back nobody published anew.
RESOURCED = f"""
    WITH touched AS (
        SELECT DISTINCT {KEY} FROM observation
        WHERE version > $was AND version <= $now AND list_contains($sources, source)
          AND ($indicator IS NULL OR indicator = $indicator)
    ), turned AS (
        SELECT {KEY}, version, value, source,
            lag(value) OVER series AS value_before, lag(source) OVER series AS before
        FROM observation SEMI JOIN touched USING ({KEY}) WHERE version <= $now
        WINDOW series AS (PARTITION BY {KEY} ORDER BY version)
        QUALIFY row_number() OVER (PARTITION BY {KEY} ORDER BY version DESC) = 1
    )
    SELECT {SERIES}, version, before, source, count(*), min(year), max(year),
        max_by(value_before, year), max_by(value, year)
    FROM turned
    WHERE version > $was AND before <> source AND value <> value_before
      AND version IN (SELECT number FROM version WHERE kind = 'upload')
    GROUP BY {SERIES}, version, before, source ORDER BY version, {SERIES}
"""  # noqa: S608
NAMES = "SELECT DISTINCT source FROM observation WHERE version <= ?"


@dataclass(frozen=True, slots=True)
class Resourced:
    """Figures of a series that a version replaced by those of another source, `before` by `after`.

    `count` of them became others; the values are those of the last of their years.
    """

    indicator: str
    area: str
    group: str
    period: Period
    version: int
    before: str
    after: str
    count: int
    first: int
    last: int
    value_before: float
    value_after: float


def source_names(store: Store, version: int) -> tuple[str, ...]:
    """Name every source that figures up to a version came from."""
    return store.remember(("source names", version), lambda: _source_names(store, version))


def _source_names(store: Store, version: int) -> tuple[str, ...]:
    with store.reading() as cursor:
        return tuple(name for (name,) in cursor.execute(NAMES, [version]).fetchall())


def resourced_between(
    store: Store, was: int, now: int, sources: Sequence[str], indicator: str | None = None
) -> tuple[Resourced, ...]:
    """List what came from one of the sources after version `was`, and from another before it.

    Only as far as it stands at version `now`.
    """
    asked = {"was": was, "now": now, "sources": list(sources), "indicator": indicator}
    with store.reading() as cursor:
        return tuple(Resourced(*row) for row in cursor.execute(RESOURCED, asked).fetchall())
