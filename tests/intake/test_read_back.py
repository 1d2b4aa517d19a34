"""However figures are written and laid out, the same come out or none: never others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from indicators.catalogue.loader import load
from indicators.intake.checks.check import check_file
from indicators.intake.read import read_file
from indicators.wording.numbers import number
from tests.intake.books import saved
from tests.rounds import rounds

CATALOGUE = load()
TODAY = date(2026, 11, 22)
YEARS = (2025, 2026)
# Indicator → the largest value tried and the most decimals.
TRIED = {
    "ML02": (100, 3), "BC03": (3_000_000, 0), "DH14": (5_000_000, 4), "HD01": (1, 4),
    "HD03": (100, 3), "DH06": (9_999, 3), "DH17": (2_000, 0), "ML01": (100, 1), "NL04": (200, 3),
}  # fmt: skip
AREAS = ["31", *(area.code for area in CATALOGUE.areas if area.parent == "31")]
NAMES = {area.code: area.name for area in CATALOGUE.areas}
SPACES = (" ", "\u00a0", "\u2009", "\u202f")
Key = tuple[str, str, int]


@dataclass(frozen=True)
class Style:
    """How the figures of a file are written: decimal mark, grouping, and what is around them."""

    comma: bool
    grouping: str
    percent: str
    minus: str
    full_width: bool

    def written(self, value: float, decimals: int, *, percentage: bool) -> str:
        text = number(value, decimals).replace("−", "-")
        group = {"mark": ".", "none": ""}.get(self.grouping, self.grouping)
        whole, mark, fraction = text.partition(",")
        text = whole.replace(".", group) + mark + fraction
        if not self.comma:
            text = text.translate(str.maketrans(",.", ".,"))
        if self.full_width:
            text = text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        return text.replace("-", self.minus) + (self.percent if percentage else "")


STYLES = st.builds(
    Style,
    comma=st.booleans(),
    grouping=st.sampled_from(["mark", "none", *SPACES]),
    percent=st.sampled_from(["", "%", " %", "\u00a0%"]),
    minus=st.sampled_from(["-", "−", "－"]),
    full_width=st.booleans(),
)


@st.composite
def figures(draw) -> dict[Key, tuple[float, int]]:
    """Values with their decimals, by indicator, area and year; both years of each row."""
    given: dict[Key, tuple[float, int]] = {}
    places = st.tuples(st.sampled_from(sorted(TRIED)), st.sampled_from(AREAS))
    for code, area in draw(st.lists(places, min_size=1, max_size=8, unique=True)):
        most, decimals = TRIED[code]
        for year in YEARS:
            used = draw(st.integers(0, decimals))
            least = -most if code == "HD03" else 1 if code == "DH17" else 0
            digits = draw(st.integers(least * 10**used, most * 10**used))
            given[code, area, year] = (round(digits / 10**used, used), used)
    return given


def area_as(code: str, style: str) -> str | int:
    if style == "name":
        return NAMES[code]
    return int(code) if style == "number" else code


def tidy(given: dict[Key, object], areas: str) -> Iterator[list[object]]:
    yield ["STT", "Mã chỉ tiêu", "Đơn vị hành chính", "Năm", "Giá trị"]
    for place, ((code, area, year), cell) in enumerate(given.items(), 1):
        yield [place, code, area_as(area, areas), year, cell]


def wide(given: dict[Key, object], areas: str) -> Iterator[list[object]]:
    yield ["TT", "Xã, phường", "Mã", "Năm 2025", "KH 2026", "Thực hiện 2026", "Ghi chú"]
    for code, area in dict.fromkeys((code, area) for code, area, _ in given):
        first, second = (given[code, area, year] for year in YEARS)
        yield ["-", area_as(area, areas), code, first, "7", second, "đã rà soát"]


def stacked(given: dict[Key, object], areas: str) -> Iterator[list[object]]:
    for year in reversed(YEARS):
        yield [f"Bảng số liệu {year}"]
        yield ["Mã chỉ tiêu", str(year), "Xã, phường"]
        for (code, area, of), cell in given.items():
            if of == year:
                yield [code, cell, area_as(area, areas)]


LAYOUTS = {"tidy": tidy, "wide": wide, "stacked": stacked}
AROUND = [["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], [], ["Biểu số 1, kèm theo công văn"]]
BELOW = [[], ["Nơi nhận:"], ["Người lập biểu"]]


def as_csv(rows: list[list[object]], separator: str, ending: str, encoding: str) -> bytes:
    lines = [separator.join(quoted(cell, separator) for cell in row) for row in rows]
    return ending.join([*lines, ""]).encode(encoding)


def quoted(cell: object, separator: str) -> str:
    text = str(cell)
    return f'"{text}"' if separator in text else text


@dataclass(frozen=True)
class Shown:
    """A native number with the format that shows it."""

    value: float
    format: str


def as_xlsx(rows: list[list[object]]) -> bytes:
    book = Workbook()
    for line, row in enumerate(rows, 1):
        for place, held in enumerate(row, 1):
            cell = book.active.cell(line, place)
            cell.value = held.value if isinstance(held, Shown) else held
            if isinstance(held, Shown):
                cell.number_format = held.format
    return saved(book)


def read_back(name: str, content: bytes) -> tuple[dict[Key, float | None], set[str]]:
    checked = check_file(read_file(name, content), CATALOGUE, on=TODAY)
    errors = {each.kind for each in checked.findings if each.severity == "error"}
    assert all(each.status == "chính thức" for each in checked.observations)
    return {(o.indicator, o.area, o.year): o.value for o in checked.observations}, errors


def values(given: dict[Key, tuple[float, int]]) -> dict[Key, float]:
    return {key: value for key, (value, _) in given.items()}


WAYS = st.tuples(st.sampled_from(sorted(LAYOUTS)), st.sampled_from(["code", "name"]), st.booleans())
TYPED = settings(max_examples=rounds(40, few=15))


@TYPED
@given(
    figures(), STYLES, WAYS,
    st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)  # fmt: skip
def test_typed_figures_of_a_text_file_come_back_or_are_refused(
    given, style, way, separator, ending, encoding
):
    rows = typed_rows(given, style, way)
    got, errors = read_back("a.csv", as_csv(rows, separator, ending, encoding))
    assert_same_or_refused(got, errors, values(given))


@TYPED
@given(figures(), STYLES, WAYS)
def test_typed_figures_of_a_workbook_come_back_or_are_refused(given, style, way):
    got, errors = read_back("a.xlsx", as_xlsx(typed_rows(given, style, way)))
    assert_same_or_refused(got, errors, values(given))


def typed_rows(given, style: Style, way: tuple[str, str, bool]) -> list[list[object]]:
    layout, areas, around = way
    cells: dict[Key, object] = {
        key: style.written(value, decimals, percentage=key[0] == "ML02")
        for key, (value, decimals) in given.items()
    }
    rows = list(LAYOUTS[layout](cells, areas))
    return [*AROUND, *rows, *BELOW] if around else rows


def assert_same_or_refused(got: dict[Key, float | None], errors: set[str], meant: dict[Key, float]):
    """Only a number that can be read two ways may be missing."""
    assert got == {key: meant[key] for key in got}
    assert errors <= {"ambiguous_number"}
    assert errors or got == meant


@TYPED
@given(figures(), st.booleans(), WAYS)
def test_native_figures_of_a_workbook_come_back_as_they_are(given, as_percent, way):
    layout, _, around = way
    cells: dict[Key, object] = {
        key: Shown(value / 100, "0.0%") if as_percent and key[0] == "ML02" else value
        for key, (value, _) in given.items()
    }
    rows = list(LAYOUTS[layout](cells, "code"))
    got, errors = read_back("a.xlsx", as_xlsx([*AROUND, *rows, *BELOW] if around else rows))
    assert not errors
    came = {key: round(value, 9) for key, value in got.items() if value is not None}
    assert came == values(given)
