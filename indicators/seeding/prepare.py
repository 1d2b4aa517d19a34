"""A first database from the catalogue and the published figures, and later changes of either."""

from pathlib import Path

from indicators.backup.making import back_up_before_upgrade
from indicators.backup.offer import offering
from indicators.catalogue.loader import FOLDER, load
from indicators.catalogue.records import Catalogue
from indicators.seeding.published import record_files
from indicators.store.alone import alone
from indicators.store.aside import build_aside
from indicators.store.connection import Nature, Store, create, open_store
from indicators.store.journal import SYSTEM, record_catalogue
from indicators.store.upgrade import BeforeUpgrade

PUBLISHED = Path(__file__).resolve().parents[2] / "data" / "published"


def prepare(
    path: Path, *, nature: Nature = "real", folder: Path = FOLDER, published: Path = PUBLISHED
) -> Store:
    """Open the board, built first when there is none, and record what the files changed since.

    One of an earlier schema is upgraded.

    An illustrative board is built with figures of its own, and stays as it was built and used.
    Raises CatalogueError or StoreError; of a faulty file nothing is recorded.
    """
    path = path.resolve()
    with offering(path), alone(path):
        if not path.exists():
            _build(path, nature, folder, published)
        store = open_store(path, nature, before_upgrade=before_upgrade(nature))
        if nature == "real" and not store.read_only:
            record_files(store, load(folder), published)
    return store


def before_upgrade(nature: Nature) -> BeforeUpgrade:
    """Give what is done before a board of an earlier schema is upgraded: one is backed up."""
    return back_up_before_upgrade if nature == "real" else _nothing


def _nothing(_path: Path) -> None:
    """Leave a made-up board without a backup."""


def build(
    path: Path, *, nature: Nature = "real", folder: Path = FOLDER, published: Path = PUBLISHED
) -> None:
    """Make the database at once and whole: version 1 the catalogue, then the published figures.

    An illustrative board has made-up figures instead.

    Raises StoreError when there is a file already, no folder, or no right to write.
    """
    path = path.resolve()
    with alone(path):
        _build(path, nature, folder, published)


def _build(path: Path, nature: Nature, folder: Path, published: Path) -> None:
    catalogue = load(folder)
    build_aside(path, nature, lambda draft: _fill(draft, nature, catalogue, published))


def _fill(draft: Path, nature: Nature, catalogue: Catalogue, published: Path) -> None:
    store = create(draft, nature, marked=False)
    try:
        if nature == "illustrative":
            # A real board never needs it, an illustrative one once.
            from indicators.seeding.illustrative.programme import (
                fill_illustrative,
            )

            fill_illustrative(store, catalogue)
        else:
            record_catalogue(store, catalogue, SYSTEM, kind="seed", note="Danh mục ban đầu")
            record_files(store, catalogue, published)
    finally:
        store.close()
