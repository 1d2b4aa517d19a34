"""Sentences for yearly bounds, levels to be held, growth, and things to be completed."""

from indicators.progress.results import Point, Reason, Status
from indicators.wording.firmness import firmness
from indicators.wording.notation import stage
from indicators.wording.numbers import pace_number, percent_of
from indicators.wording.reach_sentences import needed_yearly, pace_share, reach_sentence
from indicators.wording.telling import Telling


def bound_sentence(telling: Telling) -> str:
    """Explain a bound that holds in every year."""
    milestone, target = telling.milestone, telling.target
    applies = f"Áp dụng hằng năm từ năm {target.from_year}: {telling.aim()}"
    if milestone.decided:
        return yearly_verdict_sentence(telling, milestone.decided)
    if milestone.reason is Reason.AWAITING_FINAL and telling.judgement.latest:
        latest = telling.judgement.latest
        newest = f"năm {latest.year} ({telling.notation.value(latest.value)})"
        return f"{applies}; mới có số {firmness(latest)} {newest}."
    return f"{applies}; chưa có số liệu chính thức của kỳ áp dụng.{earlier_value(telling)}"


def earlier_value(telling: Telling) -> str:
    """Show the latest value before the bound's first year, for comparison only."""
    latest = telling.judgement.latest
    if latest is None:
        return ""
    return f" Năm {latest.year}: {telling.value(latest)} (trước kỳ áp dụng, chỉ để so sánh)."


def yearly_verdict_sentence(telling: Telling, decided: Point) -> str:
    """Tell the latest year that was judged, its margin and how many years held."""
    milestone = telling.milestone
    met = milestone.status is Status.ACHIEVED
    return (
        f"{'Đạt' if met else 'Không đạt'} năm {decided.year}: {telling.value(decided)}, mức "
        f"{telling.aim()}, {margin_words(telling, decided, met=met)}; "
        f"đạt {milestone.years_met}/{milestone.years_judged} năm đã có số liệu chính thức."
    )


def margin_words(telling: Telling, decided: Point, *, met: bool) -> str:
    """Say how far the deciding value is on the right or the wrong side of the bound."""
    if not telling.milestone.margin:
        return "bằng đúng mức"
    if not met:
        return telling.shortfall(decided.value)
    side = "cao hơn" if decided.value > telling.bound() else "thấp hơn"
    return f"{side} mức {telling.distance(decided.value)}"


def maintain_sentence(telling: Telling) -> str:
    """Explain a level to be held."""
    milestone, latest = telling.milestone, telling.judgement.latest
    if latest is None or milestone.status is Status.NO_DATA or milestone.basis is None:
        return reach_sentence(telling)
    if milestone.status is Status.ACHIEVED and not milestone.decided:
        return f"Đang giữ được: {telling.value(latest)} năm {latest.year}, mức {telling.aim()}."
    if milestone.reason is Reason.LOST:
        return (
            f"Đã từng đạt, nay không giữ được: {telling.value(latest)} năm {latest.year}, mức "
            f"{telling.aim()}, {telling.shortfall(latest.value)}."
        )
    return reach_sentence(telling)


def growth_sentence(telling: Telling) -> str:
    """Explain an average yearly growth."""
    milestone, judgement = telling.milestone, telling.judgement
    baseline, latest = judgement.baseline, judgement.latest
    if latest is None or milestone.status is Status.NO_DATA:
        return reach_sentence(telling)
    if milestone.status is Status.INSUFFICIENT or baseline is None:
        return growth_gap_sentence(telling, latest)
    end = milestone.decided or latest
    sentence = (
        f"Từ {telling.value(baseline)} năm {baseline.year} đến {telling.value(end)} năm {end.year}"
    )
    if milestone.decided or judgement.achieved_pace is None:
        verdict = "đạt" if milestone.status is Status.ACHIEVED else "không đạt"
        return f"{sentence}: {verdict} mục tiêu {telling.explained_aim()}."
    rate = (
        f"{telling.notation.moved(judgement.achieved_pace)} {pace_number(judgement.achieved_pace)}"
    )
    share = pace_share(milestone.ratio or 0)
    sentence = f"{sentence}, bình quân mỗi năm {rate}%; mục tiêu {growth_aim(telling)}: {share}."
    if milestone.needed_pace is None:
        return sentence
    if milestone.needed_pace <= 0:
        return f"{sentence} Đã bằng hoặc vượt mức cần có vào năm {telling.target.year}."
    needed = needed_yearly(telling, milestone.needed_pace)
    return f"{sentence} Từ nay {needed} đến năm {telling.target.year}."


