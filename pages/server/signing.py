"""Signing in and out: routes of our own, as a page of Streamlit can set no cookie."""

import hmac
import time
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from indicators.accounts.passwords import LEAST, WeakPasswordError
from indicators.accounts.sessions import LONGEST, account_of, end
from indicators.accounts.signing_in import Origin, SignInError, invited, sign_in, take_up
from indicators.accounts.tokens import new_token
from indicators.store.accounts import Account, Accounts
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from pages.navigation import INVITATION, PLACE, PRODUCT, SIGN_IN, SIGN_OUT, has_page
from pages.parts.acting import accounts_of, is_secure, session_cookie
from pages.parts.nature import tab_title
from pages.parts.refusals import for_reader
from pages.parts.templates import blocks
from pages.server.gate import board_store
from pages.server.hosts import literal
from pages.server.plain_page import plain_page

PAGE = blocks("server/signing.html")
LARGEST_FORM = 10_000  # bytes
BROWSER_KNOWN_FOR = 400 * 86_400  # seconds: as long as browsers keep a cookie
SEE_OTHER = 303
NONE_YET = "Bảng này chưa có tài khoản nào; người quản trị máy chủ mời bằng lệnh account invite."
NOT_HERE = (
    "Mật khẩu chỉ được gửi qua đường mã hóa. Hãy mở bảng trên chính máy chủ, hoặc qua địa chỉ "
    "https mà người quản trị đặt ở BOARD_URL."
)
OLD_FORM = "Biểu mẫu đã cũ hoặc trình duyệt chặn cookie. Hãy thử lại."


class RefusedError(Exception):
    """A request is answered by a page that says why not; the message says it."""


async def signing_in(request: Request) -> Response:
    """Show the form, or sign a browser in and lead it on."""
    try:
        store, accounts = opened(request)
        if request.method == "GET":
            return form_page(request, store)
        given = await fields(request)
    except (RefusedError, StoreError) as refusal:
        return refused(refusal)
    browser = request.cookies.get(browser_cookie(store)) or new_token()
    origin = Origin(request.client.host if request.client else "", browser)
    try:
        check_form(request, store, given)
        token = await run_in_threadpool(
            sign_in,
            accounts,
            given.get("ten", ""),
            given.get("mat-khau", ""),
            origin,
            time.time(),
        )
    except SignInError as fault:
        return form_page(request, store, given, str(fault))
    answer = led_on(given.get("den", ""), store, token)
    keep(answer, browser_cookie(store), browser, BROWSER_KNOWN_FOR)
    return answer


async def taking_up(request: Request) -> Response:
    """Show whom an invitation is for, or set the password and sign the browser in."""
    try:
        store, accounts = opened(request)
        given = await fields(request) if request.method == "POST" else dict(request.query_params)
        invitation = invited(accounts, given.get("ma", ""), time.time())
    except (RefusedError, StoreError, SignInError) as refusal:
        return refused(refusal)
    fault = ""
    if request.method == "POST":
        try:
            check_form(request, store, given)
            check_same(given)
            token = await run_in_threadpool(
                take_up, accounts, given["ma"], given.get("mat-khau", ""), time.time()
            )
            return led_on("", store, token)
        except (SignInError, WeakPasswordError, StoreError) as refusal:
            fault = str(refusal)
    form = new_token()
    page = PAGE.invitation(
        tab_title("Chọn mật khẩu"),
        PRODUCT,
        PLACE,
        invitation.account,
        given["ma"],
        form,
        fault,
        LEAST,
    )
    return with_form(page, store, form)


async def signing_out(request: Request) -> Response:
    """Ask whether to leave, or end the session of this browser."""
    try:
        store, accounts = opened(request)
        token = request.cookies.get(session_cookie(store), "")
        if request.method == "GET":
            return leaving_page(account_of(accounts, token, time.time()), store)
        check_form(request, store, await fields(request))
    except (RefusedError, StoreError, SignInError) as refusal:
        return refused(refusal)
    end(accounts, token)
    answer = RedirectResponse("/", SEE_OTHER)
    answer.delete_cookie(session_cookie(store), secure=is_secure(), httponly=True)
    return answer


