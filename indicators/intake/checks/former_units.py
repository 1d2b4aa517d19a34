"""Communes and towns that the merger of 1/7/2025 did away with, and what became of them."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from indicators.catalogue.records import Area, AreaOrigin
from indicators.intake.files.spelling import same_name

# The official notes name the units in running text; "trị trấn" is a slip of theirs.
UNIT = re.compile(r"(phường|xã|thị trấn|trị trấn|huyện)((?:\s+\w+)+)", re.IGNORECASE)


def former_units(origins: Iterable[AreaOrigin], areas: dict[str, Area]) -> dict[str, list[Area]]:
    """Map the one form of each former name to the present units that took it in."""
    became: dict[str, list[Area]] = {}
    for origin in origins:
        for name in _named(origin.formed_from):
            taken = became.setdefault(name, [])
            if areas[origin.area] not in taken:
                taken.append(areas[origin.area])
    return became


def _named(note: str) -> Iterator[str]:
    for kind, words in UNIT.findall(note):
        name = takewhile(lambda word: word[0].isupper() or word[0].isdigit(), words.split())
        unit = same_name(f"{kind.replace('trị', 'thị')} {' '.join(name)}")
        if unit != same_name(kind):
            yield unit
