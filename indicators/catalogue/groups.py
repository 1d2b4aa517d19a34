"""The key of a breakdown group: '' for the total, else its `dimension=value` pairs in order."""

from collections.abc import Iterable

WHOLE = "Chung"


def group_key(pairs: Iterable[tuple[str, str]]) -> str:
    """Write pairs as one key: cấp học=THCS; loại hình=Công lập."""
    return "; ".join(f"{dimension}={value}" for dimension, value in sorted(pairs))


def group_pairs(key: str) -> tuple[tuple[str, str], ...]:
    """Take a key apart again; the total has no pairs."""
    parts = (part.partition("=") for part in key.split("; ") if part)
    return tuple((dimension, value) for dimension, _, value in parts)


def group_label(group: str) -> str:
    """Name a breakdown group as people say it: 'Tiểu học, Công lập'."""
    return ", ".join(part.split("=", 1)[1] for part in group.split("; ")) if group else WHOLE
