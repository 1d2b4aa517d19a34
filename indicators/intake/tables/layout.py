"""From a sheet as it lies to tidy tables: finds the heading and leaves out what is no data."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.grid import CellGrid, column_letter, too_many_rows
from indicators.intake.files.heading_words import DESCRIPTIVE, NAMES, meanings
from indicators.intake.files.spelling import fold
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.headed_tables import HeadedTable
from indicators.intake.tables.heading_marks import heading_marks
from indicators.intake.tables.merged_cells import fill_merged
from indicators.intake.tables.places import Place, sections, titles
from indicators.intake.tables.row_kinds import adds_up_areas, holds_data, is_total, numbers_columns
from indicators.intake.tables.short_rows import completed
from indicators.intake.tables.table import Table, Unused
from indicators.intake.tables.tidy_plans import has_plans, part_plans, plan_columns
from indicators.intake.tables.torn_numbers import torn_numbers
from indicators.intake.tables.unit_column import heads_units
from indicators.intake.tables.wide import heading_findings, is_wide, melt, year_columns
from indicators.settings.sections import LIMITS, Limits

WHOLE_CITY = "nếu là số của cả thành phố, hãy ghi mã chỉ tiêu và đơn vị 'Toàn thành phố'."
FIGURES = ("nam", "gia_tri", "tu_so", "mau_so")


@dataclass(frozen=True, slots=True)
class Laid:
    """What a sheet holds once laid out; `known` says whether its heading was recognised."""

    tables: tuple[Table, ...]
    findings: tuple[Finding, ...]
    known: bool


def lay_out(
    name: str, headed: Iterable[HeadedTable], limits: Limits = LIMITS, *, plan: bool = False
) -> Laid:
    """Turn what stands on a sheet into tables whose rows are all meant as data.

    Raises UnreadableFileError when years across hold more figures than rows are allowed.
    """
    laid: list[Laid] = []
    head: tuple[Place, ...] = ()
    for each in headed:
        laid.append(_laid(name, each, head, limits, plan=plan))
        head = head or _head(each)
    tables = tuple(table for each in laid for table in each.tables)
    findings = tuple(finding for each in laid for finding in each.findings)
    return Laid(tables, findings, any(each.known for each in laid))


def _head(first: HeadedTable) -> tuple[Place, ...]:
    """Give what stands over the first table of a sheet: it speaks for those below as well."""
    above = first.grid.rows[: first.heading.first] if first.heading.known else ()
    return tuple(place._replace(kind="head") for place in titles(above))


def _laid(
    name: str, headed: HeadedTable, head: tuple[Place, ...], limits: Limits, *, plan: bool
) -> Laid:
    grid, heading = headed.grid, headed.heading
    body = grid.rows[heading.after :]
    if not heading.known:
        return Laid((Table(name, grid.sheet, heading.row, body),), (), known=False)
    if len(body) > 1 and numbers_columns(body[0]):
        body = body[1:]
    table = _squared(Table(name, grid.sheet, heading.row, body), grid)
    wide = is_wide(table.header)
    parted = plan and not wide and has_plans(table.header)
    table, others = _only_data(table, wide=wide, plan=plan)
    over = grid.rows[: heading.first]
    table = replace(table, places=(*_places(table, over, others), *head))
    table, merged = fill_merged(table, grid.merges, _values(table.header, wide=wide, plan=plan))
    table, faulty = (table, []) if grid.ragged else _without_errors(table, wide=wide, plan=plan)
    table, heading_wrongs = _unit_decided(table)
    figures = _figures(table.header, wide=wide, plan=plan)
    table = completed(table, figures) if grid.ragged else table
    table, ragged = _even(table) if grid.ragged and (wide or parted) else (table, [])
    found = list(heading_marks(grid.sheet, grid.rows[heading.first : heading.after]))
    left_out = [row for row in others if not _heads_again(row, table.header)]
    unread = (*_unheaded(table), *_named(table.sheet, left_out))
    found += [*heading_wrongs, *unread, *merged, *faulty, *ragged]
    if grid.separator == ",":
        found += torn_numbers(table, figures)
    table = replace(table, unused=tuple(_unused(table, figures)), named=tuple(_named_by(table)))
    if wide:
        if len(table.rows) * len(year_columns(table.header)) > limits.upload_rows:
            raise too_many_rows(name, limits)
        return _melted(table, found, plan=plan)
    if heading_wrongs:
        return Laid((), tuple(found), known=True)
    return Laid(tuple(part_plans(table)) if parted else (table,), tuple(found), known=True)


def _melted(table: Table, found: list[Finding], *, plan: bool) -> Laid:
    findings = (*heading_findings(table.sheet, table.header, plan=plan), *found)
    if any(each.kind in ("duplicate_column", "unit_mismatch") for each in findings):
        return Laid((), findings, known=True)
    tables = [melt(table, "actual"), melt(table, "plan") if plan else None]
    return Laid(tuple(each for each in tables if each), findings, known=True)


def _squared(table: Table, grid: CellGrid) -> Table:
    """Give all rows of a workbook's sheet the width of the widest; a text file's stay ragged."""
    if grid.ragged:
        return table
    width = max(len(row.cells) for row in (table.header, *table.rows))
    blanks = tuple(Cell("", column=column_letter(place)) for place in range(width))
    rows = tuple(
        row
        if len(row.cells) == width
        else CellRow(row.number, row.cells + blanks[len(row.cells) :])
        for row in table.rows
    )
    header = CellRow(table.header.number, table.header.cells + blanks[len(table.header.cells) :])
    return replace(table, header=header, rows=rows)


def _figures(header: CellRow, *, wide: bool, plan: bool) -> list[int]:
    """Give the places of years and values, in a tidy table planned ones only when asked for."""
    if wide:
        return [column.place for column in year_columns(header)]
    places = [place for place, each in enumerate(meanings(header.cells)) if each in FIGURES]
    return places + (plan_columns(header) if plan else [])


def _read_figures(header: CellRow, *, wide: bool, plan: bool) -> list[int]:
    """Give the places of years and values that are read: planned ones only when asked for."""
    if not wide:
        return _figures(header, wide=wide, plan=plan)
    return [each.place for each in year_columns(header) if plan or each.says.scope == "actual"]


def _values(header: CellRow, *, wide: bool, plan: bool) -> list[int]:
    """Give the places of values alone: one year may be merged over several rows."""
    meant = meanings(header.cells)
    return [place for place in _figures(header, wide=wide, plan=plan) if meant[place] != "nam"]


def _only_data(table: Table, *, wide: bool, plan: bool) -> tuple[Table, list[CellRow]]:
    """Part the rows of data from the others."""
    meant = meanings(table.header.cells)
    code = meant.index("ma_chi_tieu") if "ma_chi_tieu" in meant else None
    figures = _figures(table.header, wide=wide, plan=plan)
    adds_up = _totals(table.header, meant)
    marked = [(row, not adds_up(row) and holds_data(row, code, figures)) for row in table.rows]
    others = [row for row, is_data in marked if not is_data]
    rows = tuple(row for row, is_data in marked if is_data)
    return replace(table, rows=rows), others


def _places(table: Table, over: Sequence[CellRow], others: Sequence[CellRow]) -> tuple[Place, ...]:
    """Give what stands around the rows of a table, and the name of its sheet."""
    last = table.rows[-1].number if table.rows else 0
    sheet = [Place("sheet", table.sheet, None)] if table.sheet else []
    number, cells = table.header.number, table.header.cells
    meant = meanings(cells)
    values = [Place("heading", c, number) for p, c in enumerate(cells) if meant[p] == "gia_tri"]
    return (*values, *sections(others, last), *titles(over), *sheet)


def _totals(header: CellRow, meant: Sequence[str | None]) -> Callable[[CellRow], bool]:
    """Give what tells the rows that add up areas; without a column of areas there are none."""
    if "don_vi" not in meant:
        return lambda _: False
    titles = [p for p, cell in enumerate(header.cells) if fold(cell) in ("", *DESCRIPTIVE)]
    return partial(adds_up_areas, area=meant.index("don_vi"), titles=titles)


def _heads_again(row: CellRow, header: CellRow) -> bool:
    """Whether a row says the heading above it once more: forms have it in codes and in words."""
    follows = row.number == header.number + 1
    return follows and meanings(row.cells) == meanings(header.cells)


def _named(sheet: str, rows: Sequence[CellRow]) -> Iterator[Finding]:
    """Name the rows left out, those that follow each other at once."""
    runs: list[list[CellRow]] = []
    for row in rows:
        if runs and _belongs(row, runs[-1][-1]):
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in runs:
        text = excerpt(next(str(cell) for cell in run[0].cells if cell))
        first, last = run[0].number, run[-1].number
        which = f"Dòng {first}" if first == last else f"Các dòng {first}–{last}"
        message = f"{which} không phải dòng số liệu nên không đọc."
        if is_total(run[0].cells):
            message = f"{which} là dòng tổng cộng nên không đọc; {WHOLE_CITY}"
        yield Finding("remark", "non_data_row", sheet, first, "", text, message)


def _belongs(row: CellRow, before: CellRow) -> bool:
    follows = before.number + 1 == row.number
    return follows and not is_total(row.cells) and not is_total(before.cells)


def _without_errors(table: Table, *, wide: bool, plan: bool) -> tuple[Table, list[Finding]]:
    """Leave out the rows in whose used cells a formula gave no value."""
    meant = meanings(table.header.cells)
    used = {place for place, each in enumerate(meant) if each is not None}
    used |= set(_read_figures(table.header, wide=wide, plan=plan))
    found, rows = [], []
    for row in table.rows:
        wrong = [c for p, c in enumerate(row.cells) if c.kind == "error" and p in used]
        found += [_formula_error(table.sheet, row, cell) for cell in wrong]
        if not wrong:
            rows.append(row)
    return replace(table, rows=tuple(rows)), found


def _formula_error(sheet: str, row: CellRow, cell: Cell) -> Finding:
    if cell.startswith("="):
        message = "Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại rồi gửi, hoặc gõ số."
    else:
        message = "Công thức bị lỗi; hãy sửa công thức hoặc gõ số vào ô này."
    return Finding("error", "formula_error", sheet, row.number, cell.column, excerpt(cell), message)


def _unit_decided(table: Table) -> tuple[Table, list[Finding]]:
    """Let its cells say whether a bare 'Đơn vị' heads areas or units of measure."""
    places = [p for p, cell in enumerate(table.header.cells) if _is_bare(cell)]
    header, wrongs = list(table.header.cells), []
    for place in places:
        units = heads_units(row.cells[place] for row in table.rows if place < len(row.cells))
        heading = header[place]
        if units is None:
            message = (
                "Cột 'Đơn vị' vừa có đơn vị hành chính vừa có đơn vị tính; hãy tách thành hai cột "
                "don_vi và dvt."
            )
            number, column = table.header.number, heading.column
            wrongs.append(
                Finding("error", "unit_mismatch", table.sheet, number, column, heading, message)
            )
        elif units:
            header[place] = Cell("dvt", column=heading.column)
    return replace(table, header=CellRow(table.header.number, tuple(header))), wrongs


def _is_bare(heading: Cell) -> bool:
    """The column's own name, don_vi, is never in doubt."""
    return fold(heading) == "donvi" and heading.casefold() != "don_vi"


