"""What is recorded, above all else: one line a kind of figure."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from indicators.catalogue.records import Catalogue
from indicators.store.records import Observation, Plan
from indicators.wording.kinds_recorded import planned_kinds, recorded_kinds
from indicators.wording.numbers import counted
from pages.parts.templates import blocks

KINDS = blocks("parts/recording/kinds.html")
WILL, DID = "Sẽ ghi", "Đã ghi"


def kinds_panel(
    verb: str, rows: Sequence[Observation], plans: Iterable[Plan], catalogue: Catalogue
) -> Markup:
    """Say how many figures are recorded, and of what they are; nothing when there are none."""
    planned = tuple(plans)
    amount = counted(len(rows) + len(planned))
    lines = [*recorded_kinds(rows, catalogue), *planned_kinds(planned)]
    return KINDS.kinds(f"{verb} {amount} số liệu:", lines)
