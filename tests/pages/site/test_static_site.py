"""The site says what the board says, in files whose links all lead somewhere."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import urlsplit

import pytest
from PIL import Image

from indicators.api.board import as_json
from indicators.board.as_of import as_of
from indicators.briefing.brief import Brief, Selection, brief_on
from indicators.briefing.steps import CancelledError
from indicators.charts.dossier_trajectory import pictured, trajectory_of
from indicators.charts.theme import DARK
from indicators.charts.trajectory_figure import draw_trajectory
from indicators.charts.trajectory_frame import NARROW, WIDE
from indicators.comparison.comparison import Question
from indicators.comparison.making import compare
from indicators.figures.disaggregation import BY_COMMUNE, slug
from indicators.store.connection import Store
from indicators.wording.illustrative import MARK
from pages.site.assets import PLOTLY
from pages.site.chart import dark_colors
from pages.site.files import as_zip, site_files
from pages.site.links import file_of
from tests.programme import PROGRAMME
from tests.project import PROJECT
from tests.recording import seen_on

SIDE_BY_SIDE = re.compile(r'<table class="side-by-side">(.*?)</table>', re.DOTALL)
ADDRESS = "https://theo-doi.example.vn/nq71/"
Files = dict[str, bytes]


class Page(HTMLParser):
    """What a page refers to and can be referred to by, its tables as texts."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.refers: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.metas: dict[str, str] = {}
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        self.tags.append(tag)
        self.refers += [found[name] for name in ("href", "src", "srcset") if name in found]
        self.ids += [found["id"]] if "id" in found else []
        if name := found.get("name") or found.get("property"):
            self.metas[name] = found.get("content", "")


@pytest.fixture(scope="module")
def brief(filled: Store) -> Brief:
    return brief_on(filled, seen_on(filled, date(2029, 6, 10)))


@pytest.fixture(scope="module")
def files(brief: Brief) -> Files:
    return site_files(brief, ADDRESS)


@pytest.fixture(scope="module")
def pages(files: Files) -> dict[str, Page]:
    return {name: Page(content) for name, content in files.items() if name.endswith(".html")}


def followed(name: str, page: Page) -> Iterator[tuple[str, str]]:
    """The files of the site that a page refers to, each with the place in it."""
    for where in page.refers:
        parts = urlsplit(where)
        if not parts.scheme:
            path = normpath(str(PurePosixPath(name).parent / parts.path)) if parts.path else name
            yield path, parts.fragment


def test_every_indicator_and_group_has_a_page(brief: Brief, files: Files):
    groups = {f"nhom/{group.code}.html" for group, _ in brief.chosen.groups()}
    indicators = {f"chi-tieu/{row.indicator.code}.html" for row in brief.rows}
    alone = {"index.html", "bieu-theo-doi.html", "cach-danh-gia.html", "404.html"}
    assert {name for name in files if name.endswith(".html")} == groups | indicators | alone


def test_every_link_leads_to_a_file_and_a_place_in_it(files: Files, pages: dict[str, Page]):
    dead = [
        (name, path, place)
        for name, page in pages.items()
        for path, place in followed(name, page)
        if path not in files or (place and place not in pages[path].ids)
    ]
    assert dead == []


def test_every_page_table_and_picture_is_reached_by_a_link(files: Files, pages: dict[str, Page]):
    reached = {path for name, page in pages.items() for path, _ in followed(name, page)}
    led_to = {name for name in files if name.endswith((".html", ".csv", ".png", ".svg", ".js"))}
    assert led_to - reached == {"404.html"}


def test_nothing_is_fetched_from_elsewhere(files: Files, pages: dict[str, Page]):
    fetched = re.compile(rb'(?:src|srcset)="(?!data:)[a-z]+:|url\(["\']?(?:https?:)?//|@import')
    assert [name for name, content in files.items() if name.endswith((".html", ".css"))
            and fetched.search(content)] == []  # fmt: skip
    assert "fetch(" not in files["site.js"].decode()
    assert all("base" not in page.tags for page in pages.values())


def test_every_page_has_language_title_description_and_the_data_it_was_made_from(
    brief: Brief, files: Files, pages: dict[str, Page]
):
    for name, page in pages.items():
        text = files[name].decode()
        assert '<html lang="vi">' in text
        assert re.search(r"<title>[^<]+</title>", text)
        assert len(page.metas["description"]) > 20
        assert page.metas["og:description"] == page.metas["description"]
        assert page.metas["og:title"] in unescape(text).partition("<title>")[2]
        assert "width=device-width" in page.metas["viewport"]
        assert name == "404.html" or brief.version_line in unescape(text)
        assert len(set(page.ids)) == len(page.ids)


