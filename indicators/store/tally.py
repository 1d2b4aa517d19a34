"""How many figures and yearly plans each version wrote."""

from indicators.store.connection import Store

WRITTEN = """
    SELECT version, count(*) FROM (
        SELECT version FROM observation UNION ALL SELECT version FROM target WHERE scope = 'plan'
    ) GROUP BY version ORDER BY version
"""


def figures_written(store: Store) -> dict[int, int]:
    """Count what each version wrote, withdrawals included; who wrote none is not in the answer."""
    return dict(store.remember(("written", store.writes), lambda: _written(store)))


def _written(store: Store) -> dict[int, int]:
    with store.reading() as cursor:
        return dict(cursor.execute(WRITTEN).fetchall())
