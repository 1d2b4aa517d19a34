"""What is compared, and links to compare something else."""

from html import escape

from indicators.catalogue.groups import group_label
from indicators.comparison.comparison import Comparison, Question, codes_of, way_name
from indicators.comparison.suggestions import fitting
from indicators.figures.disaggregation import BY_AREA, BY_COMMUNE, BY_INDICATOR, slug
from indicators.wording.comparisons import MOST, full
from pages.parts.links import SCOPE_NAMES, Links
from pages.parts.switches import CURRENT, pick, switch

FEW = 6  # areas that fit a row of links; more are found by typing


def choice(comparison: Comparison, question: Question, links: Links) -> str:
    """Show what is chosen, each with a way to leave it out, and the other ways to compare."""
    return (
        f'<div class="choice">{chosen(comparison, links)}{ways(comparison, links)}'
        f"{places(comparison, question, links)}{suggested(comparison, links)}</div>"
    )


def scopes(comparison: Comparison, question: Question, links: Links) -> str:
    """Offer the other scope where all indicators have something in it."""
    if comparison.way in (BY_AREA, BY_COMMUNE) or not comparison.nation:
        return ""
    choices = "".join(
        f'<a href="{escape(links.of_scope(scope).comparison(question))}"'
        f"{CURRENT if scope == comparison.board.scope else ''}>{SCOPE_NAMES[scope]}</a>"
        for scope in SCOPE_NAMES
    )
    return f'<nav class="switch" aria-label="Phạm vi">{choices}</nav>'


def chosen(comparison: Comparison, links: Links) -> str:
    """Show the indicators."""
    codes = codes_of(comparison)
    names = {each.row.indicator.code: each.row.indicator.short_name for each in comparison.series}
    picks = "".join(
        pick(f"<b>{code}</b> {escape(names[code])}", f"Bỏ {code}", without(codes, code, links))
        for code in codes
    )
    return f'<nav class="picks" aria-label="Đang so sánh">{picks}</nav>'


def without(codes: tuple[str, ...], code: str, links: Links) -> str:
    """Address of the comparison with one indicator less."""
    return links.comparison(Question(tuple(c for c in codes if c != code)))


def ways(comparison: Comparison, links: Links) -> str:
    """Offer the ways to compare one indicator."""
    codes = codes_of(comparison)
    if len(codes) > 1 or not comparison.ways:
        return ""
    offered = (*comparison.ways, BY_INDICATOR)
    choices = "".join(
        link(
            way_name(way).capitalize(),
            Question(codes, slug(way)),
            links,
            current=way == comparison.way,
        )
        for way in offered
    )
    return f'<nav class="switch" aria-label="So sánh theo">{choices}</nav>'


def link(name: str, question: Question, links: Links, *, current: bool = False) -> str:
    """Link another comparison."""
    where = escape(links.comparison(question))
    return f'<a href="{where}"{CURRENT if current else ""}>{escape(name)}</a>'


def places(comparison: Comparison, question: Question, links: Links) -> str:
    """Offer what the series have in common: the breakdown of areas, or the area of breakdowns."""
    if comparison.way == BY_INDICATOR:
        return ""
    codes, way = codes_of(comparison), slug(comparison.way)
    if comparison.way not in (BY_AREA, BY_COMMUNE):
        names = comparison.board.catalogue.area_names
        offered = [
            link(names[p], Question(codes, way, (p,)), links, current=p == comparison.held)
            for p in comparison.places[:FEW]
        ]
        return switch("Địa bàn", offered)
    groups = [
        link(
            group_label(g),
            Question(codes, way, question.areas, group_label(g) if g else ""),
            links,
            current=g == comparison.held,
        )
        for g in comparison.places
    ]
    return switch("Phân tổ", groups) + areas_chosen(comparison, question, links)


def areas_chosen(comparison: Comparison, question: Question, links: Links) -> str:
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
            with_areas(comparison, tuple(a for a in drawn if a != each.key[0]), links),
        )
        for each in comparison.drawn
    )
    return f'<nav class="picks" aria-label="Địa bàn đang vẽ">{picks}</nav>'


def with_areas(comparison: Comparison, areas: tuple[str, ...], links: Links) -> str:
    """Address of the comparison with other areas."""
    group = group_label(comparison.held) if comparison.held else ""
    question = Question(codes_of(comparison), slug(comparison.way), areas, group)
    return links.comparison(question)


def suggested(comparison: Comparison, links: Links) -> str:
    """Offer indicators that suit those chosen."""
    codes = codes_of(comparison)
    if len(codes) >= MOST:
        return f'<p class="quiet">{full()}</p>'
    if comparison.way != BY_INDICATOR:
        return ""
    rows = fitting(comparison.board, [each.row for each in comparison.series])
    choices = "".join(
        f'<a href="{escape(links.comparison(Question((*codes, row.indicator.code))))}" '
        f'title="{escape(row.indicator.name)}">+ {row.indicator.code} '
        f"{escape(row.indicator.short_name)}</a>"
        for row in rows
    )
    if not choices:
        return ""
    return f'<nav class="offers" aria-label="Thêm nhanh"><b>Thêm nhanh:</b>{choices}</nav>'
