"""One number of the release, and what is said of it to those who run a board."""

import re
import subprocess
import sys
import tomllib

from indicators import __version__
from indicators.store.recognition import SCHEMA_VERSION
from tests.project import PROJECT


def test_the_newest_entry_of_the_change_log_has_the_number_and_schema_of_the_code() -> None:
    log = (PROJECT / "CHANGELOG.md").read_text("utf-8")
    entries = re.findall(r"^## (.+)$", log, re.MULTILINE)
    number, schema, day = entries[0].split(" · ")
    assert (number, schema) == (__version__, f"lược đồ {SCHEMA_VERSION}")
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", day)
    numbers = [[int(part) for part in entry.split(" · ")[0].split(".")] for entry in entries]
    assert numbers == sorted(numbers, reverse=True)


def test_the_number_stands_in_one_place_and_the_command_line_tells_it() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "indicators", "--version"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == f"{__version__}\n"
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    attribute = project["tool"]["setuptools"]["dynamic"]["version"]["attr"]
    assert attribute == "indicators.__version__"
