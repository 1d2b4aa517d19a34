"""Answers what is to be compared: chooses the series, and says what cannot be done as asked."""

from collections.abc import Sequence
from dataclasses import replace

from indicators.board.as_of import AsOf
from indicators.board.board import CITY, NATION, Board, Row, Scope, assess
from indicators.catalogue.groups import WHOLE, group_label
from indicators.comparison.comparison import (
    WAY_NAMES,
    Compared,
    Comparison,
    Question,
    beside_nation,
    common_year,
    ranked,
)
from indicators.comparison.series import Figures
from indicators.comparison.sources import sources_of
from indicators.figures.disaggregation import (
    BY_AREA,
    BY_COMMUNE,
    BY_INDICATOR,
    every_way,
    places_of,
    position,
    slug,
    split,
    ways_of,
)
from indicators.figures.rollup import SUMMED_KINDS
from indicators.store.connection import Store
from indicators.wording.comparisons import (
    MOST,
    alone,
    no_area,
    no_group,
    no_indicator,
    no_way,
    only_of_one,
    too_many,
    waiting,
)

ENDS = MOST // 2  # communes drawn of either end of the ranking


def compare(store: Store, moment: AsOf, scope: Scope, question: Question) -> Comparison | None:
    """Answer a question; None when no indicator of it is on the board.

    What cannot be done as asked is said among the remarks, and the rest is there all the same.
    """
    board = assess(store, moment, scope)
    rows = [board.by_code[code] for code in question.codes if code in board.by_code]
    unknown = [code for code in question.codes if code not in board.by_code]
    remarks = [no_indicator(unknown)] if unknown else []
    if not rows:
        return None
    if len(rows) > 1 or question.way == slug(BY_INDICATOR):
        remarks += [only_of_one()] if question.way not in ("", slug(BY_INDICATOR)) else []
        return beside(store, board, rows, remarks)
    return split_up(store, board, rows[0], question, remarks)


def beside(store: Store, board: Board, rows: list[Row], remarks: list[str]) -> Comparison:
    """Put indicators beside each other, the country's figures behind those of the city."""
    taken, left = rows[:MOST], [named_of(row) for row in rows[MOST:]]
    nation = assess(store, board.as_of, "national").by_code
    behind = nation if board.scope == "city" else {}
    series = tuple(beside_nation(board, row, behind.get(row.indicator.code)) for row in taken)
    remarks += [too_many("chỉ tiêu", left, tabled=False)] if left else []
    remarks += [waiting()] if len(rows) == 1 else []
    ways = ways_here(Figures.of(store, board, rows[0])) if len(rows) == 1 else ()
    grey = "cả nước" if any(each.around for each in series) else ""
    sources = tuple(dict.fromkeys(s for each in series for s in sources_of(store, board, each)))
    return Comparison(
        board,
        BY_INDICATOR,
        series,
        series,
        tuple(remarks),
        ways,
        grey=grey,
        sources=sources,
        nation=all(row.indicator.code in nation for row in taken),
    )


def named_of(row: Row) -> str:
    """Name an indicator within a sentence."""
    return f"{row.indicator.short_name} ({row.indicator.code})"


def ways_here(figures: Figures) -> tuple[str, ...]:
    """The ways in which one indicator can be split up."""
    return ways_of(figures.board.catalogue, figures.by_series)


def split_up(
    store: Store, board: Board, row: Row, question: Question, remarks: list[str]
) -> Comparison:
    """Put one indicator beside itself in the way asked for, or in the first there is."""
    figures, named = Figures.of(store, board, row), named_of(row)
    ways = ways_here(figures)
    way = way_of(question.way, ways) or first_way(ways, question, board)
    if question.way and question.way != slug(way or ""):
        asked = way_of(question.way, every_way(board.catalogue)) or f"'{question.way}'"
        told = WAY_NAMES.get(way, way) if way else ""
        remarks.append(no_way(WAY_NAMES.get(asked, asked), named, told))
    if way is None:
        return replace(beside(store, board, [row], []), remarks=(*remarks, alone(named)))
    by_place = over_areas if way in (BY_AREA, BY_COMMUNE) else over_values
    split = by_place(figures, way, question, remarks)
    return replace(split, ways=ways, sources=figures.sources)


def way_of(word: str, ways: Sequence[str]) -> str | None:
    """Find the way that an address names."""
    return next((way for way in ways if slug(way) == word), None)


