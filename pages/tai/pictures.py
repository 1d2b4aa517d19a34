"""Pictures of charts, and of the roadmap, at addresses: `/tai/hinh-nhom.svg?ma=CS&hinh=vuong&v=12`.

An SVG has its fonts inside; the page that offers it as a PNG draws that one (static/frame/take.js).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from indicators.board.board import assess
from indicators.board.summary import group_finding
from indicators.charts.compared_panels import comparison_multiples
from indicators.charts.dossier_trajectory import pictured
from indicators.charts.panels import Multiples, group_multiples
from indicators.charts.picture import Shape
from indicators.charts.picture_frame import SVG
from indicators.charts.roadmap_picture import TITLE, roadmap_picture
from indicators.charts.small_multiples_picture import small_multiples_picture
from indicators.charts.supposed_line import NOTHING_SUPPOSED
from indicators.charts.trajectory_picture import trajectory_picture
from indicators.comparison.comparison import WAY_NAMES, Comparison, codes_of
from indicators.comparison.making import compare
from indicators.comparison.sources import sources_of_all
from indicators.comparison.table import SOURCES_TOLD
from indicators.figures.disaggregation import BY_INDICATOR
from indicators.store.errors import StoreError
from indicators.wording.comparisons import no_indicator
from indicators.wording.telling import sources_told
from pages.chi_tieu.shown_lines import asked_lines, with_lines
from pages.chi_tieu.what_if import supposed_in_address
from pages.parts.faces import embedded_faces
from pages.parts.links import read_question
from pages.parts.view import View
from pages.tai.answering import answer, dated, file_answer, no_code, not_there
from pages.tai.asked import asked_dossier


@dataclass(frozen=True, slots=True)
class Pictured:
    """A chart or a set of them as SVG in a shape; the name of its file without day and ending."""

    draw: Callable[[Shape], str]
    name: str


def chart_pictured(view: View) -> Pictured:
    """Gather the chart of an indicator in one breakdown, with what is supposed."""
    dossier = asked_dossier(view)
    i, shown = dossier.row.indicator, pictured(dossier)
    if shown is None:
        raise StoreError(f"Chỉ tiêu {i.code} chưa có gì để vẽ thành hình.")
    asked = with_lines(shown.trajectory, asked_lines(view.parameters, narrow=False))
    supposed = supposed_in_address(dossier, view) or NOTHING_SUPPOSED
    shown = replace(shown, trajectory=replace(asked, supposed=supposed))
    draw = partial(trajectory_picture, shown, faces=embedded_faces)
    return Pictured(draw, f"{i.code} {i.short_name}")


def set_pictured(shown: Multiples, name: str) -> Pictured:
    """Name the picture of a set of small charts."""
    return Pictured(partial(small_multiples_picture, shown, faces=embedded_faces), name)


def roadmap_pictured(view: View) -> Pictured:
    """Draw the way of every indicator that is judged."""
    board = assess(view.store, view.moment, view.scope)
    source = sources_told(sources_of_all(view.store, board), SOURCES_TOLD)
    return Pictured(partial(roadmap_picture, board, source, faces=embedded_faces), TITLE)


def group_pictured(view: View) -> Pictured:
    """Gather the charts of a group."""
    board, code = (
        assess(view.store, view.moment, view.scope),
        view.parameters.get("ma", "").strip().upper(),
    )
    if not code:
        raise StoreError(no_code("nhóm", "Nhóm"))
    group = next((group for group, _ in board.groups() if group.code == code), None)
    if group is None:
        raise StoreError(
            f"Không có nhóm mang mã '{code}' ở phạm vi và thời điểm trong địa chỉ; hãy mở trang "
            "Nhóm rồi tải lại từ đó."
        )
    part = board.of_group(code)
    source = sources_told(sources_of_all(view.store, part), SOURCES_TOLD)
    shown = group_multiples(part, group_finding(part, group), source)
    return set_pictured(shown, f"{code} {group.name}")


def comparison_pictured(view: View) -> Pictured:
    """Gather the charts of a comparison."""
    question = read_question(view.parameters)
    if not question.codes:
        raise StoreError(no_code("chỉ tiêu", "So sánh"))
    comparison = compare(view.store, view.moment, view.scope, question)
    if comparison is None:
        raise StoreError(no_indicator(question.codes))
    return set_pictured(comparison_multiples(comparison), comparison_name(comparison))


def comparison_name(comparison: Comparison) -> str:
    """Name what is compared, and by what."""
    name = f"So sánh {' '.join(codes_of(comparison))}"
    if comparison.way == BY_INDICATOR:
        return name
    return f"{name} theo {WAY_NAMES.get(comparison.way, comparison.way)}"


PICTURES: dict[str, Callable[[View], Pictured]] = {
    "hinh-chi-tieu": chart_pictured,
    "hinh-nhom": group_pictured,
    "hinh-so-sanh": comparison_pictured,
    "hinh-lo-trinh": roadmap_pictured,
}


def hand_over(request: Request) -> Response:
    """Answer with the picture, or with a page that says why there is none."""
    gather = PICTURES.get(request.path_params["name"])
    if gather is None:
        return not_there()
    return answer(request, lambda view: picture_file(view, gather(view)))


def picture_file(view: View, taken: Pictured) -> Response:
    """Draw a picture in the shape that an address asks for."""
    drawn = taken.draw(view.picture.shape)
    name = f"{taken.name} {dated(view)}.svg".replace("/", "-")
    return file_answer(drawn.encode(), name, SVG)


ROUTES = [Route("/tai/{name}.svg", hand_over)]
