"""What is recorded, one line a kind: '40 số liệu của Toàn thành phố, cả năm 2026, chính thức'."""

from collections.abc import Iterable, Iterator, Sequence

from indicators.catalogue.groups import group_pairs
from indicators.catalogue.records import Catalogue
from indicators.store.records import Observation, Plan
from indicators.wording.firmness import PERIOD_WORDS
from indicators.wording.numbers import counted, spans

WITHDRAWN = "rút lại"
# More areas than this are counted by what they are, not named.
MOST_AREAS = 3

Kind = tuple[str, str, str]


def recorded_kinds(rows: Iterable[Observation], catalogue: Catalogue) -> list[str]:
    """Tell figures by group, period and status, the most first; areas are named where few."""
    kinds: dict[Kind, list[Observation]] = {}
    for row in rows:
        status = WITHDRAWN if row.value is None and not row.label else row.status
        kinds.setdefault((_dimensions(row.group), row.period, status), []).append(row)
    told = [
        (len(part), _line(kind, area, part))
        for kind, same in kinds.items()
        for area, part in _by_area(same, catalogue)
    ]
    return [line for _, line in sorted(told, key=lambda each: -each[0])]


def planned_kinds(plans: Sequence[Plan]) -> list[str]:
    """Tell how many yearly plans of the city there are, and of which years."""
    if not plans:
        return []
    years = spans(plan.target.year for plan in plans)
    return [f"{counted(len(plans))} số kế hoạch năm {years} của Toàn thành phố"]


def _line(kind: Kind, area: str, rows: Sequence[Observation]) -> str:
    dimensions, period, status = kind
    group = f", chia theo {dimensions}" if dimensions else ""
    years = spans(row.year for row in rows)
    return (
        f"{counted(len(rows))} số liệu của {area}{group}, {PERIOD_WORDS[period]} {years}, {status}"
    )


def _by_area(
    rows: Sequence[Observation], catalogue: Catalogue
) -> Iterator[tuple[str, list[Observation]]]:
    """Part figures by their area; of many areas those of one kind are counted together."""
    areas = {area.code: area for area in catalogue.areas}
    by_area: dict[str, list[Observation]] = {}
    for row in rows:
        by_area.setdefault(row.area, []).append(row)
    communes = [code for code in by_area if areas[code].parent and areas[code].parent != "VN"]
    if len(communes) > MOST_AREAS:
        yield (
            f"{counted(len(communes))} xã, phường, đặc khu",
            [row for code in communes for row in by_area.pop(code)],
        )
    for code, same in by_area.items():
        yield _area_name(areas[code].name, areas[code].kind), same


def _area_name(name: str, kind: str) -> str:
    return "Toàn thành phố" if kind == "thành phố" else name


def _dimensions(group: str) -> str:
    """Name the breakdowns of a group key, not its values: 'cấp học'."""
    return ", ".join(dimension for dimension, _ in group_pairs(group))
