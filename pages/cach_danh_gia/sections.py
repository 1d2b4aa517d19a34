"""The method on its page: statuses, what holds for all, rules line by line, where it is from."""

from collections.abc import Callable, Sequence
from html import escape

from indicators.methodology.rules import RULES, Rule, RuleLine
from indicators.progress.results import Status, Thresholds
from indicators.wording.labels import ASSESSED, LABELS, SHORT, UNASSESSED
from indicators.wording.method import (
    ADDING_UP,
    CHOICE,
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
from pages.parts.badges import MARK, chip, classes

STATUSES, THRESHOLDS = "muc-danh-gia", "nguong"
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

Draw = Callable[[str], str]


def contents() -> str:
    """Link every section of the page."""
    rules = [(RULE_WORDS[rule.key].anchor, RULE_WORDS[rule.key].name) for rule in RULES]
    places = [
        (STATUSES, "Mười mức đánh giá"),
        (THRESHOLDS, "Ngưỡng đang dùng"),
        *(each[:2] for each in BEFORE),
        *rules,
        *(each[:2] for each in AFTER),
    ]
    links = "".join(f'<li><a href="#{anchor}">{name}</a></li>' for anchor, name in places)
    return f'<nav class="contents" aria-label="Trên trang này"><ul>{links}</ul></nav>'


def statuses(thresholds: Thresholds, draw: Draw) -> str:
    """Show every status: what it means, how it is counted, an example."""
    grades = "".join(
        f'<article class="grade" id="{status.value}"><h3>{chip(status, LABELS[status])} '
        f"<small>{counted_as(status)}</small></h3>"
        f"<p>{escape(filled(STATUS_WORDS[status], thresholds))}</p>{draw(status.value)}</article>"
        for status in (*ASSESSED, *UNASSESSED)
    )
    return f'<h2 id="{STATUSES}">Mười mức đánh giá</h2><div class="grades">{grades}</div>'


def scale(thresholds: Thresholds) -> str:
    """Show the thresholds in force as a scale of the pace ratio."""
    on_track, slow = map(threshold_words, (thresholds.on_track, thresholds.slow))
    bands = (
        (Status.WORSENING, "dưới 0", WORST_WIDTH),
        (Status.OFF_TRACK, f"0 đến {slow}", 100 * thresholds.slow),
        (Status.SLOW, f"{slow} đến {on_track}", 100 * (thresholds.on_track - thresholds.slow)),
        (Status.ON_TRACK, f"từ {on_track}", BEST_WIDTH),
    )
    parts = "".join(
        f'<li class="{classes(status)}" style="--n:{width:.0f}"><b>{MARK}{SHORT[status]}</b>'
        f"<span>{told}</span></li>"
        for status, told, width in bands
    )
    return (
        f'<h2 id="{THRESHOLDS}">Ngưỡng đang dùng</h2>'
        "<p>Tỷ số nhịp độ cho biết đã đi được bao nhiêu phần của quãng đường lẽ ra phải đi đến "
        "nay: 1 là vừa đủ, 0 là chưa nhích, âm là đi ngược.</p>"
        f'<ol class="scale" aria-label="Ngưỡng của tỷ số nhịp độ">{parts}</ol>'
    )


def terms(anchor: str, heading: str, shown: Sequence[Term], draw: Draw) -> str:
    """Show what holds for all rules, with examples folded away."""
    body = "".join(
        f"<dt>{escape(term.name)}</dt><dd>{escape(term.text)}"
        f"{folded(draw(term.trait)) if term.trait else ''}</dd>"
        for term in shown
    )
    return f'<h2 id="{anchor}">{heading}</h2><dl class="terms">{body}</dl>'


def rule(shown: Rule, thresholds: Thresholds, draw: Draw) -> str:
    """Show a rule and its lines in order, the example of the typical one open."""
    words = RULE_WORDS[shown.key]
    lines = "".join(
        line_item(line, thresholds, draw, is_open=line.key == shown.typical) for line in shown.lines
    )
    return (
        f'<h2 id="{words.anchor}">{escape(words.name)}</h2><p>{escape(words.about)}</p>'
        f'<ol class="lines">{lines}</ol>'
    )


def line_item(line: RuleLine, thresholds: Thresholds, draw: Draw, *, is_open: bool) -> str:
    """Show one line: its words, what it may yield, its example."""
    number = f"<b>{line.number}.</b> " if line.number else ""
    every = len(line.yields) == len(Status)
    chips = "" if every else " ".join(chip(status) for status in line.yields)
    return (
        f'<li id="{line.key}"><p>{number}{escape(filled(LINE_WORDS[line.key], thresholds))}</p>'
        f'<p class="yields">{chips}</p>{folded(draw(line.key), is_open=is_open)}</li>'
    )


def folded(example: str, *, is_open: bool = False) -> str:
    """Fold an example away under a word."""
    return f"<details{' open' if is_open else ''}><summary>Ví dụ</summary>{example}</details>"
