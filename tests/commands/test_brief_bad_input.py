"""Whatever indicators are called and however odd their figures are, every kind of file is right."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from markupsafe import escape

from indicators.briefing.brief import Brief, Selection, brief_on
from indicators.briefing.kinds import Wishes
from indicators.briefing.steps import no_progress
from indicators.commands.run import main
from indicators.store.connection import Store
from indicators.typesetting.xml_text import clean, xml_text
from pages.site.kind import EVERY_KIND
from tests.odd import FIGURES, NAMES
from tests.recording import seen_on

OFFICE = {"slides": "pptx", "report": "docx", "workbook": "xlsx"}
Parts = dict[str, bytes]
IsValid = Callable[[Path], None]


@pytest.fixture(scope="module")
def brief(odd: Store) -> Brief:
    return brief_on(odd, seen_on(odd, date(2029, 6, 10)), Selection(indicators=tuple(FIGURES)))


def made(kind: str, brief: Brief) -> bytes:
    return EVERY_KIND[kind].make(brief, Wishes(), no_progress)


def parts(content: bytes) -> Parts:
    """The parts of a file but for its properties and workbooks, which tell when it was made."""
    with ZipFile(io.BytesIO(content)) as package:
        names = (n for n in package.namelist() if "docProps" not in n and "embeddings" not in n)
        return {name: package.read(name) for name in names}


@pytest.mark.parametrize("kind", OFFICE)
def test_no_office_file_asks_to_be_repaired(
    brief: Brief, tmp_path: Path, request: pytest.FixtureRequest, kind: str
):
    is_valid: IsValid = request.getfixturevalue(f"assert_valid_{OFFICE[kind]}")
    out = tmp_path / f"a.{OFFICE[kind]}"
    out.write_bytes(content := made(kind, brief))
    is_valid(out)
    for name, part in parts(content).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_names_stand_as_they_are_but_for_signs_that_cannot(brief: Brief, kind: str):
    told = b" ".join(parts(made(kind, brief)).values()).decode(errors="ignore")
    written = escape if kind == "site" else xml_text
    for code, name in NAMES.items():
        assert code in told
        assert written(clean(name)) in told


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_two_people_get_the_same_file_at_once(brief: Brief, kind: str):
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(made, [kind, kind], [brief, brief])
    assert parts(one) == parts(other)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_folder_that_cannot_be_written_to_is_named(
    built: Path, monkeypatch: pytest.MonkeyPatch, kind: str
):
    monkeypatch.setenv("BOARD_DB", str(built))
    out = f"/proc/a{EVERY_KIND[kind].suffix}"
    answer = main(["brief", kind, "--out", out, "--indicators", "ML02"])
    assert (answer.code, answer.error) == (2, f"Không ghi được vào {out}.")
