"""The names of the verdicts as the board shows them."""

from indicators.progress.results import Judgement, Milestone, Reason, Status
from indicators.wording.firmness import firmness

LABELS = {
    Status.ACHIEVED: "Đã đạt",
    Status.ON_TRACK: "Đúng tiến độ",
    Status.SLOW: "Chậm tiến độ",
    Status.OFF_TRACK: "Có nguy cơ không đạt",
    Status.WORSENING: "Ngược chiều mục tiêu",
    Status.MISSED: "Không đạt",
    Status.PENDING: "Chưa đến hạn",
    Status.INSUFFICIENT: "Chưa đủ căn cứ đánh giá",
    Status.NO_DATA: "Chưa có số liệu",
    Status.MONITORED: "Theo dõi (chưa lượng hóa)",
}

SHORT = {
    Status.ACHIEVED: "Đã đạt",
    Status.ON_TRACK: "Đúng tiến độ",
    Status.SLOW: "Chậm",
    Status.OFF_TRACK: "Nguy cơ",
    Status.WORSENING: "Ngược chiều",
    Status.MISSED: "Không đạt",
    Status.PENDING: "Chưa đến hạn",
    Status.INSUFFICIENT: "Chưa đủ căn cứ",
    Status.NO_DATA: "Chưa có số liệu",
    Status.MONITORED: "Theo dõi",
}

NOTHING_THERE = "Không có đối tượng"  # of 0 of 0, which lacks no figure

ASSESSED = (
    Status.ACHIEVED,
    Status.ON_TRACK,
    Status.SLOW,
    Status.OFF_TRACK,
    Status.WORSENING,
    Status.MISSED,
)
GOOD = (Status.ACHIEVED, Status.ON_TRACK)
ATTENTION = (Status.MISSED, Status.WORSENING, Status.OFF_TRACK, Status.SLOW)  # worst first
UNASSESSED = (Status.PENDING, Status.INSUFFICIENT, Status.NO_DATA, Status.MONITORED)


def judgement_label(judgement: Judgement) -> str:
    """Name the verdict on a series."""
    if judgement.headline is None:
        context = judgement.measure.rule == "context"
        return "Số liệu bối cảnh" if context else LABELS[judgement.status]
    return milestone_label(judgement, judgement.headline)


def milestone_label(judgement: Judgement, milestone: Milestone) -> str:
    """Name the verdict on one milestone: 'Đạt năm 2027', 'Hoàn thành chậm'."""
    label = LABELS[milestone.status]
    if judgement.measure.kind == "milestone":
        label = stage_label(judgement, milestone)
    elif judgement.measure.rule == "each_year" and milestone.decided:
        label = f"{'Đạt' if milestone.status is Status.ACHIEVED else 'Không đạt'} năm"
        label = f"{label} {milestone.decided.year}"
    elif milestone.reason is Reason.LOST and milestone.status is Status.WORSENING:
        label = "Không giữ được mức đã đạt"
    if milestone.basis == "history":
        label = f"{label} (theo đà trước kỳ gốc)"
    if milestone.provisional and judgement.latest:
        return f"{label} (theo số {firmness(judgement.latest)})"
    return label


def stage_label(judgement: Judgement, milestone: Milestone) -> str:
    """Name the verdict on a thing to be completed or kept."""
    if milestone.reason is Reason.LATE:
        return "Hoàn thành chậm"
    if milestone.status is Status.ACHIEVED:
        return "Đang duy trì" if judgement.measure.rule == "maintain" else "Đã hoàn thành"
    if milestone.reason is Reason.REPORT_OVERDUE:
        return "Quá hạn báo cáo"
    if milestone.reason is Reason.LOST:
        return "Không giữ được mức đã đạt"
    return LABELS[milestone.status]
