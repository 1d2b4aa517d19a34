"""The arithmetic behind a verdict, step by step, so that it can be done again by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import floor, isfinite, log10

from indicators.catalogue.records import Target
from indicators.progress.aims import Aim, aim_of
from indicators.progress.growth import growth_between
from indicators.progress.reach import FITTED_POINTS, NEAR, by_ratio
from indicators.progress.results import Judgement, Point, Reason, Status, Thresholds
from indicators.progress.series import Path, straight_to, value_on
from indicators.progress.stages import DONE, FIRST_YEAR
from indicators.wording.labels import LABELS
from indicators.wording.notation import Notation, goal_of
from indicators.wording.numbers import MINUS, number, percent_of, plain
from indicators.wording.telling import Telling

OPERATORS = {(True, True): "≥", (True, False): "<", (False, True): "≤", (False, False): ">"}
FIGURES = 3
STRICT = {"≥": ">", "<": "≤", "≤": "<", ">": "≥"}


@dataclass(frozen=True, slots=True)
class Working:
    """What the steps are written from."""

    telling: Telling
    thresholds: Thresholds

    @property
    def aim(self) -> Aim:
        """The bound with its comparator."""
        return aim_of(goal_of(self.telling.target), self.telling.judgement.measure.direction)

    def short(self, value: float) -> str:
        """Write a value of a sum, without unit and needless zeros."""
        return plain(value, self.telling.notation.indicator.decimals + 1)

    def fine(self, value: float) -> str:
        """Write a yearly change with three figures at least."""
        figures = FIGURES - 1 - floor(log10(abs(value))) if value else 0
        return plain(value, max(figures, self.telling.notation.indicator.decimals + 1))

    def less(self, value: float, other: float) -> str:
        """Write a difference as a sum to be done."""
        return f"{self.short(value)} {MINUS} {in_brackets(self.short(other))}"


def in_brackets(text: str) -> str:
    """Set a negative number behind a sign of calculation apart from it."""
    return f"({text})" if text.startswith(MINUS) else text


def working(
    judgement: Judgement, targets: tuple[Target, ...], notation: Notation, thresholds: Thresholds
) -> list[str]:
    """Give the steps of the headline's verdict; none where nothing was worked out."""
    headline, latest = judgement.headline, judgement.latest
    if headline is None:
        return []
    target = next(t for t in targets if t.year == headline.goal.year)
    sums = Working(Telling(judgement, headline, target, notation), thresholds)
    if judgement.measure.kind == "milestone":
        return stage_steps(sums, latest)
    if judgement.measure.rule == "each_year":
        return yearly_steps(sums)
    if latest is None:
        return []
    if headline.reason is Reason.TARGET_YEAR_MISSING:
        return overdue_steps(sums, latest)
    return BY_RULE[judgement.measure.rule](sums, latest)


def overdue_steps(sums: Working, latest: Point) -> list[str]:
    """Compare the years: the target year is over and the newest figure came before it."""
    due = sums.telling.target.year
    return [f"Số liệu mới nhất năm {latest.year} < năm đích {due} < năm đánh giá "
            f"{sums.telling.judgement.year}"]  # fmt: skip


def reach_steps(sums: Working, latest: Point) -> list[str]:
    """Write a value to be reached: the comparison that decided, or the pace."""
    headline, baseline = sums.telling.milestone, sums.telling.judgement.baseline
    if headline.decided or headline.status is Status.ACHIEVED:
        return [*about_step(sums), comparison(sums, headline.decided or latest)]
    if headline.status is Status.INSUFFICIENT or baseline is None:
        return distance_steps(sums, latest)
    if headline.basis == "history":
        return history_steps(sums, baseline)
    if sums.aim.held_by(baseline.value):
        return [comparison(sums, baseline), comparison(sums, latest), *near_step(sums, latest)]
    if headline.ratio is None:
        return [f"Kỳ gốc {sums.short(baseline.value)} đã bằng mức của mục tiêu nên lộ trình không "
                "đòi hỏi thay đổi; chỉ xét có đi ngược chiều hay không"]  # fmt: skip
    return pace_steps(sums, baseline, latest)


def about_step(sums: Working) -> list[str]:
    """Write the bound that `about` stands for."""
    target = sums.telling.target
    if target.comparator != "about" or not target.value:
        return []
    share = number(sums.aim.bound / target.value, 2)
    value = plain(target.value)
    return [f"Mức chấp nhận của “khoảng {value}”: {share} × {value} = {sums.short(sums.aim.bound)}"]


def comparison(sums: Working, point: Point) -> str:
    """Compare a figure with the bound, unrounded as the verdict does."""
    aim, notation = sums.aim, sums.telling.notation
    held = aim.held_by(point.value)
    sign = OPERATORS[aim.upward, held]
    sign = STRICT[sign] if aim.strict else sign
    verdict = "đạt" if held else "chưa đạt"
    if not isfinite(point.value):
        return f"Năm {point.year}: {notation.number(point.value)}, tính là {verdict}"
    return f"Năm {point.year}: {notation.number(point.value)} {sign} {plain(aim.bound)}, {verdict}"


