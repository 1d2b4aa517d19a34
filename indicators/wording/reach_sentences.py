"""Sentences for the rule `reach`."""

from math import isclose, isinf

from indicators.progress.results import Point, Reason, Status
from indicators.wording.notation import with_unit
from indicators.wording.numbers import plain, share_of
from indicators.wording.telling import Telling, course

FEW = 100  # a count below it is told with a decimal where the line lies between whole ones


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
        sentence = f"Đạt mục tiêu năm {year}: {value}{late}, mục tiêu {telling.explained_aim()}."
    else:
        short = telling.shortfall(decided.value)
        aim = telling.explained_aim()
        sentence = f"Không đạt mục tiêu năm {year}: {value}{late}, mục tiêu {aim}, "
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
        return unranked_sentence(telling, latest)
    return f"Mới có số liệu kỳ gốc. {distance_sentence(telling, latest)}"


def unranked_sentence(telling: Telling, latest: Point) -> str:
    """Tell which end of the way has no rank, and the rank of the other where it has one."""
    aim = f"Mục tiêu năm {telling.target.year}: {telling.aim()}."
    if isinf(latest.value):
        return f"Năm {latest.year} chưa được xếp hạng, không tính được nhịp độ. {aim}"
    baseline = telling.judgement.baseline
    first = f"Kỳ gốc {baseline.year} chưa được xếp hạng" if baseline else "Chưa có kỳ gốc"
    ranked = f"năm {latest.year} đã ở {telling.value(latest)}"
    return f"{first} nên chưa tính được nhịp độ; {ranked}. {aim}"


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
            f"năm {latest.year}, mục tiêu {telling.explained_aim()}."
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
    required = telling.notation.required(telling.milestone.required_at_latest or 0)
    aim = f"Mục tiêu năm {telling.target.year}: {telling.aim()}."
    first = f"Năm {latest.year} có {telling.value(latest)}"
    if telling.milestone.status is Status.PENDING:
        change = "tăng" if telling.bound() > latest.value else "giảm"
        return f"{first}, bằng kỳ gốc; theo lộ trình chưa đến lúc phải {change}. {aim}"
    return f"{first}; theo lộ trình {asked_to(telling)} {required}, đã kịp. {aim}"


def pace_sentence(telling: Telling, baseline: Point, latest: Point) -> str:
    """Explain a pace ratio: way since the baseline, where the path stands, pace still needed."""
    milestone = telling.milestone
    sentence = course(telling, baseline, latest)
    if milestone.ratio is None or milestone.required_at_latest is None:
        return f"{sentence}; mục tiêu năm {telling.target.year}: {telling.aim()}."
    required = f"{asked_to(telling)} {required_words(telling, baseline, latest)}"
    sentence = f"{sentence}; theo lộ trình {required}: {pace_share(milestone.ratio)}."
    sentence += softened(telling) + banded(baseline, latest)
    if not milestone.needed_pace:
        return f"{sentence} Mục tiêu năm {telling.target.year}: {telling.aim()}."
    needed = needed_phrase(telling, milestone.needed_pace)
    return f"{sentence} {needed[0].upper()}{needed[1:]}."


def asked_to(telling: Telling) -> str:
    """Say which way the path goes."""
    measure = telling.judgement.measure
    falls = measure.direction == "down" and measure.kind != "rank"
    return "phải giảm xuống" if falls else "phải đạt"


def required_words(telling: Telling, baseline: Point, latest: Point) -> str:
    """Write where the line stood; of few big steps the step that was due, then the line."""
    milestone, notation = telling.milestone, telling.notation
    required, ratio = milestone.required_at_latest or 0.0, milestone.ratio
    if notation.indicator.kind != "count" or not ratio:
        return notation.required(required)
    exact = baseline.value + (latest.value - baseline.value) / ratio
    if not isclose(exact, required):
        return f"{notation.required(required)} (tính theo đường thẳng: {plain(exact, 1)})"
    short = plain(exact, 1) if exact < FEW else plain(exact, 0)
    return with_unit(short, notation.indicator.unit)


def banded(baseline: Point, latest: Point) -> str:
    """Say how published bands of ranks are reckoned with, where there are any."""
    if not (baseline.label or latest.label):
        return ""
    return " Khoảng hạng được tính theo đầu kém hơn."


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
