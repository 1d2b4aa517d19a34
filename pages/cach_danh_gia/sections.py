"""The method on its page: statuses, what holds for all, rules line by line, where it is from."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from indicators.methodology.rules import RULES, Rule, RuleLine
from indicators.progress.results import Status, Thresholds
from indicators.wording.labels import ASSESSED, LABELS, UNASSESSED
from indicators.wording.method import (
    ADDING_UP,
    CHOICE,
    IN_A_MINUTE,
    LINE_WORDS,
    OPINIONS,
    PATH,
    RULE_WORDS,
    SOURCES,
    STATUS_WORDS,
    Term,
    counted_as,
    filled,
)
from indicators.wording.working import threshold_words
from pages.parts.templates import NOTHING, blocks

SECTIONS = blocks("cach_danh_gia/sections.html")
SUMMARY, STATUSES, THRESHOLDS = "tom-tat", "muc-danh-gia", "nguong"
# Anchor, heading and terms of what holds for all rules, before and after the rules.
Sections = tuple[tuple[str, str, Sequence[Term]], ...]
BEFORE: Sections = (
    ("chon-so-lieu", "Chọn số liệu", CHOICE),
    ("lo-trinh", "Lộ trình, nhịp độ và phép so", PATH),
)
AFTER: Sections = (
    ("cach-tinh-khac", "Cách tính khác và độ vững", OPINIONS),
    ("cong-tu-cac-phan", "Cộng từ các phần", ADDING_UP),
    ("nguon-phuong-phap", "Nguồn của phương pháp và phần đề xuất", SOURCES),
)
WORST_WIDTH, BEST_WIDTH = 26, 30  # of the open ends, where a whole way is 100

Draw = Callable[[str], Markup]


def contents() -> Markup:
    """Link every section of the page."""
    rules = [(RULE_WORDS[rule.key].anchor, RULE_WORDS[rule.key].name) for rule in RULES]
    places = [
        (SUMMARY, "Tóm tắt trong một phút"),
        (THRESHOLDS, "Ngưỡng đang dùng"),
        (STATUSES, "Mười mức đánh giá"),
        *(each[:2] for each in BEFORE),
        *rules,
        *(each[:2] for each in AFTER),
    ]
    return SECTIONS.contents(places)


def in_a_minute(thresholds: Thresholds) -> Markup:
    """Tell the whole method in a few points."""
    return SECTIONS.in_a_minute(SUMMARY, [filled(point, thresholds) for point in IN_A_MINUTE])


def statuses(thresholds: Thresholds, draw: Draw) -> Markup:
    """Show every status: what it means, how it is counted, an example."""
    grades = [
        (
            status,
            LABELS[status],
            counted_as(status),
            filled(STATUS_WORDS[status], thresholds),
            draw(status.value),
        )
        for status in (*ASSESSED, *UNASSESSED)
    ]
    return SECTIONS.statuses(STATUSES, grades)


def scale(thresholds: Thresholds) -> Markup:
    """Show the thresholds in force as a scale of the pace ratio."""
    on_track, slow = map(threshold_words, (thresholds.on_track, thresholds.slow))
    bands = (
        (Status.WORSENING, "dưới 0", WORST_WIDTH),
        (Status.OFF_TRACK, f"0 đến {slow}", 100 * thresholds.slow),
        (Status.SLOW, f"{slow} đến {on_track}", 100 * (thresholds.on_track - thresholds.slow)),
        (Status.ON_TRACK, f"từ {on_track}", BEST_WIDTH),
    )
    return SECTIONS.scale(
        THRESHOLDS, [(status, span, f"{width:.0f}") for status, span, width in bands]
    )


def terms(anchor: str, heading: str, shown: Sequence[Term], draw: Draw) -> Markup:
    """Show what holds for all rules, with examples folded away."""
    drawn = [(term, draw(term.trait) if term.trait else NOTHING) for term in shown]
    return SECTIONS.terms(anchor, heading, drawn)


def rule(shown: Rule, thresholds: Thresholds, draw: Draw) -> Markup:
    """Show a rule and its lines in order, the example of the typical one open."""
    lines = [
        (*line_words(line, thresholds), draw(line.key), line.key == shown.typical)
        for line in shown.lines
    ]
    return SECTIONS.rule(RULE_WORDS[shown.key], lines)


def line_words(line: RuleLine, thresholds: Thresholds) -> tuple[RuleLine, str, Sequence[Status]]:
    """Give one line with its words and what it may yield, where that is not everything."""
    yields = () if len(line.yields) == len(Status) else line.yields
    return line, filled(LINE_WORDS[line.key], thresholds), yields
