"""The journal as a table, newest first, with its filters."""

from collections.abc import Sequence

from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from indicators.store.connection import Store
from indicators.store.history import catalogue_at, versions
from indicators.store.local_time import local_day
from indicators.store.mark_check import check_marks
from indicators.store.records import Version
from indicators.store.tally import figures_written, indicators_touched
from indicators.wording.findings import in_words
from indicators.wording.numbers import counted
from indicators.wording.search import matches
from pages.parts.acting import Audience, audience_of
from pages.parts.bound_choice import bound_filter
from pages.parts.journal_words import KINDS, moment, person
from pages.parts.links import NEWEST
from pages.parts.templates import NOTHING, blocks

TABLE, NOTICE = blocks("nhat_ky/table.html"), blocks("parts/notice.html")
EVERY_KIND, EVERY_AGENCY, EVERY_TIME = "Mọi loại", "Mọi cơ quan", "Mọi thời gian"
NAMED, MOST_NAMED = 2, 12  # indicators named on a line; more are counted


def choose_entries(
    store: Store,
    first: DeltaGenerator,
    second: DeltaGenerator,
    third: DeltaGenerator,
    fourth: DeltaGenerator,
) -> list[Version]:
    """Draw the filters, each in its place, and give the entries they leave, newest first."""
    entries = versions(store)[::-1]
    kinds = list(dict.fromkeys(KINDS[entry.kind] for entry in entries))
    agencies = sorted({entry.agency for entry in entries if entry.agency})
    kind = bound_filter(first, "Loại", "loai", [EVERY_KIND, *kinds])
    agency = bound_filter(second, "Cơ quan gửi", "co_quan_gui_loc", [EVERY_AGENCY, *agencies])
    time = bound_filter(third, "Thời gian", "thoi_gian", [EVERY_TIME, *times(entries)])
    typed = fourth.text_input(
        "Tìm chỉ tiêu, người, tệp", key="tim_nhat_ky", bind="query-params",
        placeholder="ví dụ: ML02, Lan, bao-cao",
    )  # fmt: skip
    said = words(store, audience_of(store)) if typed else {}
    return [
        entry
        for entry in entries
        if kind in (None, KINDS[entry.kind])
        and agency in (None, entry.agency)
        and time in (None, *spans(entry))
        and (not typed or matches(said[entry.number], typed))
    ]


def spans(entry: Version) -> tuple[str, str]:
    """Name the year and the month of an entry, in Vietnam."""
    day = local_day(entry.at)
    return f"Năm {day.year}", f"Tháng {day.month}/{day.year}"


def times(entries: Sequence[Version]) -> list[str]:
    """Give the years and months in which there are entries, the newest first."""
    return list(dict.fromkeys(span for entry in entries for span in spans(entry)))


def words(store: Store, audience: Audience) -> dict[int, str]:
    """Give what can be searched of each entry: who, for whom, the note, the indicators."""
    key = ("journal words", store.writes, audience)
    return store.remember(key, lambda: _words(store, audience))


def _words(store: Store, audience: Audience) -> dict[int, str]:
    touched, entries = indicators_touched(store), versions(store)
    indicators = catalogue_at(store, entries[-1].number).indicators if entries else ()
    names = {each.code: f"{each.code} {each.name}" for each in indicators}
    return {
        entry.number: " ".join(
            [person(entry, audience), entry.agency, in_words(entry.note)]
            + [names.get(code, code) for code in touched.get(entry.number, ())]
        )
        for entry in entries
    }


def marks_line(store: Store) -> Markup:
    """Say whether the journal agrees with its marks; empty where there are none.

    Why a board is shown only already stands above every page.
    """
    if store.lag:
        return NOTHING
    marked = check_marks(store)
    if marked.faults:
        return NOTICE.refusal(" ".join(marked.faults))
    return NOTICE.quiet(marked.verdict) if marked.verdict else NOTHING


def journal_table(store: Store, entries: Sequence[Version]) -> Markup:
    """Show entries with date, kind, who, agency, note and how many values they wrote."""
    written, touched = figures_written(store), indicators_touched(store)
    names = catalogue_at(store, entries[0].number).indicator_names if entries else {}
    named = {number: [names.get(code, code) for code in codes] for number, codes in touched.items()}
    audience = audience_of(store)
    return TABLE.journal(
        [
            line(
                entry,
                person(entry, audience),
                written.get(entry.number, 0),
                named.get(entry.number, ()),
            )
            for entry in entries
        ]
    )


def some_named(names: Sequence[str]) -> str:
    """Name the first indicators and count the others; of very many tell the number alone."""
    if len(names) > MOST_NAMED:
        return f"{len(names)} chỉ tiêu"
    left = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" và {left} chỉ tiêu nữa" if left > 0 else "")


def line(entry: Version, by: str, count: int, names: Sequence[str]) -> tuple[Version | str, ...]:
    """Give an entry with its address and the words of its line."""
    return (
        entry,
        by,
        NEWEST.version(entry.number),
        moment(entry),
        KINDS[entry.kind],
        in_words(entry.note),
        some_named(names),
        counted(count) if count else "",
    )
