"""The frame that pictures beside each other share: years for all, values where they compare."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indicators.board.tracking import TARGET_YEARS
from indicators.charts.small_trajectory import (
    PictureScale,
    Years,
    figures,
    marks,
    required,
    scale_of,
)
from indicators.charts.trajectory import YEARS_BEFORE, Trajectory

FLAT = 0.05  # share of the highest value below which a line would lie flat on the common scale

Unit = tuple[str, str]


@dataclass(frozen=True)
class CommonFrame:
    """The years of all pictures, the scale of each, and the units that have one in common."""

    years: Years
    scales: tuple[PictureScale, ...]
    shared: tuple[str, ...]
    apart: bool  # whether a picture has a scale of its own
    unequal: bool  # whether one unit has several scales, as its values differ too much in size


def years_of(trajectories: Sequence[Trajectory]) -> Years:
    """The years that all pictures show: from the first figure or baseline to the last target.

    Figures long past and targets after the last common target year are left to the indicator's
    own page. Where nothing is asked for, twice as many years up to the last figure.
    """
    now = trajectories[0].year
    figures = [p.year for t in trajectories for p in (*t.judgement.points, *t.nation)]
    goals = [a.year for t in trajectories for a in t.targets if a.year <= TARGET_YEARS[-1]]
    if figures and not goals:
        last = max(figures)
        first = max(min(figures), last - 2 * YEARS_BEFORE)
        return Years(min(first, last - 1), last)
    bases = [i.base_year for t in trajectories if (i := t.notation.indicator).base_year]
    first = max(min([now, *figures, *bases]), now - YEARS_BEFORE)
    return Years(first, max([now, first + 1, *goals]))


def group_years(trajectories: Sequence[Trajectory]) -> list[Years]:
    """The years of each picture of a group: the same, unless some would stand half empty."""
    together = years_of(trajectories)
    own = [own_years(each, together) for each in trajectories]
    if all(2 * (years.last - years.first) >= together.last - together.first for years in own):
        return [together] * len(trajectories)
    return own


def own_years(trajectory: Trajectory, years: Years) -> Years:
    """The years that something is drawn of in a picture, of those of a group; all of nothing."""
    if not drawn(trajectory, years) or trajectory.judgement.latest is None:
        return years
    told = [year for year, _ in (*marks(trajectory, years), *required(trajectory, years))]
    told += [year for year, _ in figures(trajectory.judgement.points, years)]
    return Years(min(*told, max(told) - 1), max(told)) if told else years


def common_frame(trajectories: Sequence[Trajectory]) -> CommonFrame:
    """Give pictures of one unit one scale, unless one of them would lie flat on it."""
    years = years_of(trajectories)
    own = [scale_of(each, years) for each in trajectories]
    by_unit: dict[Unit, list[int]] = defaultdict(list)
    for place, each in enumerate(trajectories):
        if drawn(each, years):
            by_unit[unit_of(each)].append(place)
    shared, unequal = [], False
    for (unit, _), places in by_unit.items():
        scales = [own[place] for place in places]
        if len(places) > 1 and are_of_one_size(scales):
            shared.append(unit)
            for place in places:
                own[place] = around(years, scales)
        unequal |= len(places) > 1 and not are_of_one_size(scales)
    apart = len(shared) < len(by_unit)
    return CommonFrame(years, tuple(own), tuple(shared), apart, unequal)


def drawn(trajectory: Trajectory, years: Years) -> bool:
    """Whether a picture has anything to stand on a scale; stages are bars from 0 to 100."""
    spots = (*figures(trajectory.judgement.points, years), *figures(trajectory.nation, years))
    return unit_of(trajectory)[1] != "milestone" and bool(spots or marks(trajectory, years))


def unit_of(trajectory: Trajectory) -> Unit:
    """Unit and kind: hạng and điểm are no common measure though neither has a unit."""
    indicator = trajectory.notation.indicator
    return indicator.unit, indicator.kind


def are_of_one_size(scales: Sequence[PictureScale]) -> bool:
    """Whether no picture would lie flat on a scale for all."""
    sizes = [max(abs(scale.low), abs(scale.high)) for scale in scales]
    return min(sizes) >= FLAT * max(sizes)


def around(years: Years, scales: Sequence[PictureScale]) -> PictureScale:
    """Span all scales, which are of one unit and kind."""
    low, high = min(scale.low for scale in scales), max(scale.high for scale in scales)
    return replace(scales[0], years=years, low=low, high=high)
