"""Page, slides, report, workbook, site, CSV and `status --json` give one and the same number."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from math import ceil, floor
from pathlib import Path
from shutil import copy

import pytest

from indicators.api.board import as_json
from indicators.board.board import Board, Row, assess
from indicators.briefing.brief import Brief, Selection, brief_on
from indicators.briefing.report.document import as_docx
from indicators.briefing.slides.presentation import as_pptx
from indicators.briefing.tables.sheet import as_csv
from indicators.briefing.tables.tracking import tracking_sheet
from indicators.briefing.workbook.book import as_workbook
from indicators.progress.results import Status
from indicators.store.connection import Store, open_store
from indicators.wording.labels import SHORT
from indicators.wording.numbers import signed_pace
from pages.chi_tieu.values import values_table
from pages.chi_tieu.verdict import answer, reckoning
from pages.parts.links import NEWEST
from pages.parts.tracking_table import tracking_table
from pages.site.files import site_files
from tests.briefing import facts
from tests.briefing.facts import GOALS, NONE, Facts, Line, Years
from tests.odd import FIGURES
from tests.planning import send_plans
from tests.programme import PROGRAMME
from tests.recording import seen_on
from tests.rounds import FULL

LATEST = 2029  # the last year of the figures
DAYS = {"filled": date(LATEST, 6, 10), "published": date(2026, 11, 22), "odd": date(LATEST, 6, 10)}
PLANS = ("ML02;82", "DH13;188", "DH17;220")
CELLS = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)
TABLED = ("baseline", "latest", *GOALS, "needed")
# What each form tells of every indicator, and of those that have a chart or a figure.
OF_ALL = {
    "page": (*TABLED, "short"),
    "indicator page": ("verdict", "sentence", "milestones", "latest"),
    "slide table": (*TABLED, "short"),
    "slide": ("verdict", "valued", "goals", "required", "paced"),
    "report appendix": (*TABLED, "verdict"),
    "workbook": (*TABLED, "verdict", "sentence"),
    "site": (*TABLED, "short"),
    "site page": ("verdict", "sentence", "milestones", "latest"),
    "csv": ("plain",),
}
OF_SOME = {
    "slide chart": ("latest", "kept", "labelled", "aims"),
    "report group": ("baseline", "dated", "goal", "verdict"),
    "workbook chart": ("latest",),
    "workbook list": ("latest",),
}


# The published board, of which the filled one has every figure too, in `make full`.
@pytest.fixture(scope="module", params=[board for board in DAYS if FULL or board != "published"])
def brief(request: pytest.FixtureRequest) -> Brief:
    store: Store = request.getfixturevalue(request.param)
    codes = tuple(FIGURES) if request.param == "odd" else ()
    return brief_on(store, seen_on(store, DAYS[request.param]), Selection(indicators=codes))


@pytest.fixture(scope="module")
def expected(brief: Brief) -> Facts:
    """What `status --json` says, written as a person writes it."""
    json = {row["code"]: row for row in as_json(brief.board)}
    return {row.indicator.code: said(row, json[row.indicator.code]) for row in brief.rows}


@pytest.fixture(scope="module")
def forms(brief: Brief) -> dict[str, Facts]:
    """What each form says."""
    json = {row["code"]: row for row in as_json(brief.board)}
    years = {code: (row["latest"] or {}).get("year") for code, row in json.items()}
    rows = list(brief.rows)
    slides = facts.on_slides(as_pptx(brief), years)
    report = facts.in_report(as_docx(brief), years)
    workbook = facts.in_workbook(as_workbook(brief), years)
    return {
        "page": facts.in_page(tracking_table(brief.board, rows, NEWEST), years),
        "indicator page": {
            r.indicator.code: facts.in_indicator_page(shown(brief, r)) for r in rows
        },
        **dict(zip(("slide table", "slide", "slide chart"), slides, strict=True)),
        **dict(zip(("report appendix", "report group"), report, strict=True)),
        **dict(zip(("workbook", "workbook chart", "workbook list"), workbook, strict=True)),
        **on_site(brief, years),
        "csv": facts.in_csv(as_csv(tracking_sheet(brief.board, rows)), years),
    }


def shown(brief: Brief, row: Row) -> str:
    """The parts of an indicator's page that have figures."""
    dossier = brief.dossier(row)
    return (
        f"<main>{answer(dossier)}{reckoning(dossier, NEWEST)}{values_table(dossier, NEWEST)}</main>"
    )


