"""The sentence that explains a verdict, with its arithmetic."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from indicators.catalogue.records import Target
from indicators.progress.results import Judgement, Milestone, Status
from indicators.wording.labels import ASSESSED
from indicators.wording.notation import Notation
from indicators.wording.reach_sentences import reach_sentence
from indicators.wording.rule_sentences import (
    bound_sentence,
    growth_sentence,
    maintain_sentence,
    stage_sentence,
)
from indicators.wording.telling import Telling

BY_RULE: Mapping[str, Callable[[Telling], str]] = {
    "each_year": bound_sentence,
    "maintain": maintain_sentence,
    "growth": growth_sentence,
    "reach": reach_sentence,
}
TRIALS = {
    "baseline": "kỳ gốc được chọn",
    "last": "điểm số liệu cuối",
    "cagr": "cách tính nhịp độ (tuyến tính hay tăng trưởng kép)",
}


def explain(judgement: Judgement, targets: tuple[Target, ...], notation: Notation) -> str:
    """Explain the headline of a judgement in one or a few sentences."""
    headline = judgement.headline
    if headline is None:
        return followed(judgement, notation)
    by_year = {target.year: target for target in targets}
    telling = Telling(judgement, headline, by_year[headline.goal.year], notation)
    missed = "".join(
        f" Không đạt mốc năm {m.goal.year} ({notation.target(by_year[m.goal.year])})."
        for m in earlier_missed(judgement)
    )
    return f"{explain_milestone(telling)}{missed}{aged(judgement)}"


def vacant_sentence(year: int) -> str:
    """Say that the newest answer is 0 of 0."""
    return f"Năm {year} báo cáo không có đối tượng (0/0): không có tỷ lệ, không thiếu số liệu."


def explain_milestone(telling: Telling) -> str:
    """Explain one milestone: kind `milestone` first, then by rule."""
    if telling.judgement.measure.kind == "milestone":
        return stage_sentence(telling)
    return BY_RULE[telling.judgement.measure.rule](telling)


def milestone_sentences(
    judgement: Judgement, targets: tuple[Target, ...], notation: Notation
) -> dict[int, str]:
    """Explain every milestone by its year."""
    by_year = {target.year: target for target in targets}
    first = Telling(judgement, judgement.milestones[0], targets[0], notation)
    return {
        m.goal.year: explain_milestone(replace(first, milestone=m, target=by_year[m.goal.year]))
        for m in judgement.milestones
    }


def earlier_missed(judgement: Judgement) -> list[Milestone]:
    """The milestones before the headline that were missed."""
    due = judgement.headline.goal.year if judgement.headline else 0
    return [m for m in judgement.milestones if m.goal.year < due and m.status is Status.MISSED]


def followed(judgement: Judgement, notation: Notation) -> str:
    """Tell of a series without a number to be reached."""
    context = judgement.measure.rule == "context"
    sentence = (
        "Số liệu bối cảnh, không đặt mục tiêu."
        if context
        else "Văn bản nêu định hướng, chưa đặt mức bằng số; chỉ theo dõi xu hướng."
    )
    latest = judgement.latest
    if latest is None:
        return f"{sentence} Chưa có số liệu."
    newest = f"Giá trị mới nhất: {notation.value(latest.value)} (năm {latest.year})."
    return f"{sentence} {newest}{aged(judgement)}"


def aged(judgement: Judgement) -> str:
    """Say so where the verdict rests on an old figure."""
    headline, latest = judgement.headline, judgement.latest
    decided = headline.decided if headline and headline.decided else latest
    return f" Số liệu cũ ({decided.year})." if judgement.stale and decided else ""


def robustness_line(judgement: Judgement) -> str | None:
    """Say whether a verdict withstands another baseline, one point less, compound growth."""
    headline, baseline = judgement.headline, judgement.baseline
    reach = judgement.measure.rule == "reach" and judgement.measure.kind != "milestone"
    if headline is None or headline.decided or baseline is None or not reach:
        return None
    if judgement.status not in ASSESSED:
        return None
    if judgement.robust is None:
        count = sum(p.year >= baseline.year for p in judgement.points)
        return f"Mới có {count} điểm số liệu từ kỳ gốc, chưa kiểm tra được độ vững."
    if not judgement.robust:
        return (
            "Kết luận vững: dời kỳ gốc, bỏ điểm số liệu cuối hay tính theo tăng trưởng kép đều "
            "cho cùng kết quả."
        )
    *others, last = (TRIALS[name] for name in judgement.robust)
    named = f"{', '.join(others)} và {last}" if others else last
    return f"Kết luận này phụ thuộc vào {named}."
