"""The rows of a table as figures; what is wrong in a row is told all at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeVar

from indicators.catalogue.records import Area
from indicators.intake.checks.fractions import FRACTION, Fractions
from indicators.intake.checks.marks import Marks
from indicators.intake.checks.memory import PLAIN, CellMemory, OfIndicator
from indicators.intake.checks.provenance import WITHDRAWN, firm
from indicators.intake.checks.readings import CellReading, Memo, Problem, key
from indicators.intake.checks.shares import with_share, without_subject
from indicators.intake.checks.values import NO_SHARE, Value
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table
from indicators.store.records import NO_SUBJECT, Observation

T = TypeVar("T")
VALUE = attrgetter("value")
BLANK = Cell("")
LIKE_A_FRACTION = Problem("scale_suspect", FRACTION, "warning")
# The columns that are read by the indicator of their row.
SHARE = ("tu_so", "mau_so")
OWN = ("nhom", "dvt", "gia_tri", *SHARE)
NOT_WITHDRAWN = "Dòng ghi 'rút' mà có giá trị; hãy để trống giá trị hoặc bỏ chữ 'rút'."
NOTHING_YET = "Chưa có số liệu nên dòng này không nhập; khi có số liệu hãy ghi rồi gửi lại."
PLAN_OF_CITY = "Số kế hoạch chỉ dùng cho cả thành phố, cả năm; hãy để trống đơn vị, nhóm và kỳ."

CellProblem = tuple[str, Cell, Problem]
ColumnCells = Sequence[Cell]


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one table by its columns, and collects the findings."""

    table: Table
    places: dict[str, int]
    memory: CellMemory
    marks: Marks
    fractions: Fractions
    findings: list[Finding] = field(default_factory=list)

    def figures(self) -> Iterator[Observation]:
        """Give the figures of the rows without errors; all findings of a row are told at once."""
        rows = list(self._even())
        # What lies beyond the heading is blank and falls away here.
        columns: list[ColumnCells] = list(zip(*(row.cells for row in rows), strict=False))
        plain = [self._under(name, columns, len(rows)) for name in PLAIN]
        own = [self._under(name, columns, len(rows)) for name in OWN]
        readings = [
            _read(memo, cells) for memo, cells in zip(self.memory.plain, plain, strict=True)
        ]
        problems_by_row = self._plain_problems(plain, readings)
        values = zip(*(map(VALUE, column) for column in readings), strict=True)
        key_cells = zip(*plain[1:3], *own, strict=True)
        for at, (row, meant, cells) in enumerate(zip(rows, values, key_cells, strict=True)):
            problems = problems_by_row.get(at, [])
            figure = self._figure(row, meant, cells, problems)
            if problems:
                self._tell(row, problems)
            if figure is not None:
                yield figure

    def _even(self) -> Iterator[CellRow]:
        """Give the rows that are as wide as the heading; others are told."""
        width = len(self.table.header.cells)
        for row in self.table.rows:
            if len(row.cells) == width or (len(row.cells) > width and not any(row.cells[width:])):
                yield row
            else:
                self._ragged(row, width)

    def _under(self, name: str, columns: Sequence[ColumnCells], length: int) -> ColumnCells:
        """Give the cells under a heading; blanks where there is none."""
        place = self.places.get(name)
        return [BLANK] * length if place is None or not columns else columns[place]

    def _plain_problems(
        self, plain: Sequence[ColumnCells], readings: Sequence[Sequence[CellReading[Any]]]
    ) -> dict[int, list[CellProblem]]:
        """Gather what is wrong in the plain columns, by the place of the row."""
        problems: dict[int, list[CellProblem]] = {}
        for name, cells, column, memo in zip(
            PLAIN, plain, readings, self.memory.plain, strict=True
        ):
            if memo.faultless:
                continue
            for at, each in enumerate(column):
                if each.problems:
                    problems.setdefault(at, []).extend((name, cells[at], p) for p in each.problems)
        return problems

    def _figure(
        self,
        row: CellRow,
        meant: tuple[Any, ...],
        cells: tuple[Cell, ...],
        problems: list[CellProblem],
    ) -> Observation | None:
        """Read what depends on the indicator; `cells` are those of area, year and OWN."""
        indicator, area, year, period, status = meant[:5]
        own = cells[2:]
        if indicator is None or (
            problems and any(each[2].kind == "non_data_row" for each in problems)
        ):
            return None
        group, value = self._own(self.memory.of(indicator), own, problems)
        withdrawn = status == WITHDRAWN
        if withdrawn and value is not None:
            problems.append(("gia_tri", own[2], Problem("not_allowed", NOT_WITHDRAWN)))
        if value is None and not withdrawn and _clean(problems):
            problems.append(("gia_tri", own[2], Problem("missing_value", NOTHING_YET, "remark")))
            return None
        if self.memory.planned and (
            area != self.memory.known.areas.city or group or period != "nam"
        ):
            problems.append(("don_vi", BLANK, Problem("not_allowed", PLAN_OF_CITY)))
        back_cast = (
            area is not None and year is not None and self._recast(area, year, cells, problems)
        )
        if problems and not _clean(problems):
            return None
        if value is not None and self.fractions.suspects(indicator, value, own[2].column):
            finding = self._finding(row, "gia_tri", own[2], LIKE_A_FRACTION)
            self.fractions.low.setdefault(own[2].column, []).append(finding)
        return self._observation(row, meant, group, value, back_cast)

    def _own(
        self, of: OfIndicator, own: tuple[Cell, ...], problems: list[CellProblem]
    ) -> tuple[str, Value | None]:
        """Read the cells that mean something only with the indicator: group, unit, value."""
        group, unit, figure, above, below = own
        key_of_group = _take("nhom", group, of.groups[key(group)], problems) if group else ""
        if unit:
            _take("dvt", unit, of.units[key(unit)], problems)
        before = len(problems)
        value = None
        if figure:
            reading = of.values.read(self.marks, figure)
            value = _take("gia_tri", figure, reading, problems)
        if above or below:
            value = self._share(of, value, (above, below), problems, before)
        stated = ("tu_so", above) if above else ("gia_tri", figure)
        if value is not None and value.label == NO_SUBJECT:
            problems += [(*stated, each) for each in without_subject(value)]
            value = NO_SHARE
        return key_of_group or "", value

    def _share(
        self,
        of: OfIndicator,
        value: Value | None,
        parts: tuple[Cell, Cell],
        problems: list[CellProblem],
        before: int,
    ) -> Value | None:
        """Join the value with numerator and denominator, unless one of the three is wrong."""
        read = [
            _take(name, cell, self.memory.part(self.marks.of(name, cell))[key(cell)], problems)
            if cell
            else None
            for name, cell in zip(SHARE, parts, strict=True)
        ]
        if len(problems) > before and not _clean(problems[before:]):
            return value
        joined = with_share(of.values.indicator, value, *read)
        return _take("tu_so", parts[0], joined, problems)

    def _recast(
        self, area: Area, year: int, cells: Sequence[Cell], problems: list[CellProblem]
    ) -> bool:
        reading = self.memory.in_its_time(area, year)
        for problem in reading.problems:
            of_area = problem.kind == "unknown_area"
            problems.append(
                ("don_vi", cells[0], problem) if of_area else ("nam", cells[1], problem)
            )
        return reading.value

    def _observation(
        self, row: CellRow, meant: tuple[Any, ...], group: str, value: Value | None, back_cast: bool
    ) -> Observation:
        indicator, area, year, period, status, sent, link, source, document, note = meant
        figure: tuple[float | None, float | None, float | None, str] = (None, None, None, "")
        if value is not None:
            number = None if value.label == NO_SUBJECT else value.value
            figure = (number, value.numerator, value.denominator, value.label)
        return Observation(
            indicator.code, area.code, group, year, period, *figure, firm(status), back_cast, False,
            source, document, sent, link, note, self.table.sheet, row.number,
        )  # fmt: skip

    def _ragged(self, row: CellRow, width: int) -> None:
        message = (
            f"Dòng có {len(row.cells)} ô, tiêu đề có {width} cột; "
            "hãy kiểm tra dấu phân cách và dấu ngoặc kép."
        )
        self._tell(row, [("", BLANK, Problem("ragged_row", message))])

    def _tell(self, row: CellRow, problems: list[CellProblem]) -> None:
        total = [each for each in problems if each[2].kind == "non_data_row"]
        self.findings += [self._finding(row, *each) for each in total or problems]

    def _finding(self, row: CellRow, name: str, cell: Cell, problem: Problem) -> Finding:
        """Say a problem of a cell, by the column as the person sees it."""
        return Finding(
            problem.severity, problem.kind, self.table.sheet, row.number,
            self.table.column_of(name, self.places.get(name), cell), excerpt(cell), problem.message,
        )  # fmt: skip


def _read(memo: Memo, cells: ColumnCells) -> list[CellReading[Any]]:
    """Read the cells of a column; a typed text and a blank are their own keys."""
    if cells and cells.count(BLANK) == len(cells):
        return [memo[BLANK]] * len(cells)
    return [memo[cell if cell.kind == "text" or not cell else key(cell)] for cell in cells]


def _take(name: str, cell: Cell, reading: CellReading[T], problems: list[CellProblem]) -> T:
    """Give what a cell says, and tell what is wrong in it."""
    if reading.problems:
        problems += [(name, cell, problem) for problem in reading.problems]
    return reading.value


def _clean(problems: Sequence[CellProblem]) -> bool:
    return all(problem.severity != "error" for _, _, problem in problems)
