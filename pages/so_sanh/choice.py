"""What is compared, and links to compare something else."""

from markupsafe import Markup

from indicators.catalogue.groups import group_label
from indicators.comparison.comparison import Comparison, Question, codes_of, way_name
from indicators.comparison.suggestions import fitting
from indicators.figures.disaggregation import BY_AREA, BY_COMMUNE, BY_INDICATOR, slug
from indicators.wording.comparisons import MOST, full
from pages.parts.links import Links
from pages.parts.scopes import scope_switch
from pages.parts.templates import NOTHING, blocks

CHOICE = blocks("so_sanh/choice.html")
NOTICE = blocks("parts/notice.html")
SWITCHES = blocks("parts/switches.html")
FEW = 6  # areas that fit a row of links; more are found by typing


def choice(comparison: Comparison, question: Question, links: Links) -> Markup:
    """Show what is chosen, each with a way to leave it out, and the other ways to compare."""
    return CHOICE.choice(
        chosen(comparison, links),
        ways(comparison, links),
        places(comparison, question, links),
        suggested(comparison, links),
    )


def scopes(comparison: Comparison, question: Question, links: Links) -> Markup:
    """Offer the other scope where all indicators have something in it."""
    if comparison.way in (BY_AREA, BY_COMMUNE) or not comparison.nation:
        return NOTHING
    return scope_switch(comparison.board.scope, links, lambda of: of.comparison(question))


def chosen(comparison: Comparison, links: Links) -> Markup:
    """Show the indicators."""
    codes = codes_of(comparison)
    names = {each.row.indicator.code: each.row.indicator.short_name for each in comparison.series}
    return CHOICE.chosen([(code, names[code], without(codes, code, links)) for code in codes])


def without(codes: tuple[str, ...], code: str, links: Links) -> str:
    """Address of the comparison with one indicator less."""
    return links.comparison(Question(tuple(c for c in codes if c != code)))


def ways(comparison: Comparison, links: Links) -> Markup:
    """Offer the ways to compare one indicator."""
    codes = codes_of(comparison)
    if len(codes) > 1 or not comparison.ways:
        return NOTHING
    return SWITCHES.switch(
        "So sánh theo",
        [
            (
                way_name(way).capitalize(),
                links.comparison(Question(codes, slug(way))),
                way == comparison.way,
            )
            for way in (*comparison.ways, BY_INDICATOR)
        ],
    )


def places(comparison: Comparison, question: Question, links: Links) -> Markup:
    """Offer what the series have in common: the breakdown of areas, or the area of breakdowns."""
    if comparison.way == BY_INDICATOR:
        return NOTHING
    codes, way = codes_of(comparison), slug(comparison.way)
    if comparison.way not in (BY_AREA, BY_COMMUNE):
        names = comparison.board.catalogue.area_names
        offered = [
            (names[p], links.comparison(Question(codes, way, (p,))), p == comparison.held)
            for p in comparison.places[:FEW]
        ]
        return SWITCHES.named_switch("Địa bàn", offered)
    groups = [
        (
            group_label(g),
            links.comparison(Question(codes, way, question.areas, group_label(g) if g else "")),
            g == comparison.held,
        )
        for g in comparison.places
    ]
    return SWITCHES.named_switch("Phân tổ", groups) + areas_chosen(comparison, question, links)


def areas_chosen(comparison: Comparison, question: Question, links: Links) -> Markup:
    """Show the areas that are drawn, each with a way to leave it out where it was chosen."""
    if comparison.way == BY_COMMUNE and not question.areas:
        every = len(comparison.drawn) == len(comparison.parts)
        return NOTHING if every else CHOICE.ranked()
    drawn = tuple(each.key[0] for each in comparison.drawn)
    return CHOICE.areas(
        [
            (each.name, with_areas(comparison, tuple(a for a in drawn if a != each.key[0]), links))
            for each in comparison.drawn
        ]
    )


def with_areas(comparison: Comparison, areas: tuple[str, ...], links: Links) -> str:
    """Address of the comparison with other areas."""
    group = group_label(comparison.held) if comparison.held else ""
    question = Question(codes_of(comparison), slug(comparison.way), areas, group)
    return links.comparison(question)


def suggested(comparison: Comparison, links: Links) -> Markup:
    """Offer indicators that suit those chosen."""
    codes = codes_of(comparison)
    if len(codes) >= MOST:
        return NOTICE.quiet(full())
    if comparison.way != BY_INDICATOR:
        return NOTHING
    fit = [row.indicator for row in fitting(comparison.board, [s.row for s in comparison.series])]
    return CHOICE.offers([(i, links.comparison(Question((*codes, i.code)))) for i in fit])
