"""What a bare 'Đơn vị' heads: areas or units of measure, as its cells say."""

from collections.abc import Iterable

from indicators.intake.files.spelling import fold
from indicators.intake.files.units import UNITS


def heads_units(cells: Iterable[str]) -> bool | None:
    """Say whether the cells name units of measure (else areas); None when they are mixed."""
    kinds = {fold(cell) in UNITS for cell in set(cells) if cell}
    return None if len(kinds) > 1 else kinds == {True}
