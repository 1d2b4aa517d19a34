"""Where a database is damaged, gone or behind, the last good backup is named, never used."""

import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import copy

import pytest

from indicators.backup.found import Backup
from indicators.backup.making import back_up
from indicators.backup.offer import offer_beyond, told_of
from indicators.backup.place import ready_folder
from indicators.commands.run import main
from indicators.seeding.prepare import prepare
from indicators.store.connection import Store, StoreError, open_store
from indicators.store.errors import DatabaseError
from indicators.store.journal import record_observations
from indicators.store.marks import mark_places
from indicators.store.records import Observation
from tests.rounds import rounds
from tests.store.left_log import record_in_log

Figure = Callable[..., Observation]


@pytest.fixture
def backups(store: Store, figure: Figure) -> list[Backup]:
    """Backups of versions 1, 2 and 3 of a board that is then closed."""
    folder = ready_folder(store.path)
    made = [back_up(store, folder, "nightly")]
    for year in (2024, 2025):
        record_observations(store, None, [figure(year)], "Minh")
        made.append(back_up(store, folder, "nightly"))
    store.close()
    return made


def offered(backup: Backup, against: str) -> str:
    return (
        f"Bản sao lưu mới nhất còn tốt là {backup.told}{against}. Để dùng bản này, hãy dừng bảng "
        f"rồi chạy: python -m indicators restore {backup.folder} --by TÊN"
    )


def refusal(path: Path) -> str:
    """Why a board is not opened; what readers are told names neither path nor backup."""
    before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    with pytest.raises(DatabaseError) as refused:
        prepare(path)
    after = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    assert after == before
    assert "/" not in refused.value.for_readers
    return str(refused.value)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100_000])


def spoil_head(path: Path) -> None:
    path.write_bytes(b"\0" * 5000 + path.read_bytes()[5000:])


@pytest.mark.parametrize("damage", [cut, spoil_head, Path.unlink])
def test_the_newest_backup_is_offered_for_a_database_that_cannot_be_read(
    store: Store, backups: list[Backup], damage: Callable[[Path], None]
) -> None:
    damage(store.path)
    assert refusal(store.path).endswith(offered(backups[2], ", đủ như dấu đã ghi"))
    told = main(["status", "--db", str(store.path)])
    assert (told.code, told.error) == (2, refusal(store.path))


def test_a_spoilt_backup_is_not_offered_and_what_the_good_one_lacks_is_said(
    store: Store, backups: list[Backup]
) -> None:
    cut(store.path)
    newest = backups[2].file
    newest.write_bytes(newest.read_bytes()[:-1] + b"!")
    assert refusal(store.path).endswith(offered(backups[1], ", còn dấu đã ghi đến phiên bản 3"))
    for backup in backups:
        backup.file.write_bytes(b"\0" + backup.file.read_bytes()[1:])
    folder = store.path.parent / "backups"
    assert refusal(store.path).endswith(
        f"Không bản sao lưu nào trong {folder} còn như khi được ghi."
    )
    for place in mark_places(store.path):
        place.unlink()
    assert "Không bản sao lưu nào" in refusal(store.path)


def test_a_board_behind_its_mark_is_told_of_the_backup_that_has_more(
    store: Store, backups: list[Backup], figure: Figure
) -> None:
    again = open_store(store.path)
    record_observations(again, None, [figure(2026)], "Minh")
    again.close()
    copy(backups[1].file, store.path)

    behind = open_store(store.path)
    assert behind.lag
    offer = offered(backups[2], ", còn dấu đã ghi đến phiên bản 4")
    assert told_of(behind) == [f"{behind.path}: {behind.lag.sentence}", offer]
    sentence = behind.lag.sentence
    behind.close()
    assert main(["journal", "--db", str(store.path)]).error == f"{sentence} {offer}"

    copy(backups[2].file, store.path)
    level = open_store(store.path)
    assert offer_beyond(level) == ""
    level.close()


def test_a_flipped_or_cut_log_never_passes_for_the_newest_version(
    store: Store, backups: list[Backup]
) -> None:
    """The log holds version 4, which is marked and in no backup."""
    path = store.path
    log = record_in_log(path)
    whole, before = log.read_bytes(), path.read_bytes()
    step = max(1, len(whole) // rounds(400, few=8))
    told = set()
    for place in range(0, len(whole), step):
        for damaged in (
            whole[:place],
            whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
        ):
            log.write_bytes(damaged)
            told.add(standing(path))
            path.write_bytes(before)
    assert told <= {"behind", "refused", "whole"}
    assert told >= {"behind", "refused"}
    assert [sha256(each.file.read_bytes()).hexdigest() for each in backups] == [
        each.manifest.sha256 for each in backups
    ]


def standing(path: Path) -> str:
    """How a board with a damaged log is opened; shown only, or not at all, with a backup named."""
    try:
        store = open_store(path)
    except StoreError as refused:
        return "refused" if refused else ""
    lag = store.lag
    store.close()
    return "behind" if lag else "whole"


def test_a_flip_or_a_lost_end_anywhere_is_either_without_effect_or_told_with_the_backup(
    store: Store, backups: list[Backup]
) -> None:
    """Each as a command sees it that reads every row."""
    path = store.path
    prepare(path).close()
    whole, marks = path.read_bytes(), [place.read_bytes() for place in mark_places(path)]
    chance = random.Random(71)  # noqa: S311
    ended = set()
    for turn in range(rounds(300, few=6)):
        place = chance.randrange(len(whole))
        flipped = whole[:place] + bytes([whole[place] ^ 1 << turn % 8]) + whole[place + 1 :]
        path.write_bytes(whole[:place] if turn % 5 == 0 else flipped)
        told = main(["journal", "--db", str(path)])
        if told.code == 0:
            ended.add("whole")
            assert "Chuỗi băm nguyên vẹn: 5 phiên bản." in told.text
        else:
            ended.add("told")
            offer = f"Bản sao lưu mới nhất còn tốt là {backups[2].told}, còn dấu đã ghi đến"
            assert offer in told.error, (place, told)
        path.write_bytes(whole)
        for mark, content in zip(mark_places(path), marks, strict=True):
            assert mark.read_bytes() == content
    assert ended == {"whole", "told"}
