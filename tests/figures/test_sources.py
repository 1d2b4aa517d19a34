"""Names of sources: in the order of the figures, or the most used first; each once."""

from indicators.figures.sources import most_used, newest_first
from indicators.store.records import Observation
from tests.recording import figure


def sourced(source: str, year: int, **changed: object) -> Observation:
    return figure("ML02", year, 1.0, source=source, **changed)


def test_sources_are_named_once_as_their_figures_are_listed():
    figures = [
        sourced("A", 2024),
        sourced("B", 2026, period="6t"),
        sourced("C", 2026),
        sourced("D", 2026, area="VN"),
        sourced("", 2027),
        sourced("A", 2025),
    ]
    assert newest_first(figures) == ("C", "B", "D", "A")


def test_the_most_used_source_comes_first_and_equals_stay_in_turn():
    assert most_used(["A", "", "B", "C", "C", "", ""]) == ("C", "A", "B")
