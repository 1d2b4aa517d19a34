"""What a text beside figures says of them: whole phrases, never words inside other names."""

import re
from collections.abc import Collection, Iterator

from indicators.intake.checks.keys import Known
from indicators.intake.checks.qualifiers.names import areas_in, groups_in, units_in, without_names
from indicators.intake.checks.qualifiers.phrases import said_in
from indicators.intake.checks.qualifiers.said import Said
from indicators.intake.checks.qualifiers.silence import telling
from indicators.intake.files.spelling import same_name
from indicators.intake.files.units import unit_of
from indicators.intake.files.year_headings import PLAIN_MARKS
from indicators.intake.tables.places import Place

# Longer texts are prose, which begins with what it is about.
LONGEST = 300
LETTERHEAD = re.compile(
    r"^(?:đơn vị báo cáo|đơn vị gửi|đơn vị\b|tên đơn vị|cơ quan|ubnd|uỷ ban|hđnd|đảng uỷ"
    r"|trường\b|phòng\b|địa phương)"
)
NOTE = re.compile(r"^(?:ghi chú|chú thích|lưu ý|số liệu|đơn vị tính|đvt)\b")
FOOTNOTE = re.compile(r"^\(?([*†]+|[¹²³⁰-⁹]+|\d)[).:]?\s*(?=\D)")
UNIT = re.compile(r"(?:(?:đơn vị tính|đvt|đ\.v\.t) ?:?|đơn vị ?:) ?([^;:()]+)$")
LISTED = re.compile(r"[,;/]| và ")
UNCLEAR_UNIT = (
    "đơn vị tính này không rõ dùng cho chỉ tiêu nào; hãy thêm cột dvt ghi đơn vị tính của từng dòng"
)


def sayings(place: Place, known: Known, *, footnote: bool = False) -> list[Said]:
    """Give all that a place says, each quality as often as it says something else of it.

    What stands below a table speaks only when it begins as a note does, or is a `footnote`.
    """
    text = same_name(place.text[:LONGEST].replace("\n", " ¦ ").replace("_", " "))
    if place.kind == "note" and not footnote and not NOTE.match(text):
        return []
    if place.kind == "heading":
        return list(units_in(text))
    told = [*_units_said(text)]
    text = telling(without_names(text, known.names))
    told += areas_in(text, known)
    told += groups_in(text, known)
    told += units_in(text) if not told else ()
    told += _phrases(place, text)
    return list(dict.fromkeys(told))


def _phrases(place: Place, text: str) -> Iterator[Said]:
    """Give what phrases say; a section is a plan's only where it begins with that word."""
    starts = tuple(text.strip(" .-").split(". ")) if place.kind == "section" else ()
    for said in said_in(text):
        plans = said.quality == "loai" and said.value == "plan"
        if not (plans and starts and not any(s.strip().startswith(said.words) for s in starts)):
            yield said


def _units_said(text: str) -> Iterator[Said]:
    """Give the units after 'Đơn vị tính:'; after a bare 'Đơn vị:' what is none says nothing."""
    found = UNIT.search(text.rstrip(" .)"))
    if found is None:
        return
    units = [unit_of(part.strip()) for part in LISTED.split(found[1])]
    if whole := unit_of(found[1]):
        yield Said("dvt", whole, found[1])
    elif all(units):
        yield Said("dvt", "|".join(units), found[1])
    elif not text[found.start() :].startswith("đơn vị:"):
        yield Said("dvt", "", found[1], wrong=UNCLEAR_UNIT)


def footnote_of(place: Place, marks: Collection[str]) -> str:
    """Give the mark that a text below a table explains, where a heading bears it; else ''."""
    found = FOOTNOTE.match(place.text) if place.kind == "note" else None
    mark = found[1].translate(PLAIN_MARKS) if found else ""
    return mark if mark in marks else ""


def is_letterhead(place: Place) -> bool:
    """Say whether a title is of the one who reports, not of the table."""
    return LETTERHEAD.match(same_name(place.text[:LONGEST])) is not None
