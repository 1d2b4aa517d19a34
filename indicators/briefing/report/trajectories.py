"""Which indicators of a group have their chart in the report, and the charts."""

from itertools import islice

from indicators.board.board import Board, Row
from indicators.briefing.report.draft import Draft
from indicators.briefing.report.drawn import TYPEFACE, NativeChart, place_chart
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.native.chart_xml import chart_xml
from indicators.charts.native.data import chart_data
from indicators.charts.native.frame import ChartSize
from indicators.charts.native.workbook import workbook
from indicators.charts.trajectory import Trajectory, height_of, numbers

# A leader reads a few charts: those of the worst verdicts. Who chose few indicators wants each.
PER_GROUP = 2
FEW = 8
SIZE = ChartSize(6.3, 2.6, 10.5, TYPEFACE)


def place_trajectories(draft: Draft, part: Board) -> None:
    """Set the charts of a group."""
    few = len(draft.brief.rows) <= FEW
    drawn = ((row, trajectory_of(draft.brief.dossier(row))) for row in candidates(part, few=few))
    worth = ((row, trajectory) for row, trajectory in drawn if has_way(trajectory))
    for row, trajectory in islice(worth, FEW if few else PER_GROUP):
        place_trajectory(draft, row, trajectory)


def candidates(part: Board, *, few: bool) -> list[Row]:
    """Those with figures: all in document order, or of many those that need attention, worst first.

    How far a thing to be completed has come is told in a number.
    """
    rows = part.rows if few else part.attention
    return [row for row in rows if row.judgement.latest and row.indicator.kind != "milestone"]


def has_way(trajectory: Trajectory) -> bool:
    """Whether there is a way to be seen: two figures, or one and a target."""
    marks = [target for target in trajectory.targets if height_of(trajectory, target) is not None]
    return len(numbers(trajectory.judgement.points)) + len(marks) > 1


def place_trajectory(draft: Draft, row: Row, trajectory: Trajectory) -> None:
    """Set the chart of one indicator; its sentence tells the same in words."""
    data = chart_data(trajectory)
    chart = NativeChart(chart_xml(data, SIZE), workbook(data), SIZE)
    description = f"Biểu đồ đường theo năm. {trajectory.title}. {row.sentence}"
    place_chart(
        draft, chart, f"{trajectory.title} ({row.indicator.code})", trajectory.source, description
    )
