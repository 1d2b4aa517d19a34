"""The figures of an indicator, each with where it came from."""

from collections.abc import Collection, Sequence

from markupsafe import Markup

from indicators.board.plans import plan_number
from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Target
from indicators.comparison.comparison import WAY_NAMES, Question
from indicators.dossier.dossier import Dossier, listed
from indicators.dossier.targets import TargetChange
from indicators.dossier.values import ValueRecord
from indicators.figures.disaggregation import BY_COMMUNE, slug
from indicators.store.held import Key
from indicators.store.local_time import local_day
from indicators.store.plans import PlanPlace
from indicators.wording.against import outcome_word, plan_share, sign, year_change
from indicators.wording.numbers import NONE, day
from pages.parts.links import Links
from pages.parts.templates import NOTHING, blocks

PARTS = blocks("chi_tieu/values.html")
SOURCES = blocks("parts/sources.html")
TRACED = "Số liệu này từ đâu"
SCOPES = {"city": "Thành phố", "national": "Cả nước", "plan": "Kế hoạch năm"}
# Numbers stand to the right, short words stay on one line.
SIDES = {
    **dict.fromkeys(("Giá trị", "Kế hoạch", "Lộ trình cần", "Chênh"), "n"),
    **dict.fromkeys(("Năm", "TH/KH", "So cùng kỳ", "Loại", "Địa bàn"), "w"),
    "Nguồn": "source",
}


def values_table(dossier: Dossier, links: Links, asked: Key | None = None) -> Markup:
    """Show all figures of the chosen breakdown, newest first, without empty columns.

    Every figure leads to its provenance; the line of the one asked for is marked. The figures of
    a crowd of communes stand in a table of their own, on the page that compares them.
    """
    values = listed(dossier, asked)
    crowd = crowd_note(dossier, links)
    if not values:
        return crowd or PARTS.nothing(dossier.board.lead_of(dossier.row))
    return table_of(dossier, values, links, asked) + crowd


def table_of(
    dossier: Dossier,
    values: Sequence[ValueRecord],
    links: Links,
    asked: Key | None = None,
    left_out: Collection[str] = (),
) -> Markup:
    """Show figures, one a line; columns may be left out."""
    notation = dossier.row.notation
    unit = notation.indicator.unit
    units = {"Giá trị": unit, "Kế hoạch": unit, "Chênh": notation.difference_unit()}
    lines = [value_cells(dossier, record, links) for record in values]
    columns = [name for name in lines[0] if name not in left_out]
    used = [name for name in columns if any(line[name] not in ("", NONE) for line in lines)]
    heads = [(f"{name}{bracketed(units.get(name, ''))}", SIDES.get(name, "")) for name in used]
    return PARTS.figures(
        heads,
        (
            (record.key == asked, [(line[name], SIDES.get(name, "")) for name in used])
            for record, line in zip(values, lines, strict=True)
        ),
    )


def crowd_note(dossier: Dossier, links: Links) -> Markup:
    """Lead to the figures of the communes where they are many."""
    if not dossier.crowd:
        return NOTHING
    code, group = dossier.row.indicator.code, dossier.group
    question = Question((code,), slug(BY_COMMUNE), (), group_label(group) if group else "")
    return PARTS.crowd(len(dossier.crowd), WAY_NAMES[BY_COMMUNE], links.comparison(question))


def remarks(dossier: Dossier) -> Markup:
    """Show what publishers revised, and where a reported total is not what its parts add up to."""
    return PARTS.notes([*dossier.revised, *dossier.differing])


def bracketed(unit: str) -> str:
    """Put a unit behind a heading."""
    return f" ({unit})" if unit else ""


def value_cells(dossier: Dossier, record: ValueRecord, links: Links) -> dict[str, str]:
    """Give the cells of one figure by column."""
    notation = dossier.row.notation
    return {
        "Năm": PARTS.year(record),
        "Địa bàn": record.area,
        "Giá trị": figure_link(dossier, record, links),
        "Kế hoạch": plan_number(dossier.row, record.plan) if record.plan else NONE,
        "TH/KH": share(dossier, record),
        "So cùng kỳ": change(dossier, record),
        "Lộ trình cần": NONE if record.required is None else notation.number(record.required),
        "Chênh": difference(dossier, record),
        "Loại": record.status,
        "Nguồn": SOURCES.source(record.source, record.link) or NONE,
        "Văn bản": record.document,
        "Ghi chú": record.note,
        "Ghi nhận": recorded(record),
    }


def figure_link(dossier: Dossier, record: ValueRecord, links: Links) -> str:
    """Write a figure that leads to where it comes from."""
    if record.is_plan_alone:
        return NONE
    return PARTS.traced(record.shown, links.figure(record.key, dossier.board.area), TRACED)


def share(dossier: Dossier, record: ValueRecord) -> str:
    """Write how a figure stands to its plan, in numbers and in words."""
    against = record.against_plan
    if against is None:
        return NONE
    return PARTS.share(plan_share(against, dossier.row.notation), outcome_word(against))


def change(dossier: Dossier, record: ValueRecord) -> str:
    """Write the change to the same period a year before."""
    against = record.against_before
    return year_change(against, dossier.row.notation) if against else NONE


def difference(dossier: Dossier, record: ValueRecord) -> str:
    """Write how far a figure is from the required path."""
    if record.required is None or record.value is None:
        return NONE
    apart = record.value - record.required
    return f"{sign(apart)}{dossier.row.notation.gap_number(apart)}"


def recorded(record: ValueRecord) -> str:
    """Say when a figure was recorded, by which version, from which file and row."""
    if record.is_plan_alone:
        return ""
    if record.version is None:
        return "cộng khi xem"
    row = f", dòng {record.row}" if record.row else ""
    where = f"tệp {record.file_name}{row}" if record.file_name else ""
    return PARTS.recorded(record, day(local_day(record.recorded)), where)


def target_history(dossier: Dossier) -> Markup:
    """Show every form the targets have had."""
    if not dossier.targets:
        return PARTS.no_targets()
    heads = ("Phạm vi", "Năm", "Mục tiêu", "Văn bản", "Hiệu lực từ")
    return PARTS.targets(
        [(name, "") for name in heads],
        [target_line(dossier, change) for change in dossier.targets],
    )


def target_line(dossier: Dossier, change: TargetChange) -> tuple[str, Target, str, str, int, str]:
    """Give what is told of one form of a target: its words, where it stands, since when."""
    target, place = change.target, change.place
    return (
        SCOPES[target.scope],
        target,
        "đã bỏ" if change.withdrawn else dossier.row.notation.target(target),
        ", ".join(filter(None, (target.doc, target.doc_ref))),
        change.version,
        came_from(place) if place else "",
    )


def came_from(place: PlanPlace) -> str:
    """Say in which file, sheet and row a yearly plan came."""
    parts = (
        f"tệp {place.file_name}",
        f"trang {place.sheet}" if place.sheet else "",
        f"dòng {place.row}" if place.row else "",
    )
    return ", ".join(filter(None, parts))
