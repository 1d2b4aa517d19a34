"""The pictures of a comparison beside each other, in a frame that is said."""

from dataclasses import replace
from html import escape

from indicators.briefing.comparison_table import is_ranked, ranking
from indicators.charts.common_frame import CommonFrame, common_frame
from indicators.charts.small_trajectory import HEIGHT, Scale, small_trajectory
from indicators.charts.theme import Ink
from indicators.charts.trajectory import Trajectory
from indicators.comparison import Compared, Comparison
from indicators.disaggregation import BY_AREA, BY_COMMUNE, BY_INDICATOR
from indicators.dossier import group_label
from indicators.wording.comparisons import against, frame_sentence, only_followed, placed
from indicators.wording.headlines import latest_title
from indicators.wording.numbers import plain
from pages.parts.addresses import SCOPE_WORDS, Parameters, indicator_address
from pages.parts.badges import chip
from pages.parts.small_multiples import asked, axis, image, last_value, stage, trajectory_of

ALL = slice(None)
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2}  # beside each other on a wide screen; three for more


def panels(comparison: Comparison, ink: Ink, kept: Parameters, some: slice = ALL) -> str:
    """Show a card a series, all or some, and above them what the pictures have in common."""
    shown = [trajectory(each, comparison) for each in comparison.drawn]
    frame = common_frame(shown)
    drawn = list(zip(comparison.drawn, shown, frame.scales, strict=True))[some]
    cards = "".join(
        card(each, picture(way, frame, scale, ink), comparison, kept) for each, way, scale in drawn
    )
    columns = COLUMNS.get(len(drawn), 3)
    return (
        f"{legend(comparison, frame)}"
        f'<div class="multiples compared" style="--columns:{columns};'
        f'--wide:{letters(shown, frame)}ch">{cards}</div>'
    )


def first_year(comparison: Comparison) -> int:
    """The year in which the pictures and the table begin."""
    return common_frame([trajectory(each, comparison) for each in comparison.drawn]).years.first


def trajectory(each: Compared, comparison: Comparison) -> Trajectory:
    """Gather what the picture of one series shows; its words name the part."""
    shown = trajectory_of(each.row, comparison.board, each.behind)
    if comparison.way == BY_INDICATOR or each.judged:
        return shown
    name = f"{each.row.indicator.name} ({each.name})"
    title = latest_title(name, tuple(each.row.judgement.points), each.row.notation)
    return replace(shown, title=title)


def legend(comparison: Comparison, frame: CommonFrame) -> str:
    """Say what the lines are and what frame they share."""
    years = frame.years
    told = frame_sentence(
        years.first, years.last, frame.shared, apart=frame.apart, unequal=frame.unequal
    )
    told = told if len(comparison.drawn) > 1 else ""
    keys = [("actual", "thực hiện")]
    if any(each.row.judgement.path for each in comparison.drawn):
        keys.append(("required", "lộ trình cần"))
    if any(each.row.targets for each in comparison.drawn):
        keys.append(("target", "mục tiêu"))
    if comparison.grey:
        keys.append(("around", comparison.grey))
    marks = "".join(f'<span><i class="key {name}"></i>{escape(word)}</span>' for name, word in keys)
    followed = not all(each.judged for each in comparison.drawn)
    has_targets = bool(comparison.board.by_code[comparison.row.indicator.code].targets)
    by_area = comparison.way == BY_AREA
    why = f" {only_followed(by_area, comparison.board.scope)}" if followed and has_targets else ""
    return f'<div class="legend keys">{marks}<span>{escape(told + why)}</span></div>'


def card(each: Compared, drawn: str, comparison: Comparison, kept: Parameters) -> str:
    """Show one series: name, verdict where there is one, last value, its way, what is asked."""
    row = each.row
    told = each.judged and (comparison.way == BY_INDICATOR or row.targets)
    verdict = chip(row.status) if told else ""
    last = last_value(row) or '<p class="last"><b class="none">Chưa có số liệu</b></p>'
    return (
        f'<article class="card"><h3>{heading(each, comparison, kept)} {verdict}</h3>{last}{drawn}'
        f'<p class="aims">{beneath(each, comparison)}</p></article>'
    )


def heading(each: Compared, comparison: Comparison, kept: Parameters) -> str:
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
    where = indicator_address(i.code, {**kept, "pham-vi": SCOPE_WORDS[scope]}, phan_to=more)
    return f'<a href="{escape(where)}" title="{escape(i.name)}">{name}</a>'


def picture(shown: Trajectory, frame: CommonFrame, scale: Scale, ink: Ink) -> str:
    """Draw one series on its scale, or how far a thing to be completed has come."""
    latest = shown.judgement.latest
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


def level_text(level: float, shown: Trajectory) -> str:
    """Write a round value at the side of a picture."""
    return f"{plain(level)}%" if shown.notation.indicator.unit == "%" else plain(level)


def beneath(each: Compared, comparison: Comparison) -> str:
    """Write the targets of a series, and how it stands to what is drawn in grey."""
    row = each.row
    told = [escape(asked(row))] if comparison.way == BY_INDICATOR or row.targets else []
    around = " · ".join(filter(None, (place_told(each, comparison), grey_told(each, comparison))))
    if around:
        told.append(f'<span class="around">{escape(around)}</span>')
    return "<br>".join(told)


def place_told(each: Compared, comparison: Comparison) -> str:
    """Say the place of a commune among those with a figure."""
    if not is_ranked(comparison):
        return ""
    places = ranking(comparison)
    place = places[comparison.series.index(each)]
    return placed(place, sum(each is not None for each in places)) if place else ""


def grey_told(each: Compared, comparison: Comparison) -> str:
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