def _unused(table: Table, figures: Sequence[int]) -> Iterator[Unused]:
    """Give the columns that are read by nobody; those that only explain are meant to be."""
    for place, meaning in enumerate(meanings(table.header.cells)):
        heading = table.header.cells[place]
        if meaning is None and place not in figures and fold(heading) not in DESCRIPTIVE:
            yield _column(table, place)


def _named_by(table: Table) -> Iterator[Unused]:
    """Give the columns of indicators' names that stand beside their codes."""
    for place, meaning in enumerate(meanings(table.header.cells)):
        if meaning is None and fold(table.header.cells[place]) in NAMES:
            yield _column(table, place)


def _column(table: Table, place: int) -> Unused:
    cells = {row.number: row.cells[place] for row in table.rows if place < len(row.cells)}
    return Unused(table.header.cells[place], {number: c for number, c in cells.items() if c})


def _unheaded(table: Table) -> Iterator[Finding]:
    """Name the columns that hold something under no heading."""
    for place, heading in enumerate(table.header.cells):
        if heading:
            continue
        row = next((r for r in table.rows if place < len(r.cells) and r.cells[place]), None)
        if row is not None:
            message = f"Cột {heading.column} không có tiêu đề nên được bỏ qua."
            text = excerpt(row.cells[place])
            yield Finding(
                "remark", "unknown_column", table.sheet, row.number, heading.column, text, message
            )


def _even(table: Table) -> tuple[Table, list[Finding]]:
    """Leave out the rows of a text file with more or fewer cells than headings."""
    width = len(table.header.cells)
    rows, found = [], []
    for row in table.rows:
        if len(row.cells) < width or any(row.cells[width:]):
            message = (
                f"Dòng có {len(row.cells)} ô, tiêu đề có {width} cột; "
                "hãy kiểm tra dấu phân cách và dấu ngoặc kép."
            )
            found.append(Finding("error", "ragged_row", table.sheet, row.number, "", "", message))
        else:
            rows.append(row if len(row.cells) == width else CellRow(row.number, row.cells[:width]))
    return replace(table, rows=tuple(rows)), found
