"""The method: every rule with the thresholds in force and an example worked out."""

from functools import partial
from typing import get_args

from indicators.board import Board, Scope, assess
from indicators.charts.theme import Ink
from indicators.methodology.examples import examples
from indicators.methodology.rules import RULES
from indicators.progress import METHOD_VERSION
from indicators.store.connection import Store
from pages.parts.as_of_line import as_of_line
from pages.parts.block import show
from pages.parts.chart_frame import ink
from pages.parts.gate import open_board
from pages.parts.method_sections import AFTER, BEFORE, contents, rule, scale, statuses, terms
from pages.parts.view import View, read_view_or_stop
from pages.parts.worked_example import worked_example

LEAD = (
    "Mỗi đánh giá trên bảng là một phép tính trên số liệu và mục tiêu của một chỉ tiêu; cùng số "
    "liệu thì luôn ra cùng kết quả. Ví dụ lấy từ số liệu đang xem; chỗ nào chưa có thì dùng ví dụ "
    "minh họa, đóng khung nét đứt và ghi rõ."
)


def boards(store: Store, view: View) -> list[Board]:
    """The board looked at, then that of the other scope: where examples are looked for."""
    scopes = sorted(get_args(Scope), key=lambda scope: scope != view.scope)
    return [assess(store, view.moment, scope) for scope in scopes]


def method_page(store: Store, view: View, colours: Ink) -> str:
    """Write the whole page."""
    looked_at = boards(store, view)
    thresholds = looked_at[0].thresholds
    found = examples(looked_at, thresholds)
    example = partial(worked_example, thresholds=thresholds, ink=colours, kept=view.kept)

    def draw(key: str, *, opinions: bool = False) -> str:
        return example(found.get(key), opinions=opinions)

    return "".join(
        (
            f'<h1>Cách đánh giá</h1><p class="lead">{LEAD}</p>',
            f'<p class="foot">Phương pháp phiên bản {METHOD_VERSION}</p>',
            contents(),
            statuses(thresholds, draw),
            scale(thresholds),
            *(terms(*section, draw) for section in BEFORE),
            *(rule(each, thresholds, draw) for each in RULES),
            *(terms(*section, partial(draw, opinions=True)) for section in AFTER),
        )
    )


store = open_board()
view = read_view_or_stop(store)
colours = ink()
page = view.once(("method", colours), lambda: method_page(store, view, colours))
show(as_of_line(view), page)
