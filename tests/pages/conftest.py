"""Pages run as Streamlit runs them, on a board of the test's choice."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from tests.pages.opening import go_to
from tests.project import PROJECT

SHELL = PROJECT / "pages" / "shell.py"

OVERVIEW, TRACKING, INDICATORS = "", "bieu-theo-doi", "chi-tieu"

OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def _looked_once() -> Iterator[None]:
    """Streamlit looks through all packages for components at every start: nearly half the time."""
    name = "scan_component_manifests"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, name, cache(getattr(manifest_scanner, name)))
        yield


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Open `/` or, with `ma`, an indicator: `open_page(database, ma="HD01", nam="2024")`."""

    def opened(database: Path, page: str = OVERVIEW, pham_vi: str = "", **asked: str) -> AppTest:
        monkeypatch.setenv("BOARD_DB", str(database))
        app = AppTest.from_file(str(SHELL), default_timeout=120)
        app.query_params.update(asked | ({"pham-vi": pham_vi} if pham_vi else {}))
        app.run()
        elsewhere = INDICATORS if "ma" in asked and page == OVERVIEW else page
        if elsewhere != OVERVIEW:
            go_to(app, elsewhere).run()
        return app

    return opened
