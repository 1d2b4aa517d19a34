"""What is said of the database: names for the log and the terminal, none for readers."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicators.store import errors
from indicators.store.errors import DatabaseError, StoreError
from tests.project import PROJECT

KINDS = {kind.__name__: kind for kind in vars(errors).values() if isinstance(kind, type)}
WITHOUT_PATHS = {errors.LagError}
ABOUT_FILES = [kind for kind in KINDS.values() if issubclass(kind, DatabaseError)]


@pytest.mark.parametrize("kind", [each for each in ABOUT_FILES if each not in WITHOUT_PATHS])
def test_readers_hear_what_happened_and_not_to_which_file(kind: type[DatabaseError]) -> None:
    refusal = kind("Tệp /srv/bang/board.duckdb đang được tiến trình 4711 dùng.")
    assert str(refusal) == "Tệp /srv/bang/board.duckdb đang được tiến trình 4711 dùng."
    assert refusal.for_readers == (
        f"{kind.what} Lý do đầy đủ nằm trong nhật ký của máy chủ, dành cho người quản trị."
    )
    assert "what" in vars(kind)


def test_what_is_no_matter_of_the_file_readers_hear_whole() -> None:
    assert StoreError("Không có phiên bản 7.").for_readers == "Không có phiên bản 7."


def test_whatever_names_a_path_is_a_matter_of_the_file() -> None:
    modules = [*(PROJECT / "indicators").rglob("*.py"), *(PROJECT / "pages").rglob("*.py")]
    raised = [each for module in modules for each in naming_paths(module)]
    assert len(raised) > 5
    assert [each for each in raised if KINDS[each[1]] not in ABOUT_FILES] == []


def naming_paths(module: Path) -> Iterator[tuple[str, str]]:
    """Where a module raises an error of the store whose text has a path, and which."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            values = [each for each in ast.walk(node) if isinstance(each, ast.FormattedValue)]
            if node.func.id in KINDS and any(
                re.search("path|place|journal", ast.unparse(each)) for each in values
            ):
                yield f"{module.relative_to(PROJECT)}:{node.lineno}", node.func.id
