"""The styles of a workbook's cells: what they make of numbers, and whether they strike or raise.

openpyxl is loaded with the first workbook that has styles.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.intake.files.number_formats import NumberFormat, number_format
from indicators.intake.files.package import Attributes

# The lists of a part of styles; fonts stand in another than that of fonts too.
LISTS = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
OFF = ("0", "false")


@dataclass(frozen=True, slots=True)
class CellStyle:
    """A number format, and whether the font strikes its text through, raises or lowers it."""

    format: NumberFormat
    struck: bool = False
    raised: bool = False


PLAIN = CellStyle(number_format(""))


@dataclass(slots=True)
class Font:
    """A font as far as it changes what a text says."""

    struck: bool = False
    raised: bool = False

    def take(self, tag: str, attributes: Attributes) -> None:
        """Take a property of it."""
        if tag in ("strike", "dstrike"):
            self.struck = is_on(attributes)
        elif tag == "vertAlign":
            self.raised = attributes.get("val", "baseline") != "baseline"


def is_on(attributes: Attributes) -> bool:
    """Say whether a property that may be switched off is on."""
    return attributes.get("val", "1") not in OFF


def cell_styles(elements: Iterable[tuple[str, Attributes]]) -> list[CellStyle]:
    """Give the style of cells by its index."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    codes, fonts, pairs = dict(BUILTIN_FORMATS), list[Font](), list[tuple[int, int]]()
    within = ""
    for tag, attributes in elements:
        if tag in LISTS:
            within = tag
        elif within == "numFmts" and tag == "numFmt":
            codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif within == "fonts" and tag == "font":
            fonts.append(Font())
        elif within == "fonts" and fonts:
            fonts[-1].take(tag, attributes)
        elif within == "cellXfs" and tag == "xf":
            pairs.append((int(attributes.get("numFmtId", 0)), int(attributes.get("fontId", 0))))
    return [_style(codes.get(code, ""), fonts, font) for code, font in pairs]


def _style(code: str, fonts: list[Font], at: int) -> CellStyle:
    font = fonts[at] if 0 <= at < len(fonts) else Font()
    return CellStyle(number_format(code), font.struck, font.raised)
