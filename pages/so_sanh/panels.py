"""The pictures of a comparison beside each other, in a frame that is said."""

from markupsafe import Markup

from indicators.catalogue.groups import group_label
from indicators.charts.common_frame import CommonFrame, common_frame
from indicators.charts.compared_panels import (
    compared_trajectory,
    context_note,
    frame_note,
    has_picture,
    level_text,
    line_keys,
    owed_of,
    target_line_of,
    verdict,
)
from indicators.charts.panels import NO_FIGURE
from indicators.charts.small_trajectory import HEIGHT, PictureScale, small_trajectory
from indicators.charts.theme import Ink
from indicators.charts.trajectory import Trajectory
from indicators.comparison.comparison import Compared, Comparison
from indicators.figures.disaggregation import BY_AREA, BY_COMMUNE, BY_INDICATOR
from pages.parts.links import Links
from pages.parts.small_multiples import axis, image, last_value, missing, stage
from pages.parts.templates import NOTHING, blocks

PANELS = blocks("so_sanh/panels.html")
ALL = slice(None)
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2}  # beside each other on a wide screen; three for more


def panels(comparison: Comparison, ink: Ink, links: Links, some: slice = ALL) -> Markup:
    """Show a card a series, all or some, and above them what the pictures have in common."""
    shown = [compared_trajectory(each, comparison) for each in comparison.drawn]
    frame = common_frame(shown)
    drawn = list(zip(comparison.drawn, shown, frame.scales, strict=True))[some]
    return PANELS.panels(
        line_keys(comparison),
        frame_note(comparison, frame),
        COLUMNS.get(len(drawn), 3),
        letters(shown, frame),
        [
            card(each, picture(way, frame, scale, ink), comparison, links)
            for each, way, scale in drawn
        ],
    )


def card(each: Compared, drawn: Markup, comparison: Comparison, links: Links) -> Markup:
    """Show one series: name, verdict where there is one, last value, its way, what is asked.

    Below stand its targets, and how it stands to what is drawn in grey.
    """
    last = last_value(each.row) or PANELS.no_figure(NO_FIGURE)
    return PANELS.card(
        heading(each, comparison, links),
        verdict(each, comparison),
        each.row.word,
        last + drawn if drawn else nothing(each, comparison),
        target_line_of(each, comparison),
        context_note(each, comparison),
    )


def nothing(each: Compared, comparison: Comparison) -> Markup:
    """Say of what has nothing to draw that it has no figures; of an indicator who owes them."""
    if comparison.way == BY_INDICATOR:
        return missing(each.row, comparison.board)
    return PANELS.missing(owed_of(each, comparison))


def heading(each: Compared, comparison: Comparison, links: Links) -> Markup:
    """Name a series, and lead to the page that has more of it where there is one."""
    i = each.row.indicator
    code, more, scope = "", None, comparison.board.scope
    if comparison.way == BY_INDICATOR:
        code = i.code
    elif comparison.way not in (BY_AREA, BY_COMMUNE):
        more = group_label(each.key[1])
    elif each.judged:
        scope = "national" if each.key[0] == "VN" else "city"
    else:
        return PANELS.unlinked(each.name)
    where = links.of_scope(scope).indicator(i.code, phan_to=more)
    return PANELS.linked(where, i, code, each.name)


def picture(shown: Trajectory, frame: CommonFrame, scale: PictureScale, ink: Ink) -> Markup:
    """Draw one series on its scale, or how far a thing to be completed has come.

    Nothing where there is neither a figure nor a target.
    """
    latest = shown.judgement.latest
    if not has_picture(shown, frame.years):
        return NOTHING
    if shown.notation.indicator.kind == "milestone":
        return PANELS.stage(stage(latest.value, shown.title) if latest else NOTHING)
    drawn = small_trajectory(shown, frame.years, ink, scale)
    levels = [
        (
            f"{scale.spot(frame.years.first, level)[1] / HEIGHT:.1%}",
            level_text(level, shown),
        )
        for level in scale.levels()
    ]
    return PANELS.plot(levels, image(drawn, shown.title), axis(frame.years))


def letters(shown: list[Trajectory], frame: CommonFrame) -> int:
    """How long the longest round value is, so that the years stand below each other too."""
    return max(
        len(level_text(level, each))
        for each, scale in zip(shown, frame.scales, strict=True)
        for level in scale.levels()
    )
