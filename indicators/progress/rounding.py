"""How exactly a published number is known."""

from decimal import Decimal


def half_step(value: float) -> float:
    """Half a unit of the last decimal a number is written with: 0.05 for 78.1, 0.5 for 85."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 0.5 * 10.0 ** min(int(exponent), 0)


def agree(reported: float, exact: float) -> bool:
    """Say whether a reported number can be the exact one rounded."""
    return abs(reported - exact) <= half_step(reported) * (1 + 1e-9) + 1e-9 * abs(exact)
