"""How a level to be kept is told in the row of an indicator, and milestones beside the headline."""

from indicators.progress.results import Judgement, Milestone, Status
from indicators.wording.labels import ASSESSED, ATTENTION
from indicators.wording.numbers import NONE, percent_of
from indicators.wording.sentences import earlier_missed

JUDGED = "đánh giá được"
OF_WHICH = " có số liệu chính thức"
LATER = {
    Status.SLOW: "Chậm so với mục tiêu",
    Status.OFF_TRACK: "Có nguy cơ không đạt mục tiêu",
    Status.WORSENING: "Ngược chiều mục tiêu",
    Status.MISSED: "Không đạt mục tiêu",
}


def kept_words(judgement: Judgement) -> str:
    """Say how a level is kept that has no way: 'đạt 1 trong 3 năm có số liệu chính thức'."""
    headline = judgement.headline
    if headline is None:
        return NONE
    if headline.years_judged is not None:
        return f"đạt {headline.years_met} trong {headline.years_judged} năm{OF_WHICH}"
    if headline.status is Status.ACHIEVED:
        return "đang giữ được mức"
    return "đã từng đạt, nay không giữ được" if was_kept(headline) else "chưa đạt mức phải giữ"


def was_kept(headline: Milestone) -> bool:
    """Whether a level was held once and is not any more."""
    return headline.status in (Status.WORSENING, Status.MISSED)


def milestone_notes(judgement: Judgement) -> list[str]:
    """Tell what the headline's verdict does not: a milestone missed before, a later one behind."""
    headline = judgement.headline
    if headline is None:
        return []
    missed = [f"Không đạt mốc năm {each.goal.year}" for each in earlier_missed(judgement)]
    return missed + [
        f"{LATER[each.status]} năm {each.goal.year}" for each in later_behind(judgement)
    ]


def later_behind(judgement: Judgement) -> list[Milestone]:
    """Give the milestones after the headline that are behind while it is well."""
    headline = judgement.headline
    if headline is None or headline.status not in ASSESSED or headline.status in ATTENTION:
        return []
    later = (each for each in judgement.milestones if each.goal.year > headline.goal.year)
    return [each for each in later if each.status in ATTENTION]


def way_words(made: float, due: float | None) -> str:
    """Say in words what the picture of a way shows."""
    told = f"{'lùi' if made < 0 else 'đi được'} {percent_of(abs(made))} quãng đường"
    return told if due is None else f"{told}, theo lộ trình phải được {percent_of(due)}"


def summary(behind: int, ahead: int, lost: int, kept: int, *, of: str = JUDGED) -> str:
    """Say how those that are judged divide: '58 chỉ tiêu đánh giá được: 51 đi theo lộ trình …'."""
    going, staying = behind + ahead, lost + kept
    parts = []
    if going:
        parts.append(
            f"{going} đi theo lộ trình ({of_which(behind, 'còn thiếu', ahead, 'kịp hoặc đã đạt')})"
        )
    if staying:
        split = of_which(lost, "chưa giữ được", kept, "giữ được")
        parts.append(f"{staying} phải giữ mức hằng năm ({split})")
    return f"{going + staying} chỉ tiêu {of}: {' và '.join(parts)}."


def of_which(first: int, word: str, second: int, other: str) -> str:
    """Divide a number in two, leaving out what is none: '18 còn thiếu, 33 kịp hoặc đã đạt'."""
    parts = ((first, word), (second, other))
    return ", ".join(f"{count} {told}" for count, told in parts if count)


def list_names(behind: int, ahead: int, lost: int, kept: int) -> tuple[str, str, str, str]:
    """Head the four lists, those that need attention first."""
    return (
        f"{behind} chỉ tiêu còn thiếu so với lộ trình",
        f"{lost} chỉ tiêu chưa giữ được mức hằng năm",
        f"{ahead} chỉ tiêu kịp lộ trình hoặc đã đạt",
        f"{kept} chỉ tiêu giữ được mức hằng năm",
    )
