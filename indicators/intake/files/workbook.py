"""An .xlsx file as grids: one for each visible sheet that holds something."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.cell_styles import cell_styles
from indicators.intake.files.formats import refuse_other_package
from indicators.intake.files.grid import CellGrid, GridRows
from indicators.intake.files.heading_words import NOTED_SHEET
from indicators.intake.files.legacy import damage
from indicators.intake.files.package import Attributes, Package, local, refusing_damage
from indicators.intake.files.rich_text import PERHAPS_LETTERS, RichText, Text, plain_text
from indicators.intake.files.sheet_stream import Shared, SheetStream
from indicators.intake.findings import UnreadableFileError, excerpt
from indicators.settings.sections import Limits
from indicators.wording.letters import visible

YES, NO = ("1", "true"), ("0", "false")
BOOK = "officeDocument"
# Excel gives a sheet no longer name than of 31 letters.
LONGEST_NAME = 100


def read_workbook(package: Package, limits: Limits) -> tuple[tuple[CellGrid, ...], tuple[str, ...]]:
    """Read the visible sheets, and the texts of the one that only tells of findings.

    Raises UnreadableFileError with a Vietnamese sentence.
    """
    refuse_other_package(package.name, package.parts)
    with refusing_damage(package.name):
        book = next((part for kind, part in package.relations("").values() if kind == BOOK), "")
        if book not in package.parts:
            raise ValueError("no workbook in the package")
        sheets = list(_sheets(package, book, limits))
    grids = tuple(grid for grid in sheets if grid.sheet != NOTED_SHEET)
    grids = tuple(_legible(package.name, grid) for grid in grids)
    noted = (grid for grid in sheets if grid.sheet == NOTED_SHEET)
    return grids, tuple(cell for grid in noted for row in grid.rows for cell in row.cells)


def _sheets(package: Package, book: str, limits: Limits) -> Iterator[CellGrid]:
    elements = package.elements(book)
    relations = package.relations(book)
    chosen = [attributes for tag, attributes in elements if tag == "sheet" and _is_read(attributes)]
    if not chosen:
        return
    parts = [relations.get(attributes.get("id", ""), ("", "")) for attributes in chosen]
    _refuse_many(package.name, parts, limits)
    shared = _shared(package, elements, relations.values(), limits)
    for attributes, (kind, part) in zip(chosen, parts, strict=True):
        if kind == "worksheet":
            rows = GridRows(package.name, limits)
            stream = SheetStream(shared, rows)
            package.parse(part, stream.handlers)
            if rows.rows:
                yield CellGrid(
                    attributes.get("name", "")[:LONGEST_NAME],
                    tuple(rows.rows),
                    tuple(stream.merges),
                )


def _refuse_many(name: str, parts: Sequence[tuple[str, str]], limits: Limits) -> None:
    if len(parts) > limits.upload_sheets:
        most = limits.upload_sheets
        message = f"Tệp {name} có hơn {most} trang tính; hãy xóa trang trống hoặc chia nhỏ tệp."
        raise UnreadableFileError("too_large", message)
    if len(set(parts)) < len(parts):
        raise ValueError("two sheets in one part")


def _is_read(sheet: Attributes) -> bool:
    """Say whether a sheet can be seen, or tells what was found in the file before."""
    return sheet.get("state", "visible") == "visible" or sheet.get("name") == NOTED_SHEET


def _shared(
    package: Package,
    elements: Iterable[tuple[str, Attributes]],
    relations: Iterable[tuple[str, str]],
    limits: Limits,
) -> Shared:
    parts = dict(relations)
    settings = {tag: attributes for tag, attributes in elements if tag in ("workbookPr", "calcPr")}
    styles = package.elements(parts["styles"]) if "styles" in parts else []
    return Shared(
        _strings(package, parts["sharedStrings"], limits) if "sharedStrings" in parts else [],
        cell_styles(package.name, styles, limits),
        settings.get("workbookPr", {}).get("date1904") in YES,
        _asks_to_be_computed(settings.get("calcPr", {})),
    )


def _asks_to_be_computed(settings: Attributes) -> bool:
    return settings.get("fullCalcOnLoad") in YES or settings.get("calcCompleted") in NO


def _strings(package: Package, part: str, limits: Limits) -> list[Text]:
    """Read the texts that cells refer to by number, without their phonetic hints."""
    strings: list[Text] = []
    rich = RichText()

    def start(tag: str, attributes: Attributes) -> None:
        rich.start(local(tag), attributes)

    def end(tag: str) -> None:
        rich.end(local(tag))
        if local(tag) == "si":
            text = rich.take()
            strings.append(plain_text(text) if isinstance(text, str) else text)
            if len(strings) > limits.upload_strings:
                message = f"Tệp {package.name} có quá nhiều nội dung chữ; hãy chia nhỏ tệp."
                raise UnreadableFileError("too_large", message)

    package.parse(
        part,
        {"StartElementHandler": start, "EndElementHandler": end, "CharacterDataHandler": rich.text},
    )
    return strings


def _legible(name: str, grid: CellGrid) -> CellGrid:
    """Give a sheet without hidden controls and hyphens, once they are known to be no letters."""
    texts = {cell for row in grid.rows for cell in row.cells if cell.kind == "text"}
    _refuse_damaged(name, grid, texts)
    if not any(map(PERHAPS_LETTERS.search, texts)):
        return grid
    rows = (tuple(map(_without_hidden, row.cells)) for row in grid.rows)
    numbered = zip(grid.rows, rows, strict=True)
    return replace(grid, rows=tuple(CellRow(row.number, cells) for row, cells in numbered))


def _without_hidden(cell: Cell) -> Cell:
    if not PERHAPS_LETTERS.search(cell):
        return cell
    return Cell(visible(cell).strip(), cell.number, cell.kind, cell.column, cell.looks)


def _refuse_damaged(name: str, grid: CellGrid, texts: Collection[str]) -> None:
    """Refuse a sheet with text that is not Unicode as it was typed, naming the first such cell."""
    found = damage(texts)
    if found is None:
        return
    number, column = next(
        (row.number, cell.column) for row in grid.rows for cell in row.cells if found.sample in cell
    )
    message = (
        f"Tệp {name}, trang {grid.sheet}, ô {column}{number}: {found.name} "
        f"('{excerpt(found.sample)}'); {found.remedy}"
    )
    raise UnreadableFileError("encoding", message)
