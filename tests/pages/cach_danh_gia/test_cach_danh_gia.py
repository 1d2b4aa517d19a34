"""The page that explains the method: all rules and statuses, each with its example."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from indicators.methodology.rules import RULES
from indicators.progress.results import Status
from indicators.store.connection import Store
from indicators.wording.method import LINE_WORDS, RULE_WORDS, STATUS_WORDS
from pages.cach_danh_gia.worked_example import MADE_UP
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html, notice, text
from tests.pages.test_boards import SEEN
from tests.recording import set_to

METHOD = "cach-danh-gia"
LINES = [line.key for rule in RULES for line in rule.lines]
PLACES = [*Status, *LINES, *(words.anchor for words in RULE_WORDS.values())]
EXAMPLE = re.compile(r'<div class="example( made-up)?"><p class="whose">(.*?)</p>')


def method(open_page: OpenPage, store: Store, board: str, **more: str) -> AppTest:
    app = open_page(store.path, METHOD, **SEEN[board], **more)
    assert (list(app.exception), notice(app)) == ([], [])
    return app


def place(app: AppTest, key: str) -> str:
    """What stands at a place, up to the next line, status or heading."""
    return re.split(r'<li id="|<article|<h2', html(app).partition(f'id="{key}"')[2])[0]


@pytest.mark.parametrize("board", SEEN)
def test_every_status_and_every_line_has_its_place_and_one_example(
    request: pytest.FixtureRequest, open_page: OpenPage, board: str
):
    app = method(open_page, request.getfixturevalue(board), board)
    assert heading(app) == "Cách đánh giá"
    assert [html(app).count(f'id="{key}"') for key in PLACES] == [1] * len(PLACES)
    found = {key: len(EXAMPLE.findall(place(app, key))) for key in [*Status, *LINES]}
    assert found == dict.fromkeys([*Status, *LINES], 1)
    assert "không có ví dụ" not in text(app)


def test_every_status_line_and_rule_has_words():
    assert set(STATUS_WORDS) == set(Status)
    assert set(LINE_WORDS) == set(LINES)
    assert set(RULE_WORDS) == {rule.key for rule in RULES}


@pytest.mark.parametrize("board", SEEN)
def test_an_example_is_an_indicators_or_said_to_be_made_up(
    request: pytest.FixtureRequest, open_page: OpenPage, board: str
):
    app = method(open_page, request.getfixturevalue(board), board)
    for frame, whose in EXAMPLE.findall(html(app)):
        assert bool(frame) == (MADE_UP in whose)
        assert bool(frame) == ('href="/chi-tieu?ma=' not in whose)


def test_a_live_example_says_what_the_indicators_page_says(open_page: OpenPage, filled: Store):
    shown = place(method(open_page, filled, "filled"), Status.SLOW)
    where = unescape(re.search(r'<a href="([^"]+)"', shown)[1])
    asked = {name: values[0] for name, values in parse_qs(urlsplit(where).query).items()}
    assert asked == {**SEEN["filled"], "ma": asked["ma"]}
    sentence = re.search(r"</span>([^<]+)</p>", shown)[1].strip()
    assert unescape(sentence) in text(open_page(filled.path, **asked))


def test_an_example_of_the_country_leads_to_the_country(open_page: OpenPage, published: Store):
    shown = place(method(open_page, published, "published"), Status.ON_TRACK)
    assert 'href="/chi-tieu?ma=HD01&amp;pham-vi=ca-nuoc&amp;v=2&amp;ngay=2026-11-22"' in shown
    assert "0,0101 ÷ 0,0102 = 0,99" in shown


def test_a_changed_threshold_changes_the_numbers(open_page: OpenPage, own: Store):
    before = text(open_page(own.path, METHOD))
    set_to(own, on_track_ratio=0.9, slow_ratio=0.5)
    after = text(open_page(own.path, METHOD))
    told = [
        ("từ 95% quãng đường", "từ 90% quãng đường"),
        ("0,60 đến 0,95", "0,50 đến 0,90"),
        ("xét tỷ số g ÷ g* theo các ngưỡng 0,95 và 0,60", "theo các ngưỡng 0,90 và 0,50"),
        ("0,60 ≤ 0,77 < 0,95: Chậm tiến độ", "0,50 ≤ 0,70 < 0,90: Chậm tiến độ"),
    ]
    for old, new in told:
        assert [old in before, new in before, old in after, new in after] == [1, 0, 0, 1], old
    assert "0,60 đến 0,95" in text(open_page(own.path, METHOD, v="2"))


def test_everything_that_the_contents_name_is_on_the_page(open_page: OpenPage, published: Store):
    shown = html(method(open_page, published, "published"))
    contents = shown.partition('<nav class="contents"')[2].partition("</nav>")[0]
    anchors = re.findall(r'href="#([^"]+)"', contents)
    assert anchors == re.findall(r'<h2 id="([^"]+)"', shown)


RULED = [
    ("ML02", "dat-vao-nam-dich"),
    ("NL01", "dat-moi-nam"),
    ("PC03", "duy-tri"),
    ("DH13", "tang-binh-quan"),
    ("ML01", "cong-viec"),
    ("DH17", "thu-hang"),
    ("BC01", "dat-vao-nam-dich"),
]


@pytest.mark.parametrize(("code", "anchor"), RULED)
def test_the_verdict_leads_to_its_rule(
    open_page: OpenPage, published: Store, code: str, anchor: str
):
    shown = html(open_page(published.path, **SEEN["published"], ma=code))
    assert f'href="/cach-danh-gia?v=2&amp;ngay=2026-11-22#{anchor}">Cách đánh giá</a>' in shown
    assert anchor in PLACES


def test_the_overview_leads_to_the_statuses(open_page: OpenPage, published: Store):
    shown = html(open_page(published.path, **SEEN["published"]))
    link = 'href="/cach-danh-gia?v=2&amp;ngay=2026-11-22#muc-danh-gia">Cách đánh giá</a>'
    assert shown.count(link) == 1


def test_the_version_of_the_method_is_shown(open_page: OpenPage, published: Store):
    assert "Phương pháp phiên bản 1" in text(method(open_page, published, "published"))