def distance_steps(sums: Working, latest: Point) -> list[str]:
    """Write what is left and the pace that asks for, where there is no verdict yet."""
    due, pace = sums.telling.target.year, sums.telling.milestone.needed_pace
    if pace is None or not isfinite(latest.value):
        return []
    left = sums.aim.bound - latest.value
    return [f"Còn {sums.less(sums.aim.bound, latest.value)} = {sums.short(left)}; "
            f"mỗi năm {sums.short(left)} ÷ ({due} {MINUS} {latest.year}) = "
            f"{sums.short(pace)}"]  # fmt: skip


def history_steps(sums: Working, baseline: Point) -> list[str]:
    """Write the pace before the baseline against the pace asked for since."""
    headline, aim = sums.telling.milestone, sums.aim
    if headline.ratio is None or headline.needed_pace is None:
        return []
    needed, paced = headline.needed_pace, headline.ratio * headline.needed_pace
    return [
        f"Cần mỗi năm: ({sums.less(aim.bound, baseline.value)}) ÷ ({aim.year} {MINUS} "
        f"{baseline.year}) = {sums.fine(needed)}",
        f"Đà trước kỳ gốc (bình phương nhỏ nhất, tối đa {FITTED_POINTS} điểm): mỗi năm "
        f"{sums.fine(paced)}",
        *ratio_steps(
            sums, f"{sums.fine(paced)} ÷ {in_brackets(sums.fine(needed))}", headline.ratio
        ),
    ]


def pace_steps(sums: Working, baseline: Point, latest: Point) -> list[str]:
    """Write where the path stood and what share of the way to there was made."""
    headline, judgement = sums.telling.milestone, sums.telling.judgement
    path = judgement.path if judgement.measure.rule == "reach" else straight_to(baseline, sums.aim)
    required = value_on(path, latest.year) or 0.0
    steps = [*about_step(sums), path_step(sums, path, latest.year, required)]
    if headline.reason is Reason.FEW_STEPS and headline.required_at_latest is not None:
        step = sums.telling.notation.number(headline.required_at_latest)
        rounding = f"Làm tròn về phía kỳ gốc: {step}"
        return [*steps, f"{rounding}; đã có {sums.telling.notation.number(latest.value)}"]
    made, needed = latest.value - baseline.value, required - baseline.value
    divided = (
        f"({sums.less(latest.value, baseline.value)}) ÷ ({sums.less(required, baseline.value)}) = "
        f"{sums.short(made)} ÷ {in_brackets(sums.short(needed))}"
    )
    return [*steps, *ratio_steps(sums, divided, headline.ratio or 0.0), *near_step(sums, latest)]


def path_step(sums: Working, path: Path, year: int, required: float) -> str:
    """Write how the required value of a year comes from the corners around it."""
    after = next((n for n, corner in enumerate(path) if n and corner[0] >= year), len(path) - 1)
    (y0, v0), (y1, v1) = path[after - 1], path[after]
    return (
        f"Lộ trình năm {year}: {sums.short(v0)} + ({sums.less(v1, v0)}) × "
        f"{year - y0}/{y1 - y0} = {sums.short(required)}"
    )


def ratio_steps(sums: Working, divided: str, ratio: float) -> list[str]:
    """Write the ratio, rounded down like the sentence, and the band it falls in."""
    status = sums.telling.milestone.status
    graded = by_ratio(ratio, sums.thresholds)
    steps = [f"Tỷ số nhịp độ: {divided} = {ratio_words(ratio)}", band_step(ratio, sums.thresholds)]
    if sums.telling.milestone.provisional and graded is not status:
        steps.append("Số ước, sơ bộ còn thiếu so với mục tiêu: cao nhất là Chậm tiến độ")
    return steps


def near_step(sums: Working, latest: Point) -> list[str]:
    """Write why a value close to the target is spared an alarm."""
    baseline = sums.telling.judgement.baseline
    if sums.telling.milestone.reason is not Reason.NEAR or baseline is None:
        return []
    bound = sums.aim.bound
    away = [sums.short(abs(p.value - bound)) for p in (baseline, latest)]
    return [f"{percent_of(NEAR)} của {plain(bound)} là {plain(NEAR * abs(bound))}; kỳ gốc cách "
            f"{away[0]}, số mới nhất cách {away[1]}: chỉ xếp Chậm tiến độ"]  # fmt: skip


def ratio_words(ratio: float) -> str:
    """Write a ratio with two decimals, rounded down: 0,949 is not told as the threshold 0,95."""
    return number(floor(100 * ratio + 1e-7) / 100, 2)


def threshold_words(threshold: float) -> str:
    """Write a threshold with two decimals, with more where it has them."""
    text = plain(threshold)
    return text if len(text.partition(",")[2]) > 2 else number(threshold, 2)


