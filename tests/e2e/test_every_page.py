"""What holds of every page as it is opened: each is opened once, and looked at by all tests."""

from collections.abc import Iterator

import pytest

from tests.e2e.server import BoardServer
from tests.e2e.test_language import english
from tests.e2e.visit import Sight, Visits

PATHS = [
    "/",
    "/nhom",
    "/nhom?ma=HD",
    "/nhom?ma=ML",
    "/chi-tieu?ma=HD01",
    "/chi-tieu?ma=BC01",
    "/chi-tieu?ma=ML02&neu=1,6",
    "/so-sanh",
    "/so-sanh?ma=HD01,HD02",
    "/so-sanh?ma=ML02,NL01&theo=cap-hoc",
    "/so-sanh?ma=BC03&theo=cap-hoc",
    "/cach-danh-gia",
    "/nguon-so-lieu",
    "/nhap-lieu",
    "/nhat-ky",
    "/nhat-ky?pb=2",
]


@pytest.fixture(scope="module", params=PATHS)
def sight(
    request: pytest.FixtureRequest, board_server: BoardServer, visits: Visits
) -> Iterator[Sight]:
    visit = visits.begin().open(board_server.url + request.param)
    yield visit.sight()
    visits.end(visit)


def test_every_word_of_our_pages_is_vietnamese(sight: Sight) -> None:
    assert len(sight.strings) > 3
    assert english(sight.strings) == []


def test_nothing_leaves_the_machine_and_nothing_is_refused(
    sight: Sight, board_server: BoardServer
) -> None:
    own = (board_server.url, "data:", "blob:")
    assert sight.requests
    assert [address for address in sight.requests if not address.startswith(own)] == []
    assert (sight.refusals, sight.errors) == ([], [])
