"""What an address below `/tai/` answers: a file to keep, or a page that says why there is none."""

import logging
from collections.abc import Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from indicators.briefing.brief import BriefError
from indicators.catalogue.faults import CatalogueError
from indicators.store.errors import StoreError
from indicators.wording.numbers import day
from pages.parts.downloads import taken_name
from pages.parts.nature import refuse_foreign
from pages.parts.refusals import for_reader
from pages.parts.view import View, view_of, within_bounds
from pages.server.faults import UNFORESEEN, log_fault
from pages.server.gate import UNUSABLE, board_store
from pages.server.plain_page import plain_page

log = logging.getLogger("board")


def answer(request: Request, make: Callable[[View], Response]) -> Response:
    """Answer with what `make` gives for the view of an address, else say why not."""
    try:
        store = board_store()
    except (StoreError, CatalogueError) as reason:
        return refusal(UNUSABLE, *for_reader(reason).splitlines(), status=503)
    parameters = within_bounds(request.query_params)
    try:
        refuse_foreign(parameters)
        return make(view_of(store, parameters))
    except (StoreError, BriefError) as reason:
        return refusal("Không lấy được tệp theo địa chỉ này", *for_reader(reason).splitlines())
    except Exception as error:
        number = log_fault(error, request.url.path)
        log.error("Lỗi số %s", number, exc_info=error)
        return refusal("Không lấy được tệp này", UNFORESEEN, f"Số lỗi {number}.", status=500)


def file_answer(content: bytes, name: str, kind: str) -> Response:
    """Hand over a file; of an illustrative board its name tells so."""
    kept = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(taken_name(name))}"}
    return Response(content, 200, {**kept, "Cache-Control": "no-store"}, kind)


def not_there() -> HTMLResponse:
    """Say that an address names no file."""
    return refusal("Không có tệp này", "Địa chỉ có thể đã gõ nhầm.", status=404)


def no_code(what: str, page: str) -> str:
    """Say that an address has no code of what it should name, and which page's link has one."""
    return f"Địa chỉ chưa có mã {what} (ma=…); hãy mở trang {page} rồi tải lại từ đó."


def refusal(heading: str, *lines: str, status: int = 400) -> HTMLResponse:
    """Say why there is no file."""
    return HTMLResponse(plain_page(heading, *lines), status, {"Cache-Control": "no-store"})


def dated(view: View) -> str:
    """Write the day of a view into the name of a file."""
    return day(view.moment.day).replace("/", "-")
