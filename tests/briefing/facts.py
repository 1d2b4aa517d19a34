"""What each form of a briefing tells of every indicator, read from what a person gets.

Every reader gives the facts of an indicator by its code: each under a name that all forms share,
as this form writes it.
"""

import csv
import io
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from lxml import html
from lxml.etree import _Element as Element
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pptx.oxml.ns import qn

from tests.briefing.presentation import charts, slides_of, tables
from tests.briefing.written import cells as table_cells
from tests.briefing.written import opened

Facts = dict[str, dict[str, str]]
Line = dict[str, str]
Years = dict[str, int | None]
"""The year of the newest figure of every indicator."""
CODE = re.compile(r"[A-Z]{2}\d\d")
NONE = "–"
GOALS = ("Mục tiêu 2030", "Mục tiêu 2035")


def as_shown(value: object, code: str = "General") -> str:
    """Write a cell as Office in Vietnam shows it: the value in its number format."""
    if not isinstance(value, float | int) or code == "General":
        return NONE if value in (None, "") else str(value)
    parts = code.split(";")
    part = parts[(value <= 0) + (value == 0)] if len(parts) == 3 else code
    sign, digits, unit = re.fullmatch(r'([+-]?)([#,0.]+)(?:"(%)")?', part).groups()
    step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    rounded = Decimal(repr(float(value))).quantize(step, ROUND_HALF_UP)
    minus = "-" if rounded < 0 and len(parts) == 1 else sign
    text = f"{abs(rounded):{',' if ',' in digits else ''}f}".translate(str.maketrans(",.", ".,"))
    return f"{minus}{text}{unit or ''}".replace("-", "\N{MINUS SIGN}")


def tabled(line: Line, year: int | None, head: str, base: str) -> Line:
    """Read a line of a tracking table; the figure of a year that it does not show is none."""
    latest = line.get(head.format(year), NONE).split("\n")[0]
    return {
        "baseline": base,
        "latest": latest.rstrip("*"),
        **{goal: line.get(goal, NONE) for goal in GOALS},
        "needed": line["Cần mỗi năm"],
    }


def in_page(page: str, years: Years) -> Facts:
    """The tracking table of a page of the board or the site."""
    table = next(t for t in html.fromstring(page).iter("table") if t.get("class") == "tracking")
    heads = [lines_of(head)[0] for head in table.iter("th") if head.get("scope")]
    found = {}
    for row in table.xpath(".//tbody/tr[td]"):
        line = {h: lines_of(cell) for h, cell in zip(heads, row.iter("td"), strict=True)}
        code = CODE.search(line["Chỉ tiêu"][0])[0]
        text = {head: cell[0] for head, cell in line.items()}
        base = " ".join(line["Kỳ gốc"])
        found[code] = tabled(text, years[code], "Thực hiện {}", base) | {"short": text["Đánh giá"]}
    return found


def lines_of(cell: Element) -> list[str]:
    """The text of a cell, what stands small below it apart."""
    small = cell.xpath("./br/following-sibling::*")
    below = ["".join(each.itertext()) for each in small]
    return ["".join(cell.itertext()).removesuffix("".join(below)).strip(), *below]


def in_indicator_page(page: str) -> Line:
    """Verdict, milestones and newest figure of the city on the page of an indicator."""
    tree = html.fromstring(page)
    [chip] = tree.xpath("//span[contains(@class, 'chip') and contains(@class, 'large')]")
    rows = tree.xpath("//table[@class='milestones']/tbody/tr")
    milestones = [[" ".join(cell.itertext()).strip() for cell in row.iter("td")] for row in rows]
    values = tree.xpath("//table[@class='values']/tbody/tr[td[2] = 'Hải Phòng']//b/text()")
    return {
        "verdict": chip.text_content(),
        "sentence": chip.xpath("string(../following-sibling::p[1])"),
        "milestones": "; ".join(map(" | ".join, milestones)),
        "latest": str(values[0]) if values else NONE,
    }


def on_slides(content: bytes, years: Years) -> tuple[Facts, Facts, Facts]:
    """The tables of the groups, the facts beside each chart, and the chart itself."""
    tracked: Facts = {}
    beside: Facts = {}
    drawn: Facts = {}
    for slide in slides_of(content):
        for head, *rows in tables(slide):
            for row in rows if "Kỳ gốc" in head else ():
                line = dict(zip(head, row, strict=True))
                found = tabled(line, years[row[0]], "{}", line["Kỳ gốc"])
                tracked[row[0]] = found | {"short": line["Đánh giá"][2:]}
        named = {s.name: s.text_frame.text for s in slide.shapes if s.has_text_frame}
        if "Mới nhất" in named:
            code = named["Nhóm"][-4:]
            beside[code] = facts_beside(named)
            for chart in charts(slide):
                drawn[code] = in_chart(chart)
    return tracked, beside, drawn


def facts_beside(named: Line) -> Line:
    """What stands beside a chart, by the name above it."""
    facts = {name: text.split("\n")[1:] for name, text in named.items()}
    required = next(
        (told for name, told in facts.items() if name.startswith("Theo lộ trình")), [NONE]
    )
    return {
        "verdict": named["Đánh giá"],
        "valued": facts["Mới nhất"][0].casefold(),
        "goals": "; ".join(facts.get("Mục tiêu", [])),
        "required": required[0],
        "paced": facts.get("Cần mỗi năm", [NONE])[0],
    }


