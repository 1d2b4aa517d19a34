"""A board of an earlier schema is backed up as it was before it becomes one of today's."""

from pathlib import Path

import pytest

from indicators.backup.errors import BackupError
from indicators.backup.found import backups_in
from indicators.seeding.prepare import prepare
from indicators.store.inspection import check_chain
from indicators.store.recognition import SCHEMA_VERSION
from tests.store.older_boards import BOARDS, made_from

(SCHEMA_2,) = (board for board in BOARDS if board.stem == "schema_2")


def test_what_it_was_is_kept_beside_it(tmp_path: Path) -> None:
    path = made_from(SCHEMA_2, tmp_path / "board.duckdb")
    before = check_chain(path)

    store = prepare(path)

    assert store.schema == SCHEMA_VERSION
    (backup,) = backups_in(tmp_path / "backups")
    assert (backup.manifest.reason, backup.manifest.schema) == ("upgrade", 2)
    assert check_chain(backup.file) == before
    store.close()


def test_without_a_backup_it_stays_as_it_was(tmp_path: Path) -> None:
    path = made_from(SCHEMA_2, tmp_path / "board.duckdb")
    (tmp_path / "backups").touch()
    before = path.read_bytes()
    with pytest.raises(BackupError, match="chưa được nâng cấp"):
        prepare(path)
    assert path.read_bytes() == before
