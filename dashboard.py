"""The board's server: `streamlit run dashboard.py`.

An ASGI application rather than a script, so that no `pages/` folder lies beside the script that
Streamlit runs: it would serve such a folder's files directly, without pages/shell.py.
"""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import NoReturn

import streamlit as st
from starlette.middleware import Middleware

from pages.parts.faults import show_fault
from pages.parts.headers import ResponseHeaders
from pages.parts.language import VietnameseShell

UNUSABLE = 2


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Prepare the figures, answer commands while the board runs, and say where it is."""
    # Imported here: Streamlit's caches work only once its runtime has started.
    from indicators.store.service import serve

    async with AsyncExitStack() as stack:
        if store := _prepared():
            await stack.enter_async_context(serve(store))
        _tell(f"Bảng theo dõi: http://localhost:{st.get_option('server.port')}")
        yield


def _prepared() -> "Store | None":
    from indicators.catalogue import CatalogueError
    from indicators.store.connection import StoreError
    from pages.parts.gate import board_store

    try:
        return board_store()
    except CatalogueError as faults:
        _refuse(str(faults))
    except StoreError as refusal:
        _tell(f"{refusal}\nBảng vẫn chạy; mỗi trang nói rõ điều này cho đến khi xử lý xong.")
        return None


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _refuse(text: str) -> NoReturn:
    """End here: an exception would have uvicorn print a traceback and exit with a code of its own."""
    _tell(text)
    os._exit(UNUSABLE)


app = st.App(
    Path(__file__).with_name("pages") / "shell.py",
    lifespan=lifespan,
    middleware=[Middleware(ResponseHeaders), Middleware(VietnameseShell)],
    on_script_error=show_fault,
)
