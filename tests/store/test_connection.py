"""Opening: what is no board of ours, or not whole, is refused in Vietnamese and left as it was."""

import os
import re
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Barrier, Thread

import duckdb
import pytest

from indicators.catalogue.records import Catalogue
from indicators.store.connection import (
    DamagedError,
    ForeignError,
    HeldError,
    MissingError,
    NewerError,
    OutdatedError,
    Store,
    StoreError,
    create,
    open_store,
)  # fmt: skip
from indicators.store.history import latest, observations_at
from indicators.store.journal import record_catalogue, record_observations, verify
from indicators.store.records import Observation, Upload
from tests.project import PROJECT
from tests.rounds import rounds

Figure = Callable[..., Observation]
HEADER = 4096


@pytest.fixture
def board(store: Store, figure: Figure) -> Path:
    """A closed board file with a figure in it."""
    upload = Upload.received("a.csv", os.urandom(400_000), "Minh")
    record_observations(store, upload, [figure(year) for year in range(2000, 2026)], "Minh")
    store.close()
    return store.path


def state(path: Path) -> dict[str, str]:
    """Digest of the file and of everything beside it."""
    return {
        file.name: sha256(file.read_bytes()).hexdigest()
        for file in path.parent.iterdir()
        if file.is_file()
    }


def refused(path: Path, kind: type[StoreError]) -> str:
    """The sentence of a refusal, which must have changed nothing."""
    before = state(path)
    with pytest.raises(kind) as refusal:
        open_store(path)
    assert state(path) == before
    assert type(refusal.value) is kind
    return str(refusal.value)


def checksummed(block: bytes) -> bytes:
    """A DuckDB header block with its checksum made right again."""
    total = 5381
    for (word,) in struct.iter_unpack("<Q", block[8:]):
        total ^= word * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    return struct.pack("<Q", total) + block[8:]


def test_a_text_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    path.write_text("ma_chi_tieu,nam,gia_tri\n", encoding="utf-8")

    assert refused(path, ForeignError) == (
        f"Tệp {path} không phải cơ sở dữ liệu DuckDB. Tệp được giữ nguyên."
    )


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    path.touch()

    assert refused(path, ForeignError) == (
        f"Tệp {path} rỗng, không phải cơ sở dữ liệu. Tệp được giữ nguyên."
    )


