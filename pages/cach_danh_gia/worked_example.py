"""A verdict worked out: whose it is, its way as a small chart, its sentence, its arithmetic."""

from dataclasses import replace

from markupsafe import Markup

from indicators.board.board import Row
from indicators.charts.small_trajectory import Years, small_trajectory
from indicators.charts.theme import Ink
from indicators.charts.trajectory import YEARS_BEFORE, Trajectory, numbers
from indicators.methodology.examples import Example
from indicators.progress.results import Thresholds
from indicators.wording.headlines import chart_title
from indicators.wording.opinions import opinion_lines
from indicators.wording.sentences import robustness_line
from indicators.wording.working import working
from pages.parts.links import Links
from pages.parts.small_multiples import axis, image
from pages.parts.templates import NOTHING, blocks

EXAMPLE = blocks("cach_danh_gia/worked_example.html")
MADE_UP = "Ví dụ minh họa, không phải số liệu thật"


def worked_example(
    example: Example | None,
    thresholds: Thresholds,
    ink: Ink,
    links: Links,
    *,
    opinions: bool = False,
    mark: str = "",
) -> Markup:
    """Show an example, an illustrative one in colours of its own, marked if asked."""
    if example is None:
        return EXAMPLE.no_example()
    row = example.row
    steps = working(row.judgement, row.targets, row.notation, thresholds)
    steps += second_opinions(row) if opinions else []
    own = faded(ink) if example.illustrative else ink
    drawn = way(row, own, mark)
    return EXAMPLE.example(row, example.illustrative, whose(example, links), drawn, steps)


def whose(example: Example, links: Links) -> Markup:
    """Link the indicator of an example, or say that there is none."""
    i = example.row.indicator
    if example.scope is None:
        return EXAMPLE.made_up(MADE_UP, i.name)
    where = links.of_scope(example.scope).indicator(i.code)
    return EXAMPLE.whose(where, i, example.scope == "national")


def second_opinions(row: Row) -> list[str]:
    """Give what other ways of reckoning say, and whether the verdict withstands them."""
    robust = robustness_line(row.judgement)
    return [*opinion_lines(row.judgement, row.notation), *([robust] if robust else [])]


def faded(ink: Ink) -> Ink:
    """Take the colour out of a chart whose figures are made up."""
    return replace(ink, actual=ink.quiet, required=ink.nation)


def way(row: Row, ink: Ink, mark: str) -> Markup:
    """Draw the trajectory of a series that has numbers."""
    judgement = row.judgement
    if not numbers(judgement.points) or row.indicator.kind == "milestone":
        return NOTHING
    title = chart_title(row.indicator.name, judgement, row.targets, row.notation)
    shown = Trajectory(
        title, "", row.notation, judgement, row.targets, (), (), (), judgement.year, mark=mark
    )
    years = years_of(row)
    picture = small_trajectory(shown, years, ink)
    return EXAMPLE.way(image(picture, title), axis(years))


def years_of(row: Row) -> Years:
    """The years from the first figure to the last target; figures long past are left out."""
    judgement = row.judgement
    first = max(judgement.points[0].year, judgement.year - YEARS_BEFORE)
    return Years(first, max([judgement.year, first + 1, *(t.year for t in row.targets)]))
