"""Pages run as Streamlit runs them, on a board of the test's choice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opening import go_to
from tests.project import PROJECT

SHELL = PROJECT / "pages" / "shell.py"

OVERVIEW, TRACKING, INDICATORS = "", "bieu-theo-doi", "chi-tieu"

OpenPage = Callable[..., AppTest]


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
