"""make pictures: take anew the pictures of guide and README, and those pages are held to."""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from indicators.seeding.prepare import prepare
from tests.e2e.conftest import FLAGS
from tests.e2e.server import BoardServer, running_board
from tests.pictures.camera import arrive, illustrative_board, see
from tests.pictures.difference import in_few_colours, reference_of, save
from tests.pictures.document_pictures import document_pictures
from tests.pictures.guide_pictures import guide_pictures
from tests.pictures.sights import FORMS, Sight, sights
from tests.project import PROJECT

DOCS = PROJECT / "docs"
GUIDE = DOCS / "huong-dan"
REFERENCES = Path(__file__).with_name("references")


def main() -> None:
    """Take all pictures, the old ones put away first."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        place = Path(folder)
        made_up = place / "made_up.duckdb"
        prepare(made_up, nature="illustrative").close()
        with illustrative_board(made_up, place) as server:
            take_guide(browser, server)
            take_documents(made_up, place)
            take_references(browser, server)
        with running_board(place / "board.duckdb", place / "published.log") as server:
            overview = see(arrive(browser, FORMS["light"]), server, Sight("tong-quan", "/"))
            keep(overview, DOCS / "overview.png")
        browser.close()


def take_guide(browser: Browser, server: BoardServer) -> None:
    """Take the pictures of the guide."""
    shutil.rmtree(GUIDE, ignore_errors=True)
    for name, picture in guide_pictures(browser, server):
        keep(picture, GUIDE / f"{name}.png")


def take_documents(database: Path, folder: Path) -> None:
    """Draw the files of the guide."""
    for name, picture in document_pictures(database, folder):
        keep(picture, GUIDE / f"{name}.png")


def take_references(browser: Browser, server: BoardServer) -> None:
    """Take what the pages are compared with."""
    shutil.rmtree(REFERENCES, ignore_errors=True)
    for form, settings in FORMS.items():
        visit = arrive(browser, settings)
        for sight in sights():
            file = REFERENCES / form / f"{sight.name}.png"
            save(reference_of(see(visit, server, sight)), file)
            tell(file)
        visit.page.context.close()


def keep(picture: Image.Image, file: Path) -> None:
    """Keep a picture for people in few colours."""
    save(in_few_colours(picture), file)
    tell(file)


def tell(file: Path) -> None:
    """Name a picture that was taken."""
    sys.stdout.write(f"{file.relative_to(PROJECT)}\n")


if __name__ == "__main__":
    main()
