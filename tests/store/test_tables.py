"""The tables are the records: a field missing in either is found here."""

from datetime import date, datetime
from typing import get_type_hints

import pytest

from indicators.catalogue.records import Target
from indicators.store.connection import Store
from indicators.store.records import Finding, Observation, Upload, Version
from indicators.store.tables import CATALOGUE, VERSIONED, columns_of, plain_type, table_of

SQL_TYPE = {
    str: "VARCHAR",
    int: "INTEGER",
    float: "DOUBLE",
    bool: "BOOLEAN",
    date: "DATE",
    datetime: "TIMESTAMP",
    bytes: "BLOB",
}
BESIDE = {
    Upload: ["upload", "version"],
    Observation: ["version", "upload"],
    Finding: ["version", "seq"],
    Version: [],
}
# What a step adds to a table comes behind its record and allows NULL.
GROWN_BEHIND = {
    Target: [("upload", "INTEGER", True), ("sheet", "VARCHAR", True), ("row", "INTEGER", True)]
}
# A row that only changes the state of an upload repeats no bytes.
EMPTIED = {(Upload, "content")}


def described(record: type) -> list[tuple[str, str, bool]]:
    """Columns as the record class asks for them: name, type, whether NULL is allowed."""
    hints = {name: plain_type(hint) for name, hint in get_type_hints(record).items()}
    return [
        (name, SQL_TYPE[hints[name][0]], hints[name][1] or (record, name) in EMPTIED)
        for name in columns_of(record)
    ]


@pytest.mark.parametrize("record", [*VERSIONED, Version], ids=table_of)
def test_a_table_has_the_fields_of_its_record_in_order(empty_store: Store, record: type) -> None:
    with empty_store.reading() as cursor:
        columns = cursor.execute(
            "SELECT column_name, data_type, is_nullable FROM duckdb_columns() "
            "WHERE table_name = ? ORDER BY column_index",
            [table_of(record)],
        ).fetchall()

    beside = BESIDE.get(record, ["version", "seq", "withdrawn"])
    assert [name for name, _, _ in columns[: len(beside)]] == beside
    assert columns[len(beside) :] == described(record) + GROWN_BEHIND.get(record, [])


def test_every_table_with_a_version_is_sealed_and_no_other_exists(empty_store: Store) -> None:
    with empty_store.reading() as cursor:
        tables = cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()

    sealed = {table_of(record) for record in VERSIONED}
    assert {name for (name,) in tables} == sealed | {"board", "version"}
    assert set(CATALOGUE.values()) < set(VERSIONED)
