"""Headings with a footnote mark, or struck through: what they say of a year is asked about."""

from collections.abc import Iterable, Iterator

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.year_headings import read_year_heading
from indicators.intake.findings import Finding, excerpt


def heading_marks(sheet: str, lines: Iterable[CellRow]) -> Iterator[Finding]:
    """Ask about the marks in the lines of a heading."""
    for row in lines:
        for cell in row.cells:
            message = _asked(cell) if cell and cell.looks is not None else ""
            if message:
                text = excerpt(cell)
                yield Finding("warning", "bad_year", sheet, row.number, cell.column, text, message)


def _asked(cell: Cell) -> str:
    looks, said = cell.looks, excerpt(cell)
    if looks is None:
        return ""
    if looks.withdrawn:
        return (
            f"Tiêu đề cột '{said}' bị gạch ngang; nếu vẫn dùng cột này hãy xác nhận, nếu không hãy "
            "xóa cột."
        )
    if read_year_heading(cell) is None:
        return ""
    if looks.whole:
        return (
            f"Cột '{excerpt(looks.whole)}' có dấu chú thích, được đọc là '{said}'; hãy xem lại chú "
            "thích rồi xác nhận."
        )
    if not looks.struck:
        return ""
    return (
        f"Cột '{said}' có phần bị gạch ngang ({excerpt(looks.struck)}); hãy xác nhận hoặc gõ lại "
        "tiêu đề."
    )