def test_the_table_has_the_numbers_of_status_json(brief: Brief, files: Files):
    told = {row["code"]: row["latest"]["value"] for row in as_json(brief.board) if row["latest"]}
    text = files["bieu-theo-doi.html"].decode()
    found = {}
    for line in text.split("<tr")[1:]:
        if code := re.search(r"<small>([A-Z]{2}\d\d)</small>", line):
            [shown] = re.findall(r'<td[^>]* data-head="Thực hiện 2029">(.*?)</td>', line)
            found[code[1]] = unescape(shown).partition("<br>")[0].rstrip("*")
    rows = brief.board.by_code
    assert len(found) == len(PROGRAMME)
    assert found == {code: rows[code].notation.number(told[code]) for code in found}


def test_every_page_of_an_indicator_has_its_verdict_its_values_and_its_chart(
    brief: Brief, files: Files
):
    for row in brief.rows:
        text = unescape(files[f"chi-tieu/{row.indicator.code}.html"].decode())
        assert row.label in text
        assert row.sentence in text
        assert f"<b>{row.number(row.judgement.latest)}</b>" in text
        shown = trajectory_of(brief.dossier(row))
        wanted = row.indicator.kind != "milestone" and shown.is_drawable()
        assert ('id="bieu-do"' in text) == (PLOTLY in text) == wanted


def held(files: Files, code: str) -> dict:
    """The data of a chart as its page holds it."""
    text = files[f"chi-tieu/{code}.html"].decode()
    return json.loads(re.search(r'id="du-lieu-bieu-do">(.*?)</script>', text, re.DOTALL)[1])


@pytest.mark.parametrize("code", ["ML02", "DH13", "HD01", "DH17"])
def test_a_chart_is_the_one_of_the_board_wide_and_narrow_light_and_dark(
    brief: Brief, files: Files, code: str
):
    shown, data = trajectory_of(brief.dossier(brief.board.by_code[code])), held(files, code)
    names = re.compile("|".join(map(re.escape, dark_colors())))
    for kind, size in (("wide", WIDE), ("narrow", NARROW)):
        turned = names.sub(lambda found: data["dark"][found[0]], json.dumps(data[kind]))
        assert json.loads(turned) == json.loads(draw_trajectory(shown, DARK, size).to_json())
    assert (data["config"]["locale"], data["config"]["displayModeBar"]) == ("vi", False)


def test_plotly_is_the_one_that_draws_the_board(files: Files):
    from plotly.offline import get_plotlyjs_version

    assert f"plotly-basic-{get_plotlyjs_version()}.min.js" == PLOTLY
    assert f"v{get_plotlyjs_version()}".encode() in files[PLOTLY][:200]


def test_the_tables_to_take_away_are_those_of_the_board(brief: Brief, files: Files):
    text = files["so-lieu/ML02.csv"].decode("utf-8-sig")
    found = [row["Giá trị"] for row in csv.DictReader(io.StringIO(text)) if row["Kỳ"]]
    assert found == [str(v.value) for v in brief.dossier(brief.board.by_code["ML02"]).values]
    assert len([name for name in files if name.startswith("so-lieu/")]) == len(brief.rows) + 2


def test_search_finds_with_and_without_diacritics(brief: Brief, files: Files):
    text = files["tim-kiem.js"].decode()
    rows = json.loads(text.removeprefix("const CHI_TIEU = ").rstrip().rstrip(";"))
    assert [row[0] for row in rows] == [row.indicator.code for row in brief.rows]
    assert "truong" in rows[1][4]


def test_the_code_to_scan_opens_the_public_address(files: Files):
    picture = Image.open(io.BytesIO(files["qr.png"]))
    assert picture.width == picture.height > 500
    assert ADDRESS.encode() in files["qr.svg"]
    assert ADDRESS in files["index.html"].decode()


def test_without_a_public_address_there_is_no_code(filled: Store):
    moment = seen_on(filled, date(2029, 6, 10))
    plain = site_files(brief_on(filled, moment, Selection(indicators=("HD01",))))
    assert not [name for name in plain if name.startswith("qr.")]
    assert "qr.svg" not in plain["index.html"].decode()


def test_the_archive_holds_the_same_files_and_is_the_same_every_time(brief: Brief, files: Files):
    few = brief_on(brief.store, brief.board.as_of, Selection(indicators=("HD01", "ML01")))
    packed = as_zip(few, ADDRESS)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == site_files(few, ADDRESS)
    assert as_zip(few, ADDRESS) == packed
    assert sum(map(len, files.values())) < 25_000_000


