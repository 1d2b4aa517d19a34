"""How many figures and yearly plans each version wrote, and which indicators it is about."""

from indicators.store.connection import Store

WRITTEN = """
    SELECT version, count(*) FROM (
        SELECT version FROM observation UNION ALL SELECT version FROM target WHERE scope = 'plan'
    ) GROUP BY version ORDER BY version
"""

TOUCHED = """
    SELECT version, list(indicator ORDER BY indicator) FROM (
        SELECT version, indicator FROM observation UNION SELECT version, indicator FROM target
        UNION SELECT version, code FROM indicator
        UNION SELECT version, indicator FROM indicator_breakdown
    ) GROUP BY version
"""


def figures_written(store: Store) -> dict[int, int]:
    """Count what each version wrote, withdrawals included; who wrote none is not in the answer."""
    return dict(store.remember(("written", store.writes), lambda: _written(store)))


def indicators_touched(store: Store) -> dict[int, tuple[str, ...]]:
    """Give the indicators of which a version wrote figures, targets or definitions, by code."""
    return dict(store.remember(("touched", store.writes), lambda: _touched(store)))


def _touched(store: Store) -> dict[int, tuple[str, ...]]:
    with store.reading() as cursor:
        return {number: tuple(codes) for number, codes in cursor.execute(TOUCHED).fetchall()}


def _written(store: Store) -> dict[int, int]:
    with store.reading() as cursor:
        return dict(cursor.execute(WRITTEN).fetchall())
