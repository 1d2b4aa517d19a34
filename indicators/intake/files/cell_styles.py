"""The styles of a workbook's cells: what they make of numbers, and whether they strike or raise.

openpyxl is loaded with the first workbook that has styles.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from indicators.intake.files.number_formats import NumberFormat, number_format
from indicators.intake.files.package import Attributes
from indicators.intake.findings import UnreadableFileError
from indicators.settings.sections import Limits

# The lists of a part of styles; fonts stand in another than that of fonts too.
LISTS = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
OFF = ("0", "false")
PASTE = "hãy chép số liệu sang một tệp mới (Dán đặc biệt, Giá trị) rồi gửi tệp đó."


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


def cell_styles(
    name: str, elements: Iterable[tuple[str, Attributes]], limits: Limits
) -> list[CellStyle]:
    """Give the style of cells by its index; raises UnreadableFileError past the limits."""
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
    _refuse_past(name, limits, len(pairs), codes.values())
    return [_style(codes.get(code, ""), fonts, font) for code, font in pairs]


def _refuse_past(name: str, limits: Limits, styles: int, codes: Collection[str]) -> None:
    if styles > limits.upload_styles or len(codes) > limits.upload_formats:
        message = f"Tệp {name} có quá nhiều kiểu ô hoặc định dạng số; {PASTE}"
        raise UnreadableFileError("too_large", message)
    if max(map(len, codes)) > limits.upload_format_letters:
        most = limits.upload_format_letters
        message = f"Tệp {name} có định dạng số dài hơn {most} ký tự; {PASTE}"
        raise UnreadableFileError("text_too_long", message)


def _style(code: str, fonts: list[Font], at: int) -> CellStyle:
    font = fonts[at] if 0 <= at < len(fonts) else Font()
    return CellStyle(number_format(code), font.struck, font.raised)
