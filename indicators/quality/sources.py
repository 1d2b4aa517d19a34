"""The sources of the figures in force, each with how much comes from it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from indicators.store.connection import Store
from indicators.store.sources import Sourced, sourced_at


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it was given: name, document, link; its figures, and since which version."""

    name: str
    document: str
    document_date: date | None
    link: str
    indicators: tuple[str, ...]
    figures: int
    first: int
    last: int
    since: int


def sources_at(store: Store, version: int, codes: Collection[str] | None = None) -> list[Source]:
    """List the sources of the figures in force, of all or of some indicators."""
    return sources_of(sourced_at(store, version), codes)


def sources_of(found: Iterable[Sourced], codes: Collection[str] | None = None) -> list[Source]:
    """Put the figures of some indicators together by source, most figures first."""
    grouped: dict[tuple[str, str, date | None, str], list[Sourced]] = defaultdict(list)
    for part in found:
        if codes is None or part.indicator in codes:
            grouped[part.source, part.document, part.document_date, part.link].append(part)
    sources = [source_of(parts) for parts in grouped.values()]
    return sorted(sources, key=lambda each: (-each.figures, each.name, each.document, each.link))


def source_of(parts: list[Sourced]) -> Source:
    """Add up the figures of one source."""
    one = parts[0]
    return Source(
        one.source,
        one.document,
        one.document_date,
        one.link,
        tuple(part.indicator for part in parts),
        sum(part.count for part in parts),
        min(part.first for part in parts),
        max(part.last for part in parts),
        min(part.since for part in parts),
    )
