"""The quiet line by which a chart or table is taken along: picture, figures, the view's address.

Plain HTML, as widgets would cost the browser time; what its buttons do is static/frame/take.js.
"""

from html import escape

from indicators.charts.picture import SCALE
from indicators.store.settings import board_address
from pages.parts.as_of_line import CURRENT
from pages.parts.links import Parameters
from pages.parts.picture_choice import FORMAT, SHAPE
from pages.parts.presenting.screen import WEB
from pages.parts.view import View, pinned

SHAPE_NAMES = {"": "16:9", "vuong": "Vuông"}
FORMAT_NAMES = {"": "PNG", "svg": "SVG"}
FILES = {"csv": "Tải CSV", "xlsx": "Tải Excel"}


def taking(*parts: str) -> str:
    """Put what can be taken into one line."""
    return f'<div class="takes">{"".join(parts)}</div>'


def picture_taken(view: View) -> str:
    """Offer the picture of the chart above, and to have it in another shape or format."""
    taken = '<button type="button" data-picture>Tải hình</button>'
    return f"<span>{taken}{picture_choices(view)}</span>"


def set_taken(view: View, set_of: str, asked: Parameters) -> str:
    """Offer the picture of a set of small charts by picture_files.py: take.js makes the PNG."""
    picture = view.picture
    shape = {SHAPE: picture.shape_word or None}
    where = escape(view.links.file(f"{set_of}.svg", {**asked, **shape, **seen(view)}))
    taken = (
        f'<button type="button" data-drawn="{where}" data-scale="{SCALE}">Tải hình</button>'
        if picture.format == "png"
        else f'<a href="{where}">Tải hình</a>'
    )
    return f'<span>{taken}{picture_choices(view)}<span role="alert"></span></span>'


def picture_choices(view: View) -> str:
    """Offer the shapes and formats of a picture."""
    shapes = choices("Khổ hình", SHAPE, SHAPE_NAMES, view.picture.shape_word, view)
    formats = choices("Định dạng hình", FORMAT, FORMAT_NAMES, view.picture.format_word, view)
    return f"{shapes}{formats}"


def choices(label: str, name: str, names: dict[str, str], chosen: str, view: View) -> str:
    """Link the values of a parameter of the page's address."""
    links = "".join(
        f'<a id="{name}-{word}" data-stays href="{escape(view.here(**{name: word or None}))}"'
        f"{CURRENT if word == chosen else ''}>{told}</a>"
        for word, told in names.items()
    )
    return f'<span class="either" role="group" aria-label="{label}">{links}</span>'


def table_taken(view: View, table: str, asked: Parameters) -> str:
    """Offer a table of table_files.py as it is at this data version."""
    parameters = {**asked, **seen(view)}
    links = "".join(
        f'<a href="{escape(view.links.file(f"{table}.{ending}", parameters))}">{told}</a>'
        for ending, told in FILES.items()
    )
    return f"<span>{links}</span>"


def seen(view: View) -> Parameters:
    """Name scope and moment of a view so that they stay the same."""
    return {"pham-vi": view.links.carried["pham-vi"], **pinned(view.store, view.moment)}


def address_taken(view: View, path: str) -> str:
    """Offer to copy the address that reopens all of this view at this data version."""
    where = view.lasting(f"{outside()}/{path}")
    return (
        f'<span><button type="button" data-address="{escape(where)}">Sao chép liên kết</button>'
        '<span role="status"></span></span>'
    )


def outside() -> str:
    """The board's address as others know it; '' leaves it to the browser."""
    named = board_address()
    return named if named.startswith(WEB) else ""
