"""The method as one page: every rule with the thresholds in force and an example worked out."""

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from indicators.board.board import Board
from indicators.charts.theme import Ink
from indicators.methodology.examples import examples
from indicators.methodology.rules import RULES
from indicators.progress.results import METHOD_VERSION
from pages.cach_danh_gia.sections import (
    AFTER,
    BEFORE,
    SECTIONS,
    contents,
    in_a_minute,
    rule,
    scale,
    statuses,
    terms,
)
from pages.cach_danh_gia.worked_example import worked_example
from pages.parts.links import Links

LEAD = (
    "Mỗi đánh giá trên bảng là một phép tính trên số liệu và mục tiêu của một chỉ tiêu; cùng số "
    "liệu thì luôn ra cùng kết quả. Ví dụ lấy từ số liệu đang xem; chỗ nào chưa có thì dùng ví dụ "
    "minh họa, đóng khung nét đứt và ghi rõ."
)


def method_body(looked_at: Sequence[Board], ink: Ink, links: Links) -> Markup:
    """Write the whole page; examples are looked for on the boards in turn."""
    thresholds = looked_at[0].thresholds
    found = examples(looked_at, thresholds)
    example = partial(
        worked_example, thresholds=thresholds, ink=ink, links=links, mark=looked_at[0].mark
    )

    def draw(key: str, *, opinions: bool = False) -> Markup:
        return example(found.get(key), opinions=opinions)

    return Markup("").join(
        (
            SECTIONS.head(LEAD, METHOD_VERSION),
            in_a_minute(thresholds),
            scale(thresholds),
            contents(),
            statuses(thresholds, draw),
            *(terms(*section, draw) for section in BEFORE),
            *(rule(each, thresholds, draw) for each in RULES),
            *(terms(*section, partial(draw, opinions=True)) for section in AFTER),
        )
    )
