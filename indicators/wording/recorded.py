"""A recorded figure as people read it: number, unit, and how final it is."""

from indicators.catalogue.records import Catalogue, Target
from indicators.store.records import Observation
from indicators.wording.notation import Notation, notation_of
from indicators.wording.numbers import NONE


def figure_words(row: Observation | None, catalogue: Catalogue) -> str:
    """Write a figure as the board does; '–' for none."""
    if row is None or (row.value is None and not row.label):
        return NONE
    status = "" if row.status == "chính thức" else f" ({row.status})"
    return (row.label or number_words(row.indicator, row.value, catalogue)) + status


def plan_words(target: Target | None, catalogue: Catalogue) -> str:
    """Write a yearly plan; '–' for none."""
    return NONE if target is None else _notation(catalogue, target.indicator).target(target)


def number_words(code: str, value: float | None, catalogue: Catalogue) -> str:
    """Write a value of an indicator with its unit."""
    return NONE if value is None else _notation(catalogue, code).value(value)


def _notation(catalogue: Catalogue, code: str) -> Notation:
    return notation_of(catalogue.indicators_by_code[code], ())
