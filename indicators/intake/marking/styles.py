"""The colours of findings, added to the cell styles of somebody's own workbook."""

from copy import deepcopy

from indicators.intake.findings import Severity
from indicators.intake.marking.xml_parts import Element, child, like, tree_of, xml_of

# Told apart by lightness too, for the colour-blind and for grey printers; dark text on all three.
COLOURS: dict[Severity, str] = {"error": "FFF4A582", "warning": "FFFFEB9C", "remark": "FFD6E6F5"}
INK = "FF1F2933"
PLAIN = {"numFmtId": 0, "fontId": 0, "borderId": 0, "xfId": 0}


class Styles:
    """The styles of a workbook by index; asked for a coloured one, it adds it.

    Raises ValueError when the part is not one of cell styles.
    """

    def __init__(self, xml: bytes) -> None:
        self._root = tree_of(xml)
        self._fonts, self._fills, self._xfs = (
            self._root.findall(path)
            for path in ("{*}fonts/{*}font", "{*}fills/{*}fill", "{*}cellXfs/{*}xf")
        )
        if not (self._fonts and self._fills and self._xfs):
            raise ValueError("no cell styles")
        self._made: dict[object, int] = {}
        ours = set(COLOURS.values())
        self._ours = {
            number for number, fill in enumerate(self._fills)
            if any(colour.get("rgb", "").upper() in ours for colour in fill.iter("{*}fgColor"))
        }  # fmt: skip

    @property
    def used_before(self) -> bool:
        """Say whether an earlier copy left its colours in the workbook."""
        return bool(self._ours)

    def coloured(self, style: int, severity: Severity) -> int:
        """Give the style of a cell with the ground of a severity, and dark text."""
        key = (style, severity)
        if key not in self._made:
            font = self._dark(style)
            self._made[key] = self._changed(
                style, fillId=self._fill(severity), applyFill=1, fontId=font
            )
        return self._made[key]

    def plain(self, style: int) -> int:
        """Give the style of a cell without a ground of ours, which an earlier copy may have."""
        if not self._ours or int(self._xf(style).get("fillId", 0)) not in self._ours:
            return style
        key = (style, None)
        if key not in self._made:
            self._made[key] = self._changed(style, fillId=0, applyFill=0)
        return self._made[key]

    def note(self, severity: Severity | None) -> int:
        """Give the style of text in wrapped lines, on the ground of a severity if there is one."""
        key = ("note", severity)
        if key not in self._made:
            fill = 0 if severity is None else self._fill(severity)
            attributes = {**PLAIN, "fillId": fill, "applyFill": 1, "applyAlignment": 1}
            xf = like(self._xfs[0], "xf", attributes)
            child(xf, "alignment", vertical="top", wrapText=1)
            self._made[key] = _added(self._xfs, xf)
        return self._made[key]

    def heading(self) -> int:
        """Give the style of a heading in bold."""
        if "heading" not in self._made:
            font = like(self._fonts[0], "font", {})
            child(font, "b")
            child(font, "sz", val=11)
            child(font, "name", val="Calibri")
            self._made["heading"] = self._changed(0, fontId=_added(self._fonts, font))
        return self._made["heading"]

    def xml(self) -> bytes:
        """Give the part with all that was added."""
        return xml_of(self._root)

    def _xf(self, style: int) -> Element:
        return self._xfs[style] if style < len(self._xfs) else self._xfs[0]

    def _changed(self, style: int, **attributes: int) -> int:
        xf = deepcopy(self._xf(style))
        for name, value in attributes.items():
            xf.set(name, str(value))
        return _added(self._xfs, xf)

    def _fill(self, severity: Severity) -> int:
        if severity not in self._made:
            fill = like(self._fills[0], "fill", {})
            child(child(fill, "patternFill", patternType="solid"), "fgColor", rgb=COLOURS[severity])
            self._made[severity] = _added(self._fills, fill)
        return self._made[severity]

    def _dark(self, style: int) -> int:
        """Give the font of a style with dark ink: white letters would vanish on a light ground."""
        number = int(self._xf(style).get("fontId", 0))
        if self._fonts[number].find("{*}color") is None:
            return number
        key = ("font", number)
        if key not in self._made:
            font = deepcopy(self._fonts[number])
            colour = font.find("{*}color")
            colour.attrib.clear()
            colour.set("rgb", INK)
            self._made[key] = _added(self._fonts, font)
        return self._made[key]


def _added(siblings: list[Element], made: Element) -> int:
    """Put an element behind its siblings, and give its index."""
    parent = siblings[0].getparent()
    parent.append(made)
    siblings.append(made)
    parent.set("count", str(len(siblings)))
    return len(siblings) - 1