def test_made_up_figures_are_marked_on_every_page_and_table(illustrative: Store):
    brief = brief_on(illustrative, as_of(illustrative), Selection(groups=("HD",)))
    files = site_files(brief)
    for name, content in files.items():
        text = content.decode("utf-8", "replace")
        if name.endswith(".html"):
            assert MARK in text, name
            assert text.count("<table") == text.count('<caption class="unreal">')
        if name.startswith("so-lieu/"):
            assert name.startswith("so-lieu/SO-LIEU-MINH-HOA_")
            assert MARK in text
        if name.endswith("HD01.svg"):
            assert name == "hinh/SO-LIEU-MINH-HOA_HD01.svg"
            assert text.count(MARK) > 1


def test_the_picture_of_every_chart_is_offered_with_its_fonts_inside(brief: Brief, files: Files):
    drawn = [
        code for row in brief.rows if pictured(brief.dossier(row)) for code in [row.indicator.code]
    ]
    assert [name for name in files if name.startswith("hinh/")] == [
        f"hinh/{code}.svg" for code in drawn
    ]
    picture = files["hinh/ML02.svg"].decode()
    assert picture.count("@font-face") >= 4
    assert "chủ trì" in picture
    assert (
        '<a class="take" href="../hinh/ML02.svg" download>' in files["chi-tieu/ML02.html"].decode()
    )


def test_figures_by_area_and_breakdown_are_those_that_the_board_compares(broken_down: Store):
    brief = brief_on(broken_down, as_of(broken_down))
    row = next(each for each in brief.rows if brief.dossier(each).crowd)
    code, ways = row.indicator.code, brief.dossier(row).ways
    files = site_files(brief_on(broken_down, as_of(broken_down), Selection(indicators=(code,))))
    page = files[f"chi-tieu/{code}.html"].decode()
    tables = [unescape(table) for table in SIDE_BY_SIDE.findall(page)]
    assert len(tables) == len(ways)
    for way, table in zip(ways, tables, strict=True):
        question = Question((code,), slug(way))
        compared = compare(broken_down, brief.board.as_of, "city", question)
        for each in compared.series:
            [line] = [cells for cells in table.split("<tr>") if f">{each.name}</th>" in cells]
            assert f">{each.row.number(each.row.judgement.latest)}" in line
    followed_to = set(followed(f"chi-tieu/{code}.html", Page(page.encode())))
    assert (f"chi-tieu/{code}.html", slug(BY_COMMUNE)) in followed_to


def test_a_choice_of_indicators_leads_to_these_alone(filled: Store):
    moment = seen_on(filled, date(2029, 6, 10))
    files = site_files(brief_on(filled, moment, Selection(indicators=("HD01", "ML02"))))
    pages = {name: Page(files[name]) for name in files if name.endswith(".html")}
    assert {name for name in pages if name.startswith("chi-tieu/")} == {
        "chi-tieu/HD01.html",
        "chi-tieu/ML02.html",
    }
    assert all(path in files for name, page in pages.items() for path, _ in followed(name, page))


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/chi-tieu?ma=ML02", "../chi-tieu/ML02.html"),
        ("/chi-tieu?ma=ML02&so=2025", ""),
        ("/chi-tieu?ma=XX99", ""),
        ("/nhom?ma=HD#dien-bien", "../nhom/HD.html#dien-bien"),
        ("/nhom", "../bieu-theo-doi.html"),
        (
            "/bieu-theo-doi?trang_thai=Chậm&minh-hoa=1",
            "../bieu-theo-doi.html?trang_thai=Ch%E1%BA%ADm",
        ),
        ("/bieu-theo-doi", "../bieu-theo-doi.html"),
        ("/", "../index.html"),
        ("/cach-danh-gia#nguong", "../cach-danh-gia.html#nguong"),
        ("/nhat-ky?pb=3", ""),
        ("/so-sanh?ma=ML02&theo=cap-hoc", "../chi-tieu/ML02.html#cap-hoc"),
        ("/so-sanh?ma=ML02,HD01", ""),
        ("#bang", "#bang"),
        ("../so-lieu/ML02.csv", "../so-lieu/ML02.csv"),
        ("https://hdr.undp.org/a?b=1", "https://hdr.undp.org/a?b=1"),
    ],
)
def test_addresses_of_the_board_become_files(address: str, file: str):
    assert file_of(address, "../", {"ML02", "HD"}) == file


def test_steps_are_told_and_a_stop_is_heard(filled: Store):
    moment = seen_on(filled, date(2029, 6, 10))
    brief = brief_on(filled, moment, Selection(indicators=("HD01", "ML02")))
    heard: list[tuple[int, int]] = []
    site_files(brief, progress=lambda done, of: heard.append((done, of)))
    assert heard == [(step, 9) for step in range(10)]

    def stop(done: int, _of: int) -> None:
        if done == 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        site_files(brief, progress=stop)


def test_writing_the_site_needs_no_streamlit():
    told = "import sys, pages.site; sys.exit('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=PROJECT, check=False)
    assert done.returncode == 0
