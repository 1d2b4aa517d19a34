"""The colours of findings, added to the cell styles of somebody's own workbook."""

import re

from indicators.intake.findings import Severity
from indicators.intake.marking.xml_patch import (
    Edit,
    Element,
    append,
    elements_of,
    end_of_tag,
    patched,
    with_attributes,
)

# Told apart by lightness too, for the colour-blind and for grey printers; dark text on all three.
COLOURS: dict[Severity, str] = {"error": "FFF4A582", "warning": "FFFFEB9C", "remark": "FFD6E6F5"}
INK = "FF1F2933"
FILL, XF, FONT = "styleSheet/fills/fill", "styleSheet/cellXfs/xf", "styleSheet/fonts/font"
COLOUR = re.compile(rb"<((?:\w+:)?)color\b[^>]*>")
WRAPPED = (
    '<{0}xf numFmtId="0" fontId="0" fillId="{1}" borderId="0" xfId="0" applyFill="1" '
    'applyAlignment="1"><{0}alignment vertical="top" wrapText="1"/></{0}xf>'
)


class Styles:
    """The styles of a workbook by index; asked for a coloured one, it adds it.

    Raises ValueError when the part is not one of cell styles.
    """

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._elements = elements_of(xml)
        self._prefix = self._elements[0].tag.removesuffix("styleSheet")
        self._fonts, self._fills, self._xfs = (self._all(path) for path in (FONT, FILL, XF))
        if not (self._fonts and self._fills and self._xfs):
            raise ValueError("no cell styles")
        self._new: dict[str, list[bytes]] = {FONT: [], FILL: [], XF: []}
        self._made: dict[object, int] = {}
        self._ours = {
            number for number, fill in enumerate(self._fills)
            if any(colour.encode() in self._bytes(fill).upper() for colour in COLOURS.values())
        }  # fmt: skip

    @property
    def used_before(self) -> bool:
        """Say whether an earlier copy left its colours in the workbook."""
        return bool(self._ours)

    def coloured(self, style: int, severity: Severity) -> int:
        """Give the style of a cell with the ground of a severity, and dark text."""
        key = (style, severity)
        if key not in self._made:
            fill = str(self._fill(severity))
            attributes = {"fillId": fill, "applyFill": "1", "fontId": str(self._dark(style))}
            self._made[key] = self._added(XF, self._changed(style, **attributes))
        return self._made[key]

    def plain(self, style: int) -> int:
        """Give the style of a cell without a ground of ours, which an earlier copy may have."""
        if not self._ours or int(self._xf(style).attributes.get("fillId", 0)) not in self._ours:
            return style
        key = (style, None)
        if key not in self._made:
            self._made[key] = self._added(XF, self._changed(style, fillId="0", applyFill="0"))
        return self._made[key]

    def note(self, severity: Severity | None) -> int:
        """Give the style of text in wrapped lines, on the ground of a severity if there is one."""
        key = ("note", severity)
        if key not in self._made:
            fill = 0 if severity is None else self._fill(severity)
            self._made[key] = self._added(XF, WRAPPED.format(self._prefix, fill).encode())
        return self._made[key]

    def heading(self) -> int:
        """Give the style of a heading in bold."""
        if "heading" not in self._made:
            bold = '<{0}font><{0}b/><{0}sz val="11"/><{0}name val="Calibri"/></{0}font>'
            font = self._added(FONT, bold.format(self._prefix).encode())
            self._made["heading"] = self._added(XF, self._changed(0, fontId=str(font)))
        return self._made["heading"]

    def xml(self) -> bytes:
        """Give the part with all that was added."""
        edits: list[Edit] = []
        for path, before in ((FONT, self._fonts), (FILL, self._fills), (XF, self._xfs)):
            parent = next(e for e in self._elements if e.path == path.rpartition("/")[0])
            added = self._new[path]
            count = str(len(before) + len(added))
            edits += append(self._xml, parent, b"".join(added), count=count)
        return patched(self._xml, edits)

    def _all(self, path: str) -> list[Element]:
        return [element for element in self._elements if element.path == path]

    def _bytes(self, element: Element) -> bytes:
        return self._xml[element.start : element.end]

    def _xf(self, style: int) -> Element:
        return self._xfs[style] if style < len(self._xfs) else self._xfs[0]

    def _added(self, path: str, xml: bytes) -> int:
        before = {FONT: self._fonts, FILL: self._fills, XF: self._xfs}[path]
        self._new[path].append(xml)
        return len(before) + len(self._new[path]) - 1

    def _changed(self, style: int, **attributes: str) -> bytes:
        xf = self._xf(style)
        head_end = end_of_tag(self._xml, xf.start)
        return (
            with_attributes(self._xml[xf.start : head_end], **attributes)
            + self._xml[head_end : xf.end]
        )

    def _fill(self, severity: Severity) -> int:
        if severity not in self._made:
            xml = (
                '<{0}fill><{0}patternFill patternType="solid"><{0}fgColor rgb="{1}"/>'
                "</{0}patternFill></{0}fill>"
            )
            fill = xml.format(self._prefix, COLOURS[severity]).encode()
            self._made[severity] = self._added(FILL, fill)
        return self._made[severity]

    def _dark(self, style: int) -> int:
        """Give the font of a style with dark ink: white letters would vanish on a light ground."""
        number = int(self._xf(style).attributes.get("fontId", 0))
        font = self._bytes(self._fonts[number])
        if not COLOUR.search(font):
            return number
        key = ("font", number)
        if key not in self._made:
            dark = COLOUR.sub(lambda found: b'<%scolor rgb="%s"/>' % (found[1], INK.encode()), font)
            self._made[key] = self._added(FONT, dark)
        return self._made[key]
