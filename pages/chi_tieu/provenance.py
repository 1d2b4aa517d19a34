"""One figure's provenance: the file and row it comes from, who, when, and what it replaced."""

from html import escape

from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Catalogue
from indicators.dossier.dossier import Dossier
from indicators.dossier.provenance import Origin, Provenance, deed_told, provenance_of
from indicators.dossier.values import PERIOD_NAMES
from indicators.store.connection import Store
from indicators.store.held import Held, Key
from indicators.store.history import version_at
from indicators.store.records import Observation
from indicators.wording.numbers import day, plain
from indicators.wording.recorded import figure_words
from pages.chi_tieu.values import TRACED
from pages.parts.journal_words import moment, who
from pages.parts.links import NEWEST, Links
from pages.parts.view import View, meaningless, number_in, word_in

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


def provenance_panel(store: Store, view: View, dossier: Dossier, key: Key) -> str:
    """Show where a figure comes from, then the earlier ones it replaced, newest first."""
    version = view.moment.version.number
    found = view.once(("provenance", key), lambda: provenance_of(store, key, version))
    catalogue = dossier.board.catalogue
    closed = view.links.indicator(key[0], phan_to=group_label(key[2]) if key[2] else None)
    return (
        f'<section class="provenance" aria-label="{TRACED}"><div class="head"><h2>{TRACED}</h2>'
        f'<a href="{escape(closed)}">Đóng</a></div>'
        f'<p class="quiet">{named(key, dossier)}</p>'
        f"{standing(store, found, dossier, view.links)}{earlier(found, catalogue)}</section>"
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
    return escape(" · ".join(part for part in parts if part))


def standing(store: Store, found: Provenance, dossier: Dossier, links: Links) -> str:
    """Show the figure in force with its facts, or its parts, or that there is none."""
    catalogue = dossier.board.catalogue
    if found.now:
        shown = escape(figure_words(found.now.observation, catalogue))
        return f'<p class="figure">{shown}</p>{fact_list(found.now)}'
    if found.sum:
        shown = escape(figure_words(found.sum, catalogue))
        parts = parts_list(store, found, found.sum.source, dossier, links)
        return f'<p class="figure">{shown}</p>{parts}'
    return "<p>Không có số liệu ở năm, địa bàn và phân tổ này tại thời điểm đang xem.</p>"


def fact_list(origin: Origin) -> str:
    """Show all that was kept with a recorded figure."""
    told = [(name, text) for name, text in facts(origin) if text]
    return f'<dl class="facts">{"".join(f"<dt>{n}</dt><dd>{t}</dd>" for n, t in told)}</dl>'


def facts(origin: Origin) -> list[tuple[str, str]]:
    """List what is known of a recorded figure, empty facts too."""
    row, version, file = origin.observation, origin.version, origin.file
    deed = deed_told(origin)
    place = [f"trang “{row.sheet}”" if row.sheet else "", f"dòng {row.row}" if row.row else ""]
    sender = file.sender if file and file.sender != version.by else ""
    sent = f"{row.document}{f', ngày {day(row.document_date)}' if row.document_date else ''}"
    return [
        ("Tử số trên mẫu số", ratio(row)),
        ("Tệp", file_link(origin)),
        ("Vị trí trong tệp", escape(", ".join(part for part in place if part))),
        ("Người ghi", escape(who(version)) + (f" ({escape(deed)})" if deed else "")),
        ("Người gửi tệp", escape(sender)),
        ("Lúc", f"{moment(version)}, {version_link(version.number)}"),
        ("Văn bản", escape(sent)),
        ("Nguồn", source_link(row.source, row.link)),
        ("Ghi chú", escape(row.note)),
        ("Địa giới", "số liệu tính lại theo địa giới mới" if row.back_cast else ""),
        ("SHA-256 của tệp", f"<code>{file.sha256}</code>" if file else ""),
        ("Mã băm trong nhật ký", f"<code>{version.hash}</code>"),
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
    link = escape(NEWEST.version(origin.held.upload))
    return f'{escape(origin.file.name)} <small>(<a href="{link}">mở và tải tệp</a>)</small>'


def version_link(number: int) -> str:
    """Link a version in the journal."""
    return f'<a href="{escape(NEWEST.version(number))}">phiên bản {number}</a>'


def source_link(source: str, link: str) -> str:
    """Name the source, linked where it has a web address."""
    told = escape(source or link)
    if not link.startswith("https://"):
        return told
    return f'<a href="{escape(link)}" rel="noreferrer">{told}</a>'


def earlier(found: Provenance, catalogue: Catalogue) -> str:
    """Show the rows that the figure replaced, each with the same facts; empty without any."""
    if not found.before:
        return '<p class="quiet">Chưa từng có giá trị nào khác.</p>' if found.now else ""
    return "<h3>Các giá trị trước đó</h3>" + "".join(
        earlier_one(origin, catalogue) for origin in found.before
    )


def earlier_one(origin: Origin, catalogue: Catalogue) -> str:
    """Show one earlier row, its facts folded."""
    deed = deed_told(origin)
    shown = figure_words(origin.observation, catalogue)
    told = deed.capitalize() if origin.held.withdrawn else f"{shown}{f', {deed}' if deed else ''}"
    version = origin.version
    return (
        f"<details><summary><b>{escape(told)}</b> <small>phiên bản {version.number}, "
        f"{moment(version)}, {escape(version.by)}</small></summary>{fact_list(origin)}</details>"
    )


def parts_list(store: Store, found: Provenance, source: str, dossier: Dossier, links: Links) -> str:
    """Show what a figure was added up from, each part leading to its own provenance."""
    body = "".join(part_line(store, held, dossier, links) for held in found.parts)
    is_open = " open" if len(found.parts) <= OPEN_PARTS else ""
    return (
        f"<p>{escape(source)}; bảng theo dõi cộng khi xem, không có tệp riêng.</p>"
        f'<details{is_open}><summary>Các số đã cộng</summary><div class="scroll"><table>'
        '<thead><tr><th scope="col">Phần</th><th scope="col" class="n">Giá trị</th>'
        f'<th scope="col">Ghi nhận</th></tr></thead><tbody>{body}</tbody></table></div></details>'
    )


def part_line(store: Store, held: Held, dossier: Dossier, links: Links) -> str:
    """Show one part."""
    row, catalogue = held.observation, dossier.board.catalogue
    place = catalogue.area_names.get(row.area, row.area)
    name = group_label(row.group) if row.group else place
    link = escape(links.figure(row.key, dossier.board.area))
    return (
        f'<tr><td>{escape(name)}</td><td class="n"><a class="traced" href="{link}">'
        f"{escape(figure_words(row, catalogue))}</a></td>"
        f"<td>{moment(version_at(store, held.version))}, {version_link(held.version)}</td></tr>"
    )
