"""The charts of the site as pictures to take along: an SVG each, with its fonts inside."""

from markupsafe import Markup

from indicators.charts.dossier_trajectory import pictured
from indicators.charts.picture import LANDSCAPE
from indicators.charts.trajectory_picture import trajectory_picture
from indicators.dossier.dossier import Dossier
from indicators.wording.illustrative import file_name
from pages.parts.faces import embedded_faces
from pages.parts.templates import blocks

DOWNLOADS = blocks("site/downloads.html")


def picture_files(dossier: Dossier) -> dict[str, bytes]:
    """Draw the chart of an indicator; nothing where there is none."""
    shown = pictured(dossier)
    if shown is None:
        return {}
    return {path_of(dossier): trajectory_picture(shown, LANDSCAPE, embedded_faces).encode()}


def path_of(dossier: Dossier) -> str:
    """Name the place of a picture in the site; the name says so where its figures are made up."""
    name = f"{dossier.row.indicator.code}.svg"
    return f"hinh/{file_name(name, illustrative=bool(dossier.board.mark))}"


def picture_link(dossier: Dossier, root: str) -> Markup:
    """Offer the picture of a chart."""
    return DOWNLOADS.link(f"{root}{path_of(dossier)}", "Tải hình (SVG)")
