"""Whole names in a text: areas past and present, groups, a sex, a grade, one school."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from indicators.catalogue.records import Indicator
from indicators.intake.checks.areas import Areas
from indicators.intake.checks.keys import Known
from indicators.intake.checks.qualifiers.said import Said
from indicators.intake.files.cell import Cell
from indicators.intake.files.spelling import same_name, unaccented
from indicators.intake.files.units import scaled_unit

SPLIT = re.compile(r"[\n;:|()\[\]¦/]|\s[-–—]\s|,(?!\d)")
NUMBERING = re.compile(r"^(?:(?:[ivxlc]+|\d+(?:\.\d+)*|[a-gđ])\s*[.)/-]\s*|[-–+*•]\s*)+")
OFFICE = re.compile(
    r"^(?:báo cáo (?:của )?|số liệu (?:của )?|của |đơn vị báo cáo |tên đơn vị |đơn vị |địa bàn "
    r"|địa phương |ubnd |uỷ ban nhân dân |hđnd |đảng uỷ )+"
)
LEVEL = re.compile(
    r"^(?:báo cáo |số liệu |thống kê |biểu |tổng hợp |kết quả |tình hình |các |cấp học |cấp "
    r"|bậc học |bậc |khối |ngành học |giáo dục |gd |gd&đt |loại hình |khu vực |nhóm |trường "
    r"|học sinh |chia theo )+"
)
SEX = re.compile(
    r"(?:học sinh |sinh viên |giáo viên |trẻ em |trẻ |chia ra |giới tính )*(?:nam|nữ|gái|trai)"
)
OTHER_PART = re.compile(
    r"(?:học sinh |trẻ em |trẻ |người )*(?:dân tộc(?: thiểu số)?|khuyết tật|\d+ tuổi"
    r"|(?:từ )?\d+ ?(?:-|–|đến) ?\d+ tuổi)"
)
SOME_PART = re.compile(r"(?:trong đó|chia ra|riêng)\b")
# A part of a kind that no breakdown has: no group of a row's own cell takes its place.
OWN_KIND = "?"
GRADE = re.compile(r"(?:học sinh )?(?:lớp|khối|khối lớp) (?:1[0-2]|[1-9])(?: đến (?:lớp )?\d+)?")
SCHOOL = re.compile(
    r"(?:trường|trung tâm|cơ sở)(?: \w+){0,3} (?:mầm non|mẫu giáo|tiểu học|thcs|thpt|th&thcs"
    r"|trung học cơ sở|trung học phổ thông|gdtx|gdnn-gdtx|liên cấp|chuyên|đại học|cao đẳng)"
    r" (?!đạt|công lập|ngoài|trên|năm|các|có|của|được|quốc tế|trọng điểm|chất lượng|và\b)\w+.*"
)
OF_YEAR = re.compile(r"(?: (?:năm )?(?:19|20)\d\d)+$")
# Other words for the values of breakdowns.
SAME_GROUP = {
    "trung học cơ sở": "thcs", "trung học phổ thông": "thpt", "mẫu giáo": "mầm non",
    "mn": "mầm non",
    "nhà trẻ, mẫu giáo": "mầm non", "giáo dục thường xuyên": "gdtx", "thường xuyên": "gdtx",
    "dân lập": "ngoài công lập", "tư thục": "ngoài công lập", "đô thị": "thành thị",
    "cấp 1": "tiểu học",
    "cấp 2": "thcs", "cấp 3": "thpt", "cấp i": "tiểu học", "cấp ii": "thcs", "cấp iii": "thpt",
}  # fmt: skip
LEVEL_WORDS = re.compile(
    r"mầm non|tiểu học|thcs|thpt|phổ thông|trung học|thường xuyên|đại học|nghề"
)
ONE_SEX = "số của riêng một giới không phải số chung"
ONE_GRADE = "số của riêng một khối lớp không phải số chung"
ONE_PART = "số của riêng một phần không phải số chung"
ONE_SCHOOL = "số của một cơ sở giáo dục không phải số của xã, phường hay cả thành phố"
DISTRICTS = re.compile(
    r"\b(?:(?:quận|huyện|thị xã|q\.|h\.) (?:hồng bàng|lê chân|ngô quyền|hải an|kiến an|đồ sơn"
    r"|dương kinh|an dương|an lão|kiến thuỵ|tiên lãng|vĩnh bảo|cát hải|bạch long vĩ|thuỷ nguyên"
    r"|chí linh|kinh môn|nam sách|kim thành|thanh hà|cẩm giàng|bình giang|gia lộc|tứ kỳ|ninh giang"
    r"|thanh miện)|(?:thành phố|tp|tp\.) (?:hải dương|chí linh|thuỷ nguyên)|tỉnh hải dương)\b"
)
WHOLE_CITY = re.compile(r"(?:toàn|cả|tổng hợp toàn) (?:thành phố|tp|tp\.)(?: hải phòng)?")
COUNTRY = re.compile(r"\b(?:cả nước|toàn quốc)\b")


def segments(text: str) -> list[str]:
    """Cut a text, in the one form of a name, where a phrase ends; without numbering."""
    parts = (NUMBERING.sub("", part.strip(" .")) for part in SPLIT.split(text))
    return [part.strip(" .") for part in parts if part.strip(" .")]


def areas_in(text: str, known: Known) -> Iterator[Said]:
    """Give the areas that a text names, whole or by a whole name within; none is guessed."""
    parts = segments(text)
    if any(SCHOOL.fullmatch(part) for part in parts):
        school = next(part for part in parts if SCHOOL.fullmatch(part))
        yield Said("don_vi", "", school, wrong=ONE_SCHOOL)
        return
    whole = [said for part in parts if (said := _whole_area(part, known.areas))]
    if whole:
        yield from whole
        return
    marked = text != unaccented(text)
    for found in _area_names(known.areas, marked=marked).finditer(text):
        yield _area(found[0], known.areas)
    for found in DISTRICTS.finditer(text) if marked else ():
        yield _area(found[0], known.areas)
    if country := COUNTRY.search(text):
        yield Said("don_vi", "Cả nước", country[0])


def _whole_area(part: str, areas: Areas) -> Said | None:
    """Read a phrase that is an area as a whole, after the words of an office."""
    name = OF_YEAR.sub("", OFFICE.sub("", part))
    if WHOLE_CITY.fullmatch(name):
        return Said("don_vi", areas.city.name, name)
    area = areas.find(Cell(name))
    if area == areas.city:
        return None
    if area is not None:
        return _area(name, areas)
    return _area(name, areas) if areas.may_name(name) or DISTRICTS.fullmatch(name) else None


def _area(name: str, areas: Areas) -> Said:
    reading = areas.read(Cell(name))
    if reading.value is not None:
        return Said("don_vi", reading.value.code, name)
    return Said("don_vi", "", name, wrong=reading.problems[0].message.rstrip("."))


@lru_cache(maxsize=4)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b")


def _area_names(areas: Areas, *, marked: bool) -> re.Pattern[str]:
    """Give what finds the whole names of communes, present and former, in a text."""
    named = {
        n for n in (*areas.names, *areas.former) if n.startswith(("phường ", "xã ", "đặc khu "))
    }
    return _pattern(frozenset(named if marked else map(unaccented, named)))


def groups_in(text: str, known: Known) -> Iterator[Said]:
    """Give the groups that whole phrases of a text name; a list of several levels names none."""
    values = group_values(known)
    if len(LEVEL_WORDS.findall(text)) > 1:
        return
    for part in segments(text):
        if part != "nam" and SEX.fullmatch(part):
            yield Said("nhom", OWN_KIND, part, wrong=ONE_SEX)
        elif GRADE.fullmatch(part):
            yield Said("nhom", OWN_KIND, part, wrong=ONE_GRADE)
        elif OTHER_PART.fullmatch(part):
            yield Said("nhom", OWN_KIND, part, wrong=ONE_PART)
        elif SOME_PART.match(part):
            yield Said("nhom", "", part, wrong=ONE_PART)
        elif value := _group(part, values):
            yield Said("nhom", value, part)


def _group(part: str, values: dict[str, str]) -> str:
    part = OF_YEAR.sub("", part)
    for name in (part, LEVEL.sub("", part)):
        if found := values.get(SAME_GROUP.get(name, name)):
            return found
    return ""


def group_values(known: Known) -> dict[str, str]:
    """Give 'dimension=value' for the one form of each value of a breakdown."""
    dimensions = [each for by in known.groups.values() for each in by.items()]
    return {same_name(v): f"{dimension}={v}" for dimension, values in dimensions for v in values}


def is_of_group(indicator: Indicator, value: str) -> bool:
    """Say whether an indicator names a group in its own name."""
    names = same_name(f"{indicator.name} {indicator.short_name}")
    own = same_name(value)
    return any(n in names for n in (own, *(n for n, same in SAME_GROUP.items() if same == own)))


def units_in(text: str) -> Iterator[Said]:
    """Give the unit of size that a whole phrase of a text names: 'triệu đồng', '(%)'."""
    for part in segments(text):
        if unit := scaled_unit(part):
            yield Said("dvt", unit, part)


def without_names(text: str, names: Iterable[str]) -> str:
    """Take the whole names of indicators out of a text: their words say nothing more."""
    for name in names:
        if name in text:
            text = text.replace(name, " ¦ ")
    return text
