"""A board taken out and brought in again is the first one: each row, file, value and hash."""

import json
import stat
from pathlib import Path
from shutil import copy

import duckdb
import pytest

from indicators.briefing.steps import no_progress
from indicators.commands.run import main
from indicators.exchange.bringing_in import bring_in
from indicators.exchange.parcel import write_parcel
from indicators.exchange.taking_out import files_of
from indicators.store.connection import open_store
from indicators.store.whole import whole_board
from tests.exchange.conftest import Told
from tests.store.older_boards import BOARDS, contents, layout, made_from


@pytest.mark.parametrize(
    ("board", "form"), [("broken_up", "ra"), ("odd_up", "ra.zip"), ("made_up", "ra.zip")]
)
def test_the_board_brought_in_is_the_one_taken_out(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    told: Told,
    tmp_path: Path,
    board: str,
    form: str,
) -> None:
    if board == "made_up":
        monkeypatch.setenv("BOARD_NATURE", "illustrative")
    (tmp_path / "mới").mkdir()
    first = Path(copy(request.getfixturevalue(board), tmp_path / "first.duckdb"))
    again = tmp_path / "mới" / "again.duckdb"

    told("export", form, "--whole", "--db", str(first))
    assert "cả chuỗi băm nguyên vẹn" in told("import", form, "--db", str(again))

    assert (contents(again), layout(again)) == (contents(first), layout(first))
    for words in (["status", "--json"], ["status", "--json", "--at-version", "2"], ["journal"]):
        first_told = told(*words, "--db", str(first)).partition("Nhật ký khớp với dấu")[0]
        assert told(*words, "--db", str(again)).startswith(first_told)
    told("export", "một", "--db", str(first))
    told("export", "hai", "--db", str(again))
    one, two = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}
        for name in ("một", "hai")
    )
    assert one == two


def test_an_older_board_that_is_only_read_is_taken_out_and_brought_in_as_todays(
    tmp_path: Path,
) -> None:
    for number, old in enumerate(BOARDS):
        (tmp_path / f"{number}").mkdir()
        first = made_from(old, tmp_path / f"{number}" / "first.duckdb")
        store = open_store(first)
        with whole_board(store) as board:
            write_parcel(tmp_path / f"{number}" / "ra", files_of(board, {})[1], no_progress)
        store.close()
        again = tmp_path / f"{number}" / "again.duckdb"
        bring_in(tmp_path / f"{number}" / "ra", again, "real", no_progress)
        upgraded = open_store(first, before_upgrade=print)
        upgraded.close()
        assert (contents(again), layout(again)) == (contents(first), layout(first)), old.stem


def test_what_is_taken_out_whole_is_its_owners_alone_and_holds_no_more_than_it_lists(
    parcel: Path,
) -> None:
    assert stat.S_IMODE(parcel.stat().st_mode) == 0o700
    found = {file.relative_to(parcel).as_posix() for file in parcel.rglob("*") if file.is_file()}
    listed = json.loads((parcel / "manifest.json").read_text())["files"]
    assert found == {*listed, "manifest.json", "data_dictionary.csv"}
    head = json.loads((parcel / "manifest.json").read_text())["head"]
    with duckdb.connect(parcel.with_name("first.duckdb"), read_only=True) as first:
        (newest,) = first.execute("SELECT hash FROM version ORDER BY number DESC").fetchone()
    assert newest.startswith(head)


def test_only_all_versions_together_are_taken_out_whole(parcel: Path) -> None:
    first = str(parcel.with_name("first.duckdb"))
    answer = main(["export", "khác", "--whole", "--at-version", "1", "--db", first])
    assert (answer.code, answer.error) == (
        2, "--whole xuất mọi phiên bản; hãy bỏ --on và --at-version."
    )  # fmt: skip
