"""One thing that a text says of figures: their area, group, period, status, scope or unit."""

from typing import Literal, NamedTuple

Quality = Literal["don_vi", "nhom", "ky", "trang_thai", "loai", "dvt"]


class Said(NamedTuple):
    """A quality and what a column of it would hold; `wrong` says why nothing could be held.

    `words` are those that said it, `year` the one they are bound to: 'kế hoạch năm 2026'.
    """

    quality: Quality
    value: str
    words: str
    year: int | None = None
    wrong: str = ""
