"""Where progress is judged nothing is read or written."""

import ast
from pathlib import Path

import pytest

from tests.project import PROJECT

PROGRESS = PROJECT / "indicators" / "progress"
# All that arithmetic on plain values needs; files, databases, clocks and frames are not here.
PURE = {
    "bisect", "collections", "dataclasses", "decimal", "enum", "itertools", "math", "typing",
    "indicators.catalogue.records", "indicators.progress",
}  # fmt: skip
SPEAKING = {"open", "print", "input", "exec", "eval", "compile", "__import__"}


def named(path: Path) -> str:
    return path.name


def imports(source: str) -> set[str]:
    """The full names of the modules a source imports, at any depth of the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


def calls(source: str) -> set[str]:
    nodes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {node.func.id for node in nodes if isinstance(node.func, ast.Name)}


def within(module: str, allowed: set[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in allowed)


@pytest.mark.parametrize("path", sorted(PROGRESS.glob("*.py")), ids=named)
def test_judging_progress_reads_and_writes_nothing(path: Path):
    source = path.read_text("utf-8")
    foreign = {module for module in imports(source) if not within(module, PURE)}
    assert (foreign, calls(source) & SPEAKING) == (set(), set())


def test_an_import_inside_a_function_is_seen():
    source = "def late():\n    import streamlit.web as web\n    from streamlit import cache_data\n"
    assert imports(source) == {"streamlit.web", "streamlit"}