def leaving_page(account: Account | None, store: Store) -> Response:
    """Write the form by which a browser is signed out; one that is not is led home."""
    if account is None:
        return RedirectResponse("/", SEE_OTHER)
    form = new_token()
    page = PAGE.sign_out(tab_title("Đăng xuất"), PRODUCT, PLACE, account, form)
    return with_form(page, store, form)


def opened(request: Request) -> tuple[Store, Accounts]:
    """Give the board and its accounts; raises RefusedError where nobody can sign in."""
    store = board_store()
    accounts = accounts_of(store)
    if accounts is None:
        raise RefusedError(NONE_YET)
    if not (is_secure() or is_local(request)):
        raise RefusedError(NOT_HERE)
    return store, accounts


def is_local(request: Request) -> bool:
    """Whether a request was addressed to this machine itself."""
    name = request.url.hostname or ""
    address = literal(name)
    return name == "localhost" or bool(address and address.is_loopback)


async def fields(request: Request) -> dict[str, str]:
    """Read a form; raises RefusedError where it is too large or none."""
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > LARGEST_FORM:
        raise RefusedError(OLD_FORM)
    form: Any = await request.form(max_files=0)
    return {name: text for name, text in form.items() if isinstance(text, str)}


def check_form(request: Request, store: Store, given: dict[str, str]) -> None:
    """Refuse a form that this browser was not given; raises SignInError."""
    own = request.cookies.get(form_cookie(store), "")
    if not own or not hmac.compare_digest(own, given.get("mau", "")):
        raise SignInError(OLD_FORM)


def check_same(given: dict[str, str]) -> None:
    """Refuse a password that was not typed the same way twice; raises SignInError."""
    if given.get("lan-nua") != given.get("mat-khau"):
        raise SignInError("Hai lần gõ mật khẩu không giống nhau.")


def form_page(
    request: Request, store: Store, given: dict[str, str] | None = None, fault: str = ""
) -> Response:
    """Write the form of name and password, with what was typed but for the password."""
    given = given or dict(request.query_params)
    form = new_token()
    where = (given.get("ten", ""), given.get("den", ""), form, fault)
    return with_form(PAGE.sign_in(tab_title("Đăng nhập"), PRODUCT, PLACE, *where), store, form)


def with_form(page: str, store: Store, form: str) -> Response:
    """Answer with a form, and have the browser keep the token that it must bring back."""
    answer = HTMLResponse(str(page), headers={"Cache-Control": "no-store"})
    keep(answer, form_cookie(store), form, None)
    return answer


def led_on(where: str, store: Store, token: str) -> Response:
    """Have the browser keep its session, and lead it to a page of the board."""
    path, _, _ = where.partition("?")
    is_ours = path.startswith("/") and not path.startswith("//") and has_page(path)
    answer = RedirectResponse(where if is_ours else "/nhap-lieu", SEE_OTHER)
    keep(answer, session_cookie(store), token, int(LONGEST))
    return answer


def keep(answer: Response, name: str, value: str, seconds: int | None) -> None:
    """Have a browser keep a cookie that no script reads and no other site sends."""
    answer.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="strict", secure=is_secure()
    )


def form_cookie(store: Store) -> str:
    """Name the cookie of a form's token."""
    return f"{session_cookie(store)}-mau"


def browser_cookie(store: Store) -> str:
    """Name the cookie by which a browser is known that somebody signed in with."""
    return f"{session_cookie(store)}-quen"


def refused(refusal: Exception) -> Response:
    """Say on a page of its own why nobody is signed in."""
    told = for_reader(refusal) if isinstance(refusal, StoreError) else str(refusal)
    return HTMLResponse(plain_page("Không đăng nhập được", told), 403)


ROUTES = [
    Route(SIGN_IN, signing_in, methods=["GET", "POST"]),
    Route(INVITATION, taking_up, methods=["GET", "POST"]),
    Route(SIGN_OUT, signing_out, methods=["GET", "POST"]),
]
