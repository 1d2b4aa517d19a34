"""Where there are accounts, who is not signed in reads no person's name and gets no file."""

import time
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from indicators.accounts.sessions import begin
from indicators.intake.apply import Consent, apply
from indicators.intake.examination import examine
from indicators.intake.sender import Sender
from indicators.store.accounts import Accounts, Role, made_accounts
from indicators.store.connection import Store
from tests.pages.conftest import OpenPage
from tests.pages.reading import html
from tests.pages.sending import WARNED

PERSON, AGENCY = "Bùi Thị Kín", "Sở Nội vụ"
FINDINGS, FILE = "điều kiểm tra thấy trong tệp", "Tải tệp như đã nhận"
# Every page that tells who recorded, as its address asks for it.
TELLING = [
    ("nhat-ky", {}),
    ("nhat-ky", {"pb": "3"}),
    ("nguon-so-lieu", {}),
    ("", {"so-voi": "v2", "mo": "thay-doi"}),
    ("", {"ma": "ML02", "so": "2024"}),
]


@pytest.fixture
def sent(own: Store) -> Store:
    """Version 3: a file with a warning, by a person of an agency."""
    examined = examine(own, "a.csv", WARNED)
    apply(own, examined, Consent(every_warning=True), Sender(PERSON, AGENCY))
    return own


@pytest.fixture
def accounts(sent: Store) -> Iterator[Accounts]:
    opened = made_accounts(sent.path, sent.identity)
    yield opened
    opened.close()


def sign_in(monkeypatch: pytest.MonkeyPatch, accounts: Accounts, agency: str, *roles: Role) -> None:
    token = begin(accounts, accounts.add("lan", "Lan", agency, roles), time.time())
    monkeypatch.setattr("pages.parts.acting.session_token", lambda _: token)


def told(app: AppTest) -> str:
    return html(app) + " ".join(button.label for button in app.get("download_button"))


@pytest.mark.parametrize(("page", "asked"), TELLING)
def test_a_name_stands_where_there_are_no_accounts_and_nowhere_once_there_are(
    open_page: OpenPage, sent: Store, page: str, asked: dict[str, str]
):
    assert PERSON in told(open_page(sent.path, page, **asked))
    made_accounts(sent.path, sent.identity).close()
    app = open_page(sent.path, page, **asked)
    assert PERSON not in told(app)
    assert not list(app.exception)


@pytest.mark.usefixtures("accounts")
def test_a_version_keeps_agency_file_name_and_values_for_everybody(
    open_page: OpenPage, sent: Store
):
    shown = told(open_page(sent.path, "nhat-ky", pb="3"))
    assert all(words in shown for words in (AGENCY, "a.csv", "77,00%"))
    assert not [words for words in (FINDINGS, FILE) if words in shown]


@pytest.mark.parametrize(
    ("agency", "roles", "sees"),
    [
        (AGENCY, ("reader",), True),
        ("Sở Tài chính", ("reader", "contributor"), False),
        ("", ("approver",), True),
        ("", ("inspector",), True),
    ],
)
def test_the_own_agency_and_those_who_approve_or_inspect_see_all(
    monkeypatch: pytest.MonkeyPatch,
    open_page: OpenPage,
    sent: Store,
    accounts: Accounts,
    agency: str,
    roles: tuple[Role, ...],
    sees: bool,
):
    sign_in(monkeypatch, accounts, agency, *roles)
    shown = told(open_page(sent.path, "nhat-ky", pb="3"))
    assert [words in shown for words in (PERSON, FINDINGS, FILE)] == [sees] * 3


@pytest.mark.usefixtures("accounts")
def test_a_name_is_not_found_by_searching_the_journal(open_page: OpenPage, sent: Store):
    asked = {"tim_nhat_ky": "Kín"}
    assert "Không có lần ghi nào khớp" in told(open_page(sent.path, "nhat-ky", **asked))
