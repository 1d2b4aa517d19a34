"""Reading: what the board held at a version, and everything ever recorded of an indicator.

A version never changes, so whatever is read for one may be kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import pairwise, repeat
from typing import Any

import pandas as pd

from indicators.catalogue.records import KEYS, Catalogue, Indicator
from indicators.store.batches import Columns, in_batches
from indicators.store.connection import Store, StoreError
from indicators.store.entries import read_versions
from indicators.store.errors import DatabaseError
from indicators.store.local_time import VIETNAM
from indicators.store.records import BLANK, OBSERVATION_KEY, Observation, Recorded, Upload, Version
from indicators.store.tables import CATALOGUE, columns_of, newest, quoted, table_of

KEY = quoted(OBSERVATION_KEY)
FIELDS = columns_of(Observation)
ORIGIN = {
    "version": "o.version",
    "recorded_at": 'v."at"',
    "recorded_by": 'v."by"',
    "file_name": "coalesce(u.file_name, '')",
}
OBSERVED = (*FIELDS, *ORIGIN)
RECEIVED = ("upload", "version", *(name for name in columns_of(Upload) if name != "content"))
UPLOADS = f"""
    SELECT {quoted(RECEIVED)} FROM upload WHERE version <= ?
    QUALIFY row_number() OVER (PARTITION BY upload ORDER BY version DESC) = 1 ORDER BY upload
"""  # noqa: S608
FROM = """
    FROM ({rows}) o
    JOIN version v ON v.number = o.version
    LEFT JOIN upload u ON u.upload = o.upload AND u.version = o.upload
"""


def versions(store: Store) -> list[Version]:
    """List the journal, oldest first; asked anew after each write of this process."""
    return list(store.remember(("versions", store.writes), lambda: _versions(store)))


def _versions(store: Store) -> list[Version]:
    with store.reading() as cursor:
        return read_versions(cursor)


def latest(store: Store) -> Version:
    """Give the newest version; raises StoreError on a board without any."""
    entries = versions(store)
    if not entries:
        raise DatabaseError(f"Cơ sở dữ liệu {store.path} chưa có phiên bản nào.")
    return entries[-1]


def version_at(store: Store, number: int) -> Version:
    """Give a version by its number; raises StoreError when there is none."""
    last = latest(store)
    if not 1 <= number <= last.number:
        raise StoreError(f"Không có phiên bản {number}; phiên bản mới nhất là {last.number}.")
    return versions(store)[number - 1]


def version_headed(store: Store, head: str) -> Version | None:
    """Give the version whose hash begins so; None where the chain passes through none."""
    return next((entry for entry in versions(store) if entry.hash.startswith(head)), None)


def version_on(store: Store, day: date) -> Version:
    """Give the version in force at the end of a day in Vietnam.

    Raises StoreError, naming the first day there is, when the day is earlier.
    """
    end = datetime.combine(day, time.max, VIETNAM)
    entries = versions(store)
    held = [entry for entry in entries if entry.at <= end]
    if not held:
        first = min(entry.at for entry in entries or [latest(store)]).astimezone(VIETNAM)
        raise StoreError(
            f"Chưa có dữ liệu vào ngày {day:%d/%m/%Y}; ngày đầu tiên có dữ liệu là "
            f"{first:%d/%m/%Y}."
        )
    return held[-1]


def catalogue_at(store: Store, version: int) -> Catalogue:
    """Give the definitions, targets and settings in force at a version, in document order."""
    changed = store.remember(("changed", version), lambda: _catalogue_changed(store, version))
    return store.remember(("catalogue", changed), lambda: _catalogue(store, changed))


def observations_at(
    store: Store,
    version: int,
    indicator: str | None = None,
    area: str | None = None,
    group: str | None = None,
    columns: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Give the figures in force at a version, one row a key, ordered by key; group '' is the total.

    Columns as Observation, then version, recorded_at (aware UTC), recorded_by, file_name ('' when
    none); fewer when named. Withdrawn figures are left out; one with a label but no number stays.
    """
    wanted = {"indicator": indicator, "area": area, "group": group}
    given = {name: value for name, value in wanted.items() if value is not None}
    return _frame(store, _in_force(given, columns), [version, *given.values()])


def observation_batches(store: Store, version: int) -> Iterator[Columns]:
    """Give the rows of `observations_at` a part at a time, as columns of plain values."""
    for columns in in_batches(store, _in_force([], None), [version]):
        at = (when.replace(tzinfo=UTC) for when in columns["recorded_at"])
        yield columns | {"recorded_at": list(at)}


def recorded_at(store: Store, version: int, indicator: str | None = None) -> list[Recorded]:
    """Give the figures in force at a version as records, ordered by key."""
    given = [indicator] if indicator is not None else []
    query = _in_force(
        ["indicator"] if given else [], [*FIELDS, "version", "recorded_at", "file_name"]
    )
    with store.reading() as cursor:
        rows = cursor.execute(query, [version, *given]).fetchall()
    return [
        Recorded(Observation(*figure), number, at.replace(tzinfo=UTC), file_name)
        for *figure, number, at, file_name in rows
    ]


