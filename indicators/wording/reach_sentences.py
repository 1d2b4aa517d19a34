"""Sentences for the rule `reach`."""

from math import isclose

from indicators.progress.results import Point, Reason, Status
from indicators.wording.notation import with_unit
from indicators.wording.numbers import plain, share_of
from indicators.wording.telling import Telling, course


def reach_sentence(telling: Telling) -> str:
    """Explain a value to be reached: decided, reached early, or by its pace."""
    milestone, latest = telling.milestone, telling.judgement.latest
    if milestone.decided:
        return decided_sentence(telling, milestone.decided)
    if latest is None:
        return f"Chưa có số liệu; mục tiêu năm {telling.target.year}: {telling.aim()}."
    if milestone.status is Status.NO_DATA:
        return (
            f"Đã qua năm {telling.target.year} nhưng thiếu số liệu năm {telling.target.year}; "
            f"giá trị gần nhất là {telling.value(latest)} (năm {latest.year})."
        )
    if milestone.status is Status.INSUFFICIENT:
        return insufficient_sentence(telling, latest)
    return open_sentence(telling, latest)


def decided_sentence(telling: Telling, decided: Point) -> str:
    """Tell a verdict that stands for good, and what came after it."""
    value, year = telling.value(decided), telling.target.year
    late = f" (số liệu năm {decided.year})" if decided.year != year else ""
    if telling.milestone.status is Status.ACHIEVED:
        sentence = f"Đạt mục tiêu năm {year}: {value}{late}, mục tiêu {telling.aim()}."
    else:
        short = telling.shortfall(decided.value)
        sentence = f"Không đạt mục tiêu năm {year}: {value}{late}, mục tiêu {telling.aim()}, "
        sentence = f"{sentence}{short}."
    return sentence + afterwards(telling, decided)


def afterwards(telling: Telling, decided: Point) -> str:
    """Tell the latest value where it came after the deciding one."""
    latest = telling.judgement.latest
    if latest is None or latest.year <= decided.year:
        return ""
    return f" Giá trị mới nhất: {telling.value(latest)} (năm {latest.year})."


def insufficient_sentence(telling: Telling, latest: Point) -> str:
    """Tell why there is no verdict, and the distance that is left."""
    reason = telling.milestone.reason
    if reason is Reason.NO_BASELINE:
        return f"Không có giá trị kỳ gốc trước năm {telling.target.year}, không tính được nhịp độ."
    if reason is Reason.UNRANKED:
        return "Chưa được xếp hạng ở kỳ gốc hoặc kỳ mới nhất, không tính được nhịp độ."
    return f"Mới có số liệu kỳ gốc. {distance_sentence(telling, latest)}"


def distance_sentence(telling: Telling, latest: Point) -> str:
    """Tell the distance of the latest value: '76,98% → 85%: còn 8,02 điểm phần trăm, …'."""
    sentence = (
        f"{telling.value(latest)} (năm {latest.year}) → {telling.aim()} (năm {telling.target.year})"
    )
    sentence = f"{sentence}: còn {telling.distance(latest.value)}"
    pace = telling.milestone.needed_pace
    return f"{sentence}, cần {telling.notation.pace(pace)} mỗi năm." if pace else f"{sentence}."


def open_sentence(telling: Telling, latest: Point) -> str:
    """Explain a milestone that is still open."""
    milestone, baseline = telling.milestone, telling.judgement.baseline
    if milestone.status is Status.ACHIEVED:
        early = " trước hạn" if latest.year < telling.target.year else ""
        return (
            f"Đã đạt mục tiêu năm {telling.target.year}{early}: {telling.value(latest)} "
            f"năm {latest.year}, mục tiêu {telling.aim()}."
        )
    if baseline is None or milestone.basis == "history":
        return history_sentence(telling, latest)
    if milestone.reason is Reason.LOST:
        return (
            f"Kỳ gốc {baseline.year} đã đạt ({telling.value(baseline)}), đến năm {latest.year} là "
            f"{telling.value(latest)}: không giữ được mức đã đạt ({telling.aim()})."
        )
    if milestone.reason is Reason.FEW_STEPS:
        return steps_sentence(telling, latest)
    return pace_sentence(telling, baseline, latest)


