"""Whether the board can be read, for whoever watches over the server: `/suc-khoe`."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from indicators import __version__
from indicators.catalogue.faults import CatalogueError
from indicators.store.errors import StoreError
from indicators.store.history import latest
from pages.parts.refusals import for_reader
from pages.server.gate import board_store


def health(_request: Request) -> JSONResponse:
    """Answer 200 with the data version, or 503 with the sentence of the pages, and the release."""
    try:
        return _answer({"data_version": latest(board_store()).number}, 200)
    except (StoreError, CatalogueError) as refusal:
        return _answer({"error": for_reader(refusal)}, 503)


def _answer(content: dict[str, int | str], status: int) -> JSONResponse:
    return JSONResponse(content | {"software": __version__}, status, {"Cache-Control": "no-store"})


ROUTES = [Route("/suc-khoe", health)]
