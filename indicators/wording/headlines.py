"""Titles that are findings: one sentence with the number."""

from collections.abc import Mapping

from indicators.catalogue.records import Target
from indicators.progress.results import Judgement, Milestone, Point, Reason, Status
from indicators.wording.firmness import firmness_note
from indicators.wording.labels import NOTHING_THERE
from indicators.wording.notation import Notation, banded_value
from indicators.wording.telling import Telling


def chart_title(
    name: str,
    judgement: Judgement,
    targets: tuple[Target, ...],
    notation: Notation,
    bands: Mapping[int, str] | None = None,
) -> str:
    """Say where an indicator stands and what is still needed; bands of ranks as published."""
    latest, headline = judgement.latest, judgement.headline
    if latest is None:
        return f"{name}: chưa có số liệu{targets_clause(targets, notation)}"
    point = headline.decided if headline and headline.decided else latest
    shown = f"{banded_value(point, notation, bands or {})}{firmness_note(point)}"
    now = f"{name}: {shown} năm {point.year}"
    if headline is None:
        return now
    target = next(t for t in targets if t.year == headline.goal.year)
    return f"{now}{standing(judgement, headline, target, notation, latest)}"


def targets_clause(targets: tuple[Target, ...], notation: Notation) -> str:
    """Add what the first target asks."""
    if not targets:
        return ""
    return f"; mục tiêu năm {targets[0].year}: {notation.target(targets[0])}"


def standing(
    judgement: Judgement,
    headline: Milestone,
    target: Target,
    notation: Notation,
    latest: Point,
) -> str:
    """Say how the latest value stands to the headline target."""
    aim = notation.target(target)
    told = Telling(judgement, headline, target, notation).explained_aim()
    level = f": {told}" if told.endswith(")") else f" ({told})"
    if judgement.measure.rule == "each_year":
        verb = "đạt" if headline.status is Status.ACHIEVED else "không đạt"
        if headline.decided:
            return f", {verb} mức {aim} mỗi năm"
        return f"; từ năm {target.from_year} phải đạt {aim} mỗi năm"
    if headline.status is Status.ACHIEVED:
        return f", {achieved_words(judgement, headline)} {target.year}{level}"
    if headline.status is Status.MISSED:
        return f", không đạt mục tiêu {target.year}{level}"
    pace = headline.needed_pace
    ahead = pace is not None and pace < 0 and judgement.measure.rule == "growth"
    over = judgement.year > target.year or latest.year >= target.year
    if not pace or ahead or over:
        return f"; mục tiêu năm {target.year}: {told}"
    need = f"{notation.moved(pace)} {notation.pace(pace)}"
    start = f" (tính từ {notation.value(latest.value)})" if latest.label else ""
    return f", cần {need} mỗi năm{start} để đạt mục tiêu {target.year}{level}"


def achieved_words(judgement: Judgement, headline: Milestone) -> str:
    """Say how a target is met: late, held while its year has not come, or reached."""
    if headline.reason is Reason.LATE:
        return "hoàn thành chậm so với hạn"
    held = judgement.measure.rule == "maintain" and not headline.decided
    return "giữ được mục tiêu" if held else "đã đạt mục tiêu"


def latest_title(name: str, points: tuple[Point, ...], notation: Notation) -> str:
    """Say the latest figure of a series that is followed."""
    if not points:
        return f"{name}: chưa có số liệu"
    return f"{name}: {notation.value(points[-1].value)} năm {points[-1].year}"


def vacant_title(name: str, year: int) -> str:
    """Say that there was nothing to measure."""
    return f"{name}: {NOTHING_THERE[0].lower()}{NOTHING_THERE[1:]} năm {year}"


def elsewhere_title(name: str, ends: list[tuple[str, Point]], notation: Notation) -> str:
    """Say that the city has no figure yet, and what its parts last had."""
    ends_words = "; ".join(f"{area}: {notation.value(p.value)} năm {p.year}" for area, p in ends)
    return f"{name}: thành phố mới chưa có số liệu. {ends_words}"


def newest_of_each(ends: list[tuple[str, Point | None, Notation]]) -> str:
    """Say the newest figures of several indicators that nothing is asked of."""
    return "; ".join(
        f"{name}: {notation.value(p.value)} năm {p.year}" if p else f"{name}: chưa có số liệu"
        for name, p, notation in ends
    )
