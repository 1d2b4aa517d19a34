"""A board of each released schema opens, keeps its hashes, and holds what came since."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from indicators.intake.sender import Sender
from indicators.intake.undo import plan_undo, undo
from indicators.store.connection import (
    NewerError,
    OutdatedError,
    ReadOnlyError,
    create,
    open_store,
)
from indicators.store.found import FOUND, finding_batches, findings_counted, findings_in
from indicators.store.growth import STEPS
from indicators.store.history import observations_at, versions
from indicators.store.journal import record, record_observations, undone_by, verify
from indicators.store.mark_check import check_marks
from indicators.store.plans import plan_places, plans_at
from indicators.store.recognition import SCHEMA_VERSION
from indicators.store.records import Batch, Entry, Finding, Observation, Upload
from tests.store.older_boards import BOARDS, contents, layout, made_from

FINDING = Finding("remark", "bad_year", "Biểu 1", 7, "nam", "1996", "Năm 1996 trước năm 2015.")
OTHER = Finding("error", "unknown_indicator", "", None, "", "", "Không có chỉ tiêu này.")


def unseen(_path: Path) -> None:
    """Nothing is kept of a board that a test made."""


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A board as the first software left it: three versions, no table of findings."""
    return made_from(BOARDS[0], tmp_path / "board.duckdb")


def test_there_is_a_step_for_every_number_and_a_board_of_every_schema() -> None:
    numbers = list(range(1, SCHEMA_VERSION + 1))
    assert [int(step.stem) for step in sorted(STEPS.iterdir())] == numbers[1:]
    kept = {int(re.match(r"schema_(\d+)", board.stem)[1]) for board in BOARDS}
    assert sorted(kept) == numbers


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.stem)
def test_a_board_of_each_schema_becomes_one_of_today_with_all_it_held(
    board: Path, tmp_path: Path
) -> None:
    path = made_from(board, tmp_path / "board.duckdb")
    before = contents(path)

    store = open_store(path, before_upgrade=unseen)
    assert (store.schema, store.read_only, verify(store)) == (SCHEMA_VERSION, False, [])
    held = [(entry.number, entry.hash) for entry in versions(store)]
    store.close()

    assert held == [(row["number"], row["hash"]) for row in before["version"]]
    after = contents(path)
    for table in before.keys() - {"board"}:
        lacking = dict.fromkeys(after[table][0]) if after[table] else {}
        assert after[table] == [lacking | row for row in before[table]], table
    assert after["board"] == [
        {"identity": held[0][1]} | before["board"][0] | {"schema_version": SCHEMA_VERSION}
    ]
    create(tmp_path / "new.duckdb").close()
    assert layout(path) == layout(tmp_path / "new.duckdb")


def test_an_older_board_keeps_findings_from_then_on(
    first: Path, figure: Callable[..., Observation]
) -> None:
    store = open_store(first, before_upgrade=unseen)
    assert findings_in(store, 2, most=9) == ()

    upload = Upload.received("b.csv", b"x", "Minh")
    version = record(
        store, Entry("Minh"), Batch([figure()], upload=upload, findings=[FINDING, OTHER])
    )
    store.close()

    again = open_store(first)
    assert (version.number, verify(again)) == (4, [])
    assert findings_in(again, 4, most=9) == (FINDING, OTHER)
    again.close()


def test_an_undo_of_older_software_is_read_by_its_note_and_a_new_one_by_its_column(
    first: Path,
) -> None:
    store = open_store(first, before_upgrade=unseen)
    assert [(entry.undoes, undone_by(entry)) for entry in versions(store)] == [
        (None, None), (None, None), (None, 2),
    ]  # fmt: skip
    undone = undo(store, plan_undo(store, 3), Sender.named("Minh", "Sở GD&ĐT"))
    assert undone
    assert (undone.undoes, undone_by(undone), verify(store)) == (3, 3, [])
    assert undone_by(replace(undone, note="Trả lại như cũ")) == 3
    store.close()


