"""The quiet line by which a chart or table is taken along: picture, figures, the view's address.

Plain HTML, as widgets would cost the browser time; what its buttons do is take.js and copy.js.
"""

from markupsafe import Markup

from indicators.charts.picture import SCALE
from indicators.settings.board import board_address
from pages.parts.links import Parameters
from pages.parts.picture_choice import FORMAT, SHAPE
from pages.parts.presenting.screen import WEB
from pages.parts.templates import blocks
from pages.parts.view import View, pinned

Choice = tuple[str, str, str, bool]  # a word of the address, its name, where, is it the one

PARTS = blocks("parts/taking.html")
SHAPE_NAMES = {"": "16:9", "vuong": "Vuông"}
FORMAT_NAMES = {"": "PNG", "svg": "SVG"}
FILES = {"csv": "Tải CSV", "xlsx": "Tải Excel"}


def taking(*parts: Markup) -> Markup:
    """Put what can be taken into one line."""
    return PARTS.taking(parts)


def picture_taken(view: View, name: str, asked: Parameters) -> Markup:
    """Offer a picture of tai/pictures.py: take.js makes the PNG."""
    shape = {SHAPE: view.picture.shape_word or None}
    where = view.links.file(f"{name}.svg", {**asked, **shape, **seen(view)})
    return PARTS.picture(where, view.picture.format, SCALE, picture_choices(view))


def picture_choices(view: View) -> list[tuple[str, str, list[Choice]]]:
    """Offer the shapes and formats of a picture."""
    shape, format_ = view.picture.shape_word, view.picture.format_word
    return [
        ("Khổ hình", SHAPE, choices(SHAPE, SHAPE_NAMES, shape, view)),
        ("Định dạng hình", FORMAT, choices(FORMAT, FORMAT_NAMES, format_, view)),
    ]


def choices(name: str, names: dict[str, str], chosen: str, view: View) -> list[Choice]:
    """Address the values of a parameter of the page's address."""
    return [
        (word, told, view.here(**{name: word or None}), word == chosen)
        for word, told in names.items()
    ]


def table_taken(view: View, table: str, asked: Parameters) -> Markup:
    """Offer a table of table_files.py as it is at this data version."""
    parameters = {**asked, **seen(view)}
    return PARTS.files(
        (told, view.links.file(f"{table}.{ending}", parameters)) for ending, told in FILES.items()
    )


def seen(view: View) -> Parameters:
    """Name scope and moment of a view so that they stay the same."""
    return {"pham-vi": view.links.carried["pham-vi"], **pinned(view.store, view.moment)}


def address_taken(view: View, path: str) -> Markup:
    """Offer to copy the address that reopens all of this view at this data version."""
    return PARTS.address(view.lasting(f"{outside()}/{path}"))


def outside() -> str:
    """The board's address as others know it; '' leaves it to the browser."""
    named = board_address()
    return named if named.startswith(WEB) else ""
