"""What has an address, and that all else is answered in Vietnamese."""

import re
import shutil
from pathlib import Path

import pytest
import requests

from indicators import __version__
from indicators.store.connection import open_store
from indicators.store.history import latest
from pages.navigation import PRODUCT
from tests.e2e.server import BoardServer

NOWHERE = "Không tìm thấy trang này"
NOT_TAKEN = "Máy chủ không nhận yêu cầu này"


def asked(server: BoardServer, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
    """Ask just so: status, and the heading of a plain page or the beginning of the text."""
    request = requests.Request(method, server.url, headers=headers).prepare()
    request.url = server.url + path
    with requests.Session() as session:
        answer = session.send(request, timeout=60, allow_redirects=False)
    _, begun, rest = answer.text.partition("<h1>")
    return answer.status_code, rest.partition("</h1>")[0] if begun else answer.text[:20]


@pytest.mark.parametrize(
    "path",
    [
        "/index.html",
        "/khong-co",
        "/khong-co.js",
        "/robots.txt",
        "/static/js/khong-co.js",
        "/app/static/khong-co.css",
        "/media/khong-co.png",
        "/component/khong.co/x.js",
        "/_stcore/bidi-components/khong-co/x.js",
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/agent/interact",
        "/_stcore/script-health-check",
        "/auth/login",
        "/oauth2callback",
        "/chi-tieu/_stcore/health",
    ],
)
def test_an_address_that_leads_nowhere_is_said_in_vietnamese(
    running: BoardServer, path: str
) -> None:
    assert asked(running, path) == (404, NOWHERE)
    assert asked(running, path, Range="bytes=0-9") == (404, NOWHERE)
    assert asked(running, path, **{"If-None-Match": "*"}) == (404, NOWHERE)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("POST", "/chi-tieu", 405), ("DELETE", "/suc-khoe", 405), ("GET", "/..%2f..%2fx", 400)],
)
def test_a_request_that_no_address_takes_is_refused_in_vietnamese(
    running: BoardServer, method: str, path: str, status: int
) -> None:
    assert asked(running, path, method) == (status, NOT_TAKEN)


def test_the_front_end_is_answered_and_nobody_else_may_steer_the_page(
    running: BoardServer,
) -> None:
    assert asked(running, "/_stcore/health") == (200, "ok")
    config = requests.get(f"{running.url}/_stcore/host-config", timeout=60)
    assert (config.status_code, config.json()["allowedOrigins"]) == (200, [])


@pytest.mark.parametrize(
    ("address", "title", "about"),
    [
        ("/", PRODUCT, "Các chỉ tiêu giáo dục"),
        ("/bao-cao?nhom=ML", f"Báo cáo · {PRODUCT}", "Các chỉ tiêu giáo dục"),
        ("/chi-tieu?ma=ML02&v=3", f"ML02 Trường phổ thông đạt chuẩn · {PRODUCT}", "Tỷ lệ trường"),
        ("/nhom?ma=CS", f"Chuyển đổi số và hội nhập · {PRODUCT}", ""),
        ('/chi-tieu?ma="><script>', f"Chỉ tiêu · {PRODUCT}", "Các chỉ tiêu giáo dục"),
    ],
)
def test_a_link_says_in_a_messenger_what_it_leads_to(
    running: BoardServer, address: str, title: str, about: str
):
    page = requests.get(f"{running.url}{address}", timeout=60).text
    told = dict(re.findall(r'<meta (?:name|property)="([\w:]+)" content="([^"]*)" />', page))
    assert re.findall(r"<title>(.*?)</title>", page) == [title] == [told["og:title"]]
    assert told["og:description"] == told["description"]
    assert told["description"].startswith(about)
    assert "Thành phố Hải Phòng" in told["description"]


def test_health_tells_the_data_version_and_the_release(
    running: BoardServer, published_version: int
) -> None:
    answer = requests.get(f"{running.url}/suc-khoe", timeout=60)
    assert (answer.status_code, answer.json()) == (
        200, {"data_version": published_version, "software": __version__},
    )  # fmt: skip
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.fixture(scope="session")
def published_version(built: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    store = open_store(Path(shutil.copy(built, tmp_path_factory.mktemp("version"))))
    number = latest(store).number
    store.close()
    return number