def on_site(brief: Brief, years: Years) -> dict[str, Facts]:
    files = site_files(brief)
    codes = [row.indicator.code for row in brief.rows]
    pages = {code: files[f"chi-tieu/{code}.html"].decode() for code in codes}
    return {
        "site": facts.in_page(files["bieu-theo-doi.html"].decode(), years),
        "site page": {code: facts.in_indicator_page(page) for code, page in pages.items()},
    }


def said(row: Row, json: dict) -> Line:
    """Every fact of an indicator, from the plain numbers of `status --json`."""
    notation, headline = row.notation, row.judgement.headline
    latest, baseline = json["latest"], json["baseline"]
    goals = {target.year: notation.target(target) for target in row.targets}
    aim = headline.goal.year if headline else next(iter(goals), None)
    told_by = {m["year"]: m for m in json["milestones"]}
    still = told_by[aim] if headline and aim >= row.judgement.year else {}
    pace, required = still.get("needed_pace"), asked(row, still)
    unit = "%" if json["rule"] == "growth" else ""
    behind = unit or f" {notation.difference_unit()}"
    number = written(row, latest)
    return {
        "baseline": f"{written(row, baseline)} ({baseline['year']})" if baseline else NONE,
        "latest": number,
        "kept": number,
        "dated": f"{number} ({latest['year']})" if latest else NONE,
        "valued": valued(row, latest).casefold(),
        "labelled": valued(row, latest) if latest else NONE,
        "aims": "; ".join(aims(row, json)),
        "plain": plain(row, latest),
        **{name: goals.get(int(name[-4:]), NONE) for name in GOALS},
        "goals": "; ".join(f"{year}: {words}" for year, words in goals.items()),
        "goal": f"{goals[aim]} ({aim})" if aim else NONE,
        "needed": NONE if pace is None else f"{signed_pace(pace)}{unit}",
        "paced": NONE if pace is None else f"{signed_pace(pace)}{behind}".strip(),
        "required": required,
        "milestones": "; ".join(milestone(row, goals, each) for each in json["milestones"]),
        "verdict": row.label,
        "short": SHORT[Status(json["status"])],
        "sentence": json["sentence"],
    }


def written(row: Row, point: dict | None) -> str:
    """A figure without its unit; a published rank band as it was published."""
    if point is None:
        return NONE
    return row.bands.get(point["year"]) or row.notation.number(point["value"])


def valued(row: Row, point: dict | None) -> str:
    """A figure with its unit."""
    if point is None:
        return "Chưa có số liệu"
    return row.bands.get(point["year"]) or row.notation.value(point["value"])


def plain(row: Row, point: dict | None) -> str:
    if point is None:
        return NONE
    return row.bands.get(point["year"]) or str(row.notation.rounded(point["value"]))


def aims(row: Row, json: dict) -> Iterator[str]:
    """The targets that stand as numbers in a chart; that of a growth is where its curve ends."""
    path = dict(row.judgement.path)
    for goal in json["milestones"]:
        value = path.get(goal["year"]) if json["rule"] == "growth" else goal["value"]
        if value is not None:
            yield f"{goal['year']}: {row.notation.number(value)}"


def milestone(row: Row, goals: dict[int, str], told_of: dict) -> str:
    """A line of the table of milestones."""
    pace, meant = told_of["needed_pace_now"], meaning(row, told_of["year"])
    return " | ".join(
        (
            f"{told_of['year']} {goals.get(told_of['year'], '')}{meant}".strip(),
            asked(row, told_of),
            NONE if pace is None else signed_pace(pace),
            SHORT[Status(told_of["status"])],
        )
    )


def asked(row: Row, told_of: dict) -> str:
    """Where the line stands now, a count that goes in few steps at the last whole one."""
    required, baseline = told_of.get("required_now"), row.judgement.baseline
    if required is None:
        return NONE
    target = row.target(told_of["year"])
    few = row.indicator.kind == "count" and len(row.judgement.points) > 1
    if few and baseline and abs(target.value - baseline.value) <= 5:
        required = floor(required) if target.value >= baseline.value else ceil(required)
    return row.notation.required(required)


