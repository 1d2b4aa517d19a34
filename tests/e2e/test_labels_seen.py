"""In a browser no word of a chart meets a line, a mark, another word or the plot's edge."""

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite

import pytest
from playwright.sync_api import Browser, Page

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.supposed_line import SupposedLine
from indicators.charts.theme import LIGHT
from indicators.charts.trajectory import Trajectory
from indicators.charts.trajectory_figure import draw_trajectory
from indicators.charts.trajectory_frame import NARROW, WIDE
from indicators.dossier.dossier import open_dossier
from indicators.store.connection import Store
from pages.navigation import PAGES
from pages.parts.faces import faces, rule
from tests.rounds import FULL

PLOTLY = PAGES / "static" / "site" / "plotly-basic-4.1.1.min.js"
WIDTHS = ((390, NARROW), (720, WIDE), (1600, WIDE))
WORDS = "Nếu mỗi năm tăng 1,6 điểm phần trăm"
SUPPOSED = ("ML02", "DH05", "CS02", "DH15", "HD01", "NL14")
# Draws one figure in one width and names each word that meets something.
MEETINGS = """async ([figure, width]) => {
  const plot = document.getElementById("plot");
  const { data, layout } = JSON.parse(figure);
  await Plotly.react(plot, data, { ...layout, width }, { displayModeBar: false, staticPlot: true });
  const box = (node) => node.getBoundingClientRect();
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
  const leaves = (a, b) => a.left < b.left - 1 || a.right > b.right + 1
    || a.top < b.top - 1 || a.bottom > b.bottom + 1;
  const whole = box(plot), { l, t, w, h } = plot._fullLayout._size;
  const edges = { left: whole.left + l, top: whole.top + t, right: whole.left + l + w,
    bottom: whole.top + t + h };
  const notes = [...plot.querySelectorAll(".annotation")]
    .map((node) => [plot.layout.annotations[node.dataset.index], node.querySelector("text")]);
  const labels = notes.filter(([note]) => note.xref !== "paper").map(([note, node]) => ({
    text: note.text, lines: node ? [...node.querySelectorAll("tspan.line"), node].slice(0, -1)
      .concat(node.querySelector("tspan.line") ? [] : [node]).map(box) : [] }));
  const around = [
    ...notes.filter(([note]) => note.xref === "paper" && !note.textangle).map(([, node]) => node),
    ...plot.querySelectorAll(".xtick text, .ytick text"),
  ].map((node) => ({ text: node.textContent, own: box(node) }));
  const marks = [...plot.querySelectorAll(".point")].map(box);
  const strokes = [...plot.querySelectorAll(".js-line, .shapelayer path")]
    .filter((path) => getComputedStyle(path).strokeWidth !== "0px").flatMap((path) => {
      const { e, f } = path.getScreenCTM(), length = path.getTotalLength();
      return Array.from({ length: Math.ceil(length / 4) + 1 }, (_, n) => {
        const { x, y } = path.getPointAtLength(n * 4);
        return { left: x + e - 1, right: x + e + 1, top: y + f - 1, bottom: y + f + 1 };
      });
    });
  const found = [];
  labels.forEach(({ text, lines }, n) => {
    if (!lines.length) found.push(`${text} is not drawn`);
    for (const own of lines) {
      if (leaves(own, edges)) found.push(`${text} × edge`);
      if (marks.some((mark) => meet(own, mark))) found.push(`${text} × mark`);
      if (strokes.some((spot) => meet(own, spot))) found.push(`${text} × line`);
      labels.slice(n + 1).filter((other) => other.lines.some((line) => meet(own, line)))
        .forEach((other) => found.push(`${text} × ${other.text}`));
    }
  });
  around.forEach(({ text, own }, n) => {
    if (leaves(own, whole)) found.push(`${text} × picture`);
    around.slice(n + 1).filter((other) => meet(own, other.own))
      .forEach((other) => found.push(`${text} × ${other.text}`));
  });
  return [found, labels.length];
}"""


@pytest.fixture
def plotting(browser: Browser) -> Iterator[Page]:
    """A page with plotly and the board's font, in which figures are drawn in turn."""
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    styles = "".join(rule(face) for face in faces())
    page.set_content(f"<style>body {{ margin: 0 }} {styles}</style><div id='plot'></div>")
    page.add_script_tag(path=PLOTLY)
    weights = "[400, 700].map((w) => document.fonts.load(w + ' 15px \"Be Vietnam Pro\"', 'aăệđ'))"
    page.evaluate(f"Promise.all({weights})")
    yield page
    page.close()


def charts(store: Store) -> Iterator[tuple[str, Trajectory]]:
    """Every chart of the city's board; of some what would be if, downwards too."""
    moment = as_of(store)
    for row in assess(store, moment).rows:
        code = row.indicator.code
        dossier = open_dossier(store, moment, code, "city", None)
        assert dossier
        shown = trajectory_of(dossier)
        if row.indicator.kind == "milestone" or not shown.is_drawable():
            continue
        yield code, shown
        if code in SUPPOSED:
            yield from ((f"{code} if", replace(shown, supposed=each)) for each in changes(shown))


def changes(shown: Trajectory) -> Iterator[SupposedLine]:
    """Lines of supposed changes from the last figure on: up and down by a twentieth a year."""
    last = [p for p in shown.judgement.points if isfinite(p.value)][-1]
    for change in (last.value / 20, -last.value / 20):
        years = range(last.year, 2036)
        spots = tuple((year, last.value + change * (year - last.year)) for year in years)
        yield SupposedLine(spots, (2030, 2035), WORDS)


def test_no_word_of_a_chart_meets_anything_at_three_widths(illustrative: Store, plotting: Page):
    """In `make full` at all of them, else each chart at one of them, the next at the next."""
    meetings, words = [], 0
    for at, (name, shown) in enumerate(charts(illustrative)):
        for width, size in WIDTHS if FULL else [WIDTHS[at % len(WIDTHS)]]:
            drawn = draw_trajectory(shown, LIGHT, size).to_json()
            found, count = plotting.evaluate(MEETINGS, [drawn, width])
            meetings += [(name, width, each) for each in found]
            words += count
    assert meetings == []
    assert words > (700 if FULL else 700 / len(WIDTHS))
