"""Where there are accounts, only who is signed in and may records, under the account's name."""

import time
from collections.abc import Callable

import pytest

from indicators.accounts.sessions import begin, end
from indicators.store.accounts import Accounts, Role, accounts_path, made_accounts
from indicators.store.connection import Store
from indicators.store.history import latest
from tests.pages.reading import html, text
from tests.pages.sending import GOOD, INTAKE, JOURNAL, drop, press, start
from tests.recording import figure, record

NEEDED = "Ghi số liệu cần một tài khoản có cả hai vai trò nhập liệu và duyệt."
FULL: tuple[Role, ...] = ("contributor", "approver")

SignIn = Callable[..., str]


@pytest.fixture
def accounts(own: Store) -> Accounts:
    return made_accounts(own.path, own.identity)


@pytest.fixture
def sign_in(monkeypatch: pytest.MonkeyPatch, accounts: Accounts) -> SignIn:
    """Have the reader's browser carry a session of an account with these roles."""

    def signed(*roles: Role) -> str:
        account = accounts.add("lan", "Nguyễn Thị Lan", "Sở Nội vụ", roles)
        token = begin(accounts, account, time.time())
        monkeypatch.setattr("pages.parts.acting.session_token", lambda _: token)
        return token

    return signed


@pytest.mark.usefixtures("accounts")
def test_who_is_not_signed_in_is_led_to_sign_in_and_back(
    monkeypatch: pytest.MonkeyPatch, own: Store
):
    record(own, figure("ML02", 2026, 80.0))
    app = start(monkeypatch, own.path, INTAKE)
    assert (NEEDED in text(app), list(app.file_uploader), list(app.button)) == (True, [], [])
    assert 'href="/dang-nhap?den=%2Fnhap-lieu"' in html(app)
    journal = start(monkeypatch, own.path, JOURNAL, pb="3")
    assert "Hoàn tác cần một tài khoản có vai trò duyệt." in text(journal)
    assert 'href="/dang-nhap?den=%2Fnhat-ky%3Fpb%3D3"' in html(journal)
    assert list(journal.toggle) == []


def test_who_has_another_role_is_told_so(
    monkeypatch: pytest.MonkeyPatch, own: Store, sign_in: SignIn
):
    sign_in("contributor", "inspector")
    app = start(monkeypatch, own.path, INTAKE)
    assert f"{NEEDED} Nguyễn Thị Lan chưa có vai trò này." in text(app)
    assert list(app.file_uploader) == []


def test_a_figure_is_recorded_under_the_name_and_agency_of_the_account(
    monkeypatch: pytest.MonkeyPatch, own: Store, sign_in: SignIn
):
    sign_in(*FULL)
    app = drop(start(monkeypatch, own.path, INTAKE), ("a.csv", GOOD))
    assert "Ghi với tên <b>Nguyễn Thị Lan</b>, Sở Nội vụ." in html(app)
    press(app, "Ghi nhận")
    version = latest(own)
    assert (version.by, version.agency) == ("Nguyễn Thị Lan", "Sở Nội vụ")


def test_a_session_that_ended_meanwhile_records_nothing(
    monkeypatch: pytest.MonkeyPatch, own: Store, sign_in: SignIn, accounts: Accounts
):
    token = sign_in(*FULL)
    before = latest(own)
    app = drop(start(monkeypatch, own.path, INTAKE), ("a.csv", GOOD))
    end(accounts, token)
    app.session_state["nguoi_gui"] = "Kẻ Lạ"  # as a forged field would
    press(app, "Ghi nhận")
    assert latest(own) == before
    assert NEEDED in text(app)


def test_a_role_that_was_taken_away_meanwhile_records_nothing(
    monkeypatch: pytest.MonkeyPatch, own: Store, sign_in: SignIn, accounts: Accounts
):
    sign_in(*FULL)
    before = latest(own)
    app = drop(start(monkeypatch, own.path, INTAKE), ("a.csv", GOOD))
    accounts.give_roles(accounts.all()[0], ("contributor",))
    press(app, "Ghi nhận")
    assert latest(own) == before
    assert f"{NEEDED} Nguyễn Thị Lan chưa có vai trò này." in text(app)


def test_accounts_that_cannot_be_read_let_nobody_act_and_name_no_path(
    monkeypatch: pytest.MonkeyPatch, own: Store
):
    accounts_path(own.path).write_bytes(b"khong phai SQLite" * 100)
    told = text(start(monkeypatch, own.path, INTAKE))
    assert "Chưa dùng được tệp tài khoản của bảng." in told
    assert str(own.path.parent) not in told