def observations_in(frame: pd.DataFrame) -> Iterator[Observation]:
    """Turn rows into records; a missing number is None, a field without a column says nothing."""
    # Whole columns, as plain objects: pandas hands out the texts of its own one by one, and slowly.
    plain = frame.astype({"row": "Int64"} if "row" in frame else {}).astype(object)
    columns = {name: each.tolist() for name, each in plain.where(frame.notna(), None).items()}
    return map(Observation, *(columns.get(name, repeat(BLANK[n])) for n, name in enumerate(FIELDS)))


def observation_history(store: Store, indicator: str) -> pd.DataFrame:
    """Give every row ever recorded of an indicator, withdrawals included, oldest version last.

    Columns as `observations_at`.
    """
    rows = "SELECT * FROM observation WHERE indicator = ?"
    query = f"SELECT {_columns(None)} {FROM.format(rows=rows)} ORDER BY {_ordered()}, o.version"
    return _frame(store, query, [indicator])


def record_history(store: Store, record: type, **having: str) -> list[tuple[int, bool, Any]]:
    """List the versions of a catalogue class's records as (version, withdrawn, record).

    A row that only moved, its content as before, is left out.
    """
    where = " AND ".join(f'"{name}" = ?' for name in having) or "true"
    query = f"""
        SELECT version, withdrawn, {quoted(columns_of(record))} FROM "{table_of(record)}"
        WHERE {where} ORDER BY {quoted(KEYS[record])}, version
    """  # noqa: S608
    with store.reading() as cursor:
        found = cursor.execute(query, list(having.values())).fetchall()
    rows = [(row[0], row[1], record(*row[2:])) for row in found]
    return [row for before, row in pairwise([(0, True, None), *rows]) if row[1:] != before[1:]]


def indicators_ever(store: Store, version: int) -> tuple[Indicator, ...]:
    """Give the indicators in every form that a catalogue up to a version had them in."""
    changed = store.remember(("changed", version), lambda: _catalogue_changed(store, version))
    return store.remember(("indicators ever", changed), lambda: _indicators_ever(store, changed))


def _indicators_ever(store: Store, version: int) -> tuple[Indicator, ...]:
    rows = record_history(store, Indicator)
    return tuple(indicator for number, _, indicator in rows if number <= version)


def uploads(store: Store, version: int) -> pd.DataFrame:
    """List the files received up to a version, newest state of each, without their bytes."""
    return _frame(store, UPLOADS, [version])


def upload_batches(store: Store, version: int) -> Iterator[Columns]:
    """Give the rows of `uploads` a part at a time, as columns of plain values."""
    return in_batches(store, UPLOADS, [version])


def _catalogue_changed(store: Store, version: int) -> int:
    """Find the last version up to this one that touched the catalogue: uploads mostly do not."""
    newest = " UNION ALL ".join(
        f'SELECT max(version) AS number FROM "{table_of(record)}" WHERE version <= $1'  # noqa: S608
        for record in CATALOGUE.values()
    )
    with store.reading() as cursor:
        row = cursor.execute(f"SELECT max(number) FROM ({newest})", [version]).fetchone()  # noqa: S608
    return int(row[0] or 0) if row else 0


def _catalogue(store: Store, version: int) -> Catalogue:
    with store.reading() as cursor:
        return Catalogue(
            **{
                name: tuple(row for _, row in newest(cursor, record, version))
                for name, record in CATALOGUE.items()
            }
        )


def _in_force(having: Iterable[str], columns: Sequence[str] | None) -> str:
    where = "".join(f' AND "{name}" = ?' for name in having)
    newest = f"""
        SELECT * FROM observation WHERE version <= ?{where}
        QUALIFY row_number() OVER (PARTITION BY {KEY} ORDER BY version DESC) = 1
    """  # noqa: S608
    rows = f"SELECT * FROM ({newest}) WHERE value IS NOT NULL OR label <> ''"  # noqa: S608
    return f"SELECT {_columns(columns)} {FROM.format(rows=rows)} ORDER BY {_ordered()}"


def _columns(names: Sequence[str] | None) -> str:
    known = {name: f'o."{name}"' for name in FIELDS} | ORIGIN
    return ", ".join(f'{known[name]} AS "{name}"' for name in names or known)


def _ordered() -> str:
    return ", ".join(f'o."{name}"' for name in OBSERVATION_KEY)


def _frame(store: Store, query: str, values: list[object]) -> pd.DataFrame:
    with store.reading() as cursor:
        frame: pd.DataFrame = cursor.execute(query, values).to_arrow_table().to_pandas()
    if "recorded_at" in frame:
        frame["recorded_at"] = frame["recorded_at"].dt.tz_localize("UTC")
    return frame
