"""The ways in which the figures of one indicator stand side by side: by area or by breakdown."""

from collections import defaultdict
from collections.abc import Container, Iterable

from indicators.catalogue.groups import group_pairs
from indicators.catalogue.records import Catalogue
from indicators.catalogue.references import AREA_DIMENSION
from indicators.wording.search import folded

# Area and group key of a series; group '' is the total.
SeriesKey = tuple[str, str]

BY_INDICATOR = "chỉ tiêu"  # beside other indicators
BY_AREA = "địa bàn"  # the city, the country, the old provinces
BY_COMMUNE = AREA_DIMENSION
ENOUGH = 2  # series that make a comparison


def ways_of(catalogue: Catalogue, keys: Iterable[SeriesKey]) -> tuple[str, ...]:
    """Name the ways that have two series or more: areas first, then the dimensions as listed."""
    known = set(keys)
    return tuple(way for way in every_way(catalogue) if places_of(catalogue, known, way))


def every_way(catalogue: Catalogue) -> tuple[str, ...]:
    """Name all ways there may be: areas first, then the dimensions as listed."""
    dimensions = dict.fromkeys(breakdown.dimension for breakdown in catalogue.breakdowns)
    return (BY_AREA, BY_COMMUNE, *dimensions)


def places_of(catalogue: Catalogue, keys: Iterable[SeriesKey], way: str) -> tuple[str, ...]:
    """Give what is held fast in a way: breakdown groups for areas, areas for a dimension.

    Only those with two series or more, in the order of the catalogue, the total first.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        for held, moving in split(key, way, catalogue.communes):
            found[held].add(moving)
    places = (place for place, moving in found.items() if len(moving) >= ENOUGH)
    return tuple(sorted(places, key=lambda place: position(catalogue, place)))


def split(key: SeriesKey, way: str, small: Container[str]) -> list[SeriesKey]:
    """Give what a series holds fast and what moves in it; empty where it is not of that way."""
    area, group = key
    if way in (BY_AREA, BY_COMMUNE):
        return [(group, area)] if (area in small) == (way == BY_COMMUNE) else []
    return [(area, group)] if [name for name, _ in group_pairs(group)] == [way] else []


def position(catalogue: Catalogue, place: str) -> tuple[int, ...]:
    """Order areas as the catalogue lists them, and breakdown groups by their values."""
    if place in catalogue.areas_by_code:
        return (list(catalogue.areas_by_code).index(place),)
    return tuple(catalogue.breakdown_places.get(pair, -1) for pair in group_pairs(place))


def slug(way: str) -> str:
    """Write the name of a way as an address does: 'cấp học' → 'cap-hoc'."""
    return folded(way).replace(" ", "-")