def test_a_sqlite_file_is_refused_without_fetching_an_extension(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE board (a)")
    connection.close()

    assert refused(path, ForeignError) == (
        f"Tệp {path} là cơ sở dữ liệu SQLite, không phải của bảng này. Tệp được giữ nguyên."
    )


@pytest.mark.parametrize(
    "tables",
    [
        "CREATE TABLE sales (a INTEGER)",
        "CREATE TABLE board (a INTEGER)",
        "CREATE TABLE board (application VARCHAR, schema_version INTEGER, nature VARCHAR)",
        "CREATE TABLE board AS SELECT 'khác' AS application, 1 AS schema_version, 'real' AS nature",
    ],
)
def test_a_database_of_another_programme_is_refused(tmp_path: Path, tables: str) -> None:
    path = tmp_path / "board.duckdb"
    with duckdb.connect(path) as stranger:
        stranger.execute(tables)

    assert refused(path, ForeignError) == (
        f"Tệp {path} là cơ sở dữ liệu của một chương trình khác. Tệp được giữ nguyên."
    )


def test_a_database_without_any_table_is_told_as_a_build_that_broke_off(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    duckdb.connect(path).close()

    assert refused(path, ForeignError) == (
        f"Tệp {path} không có bảng dữ liệu nào: có thể lần dựng trước bị dừng vì đĩa đầy. Tệp được "
        "giữ nguyên. Hãy chuyển tệp đi nơi khác rồi chạy lại, phần mềm sẽ dựng tệp mới."
    )


def test_a_strangers_unfinished_log_is_not_folded_into_his_file(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    script = (
        "import duckdb, os; c = duckdb.connect(os.environ['P']);"
        "c.execute('CREATE TABLE sales (a INTEGER)'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script], env=os.environ | {"P": str(path)}, check=True)
    assert path.with_name("board.duckdb.wal").exists()

    refused(path, ForeignError)


def test_a_board_of_a_newer_schema_is_refused(board: Path) -> None:
    with duckdb.connect(board) as newer:
        newer.execute("UPDATE board SET schema_version = 4")

    assert refused(board, NewerError) == (
        f"Tệp {board} do phiên bản phần mềm mới hơn tạo ra (cấu trúc 4, phần mềm này đọc được đến "
        "cấu trúc 3). Hãy cập nhật phần mềm. Tệp được giữ nguyên."
    )


def test_a_board_without_a_column_of_today_is_refused(board: Path) -> None:
    with duckdb.connect(board) as older:
        older.execute("ALTER TABLE area DROP COLUMN name")

    assert refused(board, OutdatedError) == (
        f"Tệp {board} thiếu cột name của bảng area: tệp do bản phần mềm thử trước đây tạo ra. "
        "Tệp được giữ nguyên. Hãy chuyển tệp đi nơi khác, phần mềm sẽ dựng tệp mới."
    )


def test_a_file_of_a_newer_duckdb_is_refused(board: Path) -> None:
    content = bytearray(board.read_bytes())
    header = bytes(content[:HEADER])
    assert checksummed(header) == header
    newer = header[:12] + struct.pack("<Q", 999) + header[20:]
    board.write_bytes(checksummed(newer) + content[HEADER:])

    assert refused(board, NewerError) == (
        f"Tệp {board} do phiên bản DuckDB mới hơn tạo ra. Hãy cập nhật phần mềm. "
        "Tệp được giữ nguyên."
    )


@pytest.mark.parametrize("kept", [16, 100, 4096, 8192, 12288, 100_000])
def test_a_file_cut_short_is_refused(board: Path, kept: int) -> None:
    board.write_bytes(board.read_bytes()[:kept])

    assert refused(board, DamagedError) == (
        f"Cơ sở dữ liệu {board} bị hỏng, không đọc được hết. Tệp được giữ nguyên. "
        "Hãy khôi phục từ bản sao lưu."
    )


@pytest.mark.parametrize("where", [0, 13, 4100, 8200, 12288, 12400])
def test_a_flipped_byte_in_what_is_read_first_is_noticed(board: Path, where: int) -> None:
    content = bytearray(board.read_bytes())
    content[where] ^= 0xFF
    board.write_bytes(content)

    assert "bị hỏng" in refused(board, DamagedError)


def test_a_flipped_byte_anywhere_is_noticed_before_a_wrong_figure_is_shown(board: Path) -> None:
    whole = board.read_bytes()
    figures = read_all(board)
    flips = rounds(60, few=12)
    noticed = 0
    for where in range(HEADER * 3, len(whole), len(whole) // flips):
        content = bytearray(whole)
        content[where] ^= 0x01
        board.write_bytes(content)
        try:
            assert read_all(board) == figures
        except DamagedError:
            noticed += 1
    assert noticed > flips // 6


def read_all(path: Path) -> list[object]:
    """All figures, or DamagedError; closes the file either way."""
    store = open_store(path)
    try:
        assert verify(store) == []
        return observations_at(store, latest(store).number)["value"].tolist()
    finally:
        store.close()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "không có" / "board.duckdb"

    with pytest.raises(MissingError) as refusal:
        open_store(path)

    assert str(refusal.value) == (
        f"Không có thư mục {path.parent}. Hãy tạo thư mục này hoặc chỉ nơi khác bằng BOARD_DB."
    )
    assert not path.parent.exists()


def test_opening_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="Chưa có cơ sở dữ liệu"):
        open_store(tmp_path / "board.duckdb")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_or_a_pipe_is_no_database(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(ForeignError, match="không phải là tệp"):
            open_store(path)


def test_creating_over_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    path.write_text("của người khác")

    with pytest.raises(FileExistsError):
        create(path)

    assert path.read_text() == "của người khác"


def test_real_and_illustrative_figures_are_never_mixed_up(tmp_path: Path) -> None:
    create(tmp_path / "thử.duckdb", "illustrative").close()

    assert refused(tmp_path / "thử.duckdb", ForeignError) == (
        f"Cơ sở dữ liệu {tmp_path / 'thử.duckdb'} chứa số liệu minh họa, không phải số liệu thật; "
        "không dùng lẫn được. Tệp được giữ nguyên. Hãy mở tệp này bằng bảng minh họa (make demo, "
        "BOARD_NATURE=illustrative), hoặc chỉ tệp khác bằng BOARD_DB."
    )
    open_store(tmp_path / "thử.duckdb", "illustrative").close()


def test_a_file_held_by_another_process_is_refused_by_its_number(board: Path) -> None:
    script = (
        "import duckdb, os, sys; c = duckdb.connect(os.environ['P']);"
        "print('mở', flush=True); sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=pipe, stdout=pipe, env=os.environ | {"P": str(board)}
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline()
        with pytest.raises(HeldError) as refusal:
            open_store(board)
        holder.communicate()

    assert str(refusal.value) == (
        f"Cơ sở dữ liệu {board} đang được tiến trình {holder.pid} dùng; hãy thử lại sau ít giây."
    )
    open_store(board).close()


def test_one_process_shares_one_store_however_the_path_is_written(
    board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = board.with_name("link.duckdb")
    link.symlink_to(board)
    monkeypatch.chdir(board.parent)

    stores = {id(open_store(path)) for path in (board, link, Path("board.duckdb"))}

    assert len(stores) == 1
    open_store(board).close()


def test_many_threads_opening_at_once_get_the_same_store(board: Path) -> None:
    start, stores = Barrier(8), []

    def open_one() -> None:
        start.wait()
        stores.append(open_store(board))

    threads = [Thread(target=open_one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(stores) == 8
    assert len(set(map(id, stores))) == 1
    stores[0].close()


def test_two_databases_in_one_process_keep_apart(
    tmp_path: Path, catalogue: Catalogue, figure: Figure
) -> None:
    one, two = create(tmp_path / "one.duckdb"), create(tmp_path / "two.duckdb")
    record_catalogue(one, catalogue, "Lan", kind="seed")
    record_observations(two, None, [figure(2025, 2.0)], "Minh")

    assert [latest(store).kind for store in (one, two)] == ["seed", "upload"]
    assert observations_at(one, 1).empty
    assert observations_at(two, 1)["value"].tolist() == [2.0]
    one.close()
    assert latest(two).number == 1
    two.close()


def test_a_closed_store_opens_again_with_what_it_held(store: Store, figure: Figure) -> None:
    record_observations(store, None, [figure(2025, 1.5)], "Minh")
    store.close()

    again = open_store(store.path)

    assert again is not store
    assert observations_at(again, 2)["value"].tolist() == [1.5]
    again.close()


def test_writing_into_a_file_that_was_replaced_is_refused(store: Store, figure: Figure) -> None:
    store.path.rename(store.path.with_name("cất đi.duckdb"))
    with pytest.raises(StoreError, match="đã bị xóa hoặc thay bằng tệp khác"):
        record_observations(store, None, [figure()], "Minh")

    store.path.write_text("tệp khác")
    with pytest.raises(StoreError, match="đã bị xóa hoặc thay bằng tệp khác"):
        record_observations(store, None, [figure()], "Minh")
    assert store.path.read_text() == "tệp khác"


def test_a_reader_sees_one_state_while_another_writes(store: Store, figure: Figure) -> None:
    with store.reading() as cursor:
        before = cursor.execute("SELECT count(*) FROM observation").fetchall()
        record_observations(store, None, [figure()], "Minh")
        after = cursor.execute("SELECT count(*) FROM observation").fetchall()

    assert (before, after) == ([(0,)], [(0,)])
    assert len(observations_at(store, 2)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY version TO '/tmp/ra.csv'",
        "INSTALL httpfs",
        "SELECT * FROM 'https://example.org/a.parquet'",
        "SET enable_external_access = true",
        "ATTACH '/tmp/khac.duckdb' AS khac",
    ],
)
def test_sql_reaches_nothing_but_the_board(store: Store, statement: str) -> None:
    with pytest.raises(StoreError), store.reading() as cursor:
        cursor.execute(statement)
    assert latest(store).number == 1


def test_sql_stands_only_in_the_store() -> None:
    project = PROJECT / "indicators"
    sql = re.compile(r"\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b")
    found = {
        str(file.relative_to(project))
        for file in project.rglob("*.py")
        if sql.search(file.read_text(encoding="utf-8"))
    }

    assert found
    assert {name for name in found if not name.startswith("store/")} == set()


def test_the_store_never_changes_or_removes_a_row() -> None:
    folder = PROJECT / "indicators" / "store"
    files = [file for kind in ("*.py", "*.sql") for file in folder.rglob(kind)]
    # Accounts are no figures: they lie in a file of their own.
    own = [file for file in files if not file.stem.startswith("accounts")]
    text = "".join(file.read_text(encoding="utf-8") for file in own)

    assert "INSERT INTO" in text
    changing = r"\b(UPDATE \w+ SET \w+|DELETE FROM|DROP TABLE|TRUNCATE|ON CONFLICT)\b"
    # What a board grows by is no row of a version.
    assert re.findall(changing, text) == [
        "UPDATE board SET schema_version",
        "UPDATE board SET identity",
    ]
