"""The entries of the journal as they stand in a file, and whether their chain holds."""

from datetime import UTC

from duckdb import DuckDBPyConnection

from indicators.store import chain
from indicators.store.growth import FIRST_SCHEMA, schema_of
from indicators.store.records import Version
from indicators.store.tables import GROWN_COLUMNS, columns_of, quoted


def read_versions(cursor: DuckDBPyConnection) -> list[Version]:
    """Read the journal's entries in order."""
    lacking = GROWN_COLUMNS[Version] if schema_of(cursor) == FIRST_SCHEMA else ()
    named = [name for name in columns_of(Version) if name not in lacking]
    rows = cursor.execute(f"SELECT {quoted(named)} FROM version ORDER BY number").fetchall()  # noqa: S608
    return [Version(row[0], row[1].replace(tzinfo=UTC), *row[2:]) for row in rows]


def chain_faults(cursor: DuckDBPyConnection) -> list[str]:
    """Check the whole chain; a Vietnamese sentence for each thing that is not as it was written."""
    entries = read_versions(cursor)
    digests = chain.digests(cursor)
    previous = chain.genesis(cursor)
    faults = [
        f"Có dữ liệu ghi phiên bản {number} nhưng nhật ký không có phiên bản này."
        for number in sorted(set(digests) - {entry.number for entry in entries})
    ]
    for position, entry in enumerate(entries, start=1):
        faults += _faults(entry, position, previous, digests.get(entry.number, {}))
        previous = entry.hash
    return faults


def _faults(entry: Version, position: int, previous: str, rows: dict[str, str]) -> list[str]:
    faults = []
    if entry.number != position:
        faults.append(f"Thiếu phiên bản trước phiên bản {entry.number}.")
    if entry.previous_hash != previous:
        faults.append(f"Phiên bản {entry.number} không nối với mục ngay trước nó.")
    if entry.hash != chain.seal(entry, rows):
        faults.append(f"Nội dung của phiên bản {entry.number} đã bị thay đổi sau khi ghi.")
    return faults
