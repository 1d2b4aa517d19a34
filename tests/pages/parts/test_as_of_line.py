"""The line that says which moment a page shows, and the ways from it to others."""

import re
from datetime import date
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from indicators.store.history import latest, versions
from indicators.wording.numbers import day
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html, notice, text
from tests.recording import figure, record

PAGES = [
    "",
    "bieu-theo-doi",
    "nhom",
    "chi-tieu",
    "bao-cao",
    "cach-danh-gia",
    "nguon-so-lieu",
]


def line(app: AppTest) -> str:
    found = re.search(r'<nav class="as-of.*?</nav>', html(app), re.DOTALL)
    assert found, html(app)
    return found[0]


def links(app: AppTest) -> dict[str, str]:
    """The addresses by their words."""
    found = re.findall(r'<a [^>]*?href="(.*?)".*?>(.*?)</a>', line(app))
    return {re.sub("<.*?>", "", words).split()[0]: unescape(link) for link, words in found}


def chosen(app: AppTest) -> list[str]:
    found = re.findall(r'aria-current="true">(.*?)</a>', line(app))
    return [re.sub("<.*?>", "", words).split()[0] for words in found]


SHOWING = [(page, {}) for page in PAGES]
SHOWING += [("nhom", {"ma": "ML"}), ("chi-tieu", {"ma": "ML02"})]


@pytest.mark.parametrize(("page", "asked"), SHOWING)
def test_every_page_with_figures_says_its_moment(
    open_page: OpenPage, published: Store, today: date, page: str, asked: dict[str, str]
):
    app = open_page(published.path, page, **asked)
    assert f"<span>Số liệu đến {day(today)}</span></summary>" in line(app)
    judged = f"năm đánh giá {today.year} · <span>phiên bản 2 · {latest(published).head}</span>"
    assert f'<div class="panel"><p class="seen">{judged}</p>' in line(app)
    assert chosen(app) == [str(today.year), "2"]
    assert "Về hiện tại" not in text(app)


def test_the_past_is_said_plainly_and_left_without_leaving_the_page(
    open_page: OpenPage, published: Store
):
    app = open_page(published.path, "nhom", ma="ML", v="1", ngay="2026-11-22", pham_vi="")
    shown = "Đang xem lại số liệu đến 22/11/2026 · năm đánh giá 2026 · phiên bản 1"
    shown += f" · {versions(published)[0].head}"
    assert shown in text(app)
    assert links(app)["Về"] == "?ma=ML"


@pytest.mark.parametrize("page", PAGES)
def test_a_refused_moment_is_left_without_leaving_the_page(
    open_page: OpenPage, published: Store, page: str
):
    app = open_page(published.path, page, v="99", ngay="2026-11-22", tim="CS02")
    assert '<a href="?tim=CS02">Về hiện tại</a></section>' in html(app)


def test_an_indicator_that_is_not_there_leads_back_to_now(open_page: OpenPage, published: Store):
    app = open_page(published.path, ma="XX01", v="1", ngay="2026-11-22")
    assert 'href="?ma=XX01">Về hiện tại</a>' in html(app)


def test_a_day_is_asked_for_with_all_the_rest_of_the_address(open_page: OpenPage, published: Store):
    app = open_page(published.path, ma="BC01", v="1", ngay="2026-11-22", phan_to="THPT")
    fields = dict(re.findall(r'<input[^>]* name="(.*?)" value="(.*?)"', line(app)))
    assert fields == {"ngay": "22/11/2026", "ma": "BC01", "phan_to": "THPT"}


@pytest.mark.parametrize(
    "written", ["22/11/2026", "2026-11-22", "22112026", "22.11.2026", "22 11 2026", " 22-11-2026 "]
)
def test_a_day_is_read_as_people_write_it(open_page: OpenPage, published: Store, written: str):
    app = open_page(published.path, v="2", ngay=written)
    assert (notice(app), "số liệu đến 22/11/2026" in text(app)) == ([], True)


@pytest.mark.parametrize("written", ["1112026", "22/11/26", "22/13/2026", "２２/１１/２０２６x"])
def test_a_day_that_could_be_two_is_not_guessed(
    open_page: OpenPage, published: Store, written: str
):
    said = f"Không đọc được ngày '{written}'; hãy viết như 22/11/2026."
    assert notice(open_page(published.path, ngay=written))[1:] == [said]


def test_an_empty_field_is_now(open_page: OpenPage, published: Store):
    assert "Về hiện tại" not in text(open_page(published.path, ngay=""))


def test_the_years_and_versions_lead_to_addresses_that_name_the_version(
    open_page: OpenPage, own: Store, today: date
):
    record(own, figure("ML02", 2024, 70))
    app = open_page(own.path, ma="ML02")
    assert links(app) == {
        **{str(y): f"?ma=ML02&v=3&ngay={today}&nam={y}" for y in range(2024, today.year)},
        str(today.year): f"?ma=ML02&v=3&ngay={today}",
        "3": "?ma=ML02",
        "2": "?ma=ML02&v=2",
        "1": "?ma=ML02&v=1",
        "Liên": f"?ma=ML02&v=3&ngay={today}",
        "Mọi": "/nhat-ky",
        "Trình": "?ma=ML02&trinh-chieu=1",
    }


ASKED = [
    ("now", {}, {}),
    ("an old version", {"v": "2"}, {"v": "2"}),
    ("the newest version", {"v": "3"}, {"v": "3"}),
    ("a day", {"ngay": "{today}"}, {"v": "3", "ngay": "{today}"}),
    ("a year", {"nam": "2025"}, {"v": "3", "ngay": "{today}", "nam": "2025"}),
    ("an old version and a year", {"v": "2", "nam": "2025"}, {"v": "2", "nam": "2025"}),
    ("the year of the day", {"v": "2", "nam": "{year}"}, {"v": "2"}),
    ("a version on a day", {"v": "2", "ngay": "5/1/2026"}, {"v": "2", "ngay": "2026-01-05"}),
]


@pytest.mark.parametrize(("asked", "kept"), [pytest.param(*case, id=name) for name, *case in ASKED])
def test_a_link_kept_from_a_view_carries_its_version(
    open_page: OpenPage, own: Store, today: date, asked: dict[str, str], kept: dict[str, str]
):
    record(own, figure("ML02", 2025, 70))
    asked, kept = (
        {name: text.format(today=today, year=today.year) for name, text in each.items()}
        for each in (asked, kept)
    )
    parameters = "&amp;".join(f"{name}={text}" for name, text in {"ma": "HD01", **kept}.items())
    assert f'class="tile s-no_data dashed" href="/chi-tieu?{parameters}"' in html(
        open_page(own.path, **asked)
    )


def test_a_fixed_link_shows_the_same_whatever_is_recorded_later(open_page: OpenPage, own: Store):
    record(own, figure("ML02", 2025, 70))
    fixed = dict(
        part.split("=") for part in links(open_page(own.path, ma="ML02"))["Liên"][1:].split("&")
    )
    before = open_page(own.path, **fixed)
    record(own, figure("ML02", 2025, 71))
    after = open_page(own.path, **fixed)
    assert "70,00% năm 2025" in heading(before)
    assert (heading(after), "Đang xem lại" in text(after)) == (heading(before), True)
