"""Between records and rows: every table of the store has the columns of its record class.

A field added to a record and to `schema.sql` needs no change here.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from operator import attrgetter
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import pyarrow as pa
from duckdb import DuckDBPyConnection

from indicators.catalogue.records import KEYS, Catalogue
from indicators.store.records import Finding, Observation, Upload, Version

# Attributes of a catalogue and the record class each holds: {"targets": Target, …}.
CATALOGUE: dict[str, type] = {
    name: get_args(hint)[0] for name, hint in get_type_hints(Catalogue).items()
}
# Explicit types, so that a column of only None is still a column of numbers.
ARROW = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    bytes: pa.binary(),
}
# What a row has beside its record: version, upload, seq, withdrawn.
Extra = Mapping[str, Sequence[object]]
# Records whose tables a board lacks that was made before them and is only read: see steps/.
GROWN = (Finding,)
GROWN_COLUMNS: dict[type, frozenset[str]] = {Version: frozenset(("undoes",))}
VERSIONED = (Upload, Observation, *CATALOGUE.values(), *GROWN)


def table_of(record: type) -> str:
    """Name the table of a record class: AreaOrigin → area_origin."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", record.__name__).lower()


def columns_of(record: type) -> tuple[str, ...]:
    """List the fields of a record class, which are columns of its table in this order."""
    named: tuple[str, ...] | None = getattr(record, "_fields", None)
    return named or tuple(field.name for field in fields(record))


def key_of(row: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """Give what tells a catalogue record from others of its class."""
    return tuple(getattr(row, name) for name in KEYS[type(row)])


def quoted(names: Iterable[str]) -> str:
    """Write column names for SQL; `group` is a word of the language."""
    return ", ".join(f'"{name}"' for name in names)


def plain_type(hint: object) -> tuple[type, bool]:
    """Reduce an annotation to its Python type and whether it allows None."""
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    named = [part for part in parts if part is not type(None)]
    kind = str if get_origin(named[0]) is Literal else cast(type, named[0])
    return kind, len(named) < len(parts)


def newest(
    cursor: DuckDBPyConnection, record: type, version: int, kinds: Sequence[str] | None = None
) -> list[tuple[int, Any]]:
    """Read the records of a catalogue class in force at a version, in order, with their `seq`.

    With `kinds`, only versions of these kinds are looked at. The tables are small: the newest of a
    key is found faster here than by a window over wide rows.
    """
    query = f"""
        SELECT withdrawn, seq, {quoted(columns_of(record))} FROM "{table_of(record)}"
        WHERE version <= $1
          AND ($2 IS NULL OR version IN (SELECT number FROM version WHERE list_contains($2, kind)))
        ORDER BY version
    """  # noqa: S608
    found = {}
    for withdrawn, seq, *fields_read in cursor.execute(query, [version, kinds]).fetchall():
        row = record(*fields_read)
        found[key_of(row)] = (withdrawn, seq, row)
    held = [(seq, row) for withdrawn, seq, row in found.values() if not withdrawn]
    return sorted(held, key=lambda item: item[0])


def insert(cursor: DuckDBPyConnection, record: type, rows: Sequence[Any], extra: Extra) -> None:
    """Append records with their extra columns (version, seq, …), all in one statement."""
    frame = _frame(record, rows, extra)
    names = quoted(frame.column_names)
    cursor.register("incoming", frame)
    cursor.execute(f'INSERT INTO "{table_of(record)}" ({names}) SELECT {names} FROM incoming')  # noqa: S608
    cursor.unregister("incoming")


def _frame(record: type, rows: Sequence[Any], extra: Extra) -> pa.Table:
    hints = get_type_hints(record)
    columns = {
        name: pa.array(list(map(attrgetter(name), rows)), ARROW[plain_type(hints[name])[0]])
        for name in columns_of(record)
    }
    return pa.table(columns | {name: pa.array(values) for name, values in extra.items()})
