"""What stands in the small charts of a comparison, and the frame they have in common."""

from dataclasses import replace

from indicators.board.board import version_line
from indicators.charts.common_frame import CommonFrame, common_frame, drawn
from indicators.charts.panels import (
    NO_FIGURE,
    Multiples,
    Panel,
    PanelKey,
    last_of,
    legend_keys,
    owed_note,
    target_line,
    trajectory_of,
)
from indicators.charts.small_trajectory import PictureScale, Years
from indicators.charts.trajectory import Trajectory
from indicators.comparison.comparison import Compared, Comparison
from indicators.comparison.table import is_ranked, ranking, source_line
from indicators.figures.disaggregation import BY_AREA, BY_INDICATOR
from indicators.progress.results import Status
from indicators.wording.comparisons import against, frame_sentence, only_followed, placed
from indicators.wording.headlines import latest_title
from indicators.wording.numbers import plain


def comparison_multiples(comparison: Comparison) -> Multiples:
    """Gather the small charts of a comparison."""
    frame = frame_of(comparison)
    return Multiples(
        comparison.title,
        "",
        tuple(
            panel_of(each, scale, comparison)
            for each, scale in zip(comparison.drawn, frame.scales, strict=True)
        ),
        line_keys(comparison),
        frame_note(comparison, frame),
        f"{source_line(comparison)} · {version_line(comparison.board)}",
        comparison.board.mark,
        levelled=True,
    )


def panel_of(each: Compared, scale: PictureScale, comparison: Comparison) -> Panel:
    """Gather what is shown of one series."""
    row, trajectory = each.row, compared_trajectory(each, comparison)
    return Panel(
        row.indicator.code if comparison.way == BY_INDICATOR else "",
        each.name,
        verdict(each, comparison),
        last_of(row),
        trajectory,
        scale,
        target_line_of(each, comparison),
        context_note(each, comparison),
        owed="" if has_picture(trajectory, scale.years) else owed_of(each, comparison),
        word=each.row.word,
    )


def has_picture(trajectory: Trajectory, years: Years) -> bool:
    """Whether there is anything to draw of a series: a figure, a target, how far a thing is."""
    is_stage = trajectory.notation.indicator.kind == "milestone"
    return drawn(trajectory, years) or (is_stage and trajectory.judgement.latest is not None)


def owed_of(each: Compared, comparison: Comparison) -> str:
    """Say that a series has no figures; of an indicator who owes them."""
    if comparison.way == BY_INDICATOR or each.row.is_vacant:
        return owed_note(each.row, comparison.board)
    return f"{NO_FIGURE}."


def frame_of(comparison: Comparison) -> CommonFrame:
    """Find the frame that all charts share."""
    return common_frame([compared_trajectory(each, comparison) for each in comparison.drawn])


def compared_trajectory(each: Compared, comparison: Comparison) -> Trajectory:
    """Gather what the chart of one series draws; its words name the part."""
    trajectory = trajectory_of(each.row, comparison.board, each.behind)
    if comparison.way == BY_INDICATOR or each.judged:
        return trajectory
    name = f"{each.row.indicator.name} ({each.name})"
    title = latest_title(name, tuple(each.row.judgement.points), each.row.notation)
    return replace(trajectory, title=title)


def verdict(each: Compared, comparison: Comparison) -> Status | None:
    """The verdict on a series; of a part there is none without a target of its own."""
    is_judged = each.judged and (comparison.way == BY_INDICATOR or each.row.targets)
    return each.row.status if is_judged else None


def line_keys(comparison: Comparison) -> tuple[PanelKey, ...]:
    """Name the lines that are drawn, the grey one too."""
    keys = legend_keys([each.row for each in comparison.drawn])
    return (*keys, ("around", comparison.grey)) if comparison.grey else keys


def frame_note(comparison: Comparison, frame: CommonFrame) -> str:
    """Say what frame the charts share, and why some have no verdict."""
    years = frame.years
    sentence = frame_sentence(
        years.first, years.last, frame.shared, apart=frame.apart, unequal=frame.unequal
    )
    sentence = sentence if len(comparison.drawn) > 1 else ""
    followed = not all(each.judged for each in comparison.drawn)
    has_targets = bool(comparison.board.by_code[comparison.row.indicator.code].targets)
    by_area = comparison.way == BY_AREA
    why = only_followed(by_area, comparison.board.scope) if followed and has_targets else ""
    return f"{sentence} {why}".rstrip()


def level_text(level: float, trajectory: Trajectory) -> str:
    """Write a round value at the side of a chart."""
    return f"{plain(level)}%" if trajectory.notation.indicator.unit == "%" else plain(level)


def target_line_of(each: Compared, comparison: Comparison) -> str:
    """Write the targets of a series where it can have any."""
    return target_line(each.row) if comparison.way == BY_INDICATOR or each.row.targets else ""


def context_note(each: Compared, comparison: Comparison) -> str:
    """Say the place of a series, and how it stands to what is drawn in grey."""
    notes = (place_note(each, comparison), grey_note(each, comparison))
    return " · ".join(filter(None, notes))


def place_note(each: Compared, comparison: Comparison) -> str:
    """Say the place of a commune among those with a figure."""
    if not is_ranked(comparison):
        return ""
    places = ranking(comparison)
    place = places[comparison.series.index(each)]
    return placed(place, sum(each is not None for each in places)) if place else ""


def grey_note(each: Compared, comparison: Comparison) -> str:
    """Say what the grey line last was, or how far a part is from it in its own last year."""
    latest = each.row.judgement.latest
    if not each.behind or each.whole:
        return ""
    if comparison.way == BY_INDICATOR:
        newest = each.behind[-1]
        return f"Cả nước: {each.row.value(newest)} năm {newest.year}"
    total = next((p.value for p in each.behind if latest and p.year == latest.year), None)
    if latest is None or total is None:
        return ""
    return against(comparison.grey, latest.value, total, each.row.notation)


def first_year(comparison: Comparison) -> int:
    """The year in which the pictures and the table begin."""
    return frame_of(comparison).years.first
