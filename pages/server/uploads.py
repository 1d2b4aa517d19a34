"""Files that readers drop: on which page, how much one session and all together hold, how long."""

import asyncio
from collections import Counter
from math import ceil
from typing import cast

import streamlit as st
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.config import set_option
from streamlit.runtime import Runtime, get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from indicators.settings.in_force import in_force

ADDRESS = "/_stcore/upload_file/"
MB = 1024 * 1024
# What one session and all together hold, in files of the largest size.
SESSION_FILES, ALL_FILES = 2, 20
SMALLEST = 100_000  # bytes that each file counts for at least: an empty one is kept too
SPARE = 5 * MB  # read beyond the largest file of one that was refused
SECONDS_BETWEEN_LOOKS = 5

# What a session holds of its page; the browser turns the number of a refusal into a sentence.
TAKES_FILES = "trang_nhan_tep"
NO_UPLOADER, SESSION_FULL, ALL_FULL = 403, 413, 507

File = tuple[str, str]  # session and number of a file


class TooMuchError(Exception):
    """More is coming than may be held; `status` says by whom."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Quota:
    """Counts what is held, and what is coming in, in bytes."""

    def __init__(self, runtime: Runtime) -> None:
        self.runtime = runtime
        self._coming: Counter[File] = Counter()

    def take(self, file: File, size: int) -> None:
        """Count what comes in of a file; raises TooMuchError where there is no room for it."""
        self._coming[file] += size
        if self._held(file[0]) > SESSION_FILES * largest_file():
            raise TooMuchError(SESSION_FULL)
        if self._all() > ALL_FILES * largest_file():
            free(self.runtime, may_return=False)
        if self._all() > ALL_FILES * largest_file():
            raise TooMuchError(ALL_FULL)

    def taken(self, file: File, size: int) -> None:
        """Count no longer what has come in, or was given up."""
        self._coming[file] -= size
        if not self._coming[file]:
            del self._coming[file]

    def _held(self, session: str) -> int:
        kept = dict(files_of(self.runtime).file_storage.get(session, {}))
        sizes = {number: max(len(file.data), SMALLEST) for number, file in kept.items()}
        for (owner, number), size in self._coming.items():
            if owner == session:
                sizes[number] = max(sizes.get(number, SMALLEST), size)
        return sum(sizes.values())

    def _all(self) -> int:
        coming = {session for session, _ in self._coming}
        return sum(map(self._held, coming.union(files_of(self.runtime).file_storage)))


class Coming:
    """A file on its way in: counted as it comes, and read to its end where it is refused."""

    def __init__(self, quota: Quota, file: File, receive: Receive) -> None:
        self._quota, self._file, self._receive = quota, file, receive
        self.size, self._ended = 0, False

    async def counted(self) -> Message:
        """Receive a piece; raises TooMuchError where it has no room."""
        message = await self._piece()
        self._quota.take(self._file, len(message.get("body", b"")))
        return message

    async def read_on(self) -> None:
        """Read the rest without keeping it: browsers hear a refusal when all is sent."""
        while not self._ended and self.size < largest_file() + SPARE:
            await self._piece()

    async def _piece(self) -> Message:
        message = await self._receive()
        self.size += len(message.get("body", b""))
        self._ended = not message.get("more_body")
        return message


def largest_file() -> int:
    """Give the bytes of the largest file as Streamlit counts it: the setting, in whole MB."""
    return ceil(in_force().limits.upload_bytes / MB) * MB


def tell_streamlit() -> None:
    """Have Streamlit take files up to the setting, once settings were checked."""
    set_option("server.maxUploadSize", largest_file() // MB)


class LimitedUploads:
    """ASGI middleware that refuses files beyond what may be held, while they come."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._quota: Quota | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on all but files that are too much, or that no page asks for."""
        is_file = scope["type"] == "http" and scope["path"].startswith(ADDRESS)
        if not is_file or scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        quota = self._quota = self._quota or Quota(get_instance())
        session, _, number = scope["path"].removeprefix(ADDRESS).partition("/")
        coming = Coming(quota, (session, number), receive)
        if refusal := await self._refused(quota, coming, (session, number), scope, send):
            await coming.read_on()
            await Response(status_code=refusal)(scope, receive, send)

    async def _refused(
        self, quota: Quota, coming: Coming, file: File, scope: Scope, send: Send
    ) -> int:
        """Let a file in as long as there is room; gives the status of a refusal, else 0."""
        if not takes_files(quota.runtime, file[0]):
            return NO_UPLOADER
        try:
            await self.app(scope, coming.counted, send)
        except TooMuchError as refusal:
            return refusal.status
        finally:
            quota.taken(file, coming.size)
        return 0


def on_page(*, takes: bool) -> None:
    """Note in the reader's session whether the page that it is on takes files."""
    st.session_state[TAKES_FILES] = takes


def takes_files(runtime: Runtime, session: str) -> bool:
    """Whether a session is there, and on a page that takes files."""
    reader = runtime.get_app_session(session)
    try:
        return bool(reader and reader.session_state[TAKES_FILES])
    except KeyError:
        return False


def files_of(runtime: Runtime) -> MemoryUploadedFileManager:
    """Where Streamlit keeps what was sent, by session."""
    return cast(MemoryUploadedFileManager, runtime.uploaded_file_mgr)


def free(runtime: Runtime, *, may_return: bool = True) -> None:
    """Drop the files of sessions that ended.

    One that only lost its connection may return and finds them, unless room is needed now.
    """
    stored = runtime._session_mgr._session_storage  # type: ignore[attr-defined]
    for session in list(files_of(runtime).file_storage):
        lost = not runtime.is_active_session(session)
        if lost and not (may_return and stored.get(session)):
            files_of(runtime).remove_session_files(session)


async def free_ended() -> None:
    """End sessions whose time is over, with their files: Streamlit does when another one comes."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        runtime = get_instance()
        runtime._session_mgr._session_storage._cache.expire()  # type: ignore[attr-defined]
        free(runtime)
