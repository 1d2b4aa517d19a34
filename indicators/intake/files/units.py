"""Units of measure that office tables name."""

import re

from indicators.intake.files.spelling import fold, same_name, unaccented

# Folded; '%' folds to nothing and is one of them.
NAMES = (
    "%", "‰", "phần trăm", "trường", "cơ sở", "trung tâm", "lớp", "phòng", "phòng học", "người",
    "học sinh", "sinh viên", "học viên", "trẻ", "cháu", "em", "giáo viên", "giảng viên",
    "cán bộ", "triệu đồng", "tỷ đồng", "nghìn đồng", "đồng", "triệu", "tỷ", "nghìn tỷ đồng",
    "điểm", "năm", "hạng", "bậc", "giải", "huy chương", "đề tài", "bài", "chương trình", "lượt",
    "đơn", "công bố", "văn bằng", "vụ", "dự án", "chỉ số", "lần", "mức", "giai đoạn", "mô hình",
    "xã", "phường", "đơn vị", "ngành", "điểm phần trăm", "m2", "USD", "triệu USD", "máy", "bộ",
    "cuốn", "giờ", "người/vạn dân", "sinh viên/vạn dân", "học sinh/lớp", "giáo viên/lớp",
    "học sinh, sinh viên",
)  # fmt: skip
UNITS = frozenset(fold(unit) for unit in NAMES)
PLAIN_NAMES = {unaccented(name): name for name in NAMES}
# A unit that says how large the numbers are, not only what they count.
SCALED = re.compile(
    r"(trăm|chục|vạn|nghìn|ngàn|triệu|tỷ|tỉ|1\.?000)( (nghìn|ngàn|triệu|tỷ|tỉ))?"
    r"( (đồng|người|học sinh|sinh viên|em|cháu|lượt|lượt người|usd|đô la|vnđ|vnd))?"
    r"|đồng|vnđ|vnd|usd|%|‰|phần trăm|phần nghìn|điểm phần trăm"
)


def unit_of(text: str) -> str:
    """Give the unit that a whole text names, '' when it names none."""
    name = same_name(text)
    return PLAIN_NAMES.get(unaccented(name), "") or scaled_unit(name)


def scaled_unit(text: str) -> str:
    """Give the unit of a text that is one of size, as money and thousands are; else ''."""
    name = same_name(text)
    return name if SCALED.fullmatch(name) else ""
