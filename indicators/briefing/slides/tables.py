"""Tables of a slide: columns with widths, rows as high as their text, as many as a page holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indicators.briefing.slides.drawing import Align, Drawing, Paragraph, SlideBox, SlideRun, ink
from indicators.charts.theme import BADGES, LIGHT
from indicators.progress.results import Status
from indicators.typesetting.pages import evenly_parted
from indicators.typesetting.type_size import LEADING, lines_of, text_width
from indicators.wording.numbers import NONE

SIDE, ABOVE = 0.07, 0.045  # inches between a cell's edge and its text
APART = 0.2  # inches before words that follow a number
LEAST, TINY = 1.2, 1e-6  # inches that the column which gives keeps; what rounding loses
GROUND, RULE = "#E8EEF5", "#C9D1DA"
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


@dataclass(frozen=True, slots=True)
class SlideColumn:
    """A column's heading, its width as a share of the table, and how its text stands.

    With `codes` those of indicators stand out; `before` is the room in inches left of the text. An
    `optional` column is left out where no row has anything in it.
    """

    heading: str
    share: float
    align: Align = "l"
    bold: bool = False
    codes: bool = False
    before: float = SIDE
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SlideCell:
    """Text in a table; with a status it has its colours and its sign."""

    text: str
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class SlideTable:
    """The columns of a table, its width in inches and its type in points."""

    columns: tuple[SlideColumn, ...]
    width: float
    size: float

    def widths(self) -> list[float]:
        """Give the columns' widths in inches."""
        whole = sum(column.share for column in self.columns)
        return [self.width * column.share / whole for column in self.columns]

    def rooms(self) -> list[float]:
        """Give the widths in inches that the columns leave for text."""
        pairs = zip(self.columns, self.widths(), strict=True)
        return [width - column.before - SIDE for column, width in pairs]

    def height(self, row: Sequence[SlideCell], *, head: bool = False) -> float:
        """Estimate how high a row becomes, in inches."""
        most = max(
            len(
                lines_of(text_of(cell), self.size, room * 72, bold=is_bold(cell, column, head=head))
            )
            for cell, column, room in zip(row, self.columns, self.rooms(), strict=True)
        )
        return most * self.size * LEADING / 72 + 2 * ABOVE

    def keeps_words(self, rows: "SlideRows") -> bool:
        """Whether no column is too narrow for a word in it."""
        return all(
            self.word_width(cell) <= room + TINY
            for row in (self.head(), *rows)
            for cell, room in zip(row, self.rooms(), strict=True)
        )

    def widened(self, rows: "SlideRows") -> "SlideTable":
        """Widen columns too narrow for a word; the widest gives, where it can, what they need."""
        wider = [
            width + max(0, *(self.word_width(row[place]) - room for row in (self.head(), *rows)))
            for place, (width, room) in enumerate(zip(self.widths(), self.rooms(), strict=True))
        ]
        giver = max(range(len(wider)), key=lambda place: self.columns[place].share)
        wider[giver] = self.width - sum(wider) + wider[giver]
        if wider[giver] < LEAST:
            return self
        pairs = zip(self.columns, wider, strict=True)
        return replace(self, columns=tuple(replace(c, share=width) for c, width in pairs))

    def word_width(self, cell: SlideCell) -> float:
        """Give the inches that the longest word of a cell takes."""
        words = (text_width(word, self.size, bold=True) for word in cell.text.split())
        return max(words, default=0) / 72

    def head(self) -> tuple[SlideCell, ...]:
        """Give the row of headings."""
        return tuple(SlideCell(column.heading) for column in self.columns)


CODE = re.compile(r"([A-Z]{2}\d\d)")


def is_bold(cell: SlideCell, column: SlideColumn, *, head: bool) -> bool:
    """Whether a cell is set bold: headings, columns that are, verdicts."""
    return head or column.bold or cell.status is not None


SlideRow = Sequence[SlideCell]
SlideRows = Sequence[SlideRow]


def text_of(cell: SlideCell) -> str:
    """Give a cell's text with the sign of its status."""
    return f"{SIGNS[cell.status]} {cell.text}" if cell.status else cell.text


