"""The picture of one chart: all of it told, nothing upon anything else, in either shape."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.charts.dossier_trajectory import pictured
from indicators.charts.picture import LANDSCAPE, SQUARE, Shape
from indicators.charts.trajectory_picture import PicturedTrajectory, trajectory_picture
from indicators.dossier.dossier import open_dossier
from indicators.store.connection import Store
from tests.charts.test_small_multiples_picture import Area, Element, inside, overlap, told, words_of

EVERY = 3  # charts of the board, as each takes some hundredths of a second


def shown_of(store: Store, code: str, scope: str = "city") -> PicturedTrajectory:
    dossier = open_dossier(store, as_of(store), code, scope, None)
    assert dossier
    shown = pictured(dossier)
    assert shown
    return shown


def charts(store: Store) -> Iterator[PicturedTrajectory]:
    moment = as_of(store)
    for row in assess(store, moment).rows[::EVERY]:
        dossier = open_dossier(store, moment, row.indicator.code, "city", None)
        if dossier and (shown := pictured(dossier)):
            yield shown


def drawn(shown: PicturedTrajectory, shape: Shape = LANDSCAPE) -> Element:
    return ElementTree.fromstring(trajectory_picture(shown, shape, lambda _: ""))  # noqa: S314


def marks(picture: Element) -> Iterator[Area]:
    for dot in picture.iterfind("{*}circle"):
        x, y, r = (float(dot.get(name, "0")) for name in ("cx", "cy", "r"))
        yield x - r, y - r, x + r, y + r


@pytest.mark.parametrize("shape", [LANDSCAPE, SQUARE], ids=["landscape", "square"])
def test_no_words_of_a_picture_leave_it_or_meet_words_or_marks(illustrative: Store, shape: Shape):
    count = 0
    for shown in charts(illustrative):
        picture = drawn(shown, shape)
        words, name = [*words_of(picture)], shown.trajectory.title
        frame = (0, 0, shape.width, shape.height)
        assert [each for each in words if not inside(each, frame)] == [], name
        assert [pair for pair in combinations(words, 2) if overlap(*pair)] == [], name
        meeting = [(w, m) for w in words for m in marks(picture) if overlap(w, m)]
        assert meeting == [], name
        count += 1
    assert count > 15


def test_a_picture_tells_finding_verdict_agency_values_and_source(illustrative: Store):
    words = told(drawn(shown_of(illustrative, "DH05")))
    assert words["mark"] == "SỐ LIỆU MINH HỌA"
    assert words["title"].startswith("Tỷ lệ người trong độ tuổi theo học")
    assert words["status"] == "Ngược chiều mục tiêu"
    assert words["lead"] == "Sở Giáo dục và Đào tạo chủ trì"
    assert "43,4%" in words["label"]
    assert "2030: tối thiểu 70%" in words["label"]
    assert words["source"].startswith("Nguồn: Số liệu minh họa · SỐ LIỆU MINH HỌA · Số liệu đến ")


def test_a_long_title_stands_on_two_lines_and_the_mark_across_the_plot(illustrative: Store):
    picture = drawn(shown_of(illustrative, "DH05"))
    lines = [float(each.get("y", "0")) for each in picture.iterfind("{*}text[@class='title']")]
    assert len(lines) == 2
    assert lines[1] > lines[0] + 30
    across = [each for each in picture.iterfind("{*}text") if "rotate" in each.get("transform", "")]
    assert [each.text for each in across] == ["SỐ LIỆU MINH HỌA"]


def test_no_agency_of_the_city_leads_what_is_told_of_the_country(illustrative: Store):
    assert not told(drawn(shown_of(illustrative, "DH05", "national"))).get("lead", "").strip()


def test_names_from_files_are_text(illustrative: Store):
    shown = shown_of(illustrative, "DH05")
    title = "<b>A & B</b> </svg>"
    picture = drawn(replace(shown, trajectory=replace(shown.trajectory, title=title)))
    assert told(picture)["title"] == title


def test_fonts_are_asked_for_what_is_drawn(illustrative: Store):
    asked: list[str] = []

    def faces(text: str) -> str:
        asked.append(text)
        return "@font-face{}"

    picture = trajectory_picture(shown_of(illustrative, "HD01"), LANDSCAPE, faces)
    assert "<style>@font-face{}</style>" in picture
    assert "0,813" in asked[0]
