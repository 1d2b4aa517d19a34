"""The catalogue's records, fields and values in the words of the offices."""

import re
from datetime import date
from typing import Any

from indicators.catalogue.records import (
    Agency,
    Area,
    AreaOrigin,
    Breakdown,
    Document,
    Group,
    Indicator,
    IndicatorBreakdown,
    Record,
    Setting,
    Target,
    Task,
    TaskGroup,
)
from indicators.store.tables import key_of
from indicators.wording.numbers import NONE, day, plain

RECORD_NAMES: dict[type, str] = {
    Target: "Mục tiêu",
    Indicator: "Chỉ tiêu",
    Setting: "Tham số",
    Document: "Văn bản",
    Group: "Nhóm chỉ tiêu",
    Agency: "Cơ quan",
    Area: "Địa bàn",
    AreaOrigin: "Nguồn gốc địa bàn",
    Breakdown: "Phân tổ",
    IndicatorBreakdown: "Phân tổ của chỉ tiêu",
    TaskGroup: "Nhóm nhiệm vụ",
    Task: "Nhiệm vụ",
}
FIELD_NAMES = {
    "code": "Mã", "name": "Tên", "short_name": "Tên ngắn", "name_en": "Tên tiếng Anh",
    "position": "Thứ tự", "issuer": "Cơ quan ban hành", "issued": "Ngày ban hành",
    "doc": "Văn bản", "doc_ref": "Mục, điều, khoản", "aim": "Mục tiêu bằng lời", "group": "Nhóm",
    "unit": "Đơn vị tính", "kind": "Loại", "rule": "Cách đặt mục tiêu", "direction": "Chiều tốt",
    "base_year": "Kỳ gốc", "decimals": "Số chữ số thập phân", "lower": "Giới hạn dưới",
    "upper": "Giới hạn trên", "is_share": "Tử số nằm trong mẫu số", "accumulates": "Cách cộng dồn",
    "year_basis": "Loại năm", "definition": "Định nghĩa", "collection": "Cách thu thập",
    "lead": "Cơ quan chủ trì", "measure": "Cách đo", "proposed": "Các phần là đề xuất",
    "note": "Ghi chú", "indicator": "Chỉ tiêu", "scope": "Phạm vi", "year": "Năm",
    "comparator": "Phép so sánh", "value": "Mức", "from_year": "Áp dụng từ năm",
    "wording": "Nguyên văn", "parent": "Địa bàn cấp trên", "valid_from": "Hiệu lực từ",
    "valid_to": "Hiệu lực đến", "area": "Địa bàn", "province": "Tỉnh, thành phố cũ",
    "formed_from": "Hình thành từ", "dimension": "Chiều phân tổ", "role": "Vai trò",
    "summary": "Nội dung", "indicators": "Chỉ tiêu phục vụ",
}  # fmt: skip
# Codes of the catalogue that are no words of the offices.
CODES = {
    "percent": "tỷ lệ phần trăm", "count": "số đếm", "amount": "lượng", "index": "chỉ số",
    "ratio": "tỷ số", "rank": "thứ hạng", "difference": "chênh lệch", "milestone": "mốc công việc",
    "reach": "đạt vào năm đích", "each_year": "đạt mỗi năm", "maintain": "duy trì",
    "growth": "tăng bình quân mỗi năm", "context": "số liệu bối cảnh", "up": "càng lớn càng tốt",
    "down": "càng nhỏ càng tốt", ">=": "ít nhất", ">": "trên", "<=": "nhiều nhất", "<": "dưới",
    "about": "khoảng", "done": "hoàn thành", "city": "thành phố", "national": "cả nước",
    "plan": "kế hoạch năm", "flow": "cộng dồn trong năm", "stock": "tại thời điểm",
    "document": "văn bản nêu", "proposed": "đề xuất", "partition": "chia hết tổng thể",
    "distribution": "phân bố theo mức", "cumulative": "lũy kế", "partial": "một phần",
}  # fmt: skip
NUMBER = re.compile(r"-?\d+(\.\d+)?")  # a setting's value is text, whatever it means
CODED = ("kind", "rule", "direction", "comparator", "scope", "accumulates", "measure", "role")


def value_words(field: str, value: Any) -> str:  # noqa: ANN401 (whatever a field holds)
    """Write the value of a field; '–' for none."""
    if value is None or value == "":
        return NONE
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float):
        return plain(value)
    if isinstance(value, date):
        return day(value)
    if field == "value" and NUMBER.fullmatch(value):
        return plain(float(value))
    return CODES.get(value, value) if field in CODED else str(value)


def record_words(record: Record) -> str:
    """Name a record of the catalogue: 'ML02, thành phố, 2030'."""
    if isinstance(record, Indicator):
        return f"{record.code} {record.short_name}"
    if isinstance(record, Setting):
        return f"{record.note.partition(';')[0]} ({record.name})"
    return ", ".join(CODES.get(part, part) for part in map(str, key_of(record)))