def band_step(ratio: float, thresholds: Thresholds) -> str:
    """Write between which thresholds a ratio lies, and what that is called."""
    status, words = by_ratio(ratio, thresholds), ratio_words(ratio)
    on_track, slow = map(threshold_words, (thresholds.on_track, thresholds.slow))
    within = {
        Status.ON_TRACK: f"{words} ≥ {on_track}",
        Status.SLOW: f"{slow} ≤ {words} < {on_track}",
        Status.OFF_TRACK: f"0 ≤ {words} < {slow}",
        Status.WORSENING: f"{words} < 0",
    }
    return f"{within[status]}: {LABELS[status]}"


def yearly_steps(sums: Working) -> list[str]:
    """Write the yearly comparison and its margin, or the years that are waited for."""
    headline, judgement = sums.telling.milestone, sums.telling.judgement
    first = headline.goal.year if headline.goal.from_year is None else headline.goal.from_year
    if headline.decided:
        value = headline.decided.value
        margin = value - sums.aim.bound
        return [comparison(sums, headline.decided),
                f"Chênh: {sums.less(value, sums.aim.bound)} = {sums.short(margin)}"]  # fmt: skip
    if headline.reason is Reason.NOT_YET_DUE:
        return [f"Năm đánh giá {judgement.year} ≤ năm áp dụng đầu tiên {first}, chưa có số "
                "chính thức của năm này"]  # fmt: skip
    return [f"Từ năm {first} đến năm {judgement.year} chưa có số chính thức"]


def maintain_steps(sums: Working, latest: Point) -> list[str]:
    """Write whether the level is held now, else as a value to be reached."""
    headline = sums.telling.milestone
    held = headline.status is Status.ACHIEVED and not headline.decided
    if held or headline.reason is Reason.LOST:
        return [comparison(sums, latest)]
    return reach_steps(sums, latest)


def growth_steps(sums: Working, latest: Point) -> list[str]:
    """Write the average growth since the baseline against the one asked for."""
    headline, baseline = sums.telling.milestone, sums.telling.judgement.baseline
    point, bound = headline.decided or latest, sums.aim.bound
    if headline.status is Status.INSUFFICIENT or baseline is None or baseline.year >= point.year:
        return []
    growth = growth_between(baseline, point)
    steps = [f"Tăng bình quân: ({sums.short(point.value)} ÷ {sums.short(baseline.value)})^(1/"
             f"{point.year - baseline.year}) {MINUS} 1 = {plain(growth, 1)}%"]  # fmt: skip
    if headline.ratio is None:
        met = headline.status is Status.ACHIEVED
        sign, verdict = ("≥", "đạt") if met else ("<", "không đạt")
        return [*steps, f"{plain(growth, 1)}% {sign} {plain(bound)}%, {verdict}"]
    divided = f"{plain(growth, 1)}% ÷ {plain(bound)}%"
    return steps + ratio_steps(sums, divided, headline.ratio)


def stage_steps(sums: Working, latest: Point | None) -> list[str]:
    """Write the stage against the share of the time that has gone, else what decided."""
    headline, due = sums.telling.milestone, sums.telling.target.year
    if latest is None or headline.ratio is None or headline.required_at_latest is None:
        return stage_reached(latest) + due_step(sums) + stage_need_step(sums, latest)
    start = sums.telling.judgement.measure.base_year or FIRST_YEAR
    gone = percent_of(headline.required_at_latest / 100)
    return [
        f"Thời gian đã qua: ({latest.year} {MINUS} {start}) ÷ ({due} {MINUS} {start}) = {gone}",
        *ratio_steps(sums, f"{plain(latest.value)}% ÷ {gone}", headline.ratio),
        *stage_need_step(sums, latest),
    ]


def stage_need_step(sums: Working, latest: Point | None) -> list[str]:
    """Spread what is left of a thing to be completed over the years left."""
    pace, due = sums.telling.milestone.needed_pace, sums.telling.target.year
    if pace is None or latest is None:
        return []
    return [
        f"Cần mỗi năm: ({DONE} {MINUS} {plain(latest.value)}) ÷ ({due} {MINUS} {latest.year}) = "
        f"{plain(pace, 1)}"
    ]


def stage_reached(latest: Point | None) -> list[str]:
    """Compare the newest report with what is complete."""
    if latest is None:
        return []
    sign = "=" if latest.value >= DONE else "<"
    return [f"Báo cáo năm {latest.year}: {plain(latest.value)}% {sign} {DONE}%"]


def due_step(sums: Working) -> list[str]:
    """Compare the year judged with the due date, where that decides."""
    year, due = sums.telling.judgement.year, sums.telling.target.year
    if sums.telling.milestone.status is Status.ACHIEVED:
        return []
    return [f"Năm đánh giá {year} {'≤' if year <= due else '>'} năm hạn {due}"]


BY_RULE: Mapping[str, Callable[[Working, Point], list[str]]] = {
    "reach": reach_steps,
    "maintain": maintain_steps,
    "growth": growth_steps,
}
