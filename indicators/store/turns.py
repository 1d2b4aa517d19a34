"""Which figures are others in one state of the board than in an earlier one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from indicators.store.connection import Store
from indicators.store.records import OBSERVATION_KEY, Observation
from indicators.store.tables import columns_of, quoted

TurnKind = Literal["changed", "new", "withdrawn"]
State = tuple[int, int]  # a version, and the last year whose figures count

KEY = quoted(OBSERVATION_KEY)
FIELDS = columns_of(Observation)
# Only what was written since, or is of a year that counts since, can be another. `now` and `was`
# in the last step are whole rows.
TURNED = """
    WITH touched AS (
        SELECT DISTINCT {key} FROM observation
        WHERE version <= $now AND year <= $year_now AND (version > $was OR year > $year_was)
          AND (area = $area OR NOT $alone) AND area <> $other
    ), was_held AS (
        SELECT * FROM observation SEMI JOIN touched USING ({key})
        WHERE version <= $was AND year <= $year_was
        QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY version DESC) = 1
    ), now_held AS (
        SELECT * FROM observation SEMI JOIN touched USING ({key}) WHERE version <= $now
        QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY version DESC) = 1
    ), turned AS (
        SELECT n AS now, w AS was, CASE
            WHEN n.value IS NULL AND n.label = ''
            THEN CASE WHEN w.value IS NOT NULL OR w.label <> '' THEN 'withdrawn' END
            WHEN w.version IS NULL OR (w.value IS NULL AND w.label = '') THEN 'new'
            WHEN ({n}) IS DISTINCT FROM ({w}) THEN 'changed'
        END AS kind FROM now_held n LEFT JOIN was_held w USING ({key})
    )
"""
TALLY = """
    SELECT kind, now.indicator, count(*), max(now.version) FROM turned
    WHERE kind IS NOT NULL GROUP BY ALL
"""
FIRST = """
    SELECT kind, now, was FROM turned WHERE kind IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY kind ORDER BY {order}) <= $limit ORDER BY {order}
"""
ORDER = "now.area <> $area, now.\"group\" <> '', now.indicator, now.year DESC, now.period, now.area"


@dataclass(frozen=True, slots=True)
class Turn:
    """A figure before and after; `after` is the row that takes it away where it is withdrawn.

    `version` is the one that wrote it so.
    """

    kind: TurnKind
    before: Observation | None
    after: Observation
    version: int


@dataclass(frozen=True, slots=True)
class Turns:
    """How many figures of each kind there are, and the first of them, those of the area first.

    `last` names by indicator the version that wrote the last of them.
    """

    count: Counter[TurnKind]
    last: dict[str, int]
    first: tuple[Turn, ...]


def turns(
    store: Store,
    states: tuple[State, State],
    area: str,
    apart: str,
    compared: Sequence[str],
    limit: int,
) -> Turns:
    """Compare the figures of two states, the earlier first, by the columns compared.

    Figures of the area `apart` are left out, or are the only ones when it is the area asked for.
    """
    (was, year_was), (now, year_now) = states
    parameters = {"was": was, "year_was": year_was, "now": now, "year_now": year_now, "area": area}
    parameters |= {"alone": area == apart, "other": "" if area == apart else apart}
    turned = TURNED.format(
        key=KEY,
        n=", ".join(f'n."{name}"' for name in compared),
        w=", ".join(f'w."{name}"' for name in compared),
    )
    with store.reading() as cursor:
        tally = cursor.execute(turned + TALLY, parameters).fetchall()
        first = cursor.execute(turned + FIRST.format(order=ORDER), parameters | {"limit": limit})
        listed = tuple(_turn(*row) for row in first.fetchall())
    count: Counter[TurnKind] = Counter()
    last: dict[str, int] = {}
    for kind, indicator, many, version in tally:
        count[kind] += many
        last[indicator] = max(version, last.get(indicator, 0))
    return Turns(count, last, listed)


def _turn(kind: TurnKind, now: dict[str, Any], was: dict[str, Any]) -> Turn:
    had = kind != "new"
    return Turn(kind, _observation(was) if had else None, _observation(now), now["version"])


def _observation(row: dict[str, Any]) -> Observation:
    return Observation(*(row[name] for name in FIELDS))
