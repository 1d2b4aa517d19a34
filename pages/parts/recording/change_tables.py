"""Figures that come or came in: new, changed from old to new, unchanged."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from markupsafe import Markup

from indicators.board.board import CITY
from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Catalogue
from indicators.intake.changes import TEXTS, Change, ChangeKind
from indicators.intake.plans import PlanChange
from indicators.store.records import Observation
from indicators.wording.firmness import PERIOD_NAMES
from indicators.wording.numbers import counted
from indicators.wording.recorded import figure_words
from pages.parts.links import NEWEST, Links
from pages.parts.templates import blocks

TABLES = blocks("parts/recording/change_tables.html")
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

Cells = dict[str, str]
"""What stands in a line by the name of the column: words, or HTML as `Markup`."""
AnyChange = TypeVar("AnyChange", Change, PlanChange)


def change_tables(
    changes: Sequence[Change],
    catalogue: Catalogue,
    *,
    of_one_file: bool = True,
    written_in: int | None = None,
) -> Markup:
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
    cells: Callable[[AnyChange], Cells],
) -> Markup:
    """Show changes of figures or plans by kind, in the order of `names`, unchanged ones folded."""
    by_kind = {kind: [each for each in changes if each.kind == kind] for kind in names}
    return Markup("").join(
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
    lines: Sequence[Cells],
    columns: Sequence[str],
    *,
    is_open: bool,
    elsewhere: str = "",
) -> Markup:
    """Show the first values of one kind under its name, and how many there are.

    `elsewhere` says where the others are, when not all are shown.
    """
    left = count - len(lines)
    more = f"{counted(left)} giá trị" if left else ""
    shown = used(columns, lines)
    return TABLES.group(name, counted(count), more, shown, lines, is_open, elsewhere)


def change_table(lines: Sequence[Cells], columns: Sequence[str]) -> Markup:
    """Show values with their old and new figure, without empty columns."""
    return TABLES.figures(used(columns, lines), lines)


def used(columns: Sequence[str], lines: Sequence[Cells]) -> list[tuple[str, str]]:
    """Give the columns that any line has something in, with their classes."""
    return [(name, CLASSES.get(name, "")) for name in columns if any(line[name] for line in lines)]


def change_cells(change: Change, catalogue: Catalogue, written_in: int | None = None) -> Cells:
    """Give the cells of one value by column."""
    row, before = change.after, change.before
    where = NEWEST.carrying(v=str(written_in)).figure(row.key, CITY) if written_in else ""
    replaced = figure_words(before, catalogue) if before and change.kind == "changed" else None
    sheet = f"{row.sheet} " if row.sheet else ""
    return {
        "Chỉ tiêu": indicator_link(row.indicator, catalogue),
        "Năm": period_words(row),
        "Địa bàn": area_words(row, catalogue),
        "Phân tổ": group_label(row.group) if row.group else "",
        "Giá trị": TABLES.turn(replaced, figure_words(row, catalogue), where),
        "Nguồn, ghi chú": reworded(change) if change.kind == "restated" else "",
        "Dòng": f"{sheet}{row.row or ''}".strip(),
    }


def indicator_link(code: str, catalogue: Catalogue, links: Links | None = None) -> Markup:
    """Link an indicator by its code and short name."""
    where = (links or NEWEST).indicator(code)
    return TABLES.indicator(where, code, catalogue.indicator_names.get(code, ""))


def period_words(row: Observation) -> str:
    """Write the year, and the period when it is not the whole year."""
    return f"{row.year}" if row.period == "nam" else f"{PERIOD_NAMES[row.period]} {row.year}"


def area_words(row: Observation, catalogue: Catalogue) -> str:
    """Name the area; the whole city goes without saying."""
    return "" if row.area == CITY else catalogue.area_names.get(row.area, row.area)


def reworded(change: Change) -> Markup:
    """Write which texts become others."""
    texts = [
        (name, getattr(change.before, field), getattr(change.after, field))
        for field, name in TEXT_NAMES.items()
    ]
    return TABLES.texts([each for each in texts if each[1] != each[2]])
