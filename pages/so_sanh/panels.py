"""The pictures of a comparison beside each other, in a frame that is said."""

from html import escape

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
from pages.parts.badges import chip
from pages.parts.links import Links
from pages.parts.small_multiples import axis, image, last_value, missing, stage

ALL = slice(None)
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2}  # beside each other on a wide screen; three for more


def panels(comparison: Comparison, ink: Ink, links: Links, some: slice = ALL) -> str:
    """Show a card a series, all or some, and above them what the pictures have in common."""
    shown = [compared_trajectory(each, comparison) for each in comparison.drawn]
    frame = common_frame(shown)
    drawn = list(zip(comparison.drawn, shown, frame.scales, strict=True))[some]
    cards = "".join(
        card(each, picture(way, frame, scale, ink), comparison, links) for each, way, scale in drawn
    )
    columns = COLUMNS.get(len(drawn), 3)
    return (
        f"{legend(comparison, frame)}"
        f'<div class="multiples compared" style="--columns:{columns};'
        f'--wide:{letters(shown, frame)}ch">{cards}</div>'
    )


def legend(comparison: Comparison, frame: CommonFrame) -> str:
    """Say what the lines are and what frame they share."""
    marks = "".join(
        f'<span><i class="key {name}"></i>{escape(word)}</span>'
        for name, word in line_keys(comparison)
    )
    told = escape(frame_note(comparison, frame))
    return f'<div class="legend keys">{marks}<span>{told}</span></div>'


def card(each: Compared, drawn: str, comparison: Comparison, links: Links) -> str:
    """Show one series: name, verdict where there is one, last value, its way, what is asked."""
    status = verdict(each, comparison)
    last = last_value(each.row) or f'<p class="last"><b class="none">{NO_FIGURE}</b></p>'
    return (
        f'<article class="card"><h3>{heading(each, comparison, links)} '
        f"{chip(status) if status else ''}</h3>"
        f"{f'{last}{drawn}' if drawn else nothing(each, comparison)}"
        f'<p class="aims">{beneath(each, comparison)}</p></article>'
    )


def nothing(each: Compared, comparison: Comparison) -> str:
    """Say of what has nothing to draw that it has no figures; of an indicator who owes them."""
    if comparison.way == BY_INDICATOR:
        return missing(each.row, comparison.board)
    return f'<p class="missing">{escape(owed_of(each, comparison))}</p>'


def heading(each: Compared, comparison: Comparison, links: Links) -> str:
    """Name a series, and lead to the page that has more of it where there is one."""
    i = each.row.indicator
    name, more, scope = escape(each.name), None, comparison.board.scope
    if comparison.way == BY_INDICATOR:
        name = f"<small>{i.code}</small> {name}"
    elif comparison.way not in (BY_AREA, BY_COMMUNE):
        more = group_label(each.key[1])
    elif each.judged:
        scope = "national" if each.key[0] == "VN" else "city"
    else:
        return f"<span>{name}</span>"
    where = links.of_scope(scope).indicator(i.code, phan_to=more)
    return f'<a href="{escape(where)}" title="{escape(i.name)}">{name}</a>'


def picture(shown: Trajectory, frame: CommonFrame, scale: PictureScale, ink: Ink) -> str:
    """Draw one series on its scale, or how far a thing to be completed has come.

    Nothing where there is neither a figure nor a target.
    """
    latest = shown.judgement.latest
    if not has_picture(shown, frame.years):
        return ""
    if shown.notation.indicator.kind == "milestone":
        return f"<div>{stage(latest.value, shown.title) if latest else ''}</div>"
    drawn = small_trajectory(shown, frame.years, ink, scale)
    told = "".join(
        f'<span style="top:{scale.spot(frame.years.first, level)[1] / HEIGHT:.1%}">'
        f"{level_text(level, shown)}</span>"
        for level in scale.levels()
    )
    return (
        f'<div class="plot"><div class="levels" aria-hidden="true">{told}</div>'
        f"{image(drawn, shown.title)}{axis(frame.years)}</div>"
    )


def letters(shown: list[Trajectory], frame: CommonFrame) -> int:
    """How long the longest round value is, so that the years stand below each other too."""
    return max(
        len(level_text(level, each))
        for each, scale in zip(shown, frame.scales, strict=True)
        for level in scale.levels()
    )


def beneath(each: Compared, comparison: Comparison) -> str:
    """Write the targets of a series, and how it stands to what is drawn in grey."""
    around = context_note(each, comparison)
    grey = f'<span class="around">{escape(around)}</span>' if around else ""
    return "<br>".join(filter(None, (escape(target_line_of(each, comparison)), grey)))
