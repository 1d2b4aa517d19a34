"""While a file is examined the page says which it is, what is done with it, and how far."""

from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from indicators.intake.stages import BEHIND, Stage
from indicators.store.connection import Store
from pages.nhap_lieu import waiting
from pages.nhap_lieu.waiting import STAGE_NAMES, Drawn, stage_line
from pages.parts.recording.sent import Sent
from tests.pages.sending import GOOD, INTAKE, drop, file_of, start


def sent(turn: str = "", title: str = "a.csv") -> Sent:
    return Sent(title, "k", b"", title, turn)


def test_every_stage_has_a_name():
    assert set(STAGE_NAMES) == set(get_args(Stage))
    assert len(set(STAGE_NAMES.values())) == len(STAGE_NAMES)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (sent(), "a.csv: đang đọc…"),
        (sent("Tệp 2 trên 3"), "Tệp 2 trên 3, a.csv: đang đọc…"),
        (sent(title="báo cáo _2_.csv"), "báo cáo \\_\u20602\\_\u2060.csv: đang đọc…"),
    ],
)
def test_the_line_names_the_file_and_the_stage(file: Sent, line: str):
    assert stage_line(file, "read") == line


def test_a_bar_moves_through_the_stages_of_each_file_and_goes(
    monkeypatch: pytest.MonkeyPatch, own: Store
):
    drawn: list[tuple[str, Stage]] = []
    draw = waiting.draw_stage
    monkeypatch.setattr(
        waiting, "draw_stage", lambda *at: (drawn.append((at[1].turn, at[2])), draw(*at))
    )
    app: AppTest = start(monkeypatch, own.path, INTAKE)
    drop(app, ("a.csv", GOOD), ("b.csv", file_of("CS08,2026,60,,Sở")))
    assert drawn == [(f"Tệp {n} trên 2", stage) for n in (1, 2) for stage in BEHIND]
    assert (app.get("progress"), list(app.exception)) == ([], [])
    app.run()
    assert len(drawn) == 2 * len(BEHIND)


def test_whoever_waits_sees_their_place_and_then_again_how_far_it_is():
    drawn: list[tuple[float, str]] = []
    listener = Drawn(lambda *line: drawn.append(line), sent("Tệp 1 trên 2")).listener
    listener.wait(2)
    listener.wait(1)
    listener.tell("read")
    listener.wait(0)
    reading = (0.0, "Tệp 1 trên 2, a.csv: đang đọc…")
    assert drawn == [
        (0.0, "Tệp 1 trên 2, a.csv: chờ đến lượt, sau 2 tệp khác…"),
        (0.0, "Tệp 1 trên 2, a.csv: chờ đến lượt, sau 1 tệp khác…"),
        reading,
        reading,
    ]