def first_way(ways: Sequence[str], question: Question, board: Board) -> str | None:
    """Choose the way that has the areas asked for, else the first."""
    small = board.catalogue.communes
    wanted = BY_COMMUNE if any(area in small for area in question.areas) else BY_AREA
    if question.areas and wanted in ways:
        return wanted
    return ways[0] if ways else None


def over_areas(figures: Figures, way: str, question: Question, remarks: list[str]) -> Comparison:
    """Compare areas in one breakdown group; communes ranked, with the best and the last drawn."""
    board, named = figures.board, named_of(figures.row)
    groups = places_of(board.catalogue, figures.by_series, way)
    group = next((g for g in groups if question.group == group_label(g)), groups[0])
    if question.group not in ("", group_label(group)):
        remarks.append(no_group(question.group, named, f"'{group_label(group)}'"))
    here = area_series(figures, group)
    small = board.catalogue.communes
    listed = [here[area] for area in here if (area in small) == (way == BY_COMMUNE)]
    chosen = [here[area] for area in question.areas if area in here]
    unknown = [area for area in question.areas if area not in here]
    remarks += [no_area(unknown, named)] if unknown else []
    if way == BY_AREA:
        listed = [replace(each, whole=each.key[0] == NATION) for each in chosen or listed]
        drawn = listed
    else:
        city = [here[CITY]] if CITY in here and here[CITY] not in chosen else []
        listed += [replace(each, whole=True) for each in (*chosen, *city) if each not in listed]
        year = common_year([each for each in listed if not each.whole])
        listed = ranked(listed, year) if year else listed
        drawn = chosen or ends(listed)
    left = [each.name for each in drawn[MOST:]]
    remarks += [too_many("địa bàn", left, tabled=True)] if left else []
    grey = "toàn thành phố" if any(each.around for each in drawn) else ""
    return Comparison(
        board,
        way,
        tuple(listed),
        tuple(drawn[:MOST]),
        tuple(remarks),
        held=group,
        places=groups,
        grey=grey,
        areas=tuple(here),
    )


def area_series(figures: Figures, group: str) -> dict[str, Compared]:
    """Take every area with figures of a group, the whole city behind its communes."""
    board, small = figures.board, figures.board.catalogue.communes
    whole = None if group or adds_parts(figures.row) else figures.judged((CITY, ""))
    return {
        area.code: figures.compared(
            (area.code, group), area.short_name, whole if area.code in small else None
        )
        for area in board.catalogue.areas
        if (area.code, group) in figures.by_series
    }


def adds_parts(row: Row) -> bool:
    """Whether a whole is the sum of its parts, so that one scale would not suit both."""
    return row.indicator.kind in SUMMED_KINDS


def ends(ranking: Sequence[Compared]) -> list[Compared]:
    """Choose the best and the last of a ranking."""
    if len(ranking) <= MOST:
        return list(ranking)
    return [*ranking[:ENDS], *ranking[-ENDS:]]


def over_values(figures: Figures, way: str, question: Question, remarks: list[str]) -> Comparison:
    """Compare the values of one dimension in an area, the total before them."""
    board, known = figures.board, figures.by_series
    areas = places_of(board.catalogue, known, way)
    asked = question.areas[0] if question.areas else board.area
    area = asked if asked in areas else areas[0]
    left_out = [each for each in question.areas if each != area]
    remarks += [no_area(left_out, named_of(figures.row))] if left_out else []
    small = board.catalogue.communes
    groups = sorted(
        (key[1] for key in known if split(key, way, small) == [(area, key[1])]),
        key=lambda group: position(board.catalogue, group),
    )
    total = figures.compared((area, ""), WHOLE) if (area, "") in known else None
    around = total.row if total and not adds_parts(figures.row) else None
    series = [figures.compared((area, g), group_label(g), around) for g in groups]
    whole = [replace(total, whole=True)] if total else []
    drawn = [*whole, *series] if around else series
    left = [each.name for each in drawn[MOST:]]
    remarks += [too_many("phân tổ", left, tabled=True)] if left else []
    grey = "mức chung" if around else ""
    return Comparison(
        board,
        way,
        (*whole, *series),
        tuple(drawn[:MOST]),
        tuple(remarks),
        held=area,
        places=areas,
        grey=grey,
        areas=areas,
    )
