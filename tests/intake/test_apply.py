"""What was shown is recorded whole, with its file, or not at all."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

import pytest

from indicators.intake.apply import BlockedError, Consent, apply
from indicators.intake.examination import examine
from indicators.intake.sender import Sender, SenderError
from indicators.intake.undo import plan_undo, undo
from indicators.store.connection import Store, open_store
from indicators.store.errors import StaleError
from indicators.store.found import findings_counted, findings_in
from indicators.store.held import held_at, received
from indicators.store.history import latest, observations_at, versions
from indicators.store.journal import verify
from tests.project import PROJECT
from tests.recording import figure, record
from tests.rounds import rounds

HEAD = "ma_chi_tieu,nam,gia_tri,don_vi,nguon"
LAN = Sender("Lan", "Sở GD&ĐT")
NOTHING_TICKED = Consent()
KILLS, SECONDS = rounds(4, few=2), rounds(4, few=1)


def file_of(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *rows, ""]).encode()


GOOD = file_of("ML02,2026,84.9,,Sở", "CS02,2026,95,,Sở")
WARNED = file_of("ML02,2024,77,,Sở")
FAULTY = file_of("ML02,2026,84.9,,Sở", "ML99,2026,1,,Sở")
UNUSABLE = file_of("ML02,84.9", head="ma_chi_tieu,gia_tri")


def send(store: Store, content: bytes, consent: Consent = NOTHING_TICKED):
    return apply(store, examine(store, "tệp.csv", content), consent, LAN)


@pytest.mark.parametrize(
    ("content", "outcome", "blocked", "values"),
    [
        (GOOD, "accept", None, [84.9, 95.0]),
        (WARNED, "accept_with_warning", None, [77.0]),
        (FAULTY, "reject", "rows", [84.9]),
        (UNUSABLE, "reject", "file", []),
        (b"", "reject", "file", []),
        (b"\xff\xfe\x00", "reject", "file", []),
    ],
)
def test_an_examined_file_is_accepted_accepted_with_warnings_or_rejected(
    published: Store, content, outcome, blocked, values
):
    examined = examine(published, "tệp.csv", content)
    assert (examined.outcome, examined.blocked) == (outcome, blocked)
    assert [row.value for row in examined.observations] == values
    assert [row.value for row in examined.preview.rows] == values


def test_an_applied_file_is_one_version_with_its_bytes_its_sender_and_its_rows(own: Store):
    before = latest(own).number

    version = send(own, GOOD)

    assert (version.number, version.kind, version.by, version.agency, version.note) == (
        before + 1, "upload", "Lan", "Sở GD&ĐT", "Tệp tệp.csv",
    )  # fmt: skip
    assert versions(own)[-1] == version
    assert astuple(received(own, version.number)) == (
        "tệp.csv", sha256(GOOD).hexdigest(), GOOD, "Lan", "Sở GD&ĐT", "approved", 2, 2, 0,
    )  # fmt: skip
    key = ("CS02", "31", "", 2026, "nam")
    held = held_at(own, version.number, [key])[key]
    assert (held.version, held.upload) == (version.number, version.number)
    assert held.observation == figure("CS02", 2026, 95.0, source="Sở", row=3)
    assert verify(own) == []


def test_only_what_changes_is_written(own: Store):
    record(own, figure("ML02", 2026, 84.9, source="Sở"))
    version = send(own, GOOD)
    rows = observations_at(own, version.number)
    assert rows[rows["version"] == version.number]["indicator"].tolist() == ["CS02"]
    upload = received(own, version.number)
    assert (upload.rows_read, upload.rows_loaded) == (2, 1)


def test_the_same_file_twice_is_recognised_and_changes_nothing(own: Store):
    first = send(own, GOOD)

    examined = examine(own, "tên khác.csv", GOOD)

    assert examined.recorded_in == (first.number,)
    assert examined.preview.rows == ()
    assert apply(own, examined, Consent(), LAN) is None
    assert latest(own) == first


def test_the_same_figures_in_other_bytes_change_nothing(own: Store):
    first = send(own, GOOD)
    examined = examine(own, "tệp.csv", GOOD.replace(b"\n", b"\r\n").replace(b"84.9", b'"84,90"'))
    assert examined.recorded_in == ()
    assert apply(own, examined, Consent(), LAN) is None
    assert latest(own) == first


def test_a_stale_preview_is_not_applied_and_names_who_came_first(own: Store):
    examined = examine(own, "tệp.csv", GOOD)
    minh = record(own, figure("ML03", 2026, 3.0))

    with pytest.raises(StaleError) as refusal:
        apply(own, examined, Consent(), LAN)

    assert str(refusal.value) == (
        f"Bản xem trước dựa trên phiên bản {minh.number - 1}, nhưng kiểm thử vừa ghi phiên bản "
        f"{minh.number}. Chưa ghi gì; hãy xem lại thay đổi rồi ghi nhận lần nữa."
    )
    assert latest(own) == minh
    assert send(own, GOOD).number == minh.number + 1


def test_of_two_who_apply_at_once_one_is_told_that_the_preview_is_stale(own: Store):
    shown = [
        examine(own, f"{value}.csv", file_of(f"ML02,2026,{value},,Sở")) for value in (81, 82, 83)
    ]
    gate, outcomes = threading.Barrier(len(shown)), []

    def press(examined) -> None:
        gate.wait()
        try:
            outcomes.append(apply(own, examined, Consent(), LAN).kind)
        except StaleError:
            outcomes.append("stale")

    people = [threading.Thread(target=press, args=[examined]) for examined in shown]
    for each in people:
        each.start()
    for each in people:
        each.join()

    assert sorted(outcomes) == ["stale", "stale", "upload"]
    assert verify(own) == []


@pytest.mark.parametrize(
    ("content", "consent", "message"),
    [
        (WARNED, Consent(), "Chưa ghi gì: tệp còn 1 cảnh báo chưa xác nhận."),
        (WARNED, Consent(frozenset({"jump"})), "Chưa ghi gì: tệp còn 1 cảnh báo chưa xác nhận."),
        (WARNED, Consent(only_clean=True), "Chưa ghi gì: tệp còn 1 cảnh báo chưa xác nhận."),
        (FAULTY, Consent(every_warning=True), "Chưa ghi gì: tệp còn 1 lỗi."),
        (UNUSABLE, Consent(every_warning=True, only_clean=True), "Chưa ghi gì: tệp còn 1 lỗi."),
        (FAULTY + b"ML02,2024,77,,\n", Consent(),
         "Chưa ghi gì: tệp còn 1 lỗi, 1 cảnh báo chưa xác nhận."),
    ],
)  # fmt: skip
def test_what_nobody_agreed_to_stands_in_the_way(own: Store, content, consent, message):
    before = latest(own)
    with pytest.raises(BlockedError) as refusal:
        send(own, content, consent)
    assert str(refusal.value) == message
    assert latest(own) == before


@pytest.mark.parametrize("by", ["kind", "one", "all"])
def test_a_ticked_warning_is_noted_and_kept_with_the_value(own: Store, by):
    examined = examine(own, "tệp.csv", WARNED)
    consent = {
        "kind": Consent(frozenset({"before_merger"})),
        "one": Consent(ticked=frozenset(examined.warnings)),
        "all": Consent(every_warning=True),
    }[by]

    version = apply(own, examined, consent, LAN)

    assert version.note == "Tệp tệp.csv; đã xác nhận before_merger"
    key = ("ML02", "31", "", 2024, "nam")
    assert held_at(own, version.number, [key])[key].observation.back_cast


def test_findings_are_kept_with_the_file_also_those_that_kept_rows_out(own: Store):
    content = file_of("ML02,2026,84.9,,Sở", "ML99,2026,1,,Sở", "ML02,2024,77,,Sở", "CS02,2026,,,")
    examined = examine(own, "tệp.csv", content)

    version = apply(own, examined, Consent(every_warning=True, only_clean=True), LAN)

    assert findings_in(own, version.number, most=9) == examined.findings
    assert [finding.kind for finding in examined.findings] == [
        "unknown_indicator", "before_merger", "missing_value",
    ]  # fmt: skip
    undone = undo(own, plan_undo(own, version.number), LAN)
    assert findings_in(own, undone.number, most=9) == ()
    assert verify(own) == []


def test_clean_rows_load_once_the_person_says_so(own: Store):
    version = send(own, FAULTY, Consent(only_clean=True))
    assert version.note == "Tệp tệp.csv; chỉ nhập dòng đúng, bỏ unknown_indicator"
    upload = received(own, version.number)
    assert (upload.rows_read, upload.rows_loaded) == (2, 1)


@pytest.mark.parametrize(
    ("name", "agency", "kept"),
    [
        (" Lan\n Anh ", "", Sender("Lan Anh", "")),
        ("Lan\x00", "Sở  GD&ĐT", Sender("Lan", "Sở GD&ĐT")),
        ("Hoa\u0300", "", Sender("Hoà", "")),
        (" \t", "", "Hãy ghi tên người gửi."),
        ("a" * 201, "", "Tên người gửi và cơ quan không dài quá 200 ký tự."),
        ("a", "b" * 201, "Tên người gửi và cơ quan không dài quá 200 ký tự."),
    ],
)
def test_a_sender_has_a_name_on_one_line(name, agency, kept):
    if isinstance(kept, Sender):
        assert Sender.named(name, agency) == kept
        return
    with pytest.raises(SenderError) as refusal:
        Sender.named(name, agency)
    assert str(refusal.value) == kept


def applied_until_killed(path: Path, delay: float) -> list[int]:
    """Versions a process said it had applied before it was killed, `delay` s after its first."""
    root = PROJECT
    with subprocess.Popen(
        [sys.executable, "-m", "tests.intake.applying", str(path)],
        stdout=subprocess.PIPE, text=True, cwd=root, env=os.environ | {"PYTHONPATH": str(root)},
    ) as process:  # fmt: skip
        first = process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        said = first + process.stdout.read()
    assert process.returncode == -signal.SIGKILL
    return [int(line) for line in said.splitlines(keepends=True) if line.endswith("\n")]


def test_after_a_kill_every_file_is_whole_or_absent_and_nothing_told_is_lost(own: Store):
    path, start = own.path, latest(own).number
    own.close()
    chance = random.Random(71)  # noqa: S311
    deadline, kills = time.monotonic() + SECONDS, 0
    while time.monotonic() < deadline or kills < KILLS:
        kills += 1
        said = applied_until_killed(path, chance.uniform(0.0, 0.3))

        store = open_store(path)
        numbers = [version.number for version in versions(store)]
        with store.reading() as cursor:
            rows = cursor.execute(
                "SELECT version, count(*), count(DISTINCT value) FROM observation "
                "WHERE version > ? GROUP BY ALL ORDER BY 1",
                [start],
            ).fetchall()
        files = [received(store, number).file_name for number in numbers[start:]]
        found = findings_counted(store)
        faults = verify(store)
        store.close()

        assert faults == []
        assert said
        assert set(said) <= set(numbers)
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) - said[-1] <= 1
        # Each file has one value in all its rows, so a mixture would show.
        assert all(found[number] == {("remark", "bad_year"): 19} for number in numbers[start:])
        assert rows == [(number, 31, 1) for number in numbers[start:]]
        assert files == [f"{number}.csv" for number in numbers[start:]]
