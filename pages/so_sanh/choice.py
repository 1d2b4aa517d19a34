"""What is compared, and links to compare something else."""

from html import escape

from indicators.catalogue.groups import group_label
from indicators.comparison.comparison import Comparison, Question, codes_of, way_name
from indicators.comparison.suggestions import fitting
from indicators.figures.disaggregation import BY_AREA, BY_COMMUNE, BY_INDICATOR, slug
from indicators.wording.comparisons import MOST, full
from pages.parts.addresses import SCOPE_NAMES, SCOPE_WORDS, Parameters, comparison_address
from pages.parts.switches import CURRENT, pick, switch

FEW = 6  # areas that fit a row of links; more are found by typing


def choice(comparison: Comparison, question: Question, kept: Parameters) -> str:
    """Show what is chosen, each with a way to leave it out, and the other ways to compare."""
    return (
        f'<div class="choice">{chosen(comparison, kept)}{ways(comparison, kept)}'
        f"{places(comparison, question, kept)}{suggested(comparison, kept)}</div>"
    )


def scopes(comparison: Comparison, question: Question, kept: Parameters) -> str:
    """Offer the other scope where all indicators have something in it."""
    if comparison.way in (BY_AREA, BY_COMMUNE) or not comparison.nation:
        return ""
    links = "".join(
        f'<a href="{escape(comparison_address(question, {**kept, "pham-vi": word}))}"'
        f"{CURRENT if scope == comparison.board.scope else ''}>{SCOPE_NAMES[scope]}</a>"
        for scope, word in SCOPE_WORDS.items()
    )
    return f'<nav class="switch" aria-label="Phạm vi">{links}</nav>'


def chosen(comparison: Comparison, kept: Parameters) -> str:
    """Show the indicators."""
    codes = codes_of(comparison)
    names = {each.row.indicator.code: each.row.indicator.short_name for each in comparison.series}
    picks = "".join(
        pick(f"<b>{code}</b> {escape(names[code])}", f"Bỏ {code}", without(codes, code, kept))
        for code in codes
    )
    return f'<nav class="picks" aria-label="Đang so sánh">{picks}</nav>'


def without(codes: tuple[str, ...], code: str, kept: Parameters) -> str:
    """Address of the comparison with one indicator less."""
    return comparison_address(Question(tuple(c for c in codes if c != code)), kept)


def ways(comparison: Comparison, kept: Parameters) -> str:
    """Offer the ways to compare one indicator."""
    codes = codes_of(comparison)
    if len(codes) > 1 or not comparison.ways:
        return ""
    offered = (*comparison.ways, BY_INDICATOR)
    links = "".join(
        link(
            way_name(way).capitalize(),
            Question(codes, slug(way)),
            kept,
            current=way == comparison.way,
        )
        for way in offered
    )
    return f'<nav class="switch" aria-label="So sánh theo">{links}</nav>'


def link(name: str, question: Question, kept: Parameters, *, current: bool = False) -> str:
    """Link another comparison."""
    where = escape(comparison_address(question, kept))
    return f'<a href="{where}"{CURRENT if current else ""}>{escape(name)}</a>'


def places(comparison: Comparison, question: Question, kept: Parameters) -> str:
    """Offer what the series have in common: the breakdown of areas, or the area of breakdowns."""
    if comparison.way == BY_INDICATOR:
        return ""
    codes, way = codes_of(comparison), slug(comparison.way)
    if comparison.way not in (BY_AREA, BY_COMMUNE):
        names = comparison.board.catalogue.area_names
        offered = [
            link(names[p], Question(codes, way, (p,)), kept, current=p == comparison.held)
            for p in comparison.places[:FEW]
        ]
        return switch("Địa bàn", offered)
    groups = [
        link(
            group_label(g),
            Question(codes, way, question.areas, group_label(g) if g else ""),
            kept,
            current=g == comparison.held,
        )
        for g in comparison.places
    ]
    return switch("Phân tổ", groups) + areas_chosen(comparison, question, kept)


def areas_chosen(comparison: Comparison, question: Question, kept: Parameters) -> str:
    """Show the areas that are drawn, each with a way to leave it out where it was chosen."""
    if comparison.way == BY_COMMUNE and not question.areas:
        if len(comparison.drawn) == len(comparison.parts):
            return ""
        return (
            '<p class="quiet">Đang vẽ các xã, phường, đặc khu đứng đầu và đứng cuối; '
            "chọn nơi muốn xem ở ô Thêm địa bàn.</p>"
        )
    drawn = tuple(each.key[0] for each in comparison.drawn)
    picks = "".join(
        pick(
            escape(each.name),
            f"Bỏ {each.name}",
            with_areas(comparison, tuple(a for a in drawn if a != each.key[0]), kept),
        )
        for each in comparison.drawn
    )
    return f'<nav class="picks" aria-label="Địa bàn đang vẽ">{picks}</nav>'


def with_areas(comparison: Comparison, areas: tuple[str, ...], kept: Parameters) -> str:
    """Address of the comparison with other areas."""
    group = group_label(comparison.held) if comparison.held else ""
    question = Question(codes_of(comparison), slug(comparison.way), areas, group)
    return comparison_address(question, kept)


def suggested(comparison: Comparison, kept: Parameters) -> str:
    """Offer indicators that suit those chosen."""
    codes = codes_of(comparison)
    if len(codes) >= MOST:
        return f'<p class="quiet">{full()}</p>'
    if comparison.way != BY_INDICATOR:
        return ""
    rows = fitting(comparison.board, [each.row for each in comparison.series])
    links = "".join(
        f'<a href="{escape(comparison_address(Question((*codes, row.indicator.code)), kept))}" '
        f'title="{escape(row.indicator.name)}">+ {row.indicator.code} '
        f"{escape(row.indicator.short_name)}</a>"
        for row in rows
    )
    if not links:
        return ""
    return f'<nav class="offers" aria-label="Thêm nhanh"><b>Thêm nhanh:</b>{links}</nav>'
