"""The rules of the house that the contracts on imports cannot hold."""

import ast
import re
from pathlib import Path

import pytest

from tests.project import PROJECT

PACKAGES = [PROJECT / "indicators", PROJECT / "pages"]
README = (PROJECT / "README.md").read_text("utf-8")
ROOMS = sorted(
    folder.parent
    for package in PACKAGES
    for folder in package.rglob("__init__.py")
    if folder.parent != package
)


def named(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("room", ROOMS, ids=named)
def test_a_folder_says_in_one_line_what_the_picture_of_the_tree_says_of_it(room: Path):
    (line,) = (room / "__init__.py").read_text("utf-8").splitlines()
    assert re.search(
        rf"^ +{room.name}/ +{re.escape(ast.literal_eval(line))}$", README, re.MULTILINE
    )


def test_no_module_stands_loose():
    assert {path.name for path in PACKAGES[0].glob("*.py")} == {"__init__.py", "__main__.py"}
    assert {path.name for path in PACKAGES[1].glob("*.py")} == {
        "__init__.py", "shell.py", "navigation.py",
    }  # fmt: skip


def users_of_parts() -> dict[str, set[str]]:
    """Module of pages/parts/ → folders beside it, and modules of it, that import it."""
    users: dict[str, set[str]] = {}
    for file in [*(PROJECT / "pages").rglob("*.py"), PROJECT / "dashboard.py"]:
        place = file.relative_to(PROJECT).with_suffix("").parts
        user = ".".join(place) if place[:2] == ("pages", "parts") else ".".join(place[:2])
        for module in re.findall(r"^from (pages\.parts\.[\w.]+) import", file.read_text(), re.M):
            users.setdefault(module, set()).add(user)
    return users


def test_what_stands_among_the_shared_pieces_is_shared():
    users = users_of_parts()

    def pages(module: str, seen: frozenset[str] = frozenset()) -> set[str]:
        """The folders that a module serves, by way of other shared pieces too."""
        found = set()
        for user in users.get(module, set()) - seen:
            shared = user.startswith("pages.parts.")
            found |= pages(user, seen | {module}) if shared else {user}
        return found

    assert {module: pages(module) for module in users if len(pages(module)) < 2} == {}


# The project's own files, a single letter, and a number.
NORMALISING = {"catalogue/cells.py", "typesetting/type_size.py", "progress/rounding.py"}


def test_text_from_elsewhere_is_composed_in_one_place():
    """Unicode's own function takes time by the square of a run of marks."""
    using = {
        file.relative_to(folder).as_posix()
        for folder in PACKAGES
        for file in folder.rglob("*.py")
        if re.search(r"\bnormalize\(", file.read_text("utf-8"))
    }
    assert using - NORMALISING == {"wording/letters.py"}
