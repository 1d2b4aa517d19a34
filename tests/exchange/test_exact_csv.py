"""Tables as CSV lose nothing: no sign of a text, no bit of a number, no missing value."""

import io
from datetime import date, datetime

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from indicators.exchange.exact_csv import csv_batches, csv_pieces

TEXTS = st.none() | st.text() | st.sampled_from(["", '"', "\r\n", ",", "NULL", "nan", "=1", " a "])
ROWS = st.lists(
    st.tuples(
        TEXTS,
        st.none() | st.floats(allow_nan=False),
        st.none() | st.integers(-(2**31), 2**31 - 1),
        st.none() | st.booleans(),
        st.none() | st.dates(min_value=date(1, 1, 1)),
        st.datetimes(min_value=datetime(1700, 1, 1), max_value=datetime(2250, 1, 1)),
        TEXTS,
    )
)
SCHEMA = pa.schema(
    {
        "văn bản": pa.string(),
        "group": pa.float64(),
        "at": pa.int32(),
        "c": pa.bool_(),
        "d": pa.date32(),
        "e": pa.timestamp("us"),
        "f": pa.string(),
    }
)


@given(ROWS)
def test_rows_come_back_as_they_were(rows: list[tuple[object, ...]]) -> None:
    columns = list(zip(*rows, strict=True)) or [()] * len(SCHEMA)
    table = pa.table([pa.array(c, f.type) for c, f in zip(columns, SCHEMA, strict=True)], SCHEMA)
    written = b"".join(csv_pieces(SCHEMA, table.to_batches(3)))

    types = {field.name: field.type for field in SCHEMA}
    read = pa.Table.from_batches(csv_batches(io.BytesIO(written), types), SCHEMA)

    assert read.equals(table)
    signs = [str(value) for value in read["group"].to_pylist()]
    assert signs == [str(value) for value in table["group"].to_pylist()]
