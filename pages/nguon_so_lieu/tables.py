"""Where figures come from: sources with links, files with their hashes, versions."""

from collections.abc import Sequence
from html import escape

from indicators.quality.sources import Source
from indicators.store.records import Version
from indicators.wording.findings import in_words
from indicators.wording.numbers import NONE, counted, day
from pages.parts.journal_words import KINDS, moment, who
from pages.parts.links import NEWEST, Links

NAMED = 8  # codes of indicators on a line; the others open at a touch
SHOWN = 60  # lines of a table; the download has all


def source_table(sources: Sequence[Source], links: Links) -> str:
    """Show sources, those with most figures first."""
    if not sources:
        return "<p>Chưa có số liệu nào.</p>"
    heads = (
        '<th scope="col">Nguồn</th><th scope="col">Văn bản</th><th scope="col">Chỉ tiêu</th>'
        '<th scope="col">Năm</th><th scope="col" class="n">Số liệu</th>'
        '<th scope="col" class="n">Từ phiên bản</th>'
    )
    body = "".join(source_line(each, links) for each in sources[:SHOWN])
    left = len(sources) - SHOWN
    more = f"… và {left} nguồn nữa, có đủ trong bảng tải về." if left > 0 else ""
    return listed("sources", heads, body, more)


def listed(name: str, heads: str, body: str, more: str = "") -> str:
    """Frame a table, and say what it leaves out."""
    rest = f'<p class="quiet">{more}</p>' if more else ""
    return (
        f'<div class="scroll" tabindex="0"><table class="{name}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>{rest}"
    )


def source_line(each: Source, links: Links) -> str:
    """Show one source."""
    written = f"{each.document or NONE}"
    dated = f" <small>{day(each.document_date)}</small>" if each.document_date else ""
    years = f"{each.first}" if each.first == each.last else f"{each.first}–{each.last}"
    return (
        f"<tr><td>{linked(each)}</td><td>{escape(written)}{dated}</td>"
        f'<td class="codes">{codes(each.indicators, links)}</td><td class="w">{years}</td>'
        f'<td class="n">{counted(each.figures)}</td>'
        f'<td class="n">{journal_link(each.since)}</td></tr>'
    )


def linked(each: Source) -> str:
    """Name a source, with its link where it has a safe one."""
    name = escape(each.name or "Không ghi nguồn")
    if each.link.startswith("https://"):
        return f'<a href="{escape(each.link)}" rel="noreferrer">{name}</a>'
    return f"{name} <small>{escape(each.link or 'không có liên kết')}</small>"


def codes(named: Sequence[str], links: Links) -> str:
    """Link indicators by code, many of them folded."""
    choices = [f'<a href="{escape(links.indicator(code))}">{escape(code)}</a>' for code in named]
    if len(choices) <= NAMED:
        return ", ".join(choices)
    return f"<details><summary>{len(choices)} chỉ tiêu</summary>{', '.join(choices)}</details>"


def journal_link(version: int) -> str:
    """Link a version in the journal."""
    return f'<a href="{escape(NEWEST.version(version))}">{version}</a>'


def file_table(files: Sequence[dict[str, object]]) -> str:
    """Show the files received, the newest first, each with its hash and its version."""
    if not files:
        return "<p>Chưa nhận tệp nào.</p>"
    heads = (
        '<th scope="col" class="n">Phiên bản</th><th scope="col">Tệp</th>'
        '<th scope="col">Người gửi, cơ quan</th><th scope="col" class="n">Dòng ghi</th>'
        '<th scope="col">SHA-256</th>'
    )
    body = "".join(file_line(each) for each in files[:SHOWN])
    left = len(files) - SHOWN
    more = f'… và {left} tệp nữa ở <a href="{NEWEST.journal()}">Nhật ký</a>.' if left > 0 else ""
    return listed("files", heads, body, more)


def file_line(each: dict[str, object]) -> str:
    """Show one file."""
    sender = ", ".join(filter(None, (str(each["sender"]), str(each["agency"]))))
    loaded, read = (counted(int(str(each[name]))) for name in ("rows_loaded", "rows_read"))
    return (
        f'<tr><td class="n">{journal_link(int(str(each["upload"])))}</td>'
        f'<td class="said">{escape(str(each["file_name"]))}</td><td>{escape(sender)}</td>'
        f'<td class="n">{loaded}/{read}</td>'
        f"<td><code>{in_halves(str(each['sha256']))}</code></td></tr>"
    )


def in_halves(digest: str) -> str:
    """Let a hash break in its middle where its column is narrow, and nowhere else."""
    middle = len(digest) // 2
    return f"{escape(digest[:middle])}<wbr>{escape(digest[middle:])}"


def version_table(entries: Sequence[Version], links: Links) -> str:
    """Show versions, the newest first, with the way to the board as it was then."""
    heads = (
        '<th scope="col" class="n">Phiên bản</th><th scope="col">Thời gian</th>'
        '<th scope="col">Loại</th><th scope="col">Người ghi</th><th scope="col">Ghi chú</th>'
        '<th scope="col">Mở</th>'
    )
    body = "".join(version_line(entry, links) for entry in entries[:SHOWN])
    left = len(entries) - SHOWN
    more = (
        f'… và {left} phiên bản nữa ở <a href="{NEWEST.journal()}">Nhật ký</a>.' if left > 0 else ""
    )
    return listed("versions", heads, body, more)


def version_line(entry: Version, links: Links) -> str:
    """Show one version."""
    then = links.at_version(entry.number).overview()
    return (
        f'<tr><td class="n">{journal_link(entry.number)}</td><td class="w">{moment(entry)}</td>'
        f'<td class="w">{KINDS[entry.kind]}</td><td>{escape(who(entry))}</td>'
        f'<td class="said">{escape(in_words(entry.note))}</td>'
        f'<td class="w"><a href="{escape(then)}">xem bảng ở phiên bản này</a></td></tr>'
    )
