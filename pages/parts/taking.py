"""The quiet line by which a chart or table is taken along: picture, figures, the view's address.

Plain HTML, as widgets would cost the browser time; what its buttons do is static/frame/take.js.
"""

from html import escape

import streamlit as st

from indicators.charts.picture import SCALE
from indicators.store.settings import board_address
from pages.parts.addresses import Parameters, address, here
from pages.parts.as_of_line import CURRENT
from pages.parts.picture_choice import FORMAT, SHAPE, Picture, read_picture
from pages.parts.presenting.screen import WEB, fixed_address
from pages.parts.view import View, pinned

SHAPE_NAMES = {"": "16:9", "vuong": "Vuông"}
FORMAT_NAMES = {"": "PNG", "svg": "SVG"}
FILES = {"csv": "Tải CSV", "xlsx": "Tải Excel"}


def taking(*parts: str) -> str:
    """Put what can be taken into one line."""
    return f'<div class="takes">{"".join(parts)}</div>'


def picture_taken(picture: Picture) -> str:
    """Offer the picture of the chart above, and to have it in another shape or format."""
    taken = '<button type="button" data-picture>Tải hình</button>'
    return f"<span>{taken}{picture_choices(picture)}</span>"


def set_taken(view: View, set_of: str, asked: Parameters) -> str:
    """Offer the picture of a set of small charts by picture_files.py: take.js makes the PNG."""
    picture = read_picture(st.query_params.to_dict())
    shape = {SHAPE: picture.shape_word or None}
    where = escape(address(f"/tai/{set_of}.svg", {**asked, **shape, **seen(view)}))
    taken = (
        f'<button type="button" data-drawn="{where}" data-scale="{SCALE}">Tải hình</button>'
        if picture.format == "png"
        else f'<a href="{where}">Tải hình</a>'
    )
    return f'<span>{taken}{picture_choices(picture)}<span role="alert"></span></span>'


def picture_choices(picture: Picture) -> str:
    """Offer the shapes and formats of a picture."""
    shapes = choices("Khổ hình", SHAPE, SHAPE_NAMES, picture.shape_word)
    formats = choices("Định dạng hình", FORMAT, FORMAT_NAMES, picture.format_word)
    return f"{shapes}{formats}"


def choices(label: str, name: str, names: dict[str, str], chosen: str) -> str:
    """Link the values of a parameter of the page's address."""
    asked = st.query_params.to_dict()
    links = "".join(
        f'<a id="{name}-{word}" data-stays href="{escape(here({**asked, name: word or None}))}"'
        f"{CURRENT if word == chosen else ''}>{told}</a>"
        for word, told in names.items()
    )
    return f'<span class="either" role="group" aria-label="{label}">{links}</span>'


def table_taken(view: View, table: str, asked: Parameters) -> str:
    """Offer a table of table_files.py as it is at this data version."""
    parameters = {**asked, **seen(view)}
    links = "".join(
        f'<a href="{escape(address(f"/tai/{table}.{ending}", parameters))}">{told}</a>'
        for ending, told in FILES.items()
    )
    return f"<span>{links}</span>"


def seen(view: View) -> Parameters:
    """Name scope and moment of a view so that they stay the same."""
    return {"pham-vi": view.kept["pham-vi"], **pinned(view.store, view.moment)}


def address_taken(view: View, path: str) -> str:
    """Offer to copy the address that reopens all of this view at this data version."""
    where = fixed_address(view, f"{outside()}/{path}")
    return (
        f'<span><button type="button" data-address="{escape(where)}">Sao chép liên kết</button>'
        '<span role="status"></span></span>'
    )


def outside() -> str:
    """The board's address as others know it; '' leaves it to the browser."""
    named = board_address()
    return named if named.startswith(WEB) else ""