def history_sentence(telling: Telling, latest: Point) -> str:
    """Explain a verdict by the momentum before the baseline."""
    milestone = telling.milestone
    sentence = f"Mới có số liệu kỳ gốc: {telling.value(latest)} năm {latest.year}."
    if milestone.ratio is None or not milestone.needed_pace:
        return f"{sentence} Đánh giá theo đà trước kỳ gốc."
    change = milestone.ratio * milestone.needed_pace
    before = f"{telling.notation.moved(change)} {telling.notation.pace(change)}"
    return (
        f"{sentence} Trước đó mỗi năm {before}; "
        f"{needed_phrase(telling, milestone.needed_pace)}: đà này {pace_share(milestone.ratio)}."
    )


def needed_phrase(telling: Telling, pace: float) -> str:
    """Tell the yearly change that still leads to the target."""
    return f"để đạt {telling.goal()} {needed_yearly(telling, pace)}"


def needed_yearly(telling: Telling, pace: float) -> str:
    """Write a yearly change that is needed: 'cần tăng 1,6 điểm phần trăm mỗi năm'."""
    return f"cần {telling.notation.moved(pace)} {telling.notation.pace(pace)} mỗi năm"


def steps_sentence(telling: Telling, latest: Point) -> str:
    """Explain a count of few big steps."""
    required = telling.notation.number(telling.milestone.required_at_latest or 0)
    waiting = telling.milestone.status is Status.PENDING
    step = "chưa đến bước thay đổi đầu tiên" if waiting else "đã kịp"
    return (
        f"Năm {latest.year} có {telling.value(latest)}; lộ trình theo bước nguyên lúc đó là "
        f"{required}, {step}. Mục tiêu năm {telling.target.year}: {telling.aim()}."
    )


def pace_sentence(telling: Telling, baseline: Point, latest: Point) -> str:
    """Explain a pace ratio: way since the baseline, where the path stands, pace still needed."""
    milestone = telling.milestone
    sentence = course(telling, baseline, latest)
    if milestone.ratio is None or milestone.required_at_latest is None:
        return f"{sentence}; mục tiêu năm {telling.target.year}: {telling.aim()}."
    required = required_words(telling, baseline, latest)
    sentence = f"{sentence}; theo lộ trình lúc đó là {required}: {pace_share(milestone.ratio)}."
    sentence += softened(telling)
    if not milestone.needed_pace:
        return f"{sentence} Mục tiêu năm {telling.target.year}: {telling.aim()}."
    needed = needed_phrase(telling, milestone.needed_pace)
    return f"{sentence} {needed[0].upper()}{needed[1:]}."


def required_words(telling: Telling, baseline: Point, latest: Point) -> str:
    """Write where the line stood; a count of few steps is judged on the line between the steps."""
    milestone, notation = telling.milestone, telling.notation
    required, ratio = milestone.required_at_latest or 0.0, milestone.ratio
    if notation.indicator.kind != "count" or not ratio:
        return notation.value(required)
    exact = baseline.value + (latest.value - baseline.value) / ratio
    return (
        with_unit(plain(exact, 1), notation.indicator.unit)
        if exact < 100
        else notation.value(exact)
    )


def pace_share(ratio: float) -> str:
    """Tell what share of the required pace was made."""
    if isclose(ratio, 0, abs_tol=1e-12):
        return "chưa nhích so với kỳ gốc"
    return f"bằng {share_of(ratio)} mức cần" if ratio > 0 else "đi ngược chiều mục tiêu"


def softened(telling: Telling) -> str:
    """Say so where a value close to the target is spared an alarm."""
    if telling.milestone.reason is Reason.NEAR:
        return " Cách mục tiêu không quá 1% nên chỉ xếp Chậm tiến độ."
    return ""
