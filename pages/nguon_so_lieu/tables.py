"""Where figures come from: sources with links, files with their hashes, versions."""

from collections.abc import Hashable, Mapping, Sequence

from markupsafe import Markup

from indicators.quality.sources import Source
from indicators.store.records import Version
from indicators.wording.findings import in_words
from indicators.wording.numbers import counted, day
from pages.parts.acting import Audience
from pages.parts.journal_words import KINDS, moment, who
from pages.parts.links import NEWEST, Links
from pages.parts.templates import blocks

TABLES = blocks("nguon_so_lieu/tables.html")
SHOWN = 60  # lines of a table; the download has all


def source_table(sources: Sequence[Source], links: Links) -> Markup:
    """Show sources, those with most figures first."""
    lines = [source_line(each, links) for each in sources[:SHOWN]]
    return TABLES.sources(lines, left(sources, "nguồn"))


def left(listed: Sequence[object], noun: str) -> str:
    """Count what a table leaves out; '' for nothing."""
    count = len(listed) - SHOWN
    return f"{count} {noun}" if count > 0 else ""


def source_line(each: Source, links: Links) -> tuple[object, ...]:
    """Give a source with its date, indicators, years, figures and version."""
    return (
        each,
        day(each.document_date) if each.document_date else "",
        [(links.indicator(code), code) for code in each.indicators],
        f"{each.first}" if each.first == each.last else f"{each.first}–{each.last}",
        counted(each.figures),
        NEWEST.version(each.since),
    )


def file_table(files: Sequence[Mapping[Hashable, object]], audience: Audience) -> Markup:
    """Show the files received, the newest first, each with its hash and its version."""
    lines = [file_line(each, audience) for each in files[:SHOWN]]
    return TABLES.files(lines, left(files, "tệp"), NEWEST.journal())


def file_line(each: Mapping[Hashable, object], audience: Audience) -> tuple[object, ...]:
    """Give a file with the address of its version, its sender and how many rows of it came."""
    agency = str(each["agency"])
    person = str(each["sender"]) if audience.sees(agency) else ""
    sender = ", ".join(filter(None, (person, agency)))
    loaded, read = (counted(int(str(each[name]))) for name in ("rows_loaded", "rows_read"))
    return each, NEWEST.version(int(str(each["upload"]))), sender, f"{loaded}/{read}"


def version_table(entries: Sequence[Version], links: Links, audience: Audience) -> Markup:
    """Show versions, the newest first, with the way to the board as it was then."""
    lines = [version_line(entry, links, audience) for entry in entries[:SHOWN]]
    return TABLES.versions(lines, left(entries, "phiên bản"), NEWEST.journal())


def version_line(entry: Version, links: Links, audience: Audience) -> tuple[object, ...]:
    """Give the cells of one version, with the addresses of it and of the board as it was."""
    return (
        entry.number,
        NEWEST.version(entry.number),
        moment(entry),
        KINDS[entry.kind],
        who(entry, audience),
        in_words(entry.note),
        links.at_version(entry.number).overview(),
    )