def growth_aim(telling: Telling) -> str:
    """Write a growth that is asked for, and the level it comes to."""
    meaning = telling.meaning()
    level = f" ({meaning} năm {telling.target.year})" if meaning else ""
    return f"{telling.aim()}{level}"


def growth_gap_sentence(telling: Telling, latest: Point) -> str:
    """Say what keeps a growth rate from being worked out."""
    reasons = {
        Reason.NO_BASELINE: "chưa có giá trị kỳ gốc",
        Reason.BASELINE_ONLY: "mới có giá trị kỳ gốc",
        Reason.BASE_NOT_POSITIVE: "giá trị kỳ gốc không lớn hơn 0",
        Reason.VALUE_NEGATIVE: "giá trị mới nhất âm",
        Reason.TARGET_NOT_POSITIVE: "mức tăng đặt ra không lớn hơn 0",
    }
    reason = reasons.get(telling.milestone.reason or Reason.NO_BASELINE, "thiếu số liệu")
    return (
        f"Không tính được tốc độ tăng: {reason} ({telling.value(latest)} năm {latest.year}). "
        f"Mục tiêu năm {telling.target.year}: {telling.aim()}."
    )


def stage_sentence(telling: Telling) -> str:
    """Explain a thing to be completed or kept."""
    milestone, latest, year = telling.milestone, telling.judgement.latest, telling.target.year
    if telling.judgement.measure.rule == "maintain":
        return maintained_sentence(telling)
    if milestone.status is Status.ACHIEVED and latest:
        late = f", chậm so với hạn năm {year}" if milestone.reason is Reason.LATE else ""
        return f"Đã hoàn thành theo báo cáo năm {latest.year}{late}."
    if milestone.reason is Reason.REPORT_OVERDUE:
        return (
            f"Đã qua hạn năm {year} mà chưa có báo cáo từ năm đó; văn bản yêu cầu: {telling.aim()}."
        )
    if milestone.status is Status.MISSED and latest:
        return f"Quá hạn năm {year}: báo cáo năm {latest.year} là {stage(latest.value)}."
    if latest is None or milestone.required_at_latest is None:
        state = stage(latest.value) if latest else "chưa có báo cáo tiến độ"
        return f"Hạn năm {year} ({telling.aim()}); {state}.{stage_need(telling)}"
    return (
        f"Hạn năm {year} ({telling.aim()}); báo cáo năm {latest.year}: {stage(latest.value)} khi "
        f"{percent_of(milestone.required_at_latest / 100)} thời gian đã qua, "
        f"{pace_share(milestone.ratio or 0)}.{stage_need(telling)}"
    )


def stage_need(telling: Telling) -> str:
    """Tell the yearly progress that still completes a thing in time."""
    pace = telling.milestone.needed_pace
    return f" Để hoàn thành đúng hạn, {needed_yearly(telling, pace)}." if pace else ""


def maintained_sentence(telling: Telling) -> str:
    """Explain a membership or level to be kept."""
    milestone, latest, year = telling.milestone, telling.judgement.latest, telling.target.year
    if milestone.status is Status.ACHIEVED and latest:
        return f"Đang được duy trì theo báo cáo năm {latest.year}; yêu cầu duy trì đến năm {year}."
    if milestone.reason is Reason.LOST and latest:
        return f"Đã từng đạt, báo cáo năm {latest.year} cho thấy không còn giữ được."
    if milestone.status is Status.PENDING:
        return f"Yêu cầu {telling.aim()} đến năm {year}; chưa có báo cáo là đã đạt."
    return f"Đã qua năm {year} mà chưa có báo cáo nào là đã đạt; yêu cầu {telling.aim()}."
