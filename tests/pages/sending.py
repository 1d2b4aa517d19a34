"""Files as people send them, and a person who drops, ticks and presses on the pages."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import SHELL
from tests.pages.opening import go_to

HEAD = "ma_chi_tieu,nam,gia_tri,don_vi,nguon"
INTAKE, JOURNAL = "nhap-lieu", "nhat-ky"


def file_of(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *rows, ""]).encode()


GOOD = file_of("ML02,2026,84.9,,Sở", "CS02,2026,95,,Sở")
WARNED = file_of("ML02,2024,77,,Sở")
FAULTY = file_of("ML02,2026,84.9,,Sở", "ML99,2026,1,,Sở")
UNUSABLE = file_of("ML02,84.9", head="ma_chi_tieu,gia_tri")


def start(monkeypatch: pytest.MonkeyPatch, database: Path, page: str, **asked: str) -> AppTest:
    monkeypatch.setenv("BOARD_DB", str(database))
    app = AppTest.from_file(str(SHELL), default_timeout=120).run()
    go_to(app, page)
    app.query_params.update(asked)
    return app.run()


def drop(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    given = [(name, content, "text/csv") for name, content in files]
    return app.file_uploader[0].set_value(given).run()


def sign(app: AppTest, name: str = "Lan") -> AppTest:
    return app.text_input(key="nguoi_gui").set_value(name).run()


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label.startswith(label)).click().run()
