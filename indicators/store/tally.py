"""How many figures each version wrote."""

from indicators.store.connection import Store

WRITTEN = "SELECT version, count(*) FROM observation GROUP BY version ORDER BY version"


def figures_written(store: Store) -> dict[int, int]:
    """Count the figures that each version wrote, withdrawals included; none: not in the answer."""
    return dict(store.remember(("written", store.writes), lambda: _written(store)))


def _written(store: Store) -> dict[int, int]:
    with store.reading() as cursor:
        return dict(cursor.execute(WRITTEN).fetchall())
