"""Figures that come or came in: new, changed from old to new, unchanged."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TypeVar

from indicators.board.board import CITY
from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Catalogue
from indicators.dossier.values import PERIOD_NAMES
from indicators.intake.changes import TEXTS, Change, ChangeKind
from indicators.intake.plans import PlanChange
from indicators.store.records import Observation
from indicators.wording.numbers import counted
from indicators.wording.recorded import figure_words
from pages.parts.links import NEWEST, Links

KINDS: dict[ChangeKind, str] = {
    "changed": "Thay đổi",
    "new": "Mới",
    "restated": "Chỉ đổi nguồn, văn bản hoặc ghi chú",
    "unchanged": "Không đổi",
}
COLUMNS = ("Chỉ tiêu", "Năm", "Địa bàn", "Phân tổ", "Giá trị", "Nguồn, ghi chú", "Dòng")
CLASSES = {
    "Năm": "w",
    "Địa bàn": "w",
    "Giá trị": "figure",
    "Kế hoạch": "figure",
    "Thực hiện": "figure",
    "Dòng": "n",
}
TEXT_NAMES = dict(
    zip(TEXTS, ("nguồn", "văn bản", "ngày văn bản", "liên kết", "ghi chú"), strict=True)
)
SHOWN = 100

ChangeCells = dict[str, str]
AnyChange = TypeVar("AnyChange", Change, PlanChange)


def change_tables(
    changes: Sequence[Change],
    catalogue: Catalogue,
    *,
    of_one_file: bool = True,
    written_in: int | None = None,
) -> str:
    """Show all kinds of change that occur, changed values first, unchanged ones folded.

    Those written in a version lead to where they came from, as of that version.

    Rows of the file are named only where all values come from one file.
    """
    columns = [name for name in COLUMNS if of_one_file or name != "Dòng"]
    return kind_groups(
        changes, KINDS, columns, lambda each: change_cells(each, catalogue, written_in)
    )


def kind_groups(
    changes: Sequence[AnyChange],
    names: Mapping[ChangeKind, str],
    columns: Sequence[str],
    cells: Callable[[AnyChange], ChangeCells],
) -> str:
    """Show changes of figures or plans by kind, in the order of `names`, unchanged ones folded."""
    by_kind = {kind: [each for each in changes if each.kind == kind] for kind in names}
    return "".join(
        change_group(
            names[kind],
            len(same),
            [cells(each) for each in same[:SHOWN]],
            columns,
            is_open=kind != "unchanged",
        )
        for kind, same in by_kind.items()
        if same
    )


def change_group(
    name: str,
    count: int,
    lines: Sequence[ChangeCells],
    columns: Sequence[str],
    *,
    is_open: bool,
    elsewhere: str = "",
) -> str:
    """Show the first values of one kind under its name, and how many there are.

    `elsewhere` is HTML that says where the others are, when not all are shown.
    """
    left = count - len(lines)
    more = f'<p class="quiet">… và {counted(left)} giá trị nữa{elsewhere}.</p>' if left else ""
    return (
        f'<details class="changes"{" open" if is_open else ""}><summary><b>{name}</b> '
        f"<small>{counted(count)} giá trị</small></summary>"
        f"{change_table(lines, columns)}{more}</details>"
    )


def change_table(lines: Sequence[ChangeCells], columns: Sequence[str]) -> str:
    """Show values with their old and new figure, without empty columns."""
    used = [name for name in columns if any(line[name] for line in lines)]
    head = "".join(f'<th scope="col" class="{CLASSES.get(name, "")}">{name}</th>' for name in used)
    body = "".join(change_line(line, used) for line in lines)
    return (
        f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def change_line(cells: ChangeCells, used: Sequence[str]) -> str:
    """Show one value."""
    inner = "".join(f'<td class="{CLASSES.get(name, "")}">{cells[name]}</td>' for name in used)
    return f"<tr>{inner}</tr>"


def change_cells(
    change: Change, catalogue: Catalogue, written_in: int | None = None
) -> ChangeCells:
    """Give the cells of one value by column."""
    row, before = change.after, change.before
    old = "" if before is None else f'<span class="old">{figure(before, catalogue)}</span> →\u00a0'
    shown = figure(row, catalogue)
    if written_in:
        link = escape(NEWEST.carrying(v=str(written_in)).figure(row.key, CITY))
        shown = f'<a class="traced" href="{link}">{shown}</a>'
    written = f"{old}<b>{shown}</b>" if change.kind == "changed" else f"<b>{shown}</b>"
    where = f"{row.sheet} " if row.sheet else ""
    return {
        "Chỉ tiêu": indicator_cell(row, catalogue),
        "Năm": period_cell(row),
        "Địa bàn": area_cell(row, catalogue),
        "Phân tổ": escape(group_label(row.group)) if row.group else "",
        "Giá trị": written,
        "Nguồn, ghi chú": reworded(change) if change.kind == "restated" else "",
        "Dòng": escape(f"{where}{row.row or ''}".strip()),
    }


def figure(row: Observation | None, catalogue: Catalogue) -> str:
    """Write a figure as the board does."""
    return escape(figure_words(row, catalogue))


def indicator_cell(row: Observation, catalogue: Catalogue) -> str:
    """Link the indicator of a figure."""
    return indicator_link(row.indicator, catalogue)


def indicator_link(code: str, catalogue: Catalogue, links: Links | None = None) -> str:
    """Link an indicator by its code and short name."""
    name = catalogue.indicator_names.get(code, "")
    link = escape((links or NEWEST).indicator(code))
    return f'<a href="{link}"><small>{escape(code)}</small> {escape(name)}</a>'


def period_cell(row: Observation) -> str:
    """Write the year, and the period when it is not the whole year."""
    return f"{row.year}" if row.period == "nam" else f"{PERIOD_NAMES[row.period]} {row.year}"


def area_cell(row: Observation, catalogue: Catalogue) -> str:
    """Name the area; the whole city goes without saying."""
    return "" if row.area == CITY else escape(catalogue.area_names.get(row.area, row.area))


def reworded(change: Change) -> str:
    """Write which texts become others."""
    before, after = change.before, change.after
    told = [
        f'{name}: <span class="old">{escape(str(getattr(before, field) or "–"))}</span> →\u00a0'
        f"{escape(str(getattr(after, field) or '–'))}"
        for field, name in TEXT_NAMES.items()
        if getattr(before, field) != getattr(after, field)
    ]
    return "<br>".join(told)
