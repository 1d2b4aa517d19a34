"""Where figures come from: the names of their sources, each once."""

from collections import Counter
from collections.abc import Iterable

from indicators.store.records import PERIODS, Observation


def newest_first(figures: Iterable[Observation]) -> tuple[str, ...]:
    """Name the sources in the order in which figures are listed."""
    listed = sorted(figures, key=lambda o: (-o.year, o.area, -PERIODS.index(o.period)))
    return tuple(dict.fromkeys(o.source for o in listed if o.source))


def most_used(names: Iterable[str]) -> tuple[str, ...]:
    """Put the sources of most figures first; '' names none."""
    return tuple(name for name, _ in Counter(filter(None, names)).most_common())
