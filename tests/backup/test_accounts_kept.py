"""Accounts are backed up without what is open just now, and put back only where none are."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from indicators.backup.errors import RestoreError
from indicators.backup.found import Backup, backups_in, is_as_made
from indicators.backup.making import back_up
from indicators.backup.nightly import Night
from indicators.backup.restoring import restore
from indicators.store.accounts import accounts_path, made_accounts, open_accounts
from indicators.store.connection import Store

NOTHING: frozenset[str] = frozenset()


@pytest.fixture
def backup(store: Store, folder: Path) -> Backup:
    """A backup of a board on which Lan is signed in, and Minh has been invited."""
    accounts = made_accounts(store.path, store.identity)
    lan = accounts.add("lan", "Lan", "Sở", ["approver"])
    accounts.keep_secret(lan, "băm-của-lan")
    accounts.begin_session(lan, "phiên-của-lan", 1.0)
    accounts.invite(accounts.add("minh", "Minh", "Sở", ["reader"]), "lời-mời-của-minh", 9e9)
    made = back_up(store, folder, "asked")
    assert accounts.session("phiên-của-lan")
    accounts.close()
    return made


def logins(database: Path, identity: str) -> list[str]:
    accounts = open_accounts(database, identity)
    if accounts is None:
        return []
    found = [account.login for account in accounts.all()]
    accounts.close()
    return found


def test_a_backup_knows_who_has_an_account_and_nobodys_session_or_invitation(
    store: Store, backup: Backup
) -> None:
    file = accounts_path(backup.file)
    assert sorted(backup.folder.iterdir()) == sorted(
        [backup.file, file, backup.folder / "manifest.json"]
    )
    assert file.stat().st_mode & 0o777 == 0o600
    content = file.read_bytes()
    assert "băm-của-lan".encode() in content
    for gone in ("phiên-của-lan", "lời-mời-của-minh"):
        assert gone.encode() not in content
    copied = open_accounts(backup.file, store.identity)
    assert copied
    assert [account.login for account in copied.all()] == ["lan", "minh"]
    copied.close()


def test_lost_accounts_come_back_with_the_board_and_those_that_are_there_stay(
    store: Store, backup: Backup
) -> None:
    store.close()
    accounts = made_accounts(store.path, store.identity)
    accounts.add("hoa", "Hoa", "Sở", ["reader"])
    accounts.close()
    assert restore(store.path, backup.folder, NOTHING, "Lan").accounts == "stayed"
    assert logins(store.path, store.identity) == ["lan", "minh", "hoa"]

    accounts_path(store.path).unlink()
    assert restore(store.path, backup.folder, NOTHING, "Lan").accounts == "restored"
    assert logins(store.path, store.identity) == ["lan", "minh"]

    accounts_path(store.path).write_bytes(b"hong")
    done = restore(store.path, backup.folder, NOTHING, "Lan")
    assert (done.accounts, logins(store.path, store.identity)) == ("restored", ["lan", "minh"])
    assert done.kept
    assert accounts_path(done.kept).read_bytes() == b"hong"


def test_accounts_that_are_not_as_they_were_backed_up_are_not_put_back(
    store: Store, backup: Backup
) -> None:
    store.close()
    accounts_path(store.path).unlink()
    with sqlite3.connect(accounts_path(backup.file)) as forged:
        forged.execute("UPDATE account SET roles = 'administrator' WHERE login = 'minh'")
    forged.close()
    assert not is_as_made(backup)
    before = store.path.read_bytes()
    with pytest.raises(RestoreError, match="không còn như khi được ghi"):
        restore(store.path, backup.folder, NOTHING, "Lan")
    assert (accounts_path(store.path).exists(), store.path.read_bytes()) == (False, before)


def test_the_night_after_an_account_was_made_there_is_a_backup_of_it(store: Store) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    night = Night(store, clock=lambda: tomorrow)
    assert night.backed_up()
    assert night.backed_up() is None
    accounts = made_accounts(store.path, store.identity)
    accounts.add("lan", "Lan", "Sở", ["approver"])
    accounts.close()
    newest = night.backed_up()
    assert newest
    assert logins(newest.file, store.identity) == ["lan"]
    assert night.backed_up() is None
    assert len(backups_in(newest.folder.parent)) == 1
