"""A few figures typed by hand: the lines of an agency as a grid, and what was typed as a file.

Typed cells stay text and become a tidy CSV file, so that they are read, checked, kept and taken
back by the rules of any file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.board.board import CITY
from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Catalogue
from indicators.intake.forms.template_lines import FormLine, Request, file_words
from indicators.intake.forms.templates import WHOLE_CITY, csv_of, known_cells
from indicators.store.connection import Store
from indicators.store.held import Held, Key, held_at
from indicators.store.history import catalogue_at
from indicators.store.records import Observation, Period, Status
from indicators.wording.illustrative import HEADING, MARK
from indicators.wording.recorded import figure_words

CODE, NAME, AREA, GROUP, UNIT = "Mã", "Chỉ tiêu", "Địa bàn", "Phân tổ", "ĐVT"
BEFORE, HELD = "Năm trước", "Đang có"
VALUE, STATUS, SOURCE, NOTE = "Giá trị mới", "Trạng thái", "Nguồn", "Ghi chú"
GRID = (CODE, NAME, AREA, GROUP, UNIT, BEFORE, HELD, VALUE, STATUS, SOURCE, NOTE)
# The columns that are typed in, and the columns of a file that they become.
TYPED = {VALUE: "gia_tri", STATUS: "trang_thai", SOURCE: "nguon", NOTE: "ghi_chu"}
STAGE = "có/không"  # of a thing to be completed, which has no unit
HEAD = ("ma_chi_tieu", "don_vi", "nhom", "dvt", "nam", "ky", *TYPED.values())

GridPlace = tuple[str, str, str]  # indicator, area, group
TypedCells = dict[str, str]  # by the columns that are typed in
Typed = dict[GridPlace, TypedCells]


@dataclass(frozen=True, slots=True)
class TypedFile:
    """What was typed as a file; `rows` says which figure each of its rows is of."""

    name: str
    content: bytes
    rows: Mapping[int, str]


def place_of(line: FormLine) -> GridPlace:
    """Tell a line from the others of its year and period."""
    return (line.indicator.code, line.area.code, line.group)


def usual_status(period: Period) -> Status:
    """Give the status of a figure of which nothing else is said: estimates before the year ends."""
    return "chính thức" if period == "nam" else "ước"


def city_lines(request: Request) -> list[FormLine]:
    """Give the lines of the whole city, one for each indicator."""
    return [line for line in request.lines if line.area.code == CITY and not line.group]


def indicator_lines(request: Request, code: str) -> list[FormLine]:
    """Give all lines of one indicator: the city, its groups, its communes."""
    return [line for line in request.lines if line.indicator.code == code]


def as_grid(
    store: Store,
    version: int,
    lines: Sequence[FormLine],
    period: Period,
    typed: Typed,
) -> pd.DataFrame:
    """Lay lines out with the columns of GRID, every cell a text, in the order of the lines.

    Beside each line stand the figure of the whole year before and the one in force.
    """
    keys = [key for line in lines for key in _keys(line, period)]
    held, catalogue = held_at(store, version, keys), catalogue_at(store, version)
    rows = [
        (*_known(line), *_told(line, period, held, catalogue), *_typed(line, period, typed))
        for line in lines
    ]
    return pd.DataFrame(rows, columns=list(GRID), dtype="str")


def typed_in(grid: pd.DataFrame, lines: Sequence[FormLine], period: Period) -> Typed:
    """Give what stands in the cells of the lines in which something was typed."""
    typed: Typed = {}
    texts = grid[list(TYPED)].fillna("").itertuples(index=False)
    for line, row in zip(lines, texts, strict=True):
        cells = {name: str(text).strip() for name, text in zip(TYPED, row, strict=True)}
        cells[STATUS] = cells[STATUS] or usual_status(period)
        if cells != _untouched(period):
            typed[place_of(line)] = cells
    return typed


def as_file(request: Request, period: Period, typed: Typed) -> TypedFile:
    """Write the typed lines as a file, in the order in which they are asked for."""
    lines = [line for line in request.lines if place_of(line) in typed]
    return TypedFile(
        _name(request, period),
        _content(request, [_row(line, period, typed[place_of(line)]) for line in lines]),
        {number: label(line) for number, line in enumerate(lines, start=2)},
    )


def _content(request: Request, rows: list[list[str]]) -> bytes:
    """Write the rows, each marked when they are typed into an illustrative board."""
    if request.illustrative:
        return csv_of((*HEAD, HEADING), [[*row, MARK] for row in rows])
    return csv_of(HEAD, rows)


def label(line: FormLine) -> str:
    """Name the figure of a line: 'ML02 Trường đạt chuẩn · Phường Thành Đông · Tiểu học'."""
    code, name, area, group, _ = _known(line)
    where = () if line.area.code == CITY else (area,)
    return " · ".join((f"{code} {name}", *where, *((group,) if group else ())))


def _name(request: Request, period: Period) -> str:
    """Name the file after agency, year and a period that is not the whole year."""
    part = "" if period == "nam" else period
    return f"{file_words('nhap-tay', request.agency, str(request.year), part)}.csv"


def _known(line: FormLine) -> tuple[str, ...]:
    indicator, area = line.indicator, line.area
    return (
        indicator.code,
        indicator.short_name,
        WHOLE_CITY if area.code == CITY else area.name,
        group_label(line.group) if line.group else "",
        indicator.unit or STAGE,
    )


def _keys(line: FormLine, period: Period) -> tuple[Key, Key]:
    place = place_of(line)
    return (*place, line.year - 1, "nam"), (*place, line.year, period)


def _told(
    line: FormLine, period: Period, held: Mapping[Key, Held], catalogue: Catalogue
) -> Iterable[str]:
    """Write the figures before and in force; '' where there is none."""
    for key in _keys(line, period):
        found = held.get(key)
        standing: Observation | None = found.observation if found and not found.withdrawn else None
        yield figure_words(standing, catalogue) if standing else ""


def _typed(line: FormLine, period: Period, typed: Typed) -> Iterable[str]:
    cells = typed.get(place_of(line), _untouched(period))
    return (cells[name] for name in TYPED)


def _untouched(period: Period) -> TypedCells:
    return {name: usual_status(period) if name == STATUS else "" for name in TYPED}


def _row(line: FormLine, period: Period, cells: TypedCells) -> list[str]:
    known = {**known_cells(line), "ky": period, **{TYPED[name]: cells[name] for name in TYPED}}
    return [str(known[name] or "") for name in HEAD]
