"""Splitting whole numbers so that the parts always add up to the whole again."""

from collections.abc import Sequence
from math import floor

from indicators.seeding.illustrative.scenarios import unevenness

# Most of what a part can differ from its fair share, up and down.
SPREAD = 0.6


def weights(whole: str, parts: Sequence[str]) -> list[float]:
    """Give each part its weight in a whole, the same in every year."""
    return [1 + SPREAD * unevenness(whole, part) for part in parts]


def split(total: int, by: Sequence[float]) -> list[int]:
    """Split a whole number by weights; what is left over goes to the largest remainders."""
    shares = [total * weight / sum(by) for weight in by]
    parts = [floor(share) for share in shares]
    order = sorted(range(len(by)), key=lambda n: (parts[n] - shares[n], n))
    for place in order[: total - sum(parts)]:
        parts[place] += 1
    return parts


def split_within(total: int, by: Sequence[float], room: Sequence[int]) -> list[int]:
    """Split as `split`, no part larger than its room; the room is enough for all."""
    parts = [min(part, most) for part, most in zip(split(total, by), room, strict=True)]
    while left := total - sum(parts):
        free = [n for n, most in enumerate(room) if parts[n] < most]
        more = split(left, [by[n] for n in free])
        for place, extra in zip(free, more, strict=True):
            parts[place] = min(parts[place] + extra, room[place])
    return parts
