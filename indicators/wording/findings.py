"""What the kinds and severities of findings are called, and what ticking a warning says."""

import re
from typing import cast

from indicators.store.records import Finding, FindingKind, Severity

SEVERITY_NAMES: dict[Severity, str] = {"error": "Lỗi", "warning": "Cảnh báo", "remark": "Lưu ý"}
KIND_NAMES: dict[FindingKind, str] = {
    "unknown_indicator": "Chỉ tiêu không có trong danh mục",
    "bad_year": "Năm cần xem lại",
    "future_year": "Năm chưa đến",
    "before_merger": "Số liệu của thời kỳ trước sáp nhập",
    "status_regression": "Trạng thái thấp hơn số liệu đang có",
    "bad_number": "Giá trị không đọc được",
    "not_integer": "Giá trị phải là số nguyên",
    "ambiguous_number": "Số có thể hiểu hai cách",
    "mixed_number_format": "Hai cách viết số trong một cột",
    "missing_value": "Chưa có giá trị",
    "out_of_range": "Giá trị ngoài khoảng cho phép",
    "scale_suspect": "Có thể nhầm tỷ lệ với phần trăm",
    "unit_mismatch": "Đơn vị tính không khớp",
    "ratio_mismatch": "Giá trị không khớp tử số và mẫu số",
    "jump": "Thay đổi lớn bất thường",
    "duplicate_key": "Dòng lặp lại",
    "conflicting_duplicate": "Hai giá trị khác nhau cho một chỉ tiêu",
    "missing_column": "Thiếu cột",
    "duplicate_column": "Cột bị trùng",
    "unknown_column": "Cột không dùng đến",
    "plan_column": "Cột kế hoạch hoặc mục tiêu",
    "estimate": "Số ước thực hiện",
    "empty_file": "Tệp trống",
    "no_data_rows": "Không có dòng số liệu",
    "not_a_table": "Không đọc được bảng",
    "unsupported_format": "Loại tệp không nhận",
    "password_protected": "Tệp có mật khẩu",
    "encoding": "Bảng mã chữ",
    "too_large": "Tệp quá lớn",
    "formula_error": "Ô bị lỗi công thức",
    "unknown_area": "Địa bàn không có trong danh mục",
    "ambiguous_area": "Tên địa bàn có thể hiểu nhiều cách",
    "unknown_group": "Phân tổ không có trong danh mục",
    "ragged_row": "Dòng thừa hoặc thiếu ô",
    "non_data_row": "Dòng không phải số liệu",
    "extra_sheet": "Trang tính khác trong tệp",
    "text_too_long": "Nội dung quá dài",
    "not_allowed": "Nội dung không dùng được",
    "filled_in": "Lấy từ chỗ khác trong tệp",
}
AGREED: dict[FindingKind, str] = {
    "before_merger": "Đây là số liệu tính lại theo địa giới mới",
    "jump": "Thay đổi này là đúng",
    "estimate": "Ghi là số ước, chưa phải số chính thức",
    "status_regression": "Thay số liệu đang có bằng số ở trạng thái thấp hơn",
    "ambiguous_number": "Số được hiểu đúng như đã nêu",
    "filled_in": "Số liệu đúng là của đơn vị, nhóm, kỳ và trạng thái như đã nêu",
    "unit_mismatch": "Số liệu đã đúng đơn vị tính của từng chỉ tiêu",
    "ragged_row": "Đúng là hai ô riêng, không phải một số bị tách",
    "scale_suspect": "Giá trị đúng như trong tệp, không phải nhân 100",
}
CODE = re.compile(rf"(?<=[ ,])(?:{'|'.join(KIND_NAMES)})(?=[,;]|$)")
REQUEST = re.compile(r"[,;.] (?=(?:hãy|nếu)\b)", re.IGNORECASE)
AGREED_OTHERWISE = "Đã xem và đồng ý ghi nhận"


def agreed(kind: FindingKind) -> str:
    """Write what a person says by ticking the warnings of a kind."""
    return f"{KIND_NAMES[kind]}: {AGREED.get(kind, AGREED_OTHERWISE).lower()}"


def in_short(finding: Finding) -> str:
    """Write what was found, without what to do about it."""
    return REQUEST.split(finding.message, 1)[0].removesuffix(".")


def in_words(note: str) -> str:
    """Write a note of the journal with the names of the kinds in place of their codes."""
    return CODE.sub(lambda found: KIND_NAMES[cast(FindingKind, found[0])].lower(), note)
