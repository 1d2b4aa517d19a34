"""One figure's provenance: the file and row it comes from, who, when, and what it replaced."""

from markupsafe import Markup

from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Catalogue
from indicators.dossier.dossier import Dossier
from indicators.dossier.provenance import Origin, Provenance, deed_told, provenance_of
from indicators.store.connection import Store
from indicators.store.held import Held, Key
from indicators.store.history import version_at
from indicators.store.records import Observation, Version
from indicators.wording.firmness import PERIOD_NAMES
from indicators.wording.numbers import day, plain
from indicators.wording.recorded import figure_words
from pages.chi_tieu.values import TRACED
from pages.parts.acting import Audience
from pages.parts.journal_words import moment, who
from pages.parts.links import NEWEST, Links
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View, meaningless, number_in, word_in

PARTS, SOURCES = blocks("chi_tieu/provenance.html"), blocks("parts/sources.html")
OPEN_PARTS = 12  # more parts than this open at a touch


def asked_figure(dossier: Dossier, view: View) -> Key | None:
    """Read from the address which figure's provenance is asked for; raises StoreError."""
    asked = view.parameters
    year = number_in(asked, "so")
    if year is None:
        return None
    period = next((each for each in PERIOD_NAMES if each == asked.get("ky", "nam")), None)
    if period is None:
        raise meaningless("ky", asked["ky"], "không phải kỳ báo cáo")
    areas = [each.code for each in dossier.board.catalogue.areas]
    area = word_in(asked, "dia-ban", areas) or dossier.board.area
    # Named in full: the breakdown of a withdrawn figure may be none of those the page offers.
    group = asked.get("nhom-so", dossier.group)
    if not is_breakdown(group, dossier.board.catalogue):
        raise meaningless("nhom-so", group, "không phải phân tổ nào có ở đây")
    return dossier.row.indicator.code, area, group, year, period


def is_breakdown(group: str, catalogue: Catalogue) -> bool:
    """Whether the catalogue knows every part of a group key; '' is the total."""
    known = {f"{each.dimension}={each.value}" for each in catalogue.breakdowns}
    return not group or known.issuperset(group.split("; "))


def provenance_panel(store: Store, view: View, dossier: Dossier, key: Key) -> Markup:
    """Show where a figure comes from, then the earlier ones it replaced, newest first."""
    version = view.moment.version.number
    found = view.once(("provenance", key), lambda: provenance_of(store, key, version))
    closed = view.links.indicator(key[0], phan_to=group_label(key[2]) if key[2] else None)
    return PARTS.panel(
        TRACED,
        closed,
        named(key, dossier),
        standing(view, found, dossier),
        earlier(found, dossier.board.catalogue, view.audience),
    )


def named(key: Key, dossier: Dossier) -> str:
    """Name a figure by indicator, area, breakdown and time."""
    _, area, group, year, period = key
    place = dossier.board.catalogue.areas_by_code.get(area)
    when = f"năm {year}" if period == "nam" else f"{PERIOD_NAMES[period].lower()} năm {year}"
    parts = (
        f"{dossier.row.indicator.code} {dossier.row.indicator.short_name}",
        place.name if place else area,
        group_label(group) if group else "",
        when,
    )
    return " · ".join(filter(None, parts))


def standing(view: View, found: Provenance, dossier: Dossier) -> Markup:
    """Show the figure in force with its facts, or its parts, or that there is none."""
    catalogue = dossier.board.catalogue
    if found.now:
        told = fact_list(found.now, view.audience)
        return PARTS.figure(figure_words(found.now.observation, catalogue), told)
    if found.sum:
        parts = parts_list(view.store, found, found.sum.source, dossier, view.links)
        return PARTS.figure(figure_words(found.sum, catalogue), parts)
    return PARTS.nothing()


def fact_list(origin: Origin, audience: Audience) -> Markup:
    """Show all that was kept with a recorded figure."""
    return PARTS.facts(facts(origin, audience))


def facts(origin: Origin, audience: Audience) -> list[tuple[str, str]]:
    """List what is known of a recorded figure, empty facts too."""
    row, version, file = origin.observation, origin.version, origin.file
    deed, sees = deed_told(origin), audience.sees(version.agency)
    sender = file.sender if file and sees and file.sender != version.by else ""
    place = [f"trang “{row.sheet}”" if row.sheet else "", f"dòng {row.row}" if row.row else ""]
    sent = f"{row.document}{f', ngày {day(row.document_date)}' if row.document_date else ''}"
    return [
        ("Tử số trên mẫu số", ratio(row)),
        ("Tệp", file_link(origin)),
        ("Vị trí trong tệp", ", ".join(filter(None, place))),
        ("Người ghi", f"{who(version, audience)}{f' ({deed})' if deed else ''}"),
        ("Người gửi tệp", sender),
        ("Lúc", recorded(version)),
        ("Văn bản", sent),
        ("Nguồn", SOURCES.source(row.source or row.link, row.link)),
        ("Ghi chú", row.note),
        ("Địa giới", "số liệu tính lại theo địa giới mới" if row.back_cast else ""),
        ("SHA-256 của tệp", PARTS.code(file.sha256 if file else "")),
        ("Mã băm trong nhật ký", PARTS.code(version.hash)),
    ]


def ratio(row: Observation) -> str:
    """Write numerator and denominator where both were given."""
    if row.numerator is None or row.denominator is None:
        return ""
    return f"{plain(row.numerator)} / {plain(row.denominator)}"


def file_link(origin: Origin) -> str:
    """Name the file, and lead to the version where it can be had."""
    if origin.file is None or origin.held.upload is None:
        return "không có tệp kèm theo"
    return PARTS.file(origin.file.name, NEWEST.version(origin.held.upload))


def recorded(version: Version) -> Markup:
    """Say when a version was recorded, with its link in the journal."""
    return PARTS.when(moment(version), version.number, NEWEST.version(version.number))


def earlier(found: Provenance, catalogue: Catalogue, audience: Audience) -> Markup:
    """Show the rows that the figure replaced, each with the same facts; empty without any."""
    if found.before:
        return PARTS.earlier(earlier_one(origin, catalogue, audience) for origin in found.before)
    return PARTS.never_another() if found.now else NOTHING


def earlier_one(
    origin: Origin, catalogue: Catalogue, audience: Audience
) -> tuple[str, str, Markup]:
    """Tell one earlier row, who recorded it, and its facts."""
    deed = deed_told(origin)
    shown = figure_words(origin.observation, catalogue)
    told = deed.capitalize() if origin.held.withdrawn else f"{shown}{f', {deed}' if deed else ''}"
    version = origin.version
    about = f"phiên bản {version.number}, {moment(version)}, {who(version, audience)}"
    return told, about, fact_list(origin, audience)


def parts_list(
    store: Store, found: Provenance, source: str, dossier: Dossier, links: Links
) -> Markup:
    """Show what a figure was added up from, each part leading to its own provenance."""
    parts = [part_line(store, held, dossier, links) for held in found.parts]
    return PARTS.added_up(source, parts, len(parts) <= OPEN_PARTS)


def part_line(
    store: Store, held: Held, dossier: Dossier, links: Links
) -> tuple[str, str, str, Markup]:
    """Give one part: its name, its figure, where that leads, when it was recorded."""
    row, catalogue = held.observation, dossier.board.catalogue
    return (
        group_label(row.group) if row.group else catalogue.area_names.get(row.area, row.area),
        figure_words(row, catalogue),
        links.figure(row.key, dossier.board.area),
        recorded(version_at(store, held.version)),
    )
