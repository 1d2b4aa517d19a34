"""Rows of different heights parted into pages about equally full."""

from collections.abc import Sequence

TRIES = 50  # heights tried until pages are equally full


def evenly_parted(tall: Sequence[float], room: float) -> list[list[int]]:
    """Part rows by their heights into as few pages as they take, about equally full."""
    fewest = len(parted(tall, room))
    enough = next(
        part / TRIES * room
        for part in range(1, TRIES + 1)
        if len(parted(tall, part / TRIES * room)) == fewest
    )
    return parted(tall, enough)


def parted(tall: Sequence[float], room: float) -> list[list[int]]:
    """Fill one page after the other with the numbers of rows; at least one stands on each."""
    pages: list[list[int]] = []
    used = 0.0
    for number, height in enumerate(tall):
        if not pages or used + height > room:
            pages.append([])
            used = 0.0
        pages[-1].append(number)
        used += height
    return pages
