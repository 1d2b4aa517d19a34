"""Marks: a database that lost its newest versions, or is another, is shown and not written."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import copy

import duckdb
import pytest

from indicators.store.connection import ReadOnlyError, Store, StoreError, create, open_store
from indicators.store.history import latest, observations_at, versions
from indicators.store.journal import record_observations, record_taken_as_it_is, verify
from indicators.store.local_time import local_day
from indicators.store.mark_check import check_marks, told_at_start
from indicators.store.marks import mark_places
from indicators.store.records import Observation, Upload
from tests.project import PROJECT
from tests.store.left_log import record_in_log

Figure = Callable[..., Observation]
TAIL = (
    " Bảng chỉ cho xem, không ghi gì, cho đến khi người quản trị trả đúng tệp về chỗ cũ rồi chạy "
    "lại bảng, hoặc xác nhận dùng tệp này bằng lệnh confirm {number}."
)


@pytest.fixture
def older(store: Store, figure: Figure, tmp_path: Path) -> Path:
    """A copy of the board at version 2; the board itself goes on to 4 and is closed."""
    record_observations(store, None, [figure(2024, 70.0)], "Minh")
    kept = Path(copy(store.path, tmp_path / "cũ"))
    for year in (2025, 2026):
        record_observations(store, None, [figure(year, 71.0)], "Minh")
    store.close()
    return kept


def told(place: Path) -> dict[str, object]:
    """What a mark says."""
    return json.loads(place.read_text(encoding="utf-8"))


def refusal(store: Store, figure: Figure) -> str:
    """The sentence with which a board refuses to be written."""
    before = store.path.read_bytes()
    with pytest.raises(ReadOnlyError) as refused:
        record_observations(store, None, [figure(2027)], "Minh")
    assert store.path.read_bytes() == before
    return str(refused.value)


def lagging(path: Path, figure: Figure) -> str:
    """Open a board that must be shown only, and give its sentence."""
    before = path.read_bytes(), [place.read_bytes() for place in mark_places(path)]
    store = open_store(path)
    assert store.lag
    assert refusal(store, figure) == store.lag.sentence
    assert verify(store) == []
    assert check_marks(store).faults == (store.lag.sentence,)
    store.close()
    assert (path.read_bytes(), [place.read_bytes() for place in mark_places(path)]) == before
    return store.lag.sentence


def test_each_version_is_marked_beside_the_file_and_in_the_folder_above(
    store: Store, figure: Figure, tmp_path: Path
) -> None:
    version = record_observations(store, None, [figure()], "Minh")

    beside, apart = mark_places(store.path)
    assert beside == tmp_path / "board.duckdb.mark"
    assert apart.parent == tmp_path.parent
    assert str(tmp_path)[1:].replace("/", "-") in apart.name
    with store.reading() as cursor:
        (identity,) = cursor.execute("SELECT identity FROM board").fetchall()[0]
    assert len(identity) == 36
    for place in (beside, apart):
        assert told(place) == {
            "database": str(store.path),
            "identity": identity,
            "number": 2,
            "hash": version.hash,
        }
    assert check_marks(store).verdict == (
        "Nhật ký khớp với dấu: cạnh tệp phiên bản 2, ở nơi thứ hai phiên bản 2."
    )
    assert told_at_start(store) == []


def test_board_mark_names_the_second_place_for_any_number_of_databases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Figure
) -> None:
    apart = tmp_path / "đĩa khác"
    apart.mkdir()
    monkeypatch.setenv("BOARD_MARK", str(apart))
    for folder in ("a-b", "a"):
        (tmp_path / folder).mkdir()
        store = create(
            tmp_path / folder / ("board.duckdb" if folder == "a-b" else "b-board.duckdb")
        )
        record_observations(store, None, [figure()], "Minh")
        store.close()

    assert len(list(apart.iterdir())) == 2
    assert len({told(place)["database"] for place in apart.iterdir()}) == 2


def test_in_a_checkout_there_is_no_second_place_and_the_start_says_so(
    tmp_path: Path, figure: Figure
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "data").mkdir()
    store = create(tmp_path / "data" / "board.duckdb")
    record_observations(store, None, [figure()], "Minh")

    assert mark_places(store.path) == (tmp_path / "data" / "board.duckdb.mark",)
    assert sorted(file.name for file in tmp_path.iterdir()) == [".git", "data"]
    assert told_at_start(store) == [
        "Dấu của cơ sở dữ liệu chỉ nằm cạnh tệp, mất cả thư mục thì không biết được; hãy đặt "
        "BOARD_MARK là một thư mục ở đĩa khác."
    ]
    store.close()


def test_a_name_longer_than_a_file_may_have_is_cut_and_told_apart(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["sở giáo dục và đào tạo"] * 12)
    deep.mkdir(parents=True)

    names = {mark_places(deep / name)[1].name for name in ("board.duckdb", "báo.duckdb")}

    assert len(names) == 2
    assert max(len(os.fsencode(name)) for name in names) < 240


def test_an_older_copy_is_shown_and_not_written(older: Path, store: Store, figure: Figure) -> None:
    copy(older, store.path)
    behind = open_store(store.path)
    day = f"{local_day(latest(behind).at):%d/%m/%Y}"
    behind.close()

    assert lagging(store.path, figure) == (
        f"Cơ sở dữ liệu đang mở chỉ đến phiên bản 2 (ghi ngày {day}), còn dấu cho biết đã ghi đến "
        "phiên bản 4: có thể đĩa chưa được gắn, thiếu tệp .wal đi kèm, hoặc đây là một bản chép cũ."
        + TAIL.format(number=2)
    )


@pytest.mark.parametrize("lost", [0, 1], ids=["beside the file", "in the second place"])
def test_one_mark_is_enough_and_the_newer_of_two_counts(
    older: Path, store: Store, figure: Figure, lost: int
) -> None:
    copy(older, store.path)
    open_store(older).close()  # an older folder put back brings its own mark
    older_mark = told(mark_places(older)[0])
    mark_places(store.path)[lost].write_text(json.dumps(older_mark))
    assert "đã ghi đến phiên bản 4" in lagging(store.path, figure)

    mark_places(store.path)[lost].unlink()
    store = open_store(store.path)
    assert "đã ghi đến phiên bản 4" in refusal(store, figure)
    store.close()


def test_a_lost_log_is_noticed(store: Store, figure: Figure) -> None:
    store.close()
    log = record_in_log(store.path)
    kept = log.read_bytes()
    log.unlink()
    assert "chỉ đến phiên bản 1" in lagging(store.path, figure)

    log.write_bytes(kept)
    again = open_store(store.path)
    assert (again.lag, latest(again).number) == (None, 2)
    again.close()


def test_a_version_kept_before_a_kill_and_not_marked_is_accepted_and_marked(
    store: Store, figure: Figure
) -> None:
    before = [place.read_bytes() for place in mark_places(store.path)]
    version = record_observations(store, None, [figure()], "Minh")
    store.close()
    for place, content in zip(mark_places(store.path), before, strict=True):
        place.write_bytes(content)

    again = open_store(store.path)

    assert again.lag is None
    assert [told(place)["hash"] for place in mark_places(store.path)] == [version.hash] * 2
    again.close()


def test_a_board_that_split_off_before_its_mark_is_shown_only(
    older: Path, store: Store, figure: Figure, tmp_path: Path
) -> None:
    apart = tmp_path / "nơi khác" / "dữ liệu"
    apart.mkdir(parents=True)
    other = open_store(Path(copy(older, apart / "board.duckdb")))
    for year in (2025, 2026, 2027):
        record_observations(other, None, [figure(year, 99.0)], "Hoa")
    other.close()
    copy(other.path, store.path)

    assert lagging(store.path, figure) == (
        "Cơ sở dữ liệu đang mở không có phiên bản 4 như dấu đã ghi: đây là một bản khác, tách ra "
        "từ trước phiên bản đó." + TAIL.format(number=5)
    )


def test_another_board_in_its_place_is_shown_only(
    older: Path, store: Store, figure: Figure, tmp_path: Path
) -> None:
    other = create(tmp_path / "khác.duckdb")
    record_observations(other, None, [figure()], "Hoa")
    other.close()
    copy(other.path, store.path)

    assert lagging(store.path, figure) == (
        "Cơ sở dữ liệu đang mở là của một bảng khác, không phải bảng mà dấu đã ghi."
        + TAIL.format(number=1)
    )
    assert older.exists()


def test_marks_that_cannot_be_read_are_no_marks_that_agree(store: Store, figure: Figure) -> None:
    store.close()
    beside, apart = mark_places(store.path)
    beside.write_bytes(b"")
    again = open_store(store.path)
    assert (again.lag, told(beside)) == (None, told(apart))
    again.close()

    beside.write_bytes(b"")
    apart.write_text('{"number": "nhiều"}', encoding="utf-8")
    assert lagging(store.path, figure) == (
        "Dấu của cơ sở dữ liệu không đọc được, nên không biết số liệu có đủ hay không."
        + TAIL.format(number=1)
    )


def test_a_confirmed_board_is_written_again_and_its_journal_says_what_is_missing(
    older: Path, store: Store, figure: Figure
) -> None:
    lost = told(mark_places(store.path)[0])
    copy(older, store.path)
    behind = open_store(store.path)
    kept = behind.remember("kept", lambda: 1)

    version = record_taken_as_it_is(behind, "Lan", print)

    assert (behind.lag, behind.read_only, behind.recall("kept")) == (None, False, kept)
    assert (version.number, version.kind, version.by) == (3, "setting", "Lan")
    assert version.note == (
        "Xác nhận dùng cơ sở dữ liệu đang ở phiên bản 2; dấu cũ ghi phiên bản 4 "
        f"(mã {str(lost['hash'])[:10]})"
    )
    assert record_observations(behind, None, [figure(2028)], "Minh").number == 4
    behind.close()
    again = open_store(store.path)
    assert (again.lag, verify(again), len(versions(again))) == (None, [], 4)
    assert observations_at(again, 4)["year"].tolist() == [2024, 2028]
    with pytest.raises(StoreError, match="không có gì phải xác nhận"):
        record_taken_as_it_is(again, "Lan", print)
    again.close()


def test_what_cannot_be_marked_is_not_confirmed(older: Path, store: Store, figure: Figure) -> None:
    copy(older, store.path)
    for place in mark_places(store.path):
        place.unlink()
        place.mkdir()  # nothing can be renamed over it
    behind = open_store(store.path)

    with pytest.raises(StoreError, match="Không ghi được dấu, nên chưa xác nhận xong"):
        record_taken_as_it_is(behind, "Lan", print)
    assert "lệnh confirm 3" in refusal(behind, figure)
    behind.close()


def test_a_missing_mark_is_told_until_the_next_version(store: Store, figure: Figure) -> None:
    beside, apart = mark_places(store.path)
    beside.unlink()
    assert check_marks(store).faults == ("Không còn dấu cạnh tệp.",)
    record_observations(store, None, [figure()], "Minh")
    assert check_marks(store).faults == ()
    apart.write_bytes(b"?")
    assert check_marks(store).faults == ("Dấu ở nơi thứ hai không đọc được.",)


def test_an_illustrative_board_has_an_identity_and_no_mark(tmp_path: Path, figure: Figure) -> None:
    store = create(tmp_path / "minh-hoa.duckdb", "illustrative")
    record_observations(store, None, [figure()], "Minh")
    with store.reading() as cursor:
        identity = cursor.execute("SELECT identity FROM board").fetchall()
    assert len(identity[0][0]) == 36
    assert list(tmp_path.iterdir()) == [store.path]
    assert (check_marks(store).verdict, told_at_start(store)) == ("", [])
    store.close()


def test_copies_of_a_board_without_an_identity_grow_the_same_one(tmp_path: Path) -> None:
    first, seen = tmp_path / "board.duckdb", []
    with duckdb.connect(first) as made:
        made.execute((PROJECT / "tests/store/boards/schema_1.sql").read_text(encoding="utf-8"))
    kept = Path(copy(first, tmp_path / "cũ"))
    open_store(first, before_upgrade=seen.append).close()
    marked = told(mark_places(first)[0])

    copy(kept, first)
    again = open_store(first, before_upgrade=seen.append)

    assert again.lag is None
    assert told(mark_places(first)[0]) == marked
    assert versions(again)[0].hash == marked["identity"]
    again.close()


def test_a_copy_of_the_file_alone_is_whole_after_each_version(
    store: Store, figure: Figure, tmp_path: Path
) -> None:
    for year in (2024, 2025):
        with store.reading() as reader:  # others read all the while
            reader.execute("SELECT count(*) FROM observation").fetchall()
            number = record_observations(store, None, [figure(year)], "Minh").number
            assert not store.path.with_name("board.duckdb.wal").exists()
        alone = open_store(Path(copy(store.path, tmp_path / f"chép-{year}.duckdb")))
        assert (latest(alone).number, verify(alone)) == (number, [])
        alone.close()


def test_nothing_is_open_to_others_whatever_the_umask(tmp_path: Path) -> None:
    script = (
        "import os, sys; os.umask(0); from pathlib import Path;"
        "from indicators.seeding.prepare import prepare;"
        "from indicators.store import connection;"
        "from indicators.store.journal import record_observations;"
        "store = prepare(Path(sys.argv[1]));"
        "connection.log_of = lambda path: os._exit(9);"  # the log stays
        "record_observations(store, None, [], 'Minh')"
    )
    path = tmp_path / "data" / "board.duckdb"
    path.parent.mkdir()
    subprocess.run([sys.executable, "-c", script, str(path)], cwd=PROJECT, check=False)

    files = [*path.parent.iterdir(), *tmp_path.glob("*.mark")]
    assert {file.name: oct(file.stat().st_mode & 0o777) for file in files} == {
        "board.duckdb": "0o600",
        "board.duckdb.wal": "0o600",
        "board.duckdb.mark": "0o600",
        mark_places(path)[1].name: "0o600",
    }


def test_what_was_open_to_others_is_closed_at_the_next_start(store: Store) -> None:
    store.close()
    digest = sha256(store.path.read_bytes()).hexdigest()
    store.path.chmod(0o644)
    open_store(store.path).close()
    assert oct(store.path.stat().st_mode & 0o777) == "0o600"
    assert sha256(store.path.read_bytes()).hexdigest() == digest


def parts_of(store: Store) -> dict[str, int]:
    """In how many parts the tables lie in the file that each version writes into."""
    parts = "SELECT count(DISTINCT row_group_id) FROM pragma_storage_info(?)"
    tables = ("observation", "upload", "version")
    with store.reading() as cursor:
        return {table: cursor.execute(parts, [table]).fetchall()[0][0] for table in tables}


def test_a_small_file_stays_in_order_however_many_versions_there_are(
    store: Store, figure: Figure
) -> None:
    for year in range(2000, 2020):
        upload = Upload.received("a.csv", os.urandom(1000), "Minh")
        record_observations(store, upload, [figure(year)], "Minh")

    assert parts_of(store) == {"observation": 1, "upload": 1, "version": 1}
    assert store.path.stat().st_size < 12_000_000


def test_a_large_file_is_put_in_order_every_so_many_versions(
    store: Store, figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.store.connection.SMALL", 0)
    parts = []
    for year in range(2000, 2033):
        record_observations(store, None, [figure(year)], "Minh")
        parts.append(parts_of(store)["observation"])

    assert parts == [*range(1, 31), 1, 2, 3]
