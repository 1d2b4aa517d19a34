"""The figures of an indicator, each with where it came from."""

from collections.abc import Collection, Sequence
from html import escape

from indicators.board.plans import plan_number
from indicators.catalogue.groups import group_label
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

TRACED = "Số liệu này từ đâu"


def values_table(dossier: Dossier, links: Links, asked: Key | None = None) -> str:
    """Show all figures of the chosen breakdown, newest first, without empty columns.

    Every figure leads to its provenance; the line of the one asked for is marked. The figures of
    a crowd of communes stand in a table of their own, on the page that compares them.
    """
    values = listed(dossier, asked)
    if not values:
        lead = escape(dossier.row.indicator.lead)
        nothing = f"<p>Chưa có số liệu nào. Cơ quan báo cáo: {lead}.</p>"
        return crowd_note(dossier, links) or nothing
    return f"{table_of(dossier, values, links, asked)}{crowd_note(dossier, links)}"


def table_of(
    dossier: Dossier,
    values: Sequence[ValueRecord],
    links: Links,
    asked: Key | None = None,
    left_out: Collection[str] = (),
) -> str:
    """Show figures, one a line; columns may be left out."""
    notation = dossier.row.notation
    unit = notation.indicator.unit
    units = {"Giá trị": unit, "Kế hoạch": unit, "Chênh": notation.difference_unit()}
    lines = [value_cells(dossier, record, links) for record in values]
    columns = [name for name in lines[0] if name not in left_out]
    used = [name for name in columns if any(line[name] not in ("", NONE) for line in lines)]
    head = "".join(
        f'<th scope="col"{side(name)}>{name}{bracketed(units.get(name, ""))}</th>' for name in used
    )
    body = "".join(
        table_line(line, used, asked=record.key == asked)
        for record, line in zip(values, lines, strict=True)
    )
    table = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="scroll" tabindex="0"><table class="values">{table}</table></div>'


def crowd_note(dossier: Dossier, links: Links) -> str:
    """Lead to the figures of the communes where they are many."""
    if not dossier.crowd:
        return ""
    code, group = dossier.row.indicator.code, dossier.group
    question = Question((code,), slug(BY_COMMUNE), (), group_label(group) if group else "")
    where = escape(links.comparison(question))
    return (
        f'<p>Số liệu của {len(dossier.crowd)} {WAY_NAMES[BY_COMMUNE]}: <a href="{where}">'
        "xem bảng xếp theo giá trị và từng số</a>.</p>"
    )


def table_line(cells: dict[str, str], used: list[str], *, asked: bool) -> str:
    """Show one figure."""
    inner = "".join(f"<td{side(name)}>{cells[name]}</td>" for name in used)
    mark = ' class="asked"' if asked else ""
    return f"<tr{mark}>{inner}</tr>"


def difference_notes(dossier: Dossier) -> str:
    """Show where a reported total is not what its parts add up to."""
    return "".join(f'<p class="note">{escape(line)}</p>' for line in dossier.differing)


def bracketed(unit: str) -> str:
    """Put a unit behind a heading."""
    return f" ({escape(unit)})" if unit else ""


def side(name: str) -> str:
    """Put numbers to the right, keep short words on one line."""
    if name in ("Giá trị", "Kế hoạch", "Lộ trình cần", "Chênh"):
        return ' class="n"'
    if name == "Nguồn":
        return ' class="source"'
    return ' class="w"' if name in ("Năm", "TH/KH", "So cùng kỳ", "Loại", "Địa bàn") else ""


def value_cells(dossier: Dossier, record: ValueRecord, links: Links) -> dict[str, str]:
    """Give the cells of one figure by column."""
    notation = dossier.row.notation
    period = "" if record.period == "Cả năm" else f" <small>({record.period})</small>"
    return {
        "Năm": f"{record.year}{period}",
        "Địa bàn": escape(record.area),
        "Giá trị": figure_link(dossier, record, links),
        "Kế hoạch": escape(plan_number(dossier.row, record.plan)) if record.plan else NONE,
        "TH/KH": share(dossier, record),
        "So cùng kỳ": escape(change(dossier, record)),
        "Lộ trình cần": NONE if record.required is None else notation.number(record.required),
        "Chênh": escape(difference(dossier, record)),
        "Loại": escape(record.status),
        "Nguồn": source(record),
        "Văn bản": escape(record.document),
        "Ghi chú": escape(record.note),
        "Ghi nhận": recorded(record),
    }


def figure_link(dossier: Dossier, record: ValueRecord, links: Links) -> str:
    """Write a figure that leads to where it comes from."""
    if record.is_plan_alone:
        return NONE
    origin = escape(links.figure(record.key, dossier.board.area))
    return f'<a class="traced" href="{origin}" title="{TRACED}"><b>{escape(record.shown)}</b></a>'


def share(dossier: Dossier, record: ValueRecord) -> str:
    """Write how a figure stands to its plan, in numbers and in words."""
    against = record.against_plan
    if against is None:
        return NONE
    word = outcome_word(against)
    told = escape(plan_share(against, dossier.row.notation))
    return f"{told}<br><small>{word}</small>" if word else told


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


def source(record: ValueRecord) -> str:
    """Link the source."""
    if record.link.startswith("https://"):
        return f'<a href="{escape(record.link)}" rel="noreferrer">{escape(record.source)}</a>'
    return escape(record.source) or NONE


def recorded(record: ValueRecord) -> str:
    """Say when a figure was recorded, by which version, from which file and row."""
    if record.is_plan_alone:
        return ""
    if record.version is None:
        return "cộng khi xem"
    row = f", dòng {record.row}" if record.row else ""
    where = f"tệp {record.file_name}{row}" if record.file_name else ""
    when = day(local_day(record.recorded))
    told = f'{when} <small class="whole">phiên bản {record.version}{row}</small>'
    return f'<span title="{escape(where)}">{told}</span>'


def target_history(dossier: Dossier) -> str:
    """Show every form the targets have had."""
    if not dossier.targets:
        return "<p>Văn bản không đặt mức bằng số cho chỉ tiêu này.</p>"
    body = "".join(target_line(dossier, change) for change in dossier.targets)
    heads = ("Phạm vi", "Năm", "Mục tiêu", "Văn bản", "Hiệu lực từ")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="scroll">{table}</div>'


def target_line(dossier: Dossier, change: TargetChange) -> str:
    """Show one form of a target."""
    target, place = change.target, change.place
    scopes = {"city": "Thành phố", "national": "Cả nước", "plan": "Kế hoạch năm"}
    words = "đã bỏ" if change.withdrawn else dossier.row.notation.target(target)
    note = f" <small>({escape(target.note)})</small>" if target.note else ""
    return (
        f"<tr><td>{scopes[target.scope]}</td><td>{target.year}</td><td>{escape(words)}{note}</td>"
        f"<td>{escape(', '.join(filter(None, (target.doc, target.doc_ref))))}</td>"
        f"<td>phiên bản {change.version}{came_from(place) if place else ''}</td></tr>"
    )


def came_from(place: PlanPlace) -> str:
    """Say in which file, sheet and row a yearly plan came."""
    parts = (
        f"tệp {place.file_name}",
        f"trang {place.sheet}" if place.sheet else "",
        f"dòng {place.row}" if place.row else "",
    )
    return f" <small>{escape(', '.join(filter(None, parts)))}</small>"
