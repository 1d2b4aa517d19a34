"""The template the slides are made from: the city's own where one is placed, else the project's."""

import io
from dataclasses import dataclass
from typing import Any

from pptx import Presentation

from indicators.briefing.brief import BriefError
from indicators.briefing.slides.default_template import (
    AREA,
    CONTENT,
    COVER,
    COVER_TITLE,
    TITLE,
    WIDTH,
    default_template,
)
from indicators.briefing.slides.drawing import EMU, SlideBox
from indicators.briefing.slides.sections import drop_sections
from indicators.wording.letters import bare

WIDE = 16 / 9
AREAS = (None, "body", "obj")
TITLES = ("title", "ctrTitle")


@dataclass(frozen=True, slots=True)
class Template:
    """An open presentation without slides; places in inches of a slide 13.333 inches wide."""

    deck: Any
    cover: Any
    content: Any
    factor: float
    cover_title: SlideBox
    title: SlideBox
    area: SlideBox


def open_template(template: tuple[str, bytes] | None) -> Template:
    """Open a template by name and bytes; raises BriefError where slides cannot be made from it."""
    name, content = template or ("mặc định", default_template())
    try:
        deck = Presentation(io.BytesIO(content))
        drop_slides(deck)
    except Exception as error:  # whatever python-pptx and its parsers say of a strange file
        raise BriefError(f"Tệp mẫu {name} không phải tệp PowerPoint (.pptx) đọc được.") from error
    if abs(deck.slide_width / deck.slide_height / WIDE - 1) > 0.01:
        raise BriefError(f"Tệp mẫu {name} không phải khổ 16:9.")
    cover, layout = layout_named(deck, COVER, name), layout_named(deck, CONTENT, name)
    factor = deck.slide_width / EMU / WIDTH
    return Template(
        deck,
        cover,
        layout,
        factor,
        place_of(cover, TITLES, factor) or COVER_TITLE,
        place_of(layout, TITLES, factor) or TITLE,
        place_of(layout, AREAS, factor) or AREA,
    )


def drop_slides(deck: Any) -> None:  # noqa: ANN401
    """Take out the slides a template came with."""
    for slide in list(deck.slides._sldIdLst):
        deck.part.drop_rel(slide.rId)
        deck.slides._sldIdLst.remove(slide)
    drop_sections(deck.part._element)


def layout_named(deck: Any, name: str, file: str) -> Any:  # noqa: ANN401
    """Find a layout by its name; it needs a title."""
    layouts = {bare(layout.name): layout for layout in deck.slide_layouts}
    found = layouts.get(bare(name))
    if found is None:
        raise BriefError(
            f"Tệp mẫu {file} không có bố cục “{name}”; cần hai bố cục tên là “{COVER}” và "
            f"“{CONTENT}”."
        )
    if all(shape.element.ph.get("type") not in TITLES for shape in found.placeholders):
        raise BriefError(f"Bố cục “{name}” của tệp mẫu {file} không có ô tiêu đề.")
    return found


def place_of(layout: Any, kinds: tuple[str | None, ...], factor: float) -> SlideBox | None:  # noqa: ANN401
    """Say where the first placeholder of some kinds stands."""
    for shape in layout.placeholders:
        if shape.element.ph.get("type") in kinds:
            sides = (shape.left, shape.top, shape.width, shape.height)
            return SlideBox(*(side / EMU / factor for side in sides))
    return None
