"""What single keys hold at a version, and the files that figures came in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.records import OBSERVATION_KEY, Observation, Period, Status, Upload
from indicators.store.tables import ARROW, columns_of, quoted

Key = tuple[str, str, str, int, Period]

KEY = quoted(OBSERVATION_KEY)
ROW = f"version, upload, {quoted(columns_of(Observation))}"
KEY_TYPES = (str, str, str, int, str)
NEWEST = f"""
    SELECT {ROW} FROM observation SEMI JOIN asked USING ({KEY}) WHERE version <= ?
    QUALIFY row_number() OVER (PARTITION BY {KEY} ORDER BY version DESC) = 1
"""  # noqa: S608
IN_FORCE = f"""
    SELECT {KEY}, value, status FROM (
        SELECT {KEY}, value, status, label FROM observation WHERE version <= ?
        QUALIFY row_number() OVER (PARTITION BY {KEY} ORDER BY version DESC) = 1
    ) WHERE value IS NOT NULL OR label <> ''
"""  # noqa: S608
EVER = f"""
    SELECT {ROW} FROM observation
    WHERE indicator = ? AND area = ? AND "group" = ? AND year = ? AND period = ? ORDER BY version
"""  # noqa: S608
BROUGHT = f"SELECT {ROW} FROM observation WHERE version = ? ORDER BY {KEY}"  # noqa: S608
# The bytes stay with the first row of an upload; later rows of it change its state.
FILE = f"SELECT {quoted(columns_of(Upload))} FROM upload WHERE upload = ? AND version = ?"  # noqa: S608
NAMED = "SELECT file_name, sha256, sender FROM upload WHERE upload = ? AND version = ?"
SAME_FILE = """
    SELECT version FROM upload
    WHERE sha256 = ? AND version = upload AND version <= ? ORDER BY version
"""

BY_FILE = f"""
    SELECT o.*, CASE WHEN u.sender = ? THEN u.file_name END
    FROM (SELECT {quoted(columns_of(Observation))}, upload FROM observation
          QUALIFY row_number() OVER (PARTITION BY {KEY} ORDER BY version DESC) = 1) o
    LEFT JOIN upload u ON u.upload = o.upload AND u.version = o.upload
"""  # noqa: S608
NEWEST_FILE = """
    SELECT sha256 FROM upload WHERE file_name = ? AND sender = ? ORDER BY version DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Held:
    """The newest row of a key: the version that wrote it and the upload it came in, if any."""

    version: int
    upload: int | None
    observation: Observation

    @property
    def withdrawn(self) -> bool:
        """Whether this row takes a figure away."""
        return self.observation.value is None and not self.observation.label


@dataclass(frozen=True, slots=True)
class FileNamed:
    """A file as it was received, without its bytes, and who sent it."""

    name: str
    sha256: str
    sender: str


def held_at(store: Store, version: int, keys: Iterable[Key]) -> dict[Key, Held]:
    """Give the newest row of each key up to a version; a key never written is left out."""
    columns = list(zip(*keys, strict=True)) or [()] * len(KEY_TYPES)
    asked = pa.table(
        {
            name: pa.array(values, ARROW[kind])
            for name, values, kind in zip(OBSERVATION_KEY, columns, KEY_TYPES, strict=True)
        }
    )
    with store.reading() as cursor:
        cursor.register("asked", asked)
        rows = cursor.execute(NEWEST, [version]).fetchall()
        cursor.unregister("asked")
    return _by_key(rows)


def values_at(store: Store, version: int) -> dict[Key, tuple[float | None, Status]]:
    """Give value and status of every figure in force at a version; read once a version."""
    return store.remember(("values", version), lambda: _values(store, version))


def _values(store: Store, version: int) -> dict[Key, tuple[float | None, Status]]:
    """Read all, or take those of the version before and what this one wrote over them."""
    before: dict[Key, tuple[float | None, Status]] | None = store.recall(("values", version - 1))
    if before is None:
        return _all_values(store, version)
    values = dict(before)
    for key, held in brought_by(store, version).items():
        if held.withdrawn:
            values.pop(key, None)
        else:
            values[key] = held.observation.value, held.observation.status
    return values


def _all_values(store: Store, version: int) -> dict[Key, tuple[float | None, Status]]:
    with store.reading() as cursor:
        rows = cursor.execute(IN_FORCE, [version]).fetchall()
    return {(row[0], row[1], row[2], row[3], row[4]): (row[5], row[6]) for row in rows}


def brought_by(store: Store, version: int) -> dict[Key, Held]:
    """Give the rows that a version wrote, withdrawals included, by key."""
    with store.reading() as cursor:
        return _by_key(cursor.execute(BROUGHT, [version]).fetchall())


def rows_of(store: Store, key: Key) -> list[Held]:
    """Give every row ever written of a key, the newest last."""
    with store.reading() as cursor:
        return list(map(_held, cursor.execute(EVER, list(key)).fetchall()))


def received(store: Store, upload: int) -> Upload:
    """Give a file as it was received, bytes included; raises StoreError when there is none."""
    with store.reading() as cursor:
        row = cursor.execute(FILE, [upload, upload]).fetchone()
    if row is None:
        raise StoreError(f"Phiên bản {upload} không có tệp kèm theo.")
    return Upload(*row)


def file_named(store: Store, upload: int) -> FileNamed:
    """Name a file by its upload, without reading its bytes; raises StoreError without one."""
    with store.reading() as cursor:
        row = cursor.execute(NAMED, [upload, upload]).fetchone()
    if row is None:
        raise StoreError(f"Phiên bản {upload} không có tệp kèm theo.")
    return FileNamed(*row)


def same_file(store: Store, version: int, sha256: str) -> list[int]:
    """List the versions up to this one that brought a file with this hash."""
    with store.reading() as cursor:
        return [number for (number,) in cursor.execute(SAME_FILE, [sha256, version]).fetchall()]


def newest_of_file(store: Store, name: str, sender: str) -> str | None:
    """Give the hash of the newest file that a sender sent under a name; None when there is none."""
    with store.reading() as cursor:
        row = cursor.execute(NEWEST_FILE, [name, sender]).fetchone()
    return str(row[0]) if row else None


def figures_by_file(store: Store, sender: str) -> dict[Observation, str | None]:
    """Give the newest row of every key, and the name of the sender's file that it came in."""
    with store.reading() as cursor:
        rows = cursor.execute(BY_FILE, [sender]).fetchall()
    return {Observation(*row[:-2]): row[-1] for row in rows}


def _by_key(rows: list[Any]) -> dict[Key, Held]:
    return {each.observation.key: each for each in map(_held, rows)}


def _held(row: Any) -> Held:  # noqa: ANN401 (a row of either query above)
    return Held(row[0], row[1], Observation(*row[2:]))
