"""The rows of a table as figures; what is wrong in a row is told all at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter, itemgetter
from typing import Any

from indicators.catalogue.records import Area, Indicator
from indicators.intake.cell import Cell
from indicators.intake.findings import Finding, shown
from indicators.intake.fractions import FRACTION, Fractions
from indicators.intake.keys import Known, in_its_time, read_group, read_indicator, read_year
from indicators.intake.marks import Marks
from indicators.intake.provenance import (
    WITHDRAWN,
    firm,
    read_link,
    read_period,
    read_prose,
    read_sent,
    read_status,
    read_unit,
)
from indicators.intake.said import Memo, Problem, Said, key
from indicators.intake.table import Row, Table
from indicators.intake.values import Value, read_part, read_value, with_share
from indicators.store.records import Observation

BLANK = Cell("")
EMPTY: Said[Any] = Said(None)
TOTAL = Said("")
PROBLEMS = attrgetter("problems")
LIKE_A_FRACTION = Problem("scale_suspect", FRACTION, "warning")
# The columns that say the same whatever the indicator, in the order they are read.
PLAIN = (
    "ma_chi_tieu", "don_vi", "nam", "ky", "trang_thai", "ngay_van_ban", "lien_ket", "nguon",
    "so_van_ban", "ghi_chu",
)  # fmt: skip
# The columns that are read by the indicator of their row.
OWN = ("nhom", "dvt", "gia_tri", "tu_so", "mau_so")
NOT_WITHDRAWN = "Dòng ghi 'rút' mà có giá trị; hãy để trống giá trị hoặc bỏ chữ 'rút'."
NOTHING_YET = "Chưa có số liệu nên dòng này không nhập; khi có số liệu hãy ghi rồi gửi lại."
PLAN_OF_CITY = "Số kế hoạch chỉ dùng cho cả thành phố, cả năm; hãy để trống đơn vị, nhóm và kỳ."

Told = tuple[str, Cell, Problem]


@dataclass(slots=True)
class OfIndicator:
    """The cells read for one indicator; values by the decimal marks their column proves."""

    indicator: Indicator
    groups: Memo
    units: Memo
    values: dict[frozenset[str], Memo] = field(default_factory=dict)

    def value(self, marks: frozenset[str], cell: Cell) -> Said[Value | None]:
        """Read a value cell."""
        memo = self.values.get(marks)
        if memo is None:
            memo = self.values[marks] = Memo(partial(read_value, self.indicator, marks))
        return memo[key(cell)]


@dataclass(slots=True)
class Memory:
    """Everything read so far, each distinct cell once; shared by the tables of a file."""

    known: Known
    planned: bool
    plain: tuple[Memo, ...] = ()
    indicators: dict[str, OfIndicator] = field(default_factory=dict)
    parts: dict[frozenset[str], Memo] = field(default_factory=dict)
    times: dict[tuple[str, int], Said[bool]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        year = partial(read_year, self.known, planned=self.planned)
        indicator, area = partial(read_indicator, self.known), self.known.areas.read
        texts = (read_link, read_prose, read_prose, read_prose)
        readers = (indicator, area, year, read_period, read_status, read_sent, *texts)
        self.plain = tuple(Memo(reader) for reader in readers)

    def of(self, indicator: Indicator) -> OfIndicator:
        """Give what was read for an indicator."""
        own = self.indicators.get(indicator.code)
        if own is None:
            groups = Memo(partial(read_group, self.known, indicator))
            own = OfIndicator(indicator, groups, Memo(partial(read_unit, indicator)))
            self.indicators[indicator.code] = own
        return own

    def part(self, marks: frozenset[str], cell: Cell) -> Said[Value | None]:
        """Read a numerator or denominator."""
        if marks not in self.parts:
            self.parts[marks] = Memo(partial(read_part, marks))
        return self.parts[marks][key(cell)]


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one table by its columns, and collects the findings."""

    table: Table
    places: dict[str, int]
    memory: Memory
    marks: Marks
    fractions: Fractions
    findings: list[Finding] = field(default_factory=list)

    def figures(self) -> Iterator[Observation]:
        """Give the figures of the rows without errors."""
        plain = itemgetter(*(self.places.get(name, -1) for name in PLAIN))
        own = itemgetter(*(self.places.get(name, -1) for name in OWN))
        width = len(self.table.header.cells)
        for row in self.table.rows:
            if len(row.cells) < width or any(row.cells[width:]):
                self._ragged(row, width)
                continue
            cells = (*row.cells[:width], BLANK)
            figure = self._figure(row, plain(cells), own(cells))
            if figure is not None:
                yield figure

    def _figure(self, row: Row, plain: Sequence[Cell], own: tuple[Cell, ...]) -> Observation | None:
        """Read the whole row, so that all its findings are told at once."""
        said = [
            memo[cell if cell.kind == "text" else key(cell)]
            for memo, cell in zip(self.memory.plain, plain, strict=True)
        ]
        told = _told(PLAIN, plain, said) if any(map(PROBLEMS, said)) else []
        values = [each.value for each in said]
        figure = self._of(row, plain, values, own, told)
        if told:
            self._tell(row, told)
        return figure

    def _of(
        self,
        row: Row,
        plain: Sequence[Cell],
        values: list[Any],
        own: tuple[Cell, ...],
        told: list[Told],
    ) -> Observation | None:
        indicator, area, year, period, status = values[:5]
        if indicator is None or any(problem.kind == "non_data_row" for _, _, problem in told):
            return None
        group, value = self._own(indicator, own, told)
        withdrawn = status == WITHDRAWN
        if withdrawn and value is not None:
            told.append(("gia_tri", own[2], Problem("not_allowed", NOT_WITHDRAWN)))
        if value is None and not withdrawn and _clean(told):
            told.append(("gia_tri", own[2], Problem("missing_value", NOTHING_YET, "remark")))
            return None
        if self.memory.planned and (
            area != self.memory.known.areas.city or group or period != "nam"
        ):
            told.append(("don_vi", BLANK, Problem("not_allowed", PLAN_OF_CITY)))
        back_cast = self._in_its_time(area, year, plain, told)
        if not _clean(told):
            return None
        if value is not None:
            self._see(row, indicator, value, own[2])
        return self._observation(row, values, group, value, back_cast)

    def _own(
        self, indicator: Indicator, own: tuple[Cell, ...], told: list[Told]
    ) -> tuple[str, Value | None]:
        """Read the cells that mean something only with the indicator: group, unit, value."""
        of, marks, part = self.memory.of(indicator), self.marks.of, self.memory.part
        group, unit, given, above, below = own
        said: list[Said[Any]] = [
            of.groups[key(group)] if group else TOTAL,
            of.units[key(unit)] if unit else EMPTY,
            of.value(marks("gia_tri", given), given) if given else EMPTY,
            part(marks("tu_so", above), above) if above else EMPTY,
            part(marks("mau_so", below), below) if below else EMPTY,
        ]
        if any(map(PROBLEMS, said)):
            told += _told(OWN, own, said)
        value: Value | None = said[2].value
        if (above or below) and not any(_wrong(each) for each in said[2:]):
            joined = with_share(indicator, value, said[3].value, said[4].value)
            told += [("tu_so", above, problem) for problem in joined.problems]
            value = joined.value
        return said[0].value, value

    def _in_its_time(
        self, area: Area | None, year: int | None, plain: Sequence[Cell], told: list[Told]
    ) -> bool:
        if area is None or year is None:
            return False
        times = self.memory.times
        place = (area.code, year)
        said = times.get(place)
        if said is None:
            said = times[place] = in_its_time(area, year)
        _, area_cell, year_cell, *_ = plain
        told += [
            ("don_vi", area_cell, problem)
            if problem.kind == "unknown_area"
            else ("nam", year_cell, problem)
            for problem in said.problems
        ]
        return said.value

    def _see(self, row: Row, indicator: Indicator, value: Value, cell: Cell) -> None:
        if self.fractions.suspects(indicator, value, cell.column):
            finding = self._finding(row, "gia_tri", cell, LIKE_A_FRACTION)
            self.fractions.low.setdefault(cell.column, []).append(finding)

    def _observation(
        self, row: Row, values: list[Any], group: str, value: Value | None, back_cast: bool
    ) -> Observation:
        indicator, area, year, period, status, sent, link, source, document, note = values
        figure: tuple[float | None, float | None, float | None, str] = (None, None, None, "")
        if value is not None:
            figure = (value.value, value.numerator, value.denominator, value.label)
        return Observation(
            indicator.code, area.code, group, year, period, *figure, firm(status), back_cast, False,
            source, document, sent, link, note, self.table.sheet, row.number,
        )  # fmt: skip

    def _ragged(self, row: Row, width: int) -> None:
        message = (
            f"Dòng có {len(row.cells)} ô, tiêu đề có {width} cột; "
            "hãy kiểm tra dấu phân cách và dấu ngoặc kép."
        )
        self._tell(row, [("", BLANK, Problem("ragged_row", message))])

    def _tell(self, row: Row, told: list[Told]) -> None:
        total = [each for each in told if each[2].kind == "non_data_row"]
        self.findings += [self._finding(row, *each) for each in total or told]

    def _finding(self, row: Row, name: str, cell: Cell, problem: Problem) -> Finding:
        """Say a problem of a cell, by the column as the person sees it."""
        return Finding(
            problem.severity, problem.kind, self.table.sheet, row.number,
            self._column(name, cell), shown(cell), problem.message,
        )  # fmt: skip

    def _column(self, name: str, cell: Cell) -> str:
        """Give the column's name, or its letter where years stood across and it has no name."""
        place = self.places.get(name)
        headed = place is None or self.table.header.cells[place].column == cell.column
        return name if headed or not cell.column else cell.column


def _told(names: Sequence[str], cells: Sequence[Cell], said: Sequence[Said[Any]]) -> list[Told]:
    return [
        (name, cell, problem)
        for name, cell, each in zip(names, cells, said, strict=True)
        for problem in each.problems
    ]


def _wrong(said: Said[Any]) -> bool:
    return any(problem.severity == "error" for problem in said.problems)


def _clean(told: list[Told]) -> bool:
    return all(problem.severity != "error" for _, _, problem in told)
