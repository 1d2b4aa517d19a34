"""From its check to its marked copy a file is opened once, and its cells are read once."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable

import pytest

from indicators.intake.examination import examine
from indicators.intake.files import opened, workbook
from indicators.intake.marking.marked_copy import marked_copy
from indicators.store.connection import Store
from tests.intake import books

ROWS = [("Mã", "Năm", "Giá trị"), ("ML02", 2026, 84.9), ("ML99", 2026, 1)]
CSV = "\n".join(",".join(map(str, row)) for row in ROWS).encode()
XLSX = books.workbook(ROWS)
UNUSUAL = books.raw_workbook(
    '<row><c t="inlineStr"><is><t>Mã</t></is></c><c><v>2026</v></c></row>'
    '<row><c t="inlineStr"><is><t>ML99</t></is></c><c><v>1</v></c></row>'
)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the times that bytes are opened as a package, and cells are taken from a file."""
    counted: Counter[str] = Counter()

    def counting(what: str, work: Callable[..., object]) -> Callable[..., object]:
        def counts(*given: object, **named: object) -> object:
            counted[what] += 1
            return work(*given, **named)

        return counts

    def open_zip(self: zipfile.ZipFile, file: object, mode: str = "r", *given: object) -> None:
        counted["package"] += mode == "r"
        initial(self, file, mode, *given)

    initial = zipfile.ZipFile.__init__
    monkeypatch.setattr(zipfile.ZipFile, "__init__", open_zip)
    monkeypatch.setattr(workbook, "SheetStream", counting("sheet", workbook.SheetStream))
    monkeypatch.setattr(opened, "read_text_table", counting("text", opened.read_text_table))
    return counted


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


# What is no workbook of the usual make is marked in a workbook of its cells, opened for that.
@pytest.mark.parametrize(
    ("name", "content", "times"),
    [
        ("a.xlsx", XLSX, {"package": 1, "sheet": 1}),
        ("a.xlsx", UNUSUAL, {"package": 2, "sheet": 1}),
        ("a.csv", CSV, {"package": 1, "text": 1}),
    ],
    ids=["workbook", "workbook of an unusual make", "text file"],
)
def test_a_file_is_opened_and_read_once_for_its_check_and_its_copy(
    published: Store, readings: Counter[str], name: str, content: bytes, times: dict[str, int]
):
    examined = examine(published, name, content)
    assert marked_copy(examined.source, examined.findings) is not None
    assert readings == times


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", XLSX), ("a.csv", CSV)], ids=["xlsx", "csv"]
)
def test_the_cells_of_a_large_file_are_not_held(
    published: Store, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
):
    usual = examine(published, name, content)
    monkeypatch.setattr(opened, "KEPT_CELLS", 8)
    large = examine(published, name, content)
    copies = [marked_copy(each.source, each.findings) or b"" for each in (usual, large)]
    assert parts_of(copies[0]) == parts_of(copies[1])
    assert usual.source is not None
    assert large.source is not None
    held = [each.source.file.sheets() is each.source.file.sheets() for each in (usual, large)]
    assert held == [True, False]


def test_a_large_workbook_is_marked_without_its_cells(
    published: Store, readings: Counter[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opened, "KEPT_CELLS", 8)
    examined = examine(published, "a.xlsx", XLSX)
    assert marked_copy(examined.source, examined.findings) is not None
    assert readings == {"package": 1, "sheet": 1}
