"""Reading many rows a part at a time, so that they are never all in memory."""

from collections.abc import Iterator, Sequence
from typing import Any

from indicators.store.connection import Store

ROWS = 20_000

# Some rows as columns of plain values, by name.
Columns = dict[str, list[Any]]


def in_batches(store: Store, query: str, values: Sequence[object]) -> Iterator[Columns]:
    """Give what a query finds in one state of the data, a part at a time."""
    with store.reading() as cursor:
        for batch in cursor.execute(query, list(values)).to_arrow_reader(ROWS):
            yield batch.to_pydict()
