"""Wherever a file says of what its figures are, the same are recorded or a finding names it.

Two properties hold that: a quality moved from its column to another place never makes another
figure, and what offices put around a table changes none and asks nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from indicators.intake.checks.check import Checked, check_file
from indicators.intake.read import read_file
from tests.intake.books import saved
from tests.intake.test_fuzz import fuzzed
from tests.intake.tidy import CATALOGUE, TODAY

NAMES = {each.code: each.name for each in CATALOGUE.indicators}
UNITS = {each.code: each.unit for each in CATALOGUE.indicators}


class Figure(NamedTuple):
    """A figure as its row says it; '' goes without saying."""

    code: str
    year: int
    value: int
    area: str
    group: str
    period: str
    status: str
    unit: str


COLUMNS = ("Mã chỉ tiêu", "Năm", "Giá trị", "Đơn vị hành chính", "Nhóm", "Kỳ", "Trạng thái", "ĐVT")
CODES = ("BC01", "BC02", "BC03")
AREAS = ("", "Phường Lê Chân", "Phường Hải An", "Xã Vĩnh Bảo", "Đặc khu Cát Hải", "Toàn thành phố")
GROUPS = ("", "Tiểu học", "THCS", "THPT")
PERIODS = ("", "9 tháng", "6 tháng", "cả năm")
STATUSES = ("", "ước", "sơ bộ", "chính thức")
# How other places word what a cell says.
WORDINGS = {
    "area": (
        "{}",
        "UBND {}",
        "Đơn vị báo cáo: UBND {}",
        "I. {}",
        "SỐ LIỆU CỦA {} NĂM 2025",
        "Địa bàn {}",
    ),
    "group": ("{}", "Cấp {}", "1. {}", "Giáo dục {}", "Bậc {}"),
    "period": ("{} đầu năm", "{} NĂM 2025", "KẾT QUẢ THỰC HIỆN {} ĐẦU NĂM", "Kỳ báo cáo: {}"),
    "status": ("Số {}", "{} thực hiện", "KẾT QUẢ {} NĂM 2025"),
    "unit": ("Đơn vị tính: {}", "({})", "ĐVT: {}", "{}"),
}  # fmt: skip
PLACE = {name: at for at, name in enumerate(Figure._fields)}
WHERE = ("title", "sheet", "section", "label", "below sections", "heading", "format")
HEADINGS = {
    "period": ("{} 2025", "TH {} đầu năm 2025"),
    "status": ("{} 2025", "{} TH năm 2025", "2025 ({})"),
    "unit": ("2025 ({})", "Số {} 2025"),
}  # fmt: skip
PLANS = ("KẾ HOẠCH NĂM 2025", "Chỉ tiêu giao năm 2025", "KH 2025", "Dự kiến 2025", "Kế hoạch")
OTHER_UNITS = ("", "nghìn người", "triệu đồng", "%")


@dataclass(frozen=True)
class Laid:
    """The rows of a sheet, its name, and the unit that the format of its values shows."""

    sheet: str
    rows: tuple[tuple[object, ...], ...]
    shown: str = ""


@st.composite
def figures(draw) -> list[Figure]:
    """Some figures, none of them twice."""
    areas = draw(st.lists(st.sampled_from(AREAS), min_size=1, max_size=2))
    group, period = draw(st.sampled_from(GROUPS)), draw(st.sampled_from(PERIODS))
    status = draw(st.sampled_from(STATUSES))
    codes = draw(
        st.lists(st.sampled_from(("BC01", "BC02", "BC03")), min_size=1, max_size=3, unique=True)
    )
    unit = draw(st.sampled_from(OTHER_UNITS))
    return [
        Figure(code, 2025, 100 + at, area, group, period, status, unit or UNITS[code])
        for area in dict.fromkeys(areas)
        for at, code in enumerate(codes)
    ]


def clean(rows: Sequence[Figure]) -> Laid:
    """Every quality in a column of its own."""
    return Laid("Sheet1", (COLUMNS, *rows))


def moved(rows: Sequence[Figure], quality: str, where: str, wording: str) -> Laid:
    """A quality said by another place, in its words; its column is gone, or blank but for once."""
    at = PLACE[quality]
    by_value: dict[str, list[Figure]] = {}
    for row in rows:
        by_value.setdefault(row[at], []).append(row)
    if where == "label":
        body = [
            (*row[:at], value if first else "", *row[at + 1 :])
            for value, same in by_value.items()
            for first, row in zip((True, *[False] * len(same)), same, strict=False)
        ]
        return Laid("Sheet1", (COLUMNS, *body))
    head = (*COLUMNS[:at], *COLUMNS[at + 1 :])
    bare = [
        (value, [(*row[:at], *row[at + 1 :]) for row in same]) for value, same in by_value.items()
    ]
    if where in ("section", "below sections"):
        over = [("Mạng lưới trường, lớp học",)] if where == "below sections" else []
        return Laid("Sheet1", (head, *(
            line for value, same in bare for line in [(said(value, wording),), *over, *same]
        )))  # fmt: skip
    (value, same), *_ = bare
    if where == "format":
        return Laid("Sheet1", (head, *same), value)
    if where == "heading":
        return across(head, same, said(value, wording) or "2025")
    if where == "sheet":
        return Laid(sheet_name(said(value, wording)), (head, *same))
    return Laid("Sheet1", ((said(value, wording),), head, *same))


def across(head: Sequence[str], rows: Sequence[Sequence[object]], heading: str) -> Laid:
    """The year over its values, in the words of a heading."""
    kept = [at for at, name in enumerate(head) if name not in ("Năm", "Giá trị")]
    value = head.index("Giá trị")
    lines = ((*(row[at] for at in kept), row[value]) for row in rows)
    return Laid("Sheet1", ((*(head[at] for at in kept), heading), *lines))


def said(value: str, wording: str) -> str:
    return wording.format(value) if value else ""


def sheet_name(text: str) -> str:
    return "".join(" " if c in "[]:*?/\\" else c for c in text)[:31].strip() or "Sheet1"


def written(laid: Laid, form: str) -> bytes:
    """The sheet as a file."""
    if form == "a.csv":
        lines = (";".join(f'"{cell}"' for cell in row) for row in laid.rows)
        return "\n".join(lines).encode()
    book = Workbook()
    book.active.title = laid.sheet
    for row in laid.rows:
        book.active.append([cell if cell != "" else None for cell in row])
    for cell in book.active["C"][1:] if laid.shown else ():
        cell.number_format = f'0" {laid.shown}"'
    return saved(book)


def check(laid: Laid, form: str) -> Checked:
    return check_file(read_file(form, written(laid, form)), CATALOGUE, on=TODAY)


def recorded(checked: Checked) -> set[tuple[object, ...]]:
    return {
        (o.indicator, o.area, o.group, o.year, o.period, o.status, o.value)
        for o in checked.observations
    }


def asked(checked: Checked) -> list[tuple[str, str, str]]:
    return [(f.severity, f.kind, f.message) for f in checked.findings if f.severity != "remark"]


@given(figures(), st.sampled_from(sorted(WORDINGS)), st.sampled_from(WHERE), st.data())
@fuzzed
def test_a_quality_moved_to_another_place_makes_no_other_figure(rows, quality, where, data):
    where = where if where != "heading" or quality in HEADINGS else "title"
    where = where if where != "format" or quality == "unit" else "section"
    in_text = where not in ("sheet", "format")
    form = data.draw(st.sampled_from(("a.csv", "a.xlsx"))) if in_text else "a.xlsx"
    wordings = HEADINGS if where == "heading" else WORDINGS
    wording = data.draw(st.sampled_from(wordings[quality]))
    if where in ("title", "sheet", "heading", "format"):
        rows = [row for row in rows if row[PLACE[quality]] == rows[0][PLACE[quality]]]
    laid = moved(rows, quality, where, wording)
    right, got = recorded(check(clean(rows), form)), check(laid, form)
    assert recorded(got) <= right, laid
    assert recorded(got) == right or asked(got), laid


@given(figures(), st.sampled_from(PLANS), st.sampled_from(("title", "sheet", "section", "cell")))
@fuzzed
def test_a_plan_is_never_an_actual_figure_wherever_it_is_said(rows, words, where):
    (head, *body), sheet = clean(rows).rows, "Sheet1"
    if where == "title":
        body = [(words,), head, *body]
    elif where == "sheet":
        sheet, body = words, [head, *body]
    elif where == "section":
        body = [head, (words,), *body]
    else:
        body = [(*head, "Ghi thêm"), *((*row, words) for row in body)]
    got = check(Laid(sheet, tuple(body)), "a.xlsx")
    assert not recorded(got), (words, where)
    assert asked(got), (words, where)


NOISE_ABOVE = (
    ("UBND THÀNH PHỐ HẢI PHÒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Độc lập - Tự do - Hạnh phúc"),
    ("PHÒNG KẾ HOẠCH - TÀI CHÍNH", "Hải Phòng, ngày 05 tháng 01 năm 2026"),
    ("Số: 45/BC-SGDĐT",),
    ("BÁO CÁO SỐ LIỆU GIÁO DỤC NĂM 2025",),
    ("(Kèm theo Kế hoạch số 123/KH-UBND ngày 05/9/2025 của UBND phường Hải An)",),
    ("Biểu số 02/KH-GDĐT",),
    ("Đơn vị nhận báo cáo: UBND phường Lê Chân",),
)
NOISE_BELOW = (
    ("Nơi nhận:", "KT. GIÁM ĐỐC"),
    ("- UBND phường Hải An;", "PHÓ GIÁM ĐỐC"),
    ("- Phòng Giáo dục Tiểu học;",),
    ("- Lưu: VT, KHTC.", "Nguyễn Văn Nam"),
    ("NGƯỜI LẬP BIỂU",),
)


@given(figures(), st.lists(st.sampled_from(NOISE_ABOVE), max_size=5),
       st.lists(st.sampled_from(NOISE_BELOW), max_size=4), st.booleans(),
       st.sampled_from(("a.csv", "a.xlsx")))  # fmt: skip
@fuzzed
def test_what_offices_put_around_a_table_changes_no_figure_and_asks_nothing(
    rows, above, below, responsible, form
):
    head: tuple[object, ...] = ("STT", *COLUMNS, *(("Phòng phụ trách",) * responsible))
    body = [
        (at, *row, *(("Phòng Kế hoạch - Tài chính",) * responsible))
        for at, row in enumerate(rows, 1)
    ]
    plain, noisy = clean(rows), Laid("Sheet1", (*above, head, *body, *below))
    assert recorded(check(noisy, form)) == recorded(check(plain, form)), noisy
    kinds = [each[:2] for each in asked(check(noisy, form))]
    assert kinds == [each[:2] for each in asked(check(plain, form))], noisy
