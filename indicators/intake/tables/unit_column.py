"""What a bare 'Đơn vị' heads: areas or units of measure, as its cells say."""

from collections.abc import Iterable

from indicators.intake.files.spelling import fold

# Units that office tables name, folded; '%' folds to nothing and is one of them.
NAMES = (
    "%", "phần trăm", "trường", "cơ sở", "trung tâm", "lớp", "phòng", "phòng học", "người",
    "học sinh", "sinh viên", "học viên", "trẻ", "cháu", "em", "giáo viên", "giảng viên",
    "cán bộ", "triệu đồng", "tỷ đồng", "nghìn đồng", "đồng", "triệu", "tỷ", "nghìn tỷ đồng",
    "điểm", "năm", "hạng", "bậc", "giải", "huy chương", "đề tài", "bài", "chương trình", "lượt",
    "đơn", "công bố", "văn bằng", "vụ", "dự án", "chỉ số", "lần", "mức", "giai đoạn", "mô hình",
    "xã", "phường", "đơn vị", "ngành", "điểm phần trăm", "m2", "USD", "triệu USD", "máy", "bộ",
    "cuốn", "giờ", "người/vạn dân", "sinh viên/vạn dân", "học sinh/lớp", "giáo viên/lớp",
    "học sinh, sinh viên",
)  # fmt: skip
UNITS = frozenset(fold(unit) for unit in NAMES)


def heads_units(cells: Iterable[str]) -> bool | None:
    """Say whether the cells name units of measure (else areas); None when they are mixed."""
    kinds = {fold(cell) in UNITS for cell in set(cells) if cell}
    return None if len(kinds) > 1 else kinds == {True}
