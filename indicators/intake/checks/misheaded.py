"""Columns under an unknown heading whose cells say of what the figures are.

Left out, such a column would make the whole city of a commune, and the whole of a part.
"""

from collections.abc import Callable, Collection, Iterator

from indicators.intake.checks.keys import Known
from indicators.intake.checks.provenance import PERIOD_WORDS, STATUS_WORDS
from indicators.intake.files.cell import Cell
from indicators.intake.files.heading_words import meanings
from indicators.intake.files.spelling import fold, same_name
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table

HOLDS = {
    "don_vi": "đơn vị hành chính",
    "nhom": "nhóm",
    "trang_thai": "trạng thái của số liệu",
    "ky": "kỳ báo cáo",
}
FIRM = ("", "chinhthuc")


def misheaded(table: Table, known: Known) -> Iterator[Finding]:
    """Name the columns without a known heading that hold areas, groups, statuses or periods."""
    # What stands in no column of the file was made where years stood across, and may be blank.
    present = [m for m, cell in zip(meanings(table.header.cells), table.header.cells, strict=True)
               if cell.column]  # fmt: skip
    kinds = {name: is_one for name, is_one in _kinds(known).items() if name not in present}
    for unused in table.unused:
        name = next((n for n, is_one in kinds.items() if _mostly(unused.texts, is_one)), None)
        if name is None:
            continue
        heading = excerpt(" ".join(unused.heading.split()))
        column = f"'{heading}'" if heading else unused.heading.column
        message = (
            f"Cột {column} ghi {HOLDS[name]} nhưng tiêu đề không nhận ra được; hãy đổi tiêu đề "
            f"thành {name} rồi gửi lại."
        )
        number = table.header.number
        yield Finding("error", "missing_column", table.sheet, number, name, heading, message)


def _kinds(known: Known) -> dict[str, Callable[[str], bool]]:
    """Give what tells the cells of each column."""
    groups = {same_name(v) for by in known.groups.values() for vs in by.values() for v in vs}
    statuses = STATUS_WORDS.keys() - set(FIRM)
    periods = {word for word, period in PERIOD_WORDS.items() if period != "nam"}
    return {
        "don_vi": lambda text: known.areas.find(Cell(text)) not in (None, known.areas.city),
        "nhom": lambda text: same_name(text) in groups,
        "trang_thai": lambda text: fold(text) in statuses,
        "ky": lambda text: fold(text) in periods,
    }


def _mostly(texts: Collection[str], is_one: Callable[[str], bool]) -> bool:
    """Say whether at least half of the texts are of a kind."""
    return bool(texts) and 2 * sum(map(is_one, texts)) >= len(texts)
