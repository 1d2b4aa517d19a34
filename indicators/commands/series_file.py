"""Reads a tidy CSV of series: one row a point, what is asked repeated on each row of a series."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indicators.catalogue.faults import Fault
from indicators.catalogue.records import Indicator, Target
from indicators.catalogue.sheets import (
    UnreadableRowsError,
    decoded,
    numbered_rows,
    typed_cells,
)
from indicators.commands.answer import CommandError
from indicators.commands.series_cells import COLUMNS, EMPTY, REQUIRED
from indicators.progress.results import Measure, Point

ALIKE = ("kind", "rule", "direction", "base_year")
GOAL_COLUMNS = ("target_year", "comparator", "target", "from_year")
STAGES = ("done", "maintain")
LARGEST = 20 * 1024 * 1024
MOST_FAULTS = 50
MOST_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class FileSeries:
    """The points of one series and all that is asked of it."""

    name: str
    indicator: Indicator
    measure: Measure
    points: list[Point]
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A row as read: its number as an editor shows it, its values in their types."""

    number: int
    values: dict[str, Any]


class _Reader:
    """Collects the faults of a file while it is read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.remarks: list[str] = []

    def fault(self, line: int, column: str, reason: str) -> None:
        self.faults.append(Fault(self.name, line, column, reason))

    def remark_on(self, columns: list[str]) -> None:
        if columns:
            self.remarks.append(f"{self.name}: không dùng cột {', '.join(columns)}.")

    def refuse_if_faulty(self) -> None:
        if self.faults:
            more = len(self.faults) - MOST_FAULTS
            tail = [f"… và {more} lỗi nữa."] if more > 0 else []
            listed = [f"{fault}." for fault in self.faults[:MOST_FAULTS]]
            raise CommandError("\n".join([*listed, *tail]))


def read_series(path: Path) -> tuple[list[FileSeries], list[str]]:
    """Read a file of series, with the remarks on it.

    Raises CommandError naming every wrong cell by line and column.
    """
    reader = _Reader(path.name)
    try:
        lines = list(_lines(path, reader))
    except UnreadableRowsError as error:
        raise CommandError(f"{path.name}: không phải CSV đúng cách viết.") from error
    reader.refuse_if_faulty()
    if not lines:
        raise CommandError(f"{path.name}: không có dòng số liệu nào.")
    by_name: dict[str, list[SeriesRow]] = {}
    for line in lines:
        by_name.setdefault(line.values["series"], []).append(line)
    series = [_series(name, rows, reader) for name, rows in by_name.items()]
    reader.refuse_if_faulty()
    return series, reader.remarks


def _lines(path: Path, reader: _Reader) -> Iterator[SeriesRow]:
    content = _text(path)
    first = content.partition("\n")[0]
    rows = numbered_rows(content, max(",;\t", key=first.count))
    _, names = next(rows, (1, []))
    header = _header(path, names)
    reader.remark_on([name for name in header if name not in COLUMNS])
    for number, cells in rows:
        if any(cell.strip() for cell in cells):
            yield SeriesRow(number, _values(cells, header, number, reader))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(f"Không đọc được tệp {path}.") from error
    if len(content) > LARGEST:
        raise CommandError(f"{path.name}: tệp lớn hơn {LARGEST // 1024**2} MB.")
    try:
        return decoded(content)
    except UnreadableRowsError as error:
        raise CommandError(
            f"{path.name}, dòng {error.line}: không phải UTF-8; hãy lưu lại tệp dạng CSV UTF-8."
        ) from error


def _header(path: Path, cells: Sequence[str]) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        raise CommandError(f"{path.name}, dòng 1: thiếu cột {', '.join(missing)}.")
    twice = sorted({name for name in header if name in COLUMNS and header.count(name) > 1})
    if twice:
        raise CommandError(f"{path.name}, dòng 1: cột {', '.join(twice)} có hai lần.")
    return header


def _values(
    cells: Sequence[str], header: Sequence[str], line: int, reader: _Reader
) -> dict[str, Any]:
    if len(cells) != len(header):
        reader.fault(line, header[0], f"dòng có {len(cells)} ô, tiêu đề có {len(header)}")
        return dict(EMPTY)
    known = {
        name: cell.strip() for name, cell in zip(header, cells, strict=True) if name in COLUMNS
    }
    values, faults = typed_cells(reader.name, line, known, COLUMNS)
    reader.faults += faults
    return {**EMPTY, **values}


def _series(name: str, lines: list[SeriesRow], reader: _Reader) -> FileSeries:
    first = lines[0]
    for line in lines:
        for column in ALIKE:
            if line.values[column] != first.values[column]:
                reader.fault(line.number, column, f"khác với dòng {first.number} cùng chuỗi")
    _check_measure(first, reader)
    points = _points(lines, reader)
    values = first.values
    measure = Measure(values["kind"], values["rule"], values["direction"], values["base_year"])
    targets = tuple(_targets(name, lines, reader))
    return FileSeries(name, _indicator(name, measure, points), measure, points, targets)


def _check_measure(line: SeriesRow, reader: _Reader) -> None:
    kind, rule, direction = (line.values[name] for name in ("kind", "rule", "direction"))
    if direction is None and kind != "milestone" and rule != "context":
        reader.fault(line.number, "direction", "thiếu chiều: up hoặc down")
    if kind == "rank" and direction == "up":
        reader.fault(line.number, "direction", "thứ hạng càng nhỏ càng tốt: phải là down")
    if kind == "milestone" and rule not in ("reach", "maintain"):
        reader.fault(line.number, "rule", "mốc công việc chỉ có quy tắc reach hoặc maintain")


def _points(lines: list[SeriesRow], reader: _Reader) -> list[Point]:
    """Take one point a year; the same point may stand in several rows, one for each target."""
    found: dict[int, Point] = {}
    for line in lines:
        year, value = line.values["year"], line.values["value"]
        if value is None:
            continue
        if year is None:
            reader.fault(line.number, "year", "có giá trị mà không có năm")
            continue
        point = Point(year, value, line.values["provisional"], line.values["break_before"])
        if found.setdefault(year, point) != point:
            reader.fault(line.number, "value", f"năm {year} đã có số liệu khác trong chuỗi này")
    return [found[year] for year in sorted(found)]


def _targets(name: str, lines: list[SeriesRow], reader: _Reader) -> Iterator[Target]:
    """Take each distinct thing asked, in order of year."""
    goals = {
        tuple(line.values[column] for column in GOAL_COLUMNS): line for line in reversed(lines)
    }
    right = {goal: line for goal, line in goals.items() if _check_goal(line, reader)}
    seen: dict[int, int] = {}
    for goal in sorted(right, key=lambda goal: (goal[0], right[goal].number)):
        year, comparator, value, from_year = goal
        if year in seen:
            reader.fault(
                right[goal].number, "target", f"khác mục tiêu năm {year} ở dòng {seen[year]}"
            )
        seen.setdefault(year, right[goal].number)
        yield Target(name, "city", year, comparator, value, from_year, "", "", "", "")


def _check_goal(line: SeriesRow, reader: _Reader) -> bool:
    """Say whether a row asks something that can be judged; what contradicts itself is a fault."""
    values = line.values
    kind, rule, comparator = values["kind"], values["rule"], values["comparator"]
    quantified = values["target"] is not None
    if kind != "milestone" and not quantified:
        return False
    if values["target_year"] is None:
        if quantified:
            reader.fault(line.number, "target_year", "có mục tiêu mà không có năm")
        return False
    if (comparator in STAGES) != (kind == "milestone"):
        reader.fault(line.number, "comparator", f"“{comparator or ''}” không dùng với kind {kind}")
    elif kind != "milestone" and not _fits(comparator, values["direction"]):
        reader.fault(line.number, "comparator", f"“{comparator or ''}” không hợp với chiều")
    if rule == "each_year" and values["from_year"] is None:
        reader.fault(line.number, "from_year", "quy tắc each_year cần năm bắt đầu")
    return True


def _fits(comparator: str | None, direction: str | None) -> bool:
    signs = {"up": (">=", ">", "about"), "down": ("<=", "<", "about")}
    return comparator in signs.get(direction or "", (comparator,)) and comparator is not None


def _indicator(name: str, measure: Measure, points: list[Point]) -> Indicator:
    """Give a series what its sentence needs of an indicator."""
    unit = "%" if measure.kind == "percent" else ""
    return Indicator(
        name, 0, "", name, name, "", unit, measure.kind, measure.rule, measure.direction,
        measure.base_year, _decimals(points), None, None, False, "stock", "năm dương lịch",
        "", "", "", "", "", "document", "", "",
    )  # fmt: skip


def _decimals(points: list[Point]) -> int:
    written = [f"{point.value:.{MOST_DECIMALS}f}".rstrip("0").partition(".")[2] for point in points]
    return max((len(decimals) for decimals in written if decimals.isdigit()), default=0)