def meaning(row: Row, year: int) -> str:
    """What 'about' lets pass, and the level that a growth comes to."""
    target = row.target(year)
    if target and target.comparator == "about":
        return f"; từ 95%, tức {row.notation.number(0.95 * target.value)}, là đạt"
    level = dict(row.judgement.path).get(year) if row.indicator.rule == "growth" else None
    return "" if level is None else f", tức khoảng {row.notation.value(level)}"


def chosen(expected: Facts, names: tuple[str, ...]) -> Facts:
    return {code: {name: line[name] for name in names} for code, line in expected.items()}


@pytest.mark.parametrize("form", OF_ALL)
def test_a_form_gives_every_indicator_the_numbers_of_status_json(
    expected: Facts, forms: dict[str, Facts], form: str
):
    assert len(expected) in (len(PROGRAMME), len(FIGURES))
    assert forms[form] == chosen(expected, OF_ALL[form])


@pytest.mark.parametrize("form", OF_SOME)
def test_charts_and_lists_of_figures_have_the_numbers_of_status_json(
    brief: Brief, expected: Facts, forms: dict[str, Facts], form: str
):
    no_chart = {row.indicator.code for row in brief.rows if row.indicator.kind == "milestone"}
    with_figures = {code for code, line in expected.items() if line["latest"] != NONE}
    wanted = chosen(expected, OF_SOME[form])
    found = forms[form]
    assert found == {code: wanted[code] for code in found}
    assert set(found) >= with_figures - (no_chart if "chart" in form else set())


def lines_of(board: Board) -> list[tuple[str, list[str]]]:
    """Code and cells of every indicator on the page."""
    lines = re.split(r"<tr\b", str(tracking_table(board, list(board.programme), NEWEST)))
    cells = [[unescape(c) for c in CELLS.findall(line)] for line in lines if "<td" in line]
    return [(re.search(r"[A-Z]{2}\d\d", c[1])[0], c) for c in cells]


def below(cell: str) -> str:
    """What stands small below a figure of the page."""
    return cell.partition("<br><small>")[2].removesuffix("</small>")


def rows_in_csv(board: Board) -> dict[str, dict[str, str]]:
    text = as_csv(tracking_sheet(board, list(board.programme))).decode("utf-8-sig")
    return {row["Mã"]: row for row in csv.DictReader(io.StringIO(text)) if row["Mã"]}


@pytest.fixture(scope="module")
def planned_board(filled_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    store = open_store(Path(copy(filled_up, tmp_path_factory.mktemp("planned"))))
    send_plans(store, *PLANS, head=f"ma_chi_tieu;KH {LATEST}")
    yield assess(store, seen_on(store, date(LATEST, 6, 10)))
    store.close()


def test_plan_and_year_before_are_the_same_numbers_everywhere(planned_board: Board):
    """TH/KH and so cùng kỳ of a count, a share and a rank."""
    page = {
        code: (below(cells[9]), below(cells[8]))
        for code, cells in lines_of(planned_board)
        if code in ("DH13", "ML02", "DH17")
    }
    assert page == {
        "ML02": ("−0,4 điểm %", "+3,4 điểm %"),
        "DH13": ("92,6%", "+11,5%"),
        "DH17": ("kém 2 bậc", "tăng 22 bậc"),
    }
    rows = rows_in_csv(planned_board)
    names = ("TH/KH (%)", "Chênh so với KH", "So với kế hoạch", "So cùng kỳ (%)", "Chênh cùng kỳ")
    assert {code: [rows[code][name] for name in names] for code in page} == {
        "ML02": ["", "-0.4", "chưa đạt kế hoạch", "", "3.4"],
        "DH13": ["92.6", "-14.0", "chưa đạt kế hoạch", "11.5", "18.0"],
        "DH17": ["", "2.0", "chưa đạt kế hoạch", "", "-22.0"],
    }
    json = {row["code"]: row for row in as_json(planned_board) if row["code"] in page}
    shares = {code: [p["difference"] for p in row["plans"]] for code, row in json.items()}
    assert shares == {"ML02": [pytest.approx(-0.4)], "DH13": [-14.0], "DH17": [2.0]}
    assert json["DH13"]["plans"][0]["ratio"] == pytest.approx(174 / 188)
    assert json["DH13"]["year_on_year"]["ratio"] == pytest.approx(174 / 156)