def in_chart(chart: Any) -> Line:
    """The newest figure of a chart with its label, the same in the workbook inside; its targets."""
    lines = {name_of(each): each for each in chart._chartSpace.iter(qn("c:ser"))}
    own, aims = lines.get("Thực hiện"), lines.get("Mục tiêu")
    figure = {"latest": NONE, "kept": NONE, "labelled": NONE} if own is None else newest(chart, own)
    goals = points_of(aims).items() if aims is not None else ()
    return figure | {"aims": "; ".join(f"{year}: {goal}" for year, goal in goals)}


def newest(chart: Any, own: Element) -> Line:
    """The newest figure in the chart and in its workbook, and what is written at its point."""
    point = list(own.find(qn("c:yVal")).iter(qn("c:pt")))[-1].get("idx")
    column = own.findtext(f"{qn('c:tx')}//{qn('c:f')}").partition("$")[2][0]
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cell = [cell for cell in book["Số liệu"][column] if cell.value is not None][-1]
    labels = {each.find(qn("c:idx")).get("val"): each for each in own.iter(qn("c:dLbl"))}
    return {
        "latest": list(points_of(own).values())[-1],
        "kept": as_shown(cell.value, cell.number_format),
        "labelled": text_of(labels[point]).partition(" (sơ bộ")[0] if point in labels else NONE,
    }


def points_of(series: Element) -> Line:
    """The numbers of a series by year, as they are shown."""
    held: dict[str, Line] = {
        part: {
            pt.get("idx"): as_shown(float(pt.findtext(qn("c:v"))), pt.get("formatCode"))
            for pt in series.find(qn(part)).iter(qn("c:pt"))
        }
        for part in ("c:xVal", "c:yVal")
    }
    return {held["c:xVal"][place]: value for place, value in held["c:yVal"].items()}


def text_of(label: Element) -> str:
    return "".join(text.text for text in label.iter(qn("a:t")))


def name_of(series: Element) -> str:
    return series.findtext(f"{qn('c:tx')}//{qn('c:v')}")


def in_report(content: bytes, years: Years) -> tuple[Facts, Facts]:
    """The tracking table of the appendix, and the tables of the groups."""
    appendix: Facts = {}
    groups: Facts = {}
    for table in opened(content).tables:
        head, *rows = table_cells(table)
        heads = [each.split("\n")[0] for each in head]
        for row in rows if "Kỳ gốc" in heads else ():
            line = dict(zip(heads, row, strict=False))
            if len(row) < len(heads):
                continue
            if "Theo lộ trình" in line:
                groups[line["Chỉ tiêu"].rpartition("\n")[2][:4]] = of_group(line)
            else:
                code = line["Chỉ tiêu"][:4]
                base = line["Kỳ gốc"].replace("\n", " ")
                found = tabled(line, years[code], "Thực hiện {}", base)
                appendix[code] = found | {"verdict": line["Đánh giá"]}
    return appendix, groups


def of_group(line: Line) -> Line:
    """A line of a group's table."""
    return {
        "baseline": line["Kỳ gốc"],
        "dated": line["Mới nhất"].replace("*", ""),
        "goal": line["Mục tiêu"],
        "verdict": line["Đánh giá"].partition("\n")[0],
    }


def in_workbook(content: bytes, years: Years) -> tuple[Facts, Facts, Facts]:
    """The tracking table, the tables below the charts, and the list of all figures."""
    book = load_workbook(io.BytesIO(content))
    tracked = {}
    for line in sheet_lines(book["Bảng theo dõi"]):
        if code := line["Mã"].strip(NONE):
            base = f"{line['Kỳ gốc']} ({line['Năm kỳ gốc']})".replace(f"{NONE} ({NONE})", NONE)
            found = tabled(line, years[code], "Thực hiện {}", base)
            tracked[code] = found | {"verdict": line["Đánh giá"], "sentence": line["Giải thích"]}
    listed: Facts = {}
    for line in sheet_lines(book["Số liệu và nguồn"]):
        of_city = (line["Địa bàn"], line["Phân tổ"]) == ("Hải Phòng", "Chung")
        if of_city and line["Loại số liệu"] != "kế hoạch":
            figure = line["Nhãn công bố"] if line["Giá trị"] == NONE else line["Giá trị"]
            listed.setdefault(line["Mã"], {"latest": figure})
    return tracked, dict(below_charts(book)), listed


def sheet_lines(page: Worksheet) -> Iterator[Line]:
    """The rows below the heads, each cell as it is shown."""
    top = int(re.search(r"\d+", page.freeze_panes)[0]) - 1
    head, *rows = page.iter_rows(min_row=top)
    for row in rows:
        shown = ((h.value, cell) for h, cell in zip(head, row, strict=True))
        yield {name: as_shown(cell.value, cell.number_format) for name, cell in shown}


def below_charts(book: Workbook) -> Iterator[tuple[str, Line]]:
    """The newest figure in the table below each chart."""
    for page in book.worksheets:
        code = ""
        for row in page.iter_rows() if page.title.startswith("Biểu đồ") else ():
            if found := re.match(r"([A-Z]{2}\d\d) · ", str(row[0].value)):
                code = found[1]
            if row[0].value == "Thực hiện":
                last = [cell for cell in row[1:] if cell.value is not None][-1]
                yield code, {"latest": as_shown(last.value, last.number_format)}


def in_csv(content: bytes, years: Years) -> Facts:
    """The tracking table as CSV, which has numbers with a point."""
    lines = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    return {
        line["Mã"]: {"plain": line.get(f"Thực hiện {years[line['Mã']]}") or NONE}
        for line in lines
        if line["Mã"]
    }
