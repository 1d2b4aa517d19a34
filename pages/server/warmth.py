"""What the first visitor would otherwise wait for, done while the server starts."""

import ast
import importlib
from typing import get_args

from indicators.board.as_of import as_of
from indicators.board.board import Scope, assess
from indicators.store.connection import Store
from pages.navigation import ROOMS, Room


def warm(store: Store) -> None:
    """Import what the pages import, and judge the newest figures once for each scope."""
    load_pages()
    moment = as_of(store)
    for scope in get_args(Scope):
        assess(store, moment, scope)


def load_pages() -> None:
    """Import what the pages import."""
    for room in ROOMS:
        for name in modules_of(room):
            importlib.import_module(name)


def modules_of(room: Room) -> list[str]:
    """Names of the modules that a page imports, in its order."""
    names: list[str] = []
    for node in ast.walk(ast.parse(room.script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return names
