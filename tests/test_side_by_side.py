"""Which worker takes which test file next."""

from tests.side_by_side import next_file

QUEUE = ["tests/test_house.py", "tests/wording/test_days.py", "tests/e2e/a.py", "tests/e2e/b.py"]


def test_the_first_worker_drives_the_browser_and_others_help_it_once_theirs_is_done():
    assert next_file(QUEUE, is_first=True) == "tests/e2e/a.py"
    assert next_file(QUEUE, is_first=False) == "tests/test_house.py"
    assert next_file(QUEUE[2:], is_first=False) == "tests/e2e/b.py"


def test_without_tests_in_the_browser_all_take_what_comes_next():
    assert {next_file(QUEUE[:2], is_first) for is_first in (True, False)} == {QUEUE[0]}
