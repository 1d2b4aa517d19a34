"""What in a text says nothing of figures: offices, documents, mottoes, dates, comparisons."""

import re

from indicators.intake.files.spelling import unaccented

# Whole texts that say nothing, by their beginning.
WHOLE = (
    r"[^,¦]{1,40}, ?ngày\b"
    r"|\(?(?:ban hành )?kèm theo\b|căn cứ\b|số\s*:|độc lập\b|cộng hoà xã hội|nơi nhận\b"
    r"|lưu\s*:|(?:kt|tm|tl|tuq|q)\.|người lập|người ký|thủ trưởng|giám đốc|chủ tịch|hiệu trưởng"
    r"|kế toán|đơn vị nhận|kính gửi|thực hiện (?:kế hoạch|công văn|quyết định|chương trình) số"
    r"|\(?ký,? |v/v\b|về việc\b|\[?tài liệu\b|nguồn\b|điện thoại|email"
)
UNTIL = r"[^,;:¦\n()0-9]*?(?=[,;:¦\n()]|\d|\b(?:năm|ước|quý|phường|xã|đặc khu|về)\b|$)"
PARTS = (
    # Dates, and places with dates.
    r"\bngày\s*[\d.…_]*\s*tháng\s*[\d.…_]*\s*năm\s*[\d.…_]*",
    r"\b(?:\d{1,2}[/.-]){2}\d{4}\b(?<!30/9/\d{4})(?<!30/09/\d{4})(?<!30/6/\d{4})(?<!30/06/\d{4})",
    # Numbers of documents and forms.
    r"\b\d+\s*/\s*(?:\d{4}\s*/\s*)?[a-zđ][\w/-]*",
    r"\b(?:biểu|mẫu|phụ lục)(?: số)?\s*:?\s*[\w.-]*\d[\w.-]*(?:/[\w/-]+)?(?=[\s.:,;]|$)",
    r"\b(?:kế hoạch|quyết định|công văn|nghị quyết|tờ trình|báo cáo|thông báo)(?: số)?"
    r"\s*[\d.…]+\s*/[\w/.-]*",
    r"\bchương trình mục tiêu\b",
    # Offices with such words in their names.
    rf"(?<!hải )(?<!quốc )\bphòng (?!học|thí|bộ môn|chức năng|chống){UNTIL}",
    rf"(?<!uỷ )\bban (?!hành|đầu|đại){UNTIL}",
    rf"(?<!cơ )\bsở (?:giáo|gd|kế|kh|nội|tài|khoa|lao|văn|thông|y tế|xây|nông|công|tư){UNTIL}",
    rf"\b(?:vụ|cục|chi cục|bộ giáo dục|bộ kế hoạch|bộ phận){UNTIL}",
    # A plan that is carried out or compared with is none that is set.
    r"\b(?:theo|so với|so sánh(?: với)?|đạt|vượt|hoàn thành|tỷ lệ|tỉ lệ|%)(?: \w+){0,2}"
    r" (?:kế hoạch|kh|chỉ tiêu giao|dự toán|cùng kỳ)",
    r"\bcùng kỳ\b",
)
# 'Kết quả thực hiện các chỉ tiêu kế hoạch' is of what was done.
CARRIED_OUT = (
    r"((?:\bkết quả |\btình hình |\btiến độ )?\b(?:thực hiện|triển khai))"
    r"(?: (?:các|một số|chỉ tiêu|nhiệm vụ|mục tiêu|nội dung|theo|công tác|hệ thống|của|và))*"
    r" (?:kế hoạch|chỉ tiêu giao|dự toán|mục tiêu|chỉ tiêu)\b(?: giao| được giao)?"
)


def _both(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(pattern), re.compile(unaccented(pattern))


IS_SILENT = _both(WHOLE)
SILENT_PARTS = tuple(map(_both, PARTS))
DONE = _both(CARRIED_OUT)


def telling(text: str) -> str:
    """Give what is left of a text, in the one form of a name, without what says nothing."""
    form = int(text == unaccented(text))
    if IS_SILENT[form].match(text):
        return ""
    for part in SILENT_PARTS:
        text = part[form].sub(" ¦ ", text)
    return DONE[form].sub(r"\1", text)
