"""The board's server: `streamlit run dashboard.py`.

An ASGI application rather than a script, so that no `pages/` folder lies beside the script that
Streamlit runs: it would serve such a folder's files directly, without pages/shell.py.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import NoReturn

import streamlit as st
from starlette.middleware import Middleware

from indicators.backup.nightly import night_of, nightly
from indicators.backup.offer import told_of
from indicators.catalogue.faults import CatalogueError
from indicators.commands.serving import serve
from indicators.intake.apart.reading import apart
from indicators.settings.board import check_settings
from indicators.settings.kinds import SettingError
from indicators.store.connection import Store, StoreError, close_all
from indicators.store.errors import PublishedError
from pages.parts.once_a_minute import quieten
from pages.server.descriptors import keep_few
from pages.server.faults import show_fault
from pages.server.gate import board_store, when_usable
from pages.server.headers import ResponseHeaders
from pages.server.health import ROUTES as HEALTH
from pages.server.hosts import OwnHosts, where_it_is
from pages.server.language import VietnameseShell, index_page
from pages.server.logged import Logged, begin_log, end_log
from pages.server.own_path import SCRIPT, WithoutOwnPath
from pages.server.own_sessions import OwnSessions
from pages.server.signing import ROUTES as SIGNING
from pages.server.static_files import CompressedFiles, compress
from pages.server.uploads import LimitedUploads, free_ended, tell_streamlit
from pages.server.warmth import warm
from pages.tai.pictures import ROUTES as PICTURES
from pages.tai.tables import ROUTES as TABLES

UNUSABLE = 2
# Where each request or message that is nonsense leaves a line, some with a traceback.
CAUSED_BY_ANYBODY = (
    "asyncio",
    "uvicorn.error",
    "streamlit.web.server.starlette.starlette_routes",
    "streamlit.web.server.starlette.starlette_websocket",
)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Prepare the figures, answer commands while the board runs, and say where it is."""
    keep_few()
    quieten(*CAUSED_BY_ANYBODY)
    async with AsyncExitStack() as stack:
        stack.callback(end_log)
        stack.callback(close_all)
        stack.enter_context(apart())
        if store := prepared():
            await stack.enter_async_context(serve(store))
            await stack.enter_async_context(nightly(night_of(store)))
        else:
            stack.push_async_callback(ended, asyncio.create_task(serve_later()))
        Thread(target=compress, args=(index_page(),), daemon=True).start()
        stack.push_async_callback(ended, asyncio.create_task(free_ended()))
        tell(where_it_is(st.get_option("server.address"), st.get_option("server.port")))
        yield


async def serve_later() -> None:
    """Answer commands from the moment on that somebody opened the database after all."""
    loop = asyncio.get_running_loop()
    usable: asyncio.Queue[Store] = asyncio.Queue()
    when_usable(lambda store: loop.call_soon_threadsafe(usable.put_nowait, store))
    store = await usable.get()
    begin_log(store)
    for line in told_of(store):
        tell(line)
    async with serve(store), nightly(night_of(store)):
        tell("Đã mở được cơ sở dữ liệu; từ bây giờ các trang và các lệnh dùng được.")
        await asyncio.Event().wait()


async def ended(task: asyncio.Task[None]) -> None:
    """Stop a task and wait until it has tidied up."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def prepared() -> Store | None:
    """The store, ready for the first page; None when the database cannot be used now."""
    store = None
    try:
        check_settings()
        tell_streamlit()
        store = board_store()
        begin_log(store)
        for line in told_of(store):
            tell(line)
        warm(store)
    except (CatalogueError, PublishedError, SettingError) as faults:
        end(str(faults))
    except StoreError as refusal:
        tell(f"{refusal}\nBảng vẫn chạy; mỗi trang nói rõ điều này cho đến khi xử lý xong.")
    return store


def tell(text: str) -> None:
    """Write to the one who started the server."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def end(text: str) -> NoReturn:
    """End here: after an exception uvicorn would print a traceback and choose its own exit code."""
    tell(text)
    os._exit(UNUSABLE)


app = st.App(
    Path(__file__).with_name("pages") / SCRIPT,
    lifespan=lifespan,
    routes=[*HEALTH, *SIGNING, *PICTURES, *TABLES],
    middleware=[
        Middleware(Logged),
        Middleware(ResponseHeaders),
        Middleware(OwnHosts),
        Middleware(WithoutOwnPath),
        Middleware(OwnSessions),
        Middleware(LimitedUploads),
        Middleware(CompressedFiles),
        Middleware(VietnameseShell),
    ],
    on_script_error=show_fault,
)
