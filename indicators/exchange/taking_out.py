"""A board taken out whole: every row of every table as CSV, and the files that were received."""

from collections.abc import Iterator, Mapping
from functools import partial

import pyarrow as pa

from indicators.exchange.exact_csv import csv_pieces
from indicators.exchange.manifest import NAME, Manifest
from indicators.exchange.parcel import Content
from indicators.store.whole import WholeBoard
from indicators.wording.illustrative import HEADING, MARK


def files_of(board: WholeBoard, beside: Mapping[str, bytes]) -> tuple[Manifest, dict[str, Content]]:
    """Give the files of a board, and others to lie beside them.

    The manifest comes last, when all it lists is written.
    """
    manifest = Manifest(board.mark, board.nature, board.schema)
    files: dict[str, Content] = {
        table_name(table): partial(_table, board, table) for table in board.tables
    }
    for digest in board.digests():
        files[file_name(digest)] = partial(_file, board, digest)
    listed: dict[str, Content] = {
        name: partial(_listed, manifest, name, content) for name, content in files.items()
    }
    others: dict[str, Content] = {
        name: partial(iter, [content]) for name, content in beside.items()
    }
    return manifest, listed | others | {NAME: lambda: iter([manifest.written()])}


def table_name(table: str) -> str:
    """Name the file of a table."""
    return f"tables/{table}.csv"


def file_name(digest: str) -> str:
    """Name a file that was received, by the SHA-256 of its bytes."""
    return f"files/{digest}"


def _listed(manifest: Manifest, name: str, content: Content) -> Iterator[bytes]:
    return manifest.listing(name, content())


def _table(board: WholeBoard, table: str) -> Iterator[bytes]:
    rows = board.rows(table)
    if board.nature == "real":
        return csv_pieces(rows.schema, rows)
    heading = pa.field(HEADING, pa.string())
    return csv_pieces(rows.schema.append(heading), map(_marked, rows))


def _marked(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Say in every row that the figures are made up."""
    return batch.append_column(HEADING, pa.array([MARK] * len(batch), pa.string()))


def _file(board: WholeBoard, digest: str) -> Iterator[bytes]:
    yield board.content(digest)
