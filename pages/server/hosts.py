"""Who is answered: requests to an address of this board, and from a page of this board.

Decided before Streamlit asks: it would look up names on the internet to judge an Origin it does
not know, and everybody would wait for that.
"""

import logging
import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Self

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.settings.board import URL, board_address, board_host
from pages.parts.once_a_minute import OnceAMinute
from pages.server.plain_page import plain_page

log = logging.getLogger("board.hosts")
log.addFilter(OnceAMinute())

NAME = r"(?P<name>\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253})(?::(?P<port>[0-9]{1,5}))?"
HOST = re.compile(NAME, re.IGNORECASE | re.ASCII)
ORIGIN = re.compile(rf"(?P<scheme>https?)://{NAME}", re.IGNORECASE | re.ASCII)
READING = frozenset({"GET", "HEAD"})  # a browser shows another page nothing of the answer
PORTS = {"http": "80", "https": "443"}
LONGEST = 80  # characters of an address that was asked for, as they are said again

STRANGE = "Máy chủ không nhận yêu cầu gửi tới địa chỉ này"
FOREIGN = "Máy chủ không nhận yêu cầu từ trang có địa chỉ khác"
IN_FRONT = "Máy chủ web đứng trước, nếu có, phải chuyển nguyên dòng Host."


@dataclass(frozen=True)
class Refusal:
    """Why a request is not answered: a heading, and what to do."""

    heading: str
    advice: str


@dataclass(frozen=True)
class Place:
    """A host as a header names it; without a port where the scheme's own is meant."""

    name: str
    port: str

    @classmethod
    def of(cls, found: re.Match[str]) -> Self:
        """Take it from what HOST or ORIGIN found."""
        return cls(found["name"].strip("[]").lower().rstrip("."), found["port"] or "")

    def same(self, other: Self, scheme: str) -> bool:
        """Whether both name one place for those who come by this scheme."""
        mine, other_port = (place.port or PORTS[scheme] for place in (self, other))
        return (self.name, mine) == (other.name, other_port)


class OwnHosts:
    """ASGI middleware that refuses foreign hosts and origins; no name is ever looked up."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is addressed to this board, refuse all else in a sentence."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif refusal := refused(scope):
            log.warning(f"{refusal.heading}: %s %s. Xem {URL}.", *_named(scope))
            page = plain_page(refusal.heading, refusal.advice, way_out=False)
            await HTMLResponse(page, 403)(scope, receive, send)
        else:
            await self.app(_same_origin(scope), receive, send)


def refused(scope: Scope) -> Refusal | None:
    """Say why a request is not answered; None when it is."""
    headers = Headers(scope=scope)
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    host = HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
    if host is None or not _own(Place.of(host).name, scope):
        return _not_ours(hosts)
    if scope["type"] == "http" and (not origins or scope["method"] in READING):
        return None
    origin = ORIGIN.fullmatch(origins[0]) if len(origins) == 1 else None
    if origin and Place.of(origin).same(Place.of(host), origin["scheme"].lower()):
        return None
    return _from_elsewhere(hosts[0], origins)


def where_it_is(address: str, port: int) -> str:
    """Tell the one who starts the board where it is, and who else can open it."""
    listening = literal(address)
    if listening is None or listening.is_loopback:
        others = "Chỉ máy này mở được bảng; để máy khác cũng mở được: make run HOST=0.0.0.0"
    else:
        others = f"Nhận kết nối từ máy khác qua {address}."
    if named := board_address():
        others += f" Địa chỉ chung ({URL}): {named}"
    elif not (listening is None or listening.is_loopback):
        others += f" Máy khác mở bằng địa chỉ IP của máy này; muốn dùng tên miền, hãy đặt {URL}."
    return f"Bảng theo dõi: http://{_shown(address, listening)}:{port}\n{others}"


def literal(name: str) -> IPv4Address | IPv6Address | None:
    """Read an IP address, an IPv4 one out of IPv6 too; None where it is a name."""
    try:
        address = ip_address(name)
    except ValueError:
        return None
    return (address.version == 6 and address.ipv4_mapped) or address


def _own(name: str, scope: Scope) -> bool:
    address, named = literal(name), board_host()
    if name == "localhost" or (address and address.is_loopback):
        return True
    if named:
        return name == named or (address is not None and address == literal(named))
    server = scope.get("server") or ("", None)
    return address is not None and address == literal(server[0])


def _same_origin(scope: Scope) -> Scope:
    """Write an Origin just as the Host: Streamlit compares letters, and else looks names up."""
    host = Headers(scope=scope)["host"].encode("ascii")
    headers = [
        (name, value.partition(b"//")[0] + b"//" + host if name == b"origin" else value)
        for name, value in scope["headers"]
    ]
    return {**scope, "headers": headers}


def _not_ours(hosts: list[str]) -> Refusal:
    asked = f"Yêu cầu gửi tới '{hosts[0][:LONGEST] if hosts else ''}'"
    if named := board_address():
        return Refusal(
            STRANGE,
            f"{asked}, còn địa chỉ của bảng ({URL}) là {named}. Hãy mở bảng bằng địa chỉ ấy; nếu "
            f"nó đã đổi, người quản trị đặt lại {URL} rồi khởi động lại bảng. {IN_FRONT}",
        )
    return Refusal(
        STRANGE,
        f"{asked}. Người quản trị đặt biến {URL} thành địa chỉ mà mọi người dùng để mở bảng, ví dụ "
        f"{URL}=https://bang.vi-du.vn, rồi khởi động lại bảng. {IN_FRONT}",
    )


def _from_elsewhere(host: str, origins: list[str]) -> Refusal:
    page = origins[0][:LONGEST] if origins else ""
    return Refusal(
        FOREIGN,
        f"Trang có địa chỉ '{page}', còn yêu cầu gửi tới '{host}': hai địa chỉ phải là một. "
        f"{IN_FRONT} Người quản trị đặt {URL} là địa chỉ mà mọi người dùng để mở bảng.",
    )


def _named(scope: Scope) -> tuple[str, str]:
    """Host and Origin for the log, with nothing that a terminal would obey."""
    headers = Headers(scope=scope)
    host, origin = (headers.get(name, "")[:LONGEST] for name in ("host", "origin"))
    return f"Host={host!a}", f"Origin={origin!a}"


def _shown(address: str, listening: IPv4Address | IPv6Address | None) -> str:
    if listening is None:
        return address or "localhost"
    if listening.is_loopback or listening.is_unspecified:
        return "localhost"
    return f"[{listening}]" if listening.version == 6 else str(listening)