# The marks as signs that Office finds a type for; a shape would not move with its row.
SIGNS = {
    Status.ACHIEVED: "✓",
    Status.ON_TRACK: "▲",
    Status.SLOW: "◑",
    Status.OFF_TRACK: "◆",
    Status.WORSENING: "▼",
    Status.MISSED: "✕",
    Status.PENDING: "○",
    Status.INSUFFICIENT: "…",
    Status.NO_DATA: "□",
    Status.MONITORED: "∼",
}


def without_empty(
    columns: Sequence[SlideColumn], rows: SlideRows
) -> tuple[tuple[SlideColumn, ...], list[SlideRow]]:
    """Leave out the optional columns in which no row has anything."""
    places = [
        place
        for place, column in enumerate(columns)
        if not column.optional or any(row[place].text != NONE for row in rows)
    ]
    return tuple(columns[n] for n in places), [tuple(row[n] for n in places) for row in rows]


def pages_of(grid: SlideTable, rows: SlideRows, height: float) -> list[SlideRows]:
    """Part rows into as few pages of that height in inches as they take, about equally full."""
    room = height - grid.height(grid.head(), head=True)
    tall = [grid.height(row) for row in rows]
    return [[rows[n] for n in page] for page in evenly_parted(tall, room)]


def add_table(
    drawing: Drawing, grid: SlideTable, rows: SlideRows, corner: tuple[float, float], told: str
) -> None:
    """Add one page of a table, its corner in inches; `told` says what is in it."""
    left, top = corner
    heights = [grid.height(grid.head(), head=True), *map(grid.height, rows)]
    columns = "".join(f'<a:gridCol w="{drawing.emu(width)}"/>' for width in grid.widths())
    head = row_xml(drawing, grid, grid.head(), heights[0], head=True)
    body = "".join(
        row_xml(drawing, grid, row, tall) for row, tall in zip(rows, heights[1:], strict=True)
    )
    place = drawing.place(SlideBox(left, top, grid.width, sum(heights)), tag="p")
    drawing.shapes.append(
        f"<p:graphicFrame><p:nvGraphicFramePr>{drawing.named('Bảng', told)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f'</p:nvGraphicFramePr>{place}<a:graphic><a:graphicData uri="{TABLE}"><a:tbl>'
        f'<a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{head}{body}'
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def row_xml(
    drawing: Drawing,
    grid: SlideTable,
    row: Sequence[SlideCell],
    height: float,
    *,
    head: bool = False,
) -> str:
    """Write one row."""
    cells = "".join(
        cell_xml(drawing, cell, column, grid.size, head=head)
        for cell, column in zip(row, grid.columns, strict=True)
    )
    return f'<a:tr h="{drawing.emu(height)}">{cells}</a:tr>'


def cell_xml(
    drawing: Drawing, cell: SlideCell, column: SlideColumn, size: float, *, head: bool
) -> str:
    """Write one cell with the rule below it."""
    ground, color = GROUND if head else "", LIGHT.quiet if head else LIGHT.text
    if cell.status:
        ground, color = BADGES[cell.status].fill, BADGES[cell.status].text
    bold = is_bold(cell, column, head=head)
    parts = CODE.split(text_of(cell)) if column.codes and not head else [text_of(cell)]
    runs = (SlideRun(part, size, color, bold or bool(n % 2)) for n, part in enumerate(parts))
    text = Paragraph(tuple(runs), column.align)
    before, side, above = map(drawing.emu, (column.before, SIDE, ABOVE))
    anchor = "b" if head else "t"
    edges = "".join(f"<a:ln{edge}><a:noFill/></a:ln{edge}>" for edge in "LRT")
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{drawing.paragraphs([text])}</a:txBody><a:tcPr "
        f'marL="{before}" marR="{side}" marT="{above}" marB="{above}" anchor="{anchor}"'
        f'>{edges}<a:lnB w="9525">{ink(RULE)}</a:lnB>{ink(ground) if ground else "<a:noFill/>"}'
        "</a:tcPr></a:tc>"
    )