def test_which_version_an_undo_takes_back_cannot_be_changed_unnoticed(first: Path) -> None:
    store = open_store(first, before_upgrade=unseen)
    undo(store, plan_undo(store, 3), Sender.named("Minh", "Sở GD&ĐT"))
    store.close()
    with duckdb.connect(first) as tampered:
        tampered.execute("UPDATE version SET undoes = 2 WHERE number = 4")

    store = open_store(first)
    assert verify(store) == ["Nội dung của phiên bản 4 đã bị thay đổi sau khi ghi."]
    store.close()


def test_software_of_the_first_schema_refuses_a_grown_board(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(first, before_upgrade=unseen).close()
    grown = first.read_bytes()
    monkeypatch.setattr("indicators.store.recognition.SCHEMA_VERSION", 1)
    with pytest.raises(NewerError, match=r"cấu trúc 3, phần mềm này đọc được đến cấu trúc 1"):
        open_store(first, before_upgrade=unseen)
    assert first.read_bytes() == grown


def test_opening_a_grown_board_changes_nothing(first: Path) -> None:
    open_store(first, before_upgrade=unseen).close()
    beside = list(first.parent.iterdir())
    grown = [(file.name, file.stat().st_mtime_ns, file.read_bytes()) for file in beside]
    open_store(first, before_upgrade=lambda _: pytest.fail("nothing to upgrade")).close()
    beside = list(first.parent.iterdir())
    assert [(file.name, file.stat().st_mtime_ns, file.read_bytes()) for file in beside] == grown
    assert {file.name for file in beside} == {"board.duckdb", "board.duckdb.mark"}


@pytest.mark.parametrize("is_writable", [True, False])
def test_an_older_board_that_is_not_upgraded_is_read_as_it_is(
    first: Path,
    figure: Callable[..., Observation],
    monkeypatch: pytest.MonkeyPatch,
    is_writable: bool,
) -> None:
    before = first.read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: is_writable)
    store = open_store(first, before_upgrade=None if is_writable else unseen)
    assert (store.read_only, store.schema) == (True, 1)
    assert observations_at(store, 3)["value"].tolist() == [76.98]
    assert verify(store) == []
    assert findings_in(store, 2, most=9) == ()
    assert findings_counted(store) == {}
    assert check_marks(store).faults == ()
    assert (plans_at(store, 3), plan_places(store, "ML02")) == ({}, {})
    assert list(finding_batches(store, 3)) == []
    refusal = "chưa được nâng cấp cho bản phần mềm này" if is_writable else "chỉ cho đọc"
    with pytest.raises((OutdatedError, ReadOnlyError), match=refusal):
        record_observations(store, None, [figure()], "Minh")
    store.close()
    assert first.read_bytes() == before


def test_a_finding_touched_afterwards_is_noticed(
    first: Path, figure: Callable[..., Observation]
) -> None:
    store = open_store(first, before_upgrade=unseen)
    record(store, Entry("Minh"), Batch([figure()], findings=[FINDING]))
    record_observations(store, None, [figure(2026)], "Minh")
    store.close()
    with duckdb.connect(first) as tampered:
        tampered.execute("UPDATE finding SET message = 'Không sao.'")

    store = open_store(first)
    assert verify(store) == ["Nội dung của phiên bản 4 đã bị thay đổi sau khi ghi."]
    store.close()


def test_findings_are_counted_whole_and_given_by_kind_up_to_a_number(
    first: Path, figure: Callable[..., Observation]
) -> None:
    store = open_store(first, before_upgrade=unseen)
    many = [Finding("remark", "bad_year", "", row, "nam", "1996", "Cũ.") for row in range(2, 7)]
    record(store, Entry("Minh"), Batch([figure()], findings=[*many[:2], OTHER, *many[2:]]))

    assert findings_in(store, 4, most=3) == (*many[:2], OTHER, many[2])
    assert findings_counted(store) == {
        4: {("remark", "bad_year"): 5, ("error", "unknown_indicator"): 1}
    }
    (kept,) = finding_batches(store, 4)
    assert (tuple(kept), kept["row"][3:]) == (FOUND, [4, 5, 6])
    assert list(finding_batches(store, 3)) == []
    store.close()
