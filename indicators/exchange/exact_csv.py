"""Tables as CSV that loses nothing, and back.

Numbers are written as short as they are still the same; text always stands in quotes, so that ""
is an empty text and nothing at all is no value.
"""

from collections.abc import Iterable, Iterator
from typing import IO

import pyarrow as pa
import pyarrow.csv as arrow_csv

# Bytes read at a time; a row must fit.
BLOCK = 32 * 1024 * 1024


def csv_pieces(schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    """Write a table piece by piece, its heading first."""
    out = pa.BufferOutputStream()
    with arrow_csv.CSVWriter(out, schema):
        pass
    yield out.getvalue().to_pybytes()
    plain = arrow_csv.WriteOptions(include_header=False)
    for batch in batches:
        out = pa.BufferOutputStream()
        arrow_csv.write_csv(batch, out, plain)
        yield out.getvalue().to_pybytes()


def csv_batches(file: IO[bytes], types: dict[str, pa.DataType]) -> Iterator[pa.RecordBatch]:
    """Read a table batch by batch; columns that are not named stay out. Raises pa.ArrowInvalid."""
    yield from arrow_csv.open_csv(
        file,
        read_options=arrow_csv.ReadOptions(block_size=BLOCK),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(
            column_types=types,
            include_columns=list(types),
            include_missing_columns=True,
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
