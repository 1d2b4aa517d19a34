"""What is recorded, above all else: one line a kind of figure."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators.catalogue.records import Catalogue
from indicators.store.records import Observation, Plan
from indicators.wording.kinds_recorded import planned_kinds, recorded_kinds
from indicators.wording.numbers import counted
from pages.parts.templates import blocks

KINDS = blocks("parts/recording/kinds.html")


def to_record(rows: Sequence[Observation], plans: Sequence[Plan], catalogue: Catalogue) -> Markup:
    """Say how many figures would be recorded, and of what they are; nothing without any."""
    amount = counted(len(rows) + len(plans))
    return KINDS.kinds(f"Sẽ ghi {amount} số liệu", _lines(rows, plans, catalogue))


def was_recorded(
    rows: Sequence[Observation], plans: Sequence[Plan], catalogue: Catalogue
) -> Markup:
    """Say how many figures were recorded, and of what they are; nothing without any."""
    amount = counted(len(rows) + len(plans))
    return KINDS.kinds(f"Đã ghi {amount} số liệu", _lines(rows, plans, catalogue))


def _lines(rows: Sequence[Observation], plans: Sequence[Plan], catalogue: Catalogue) -> list[str]:
    return [*recorded_kinds(rows, catalogue), *planned_kinds(plans)]
