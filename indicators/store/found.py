"""The findings kept with the files they were made in."""

from collections.abc import Iterator

from indicators.store.batches import Columns, in_batches
from indicators.store.connection import Store
from indicators.store.growth import has
from indicators.store.records import Finding, FindingKind, Severity
from indicators.store.tables import columns_of, quoted

# How many findings there are of each severity and kind.
Tally = dict[tuple[Severity, FindingKind], int]

FIELDS = quoted(columns_of(Finding))
FIRST_OF_A_KIND = f"""
    SELECT {FIELDS} FROM finding WHERE version = ?
    QUALIFY row_number() OVER (PARTITION BY severity, kind ORDER BY seq) <= ? ORDER BY seq
"""  # noqa: S608
COUNTED = """
    SELECT version, severity, kind, count(*) FROM finding GROUP BY ALL ORDER BY version, min(seq)
"""
FOUND = ("version", "seq", *columns_of(Finding))
UP_TO = f"SELECT version, seq, {FIELDS} FROM finding WHERE version <= ? ORDER BY version, seq"  # noqa: S608


def findings_in(store: Store, version: int, most: int) -> tuple[Finding, ...]:
    """Give what was found in the file of a version, in order, at most so many of each kind."""
    with store.reading() as cursor:
        if not has(cursor, "finding"):
            return ()
        rows = cursor.execute(FIRST_OF_A_KIND, [version, most]).fetchall()
    return tuple(Finding(*row) for row in rows)


def findings_counted(store: Store) -> dict[int, Tally]:
    """Count the findings by version; versions without any are not in the answer."""
    with store.reading() as cursor:
        rows = cursor.execute(COUNTED).fetchall() if has(cursor, "finding") else []
    counted: dict[int, Tally] = {}
    for version, severity, kind, count in rows:
        counted.setdefault(version, {})[severity, kind] = count
    return counted


def finding_batches(store: Store, version: int) -> Iterator[Columns]:
    """Give all findings kept up to a version in order, a part at a time, by the columns FOUND."""
    with store.reading() as cursor:
        is_kept = has(cursor, "finding")
    return in_batches(store, UP_TO, [version]) if is_kept else iter(())
