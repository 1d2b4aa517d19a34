"""What is said of indicators that moved since an earlier report."""

from collections.abc import Mapping

from indicators.wording.numbers import counted

# How a line of a table begins that tells of a move in that direction.
WAYS: Mapping[str, str] = {
    "better": "Tốt lên",
    "worse": "Kém đi",
    "falling": "Kém thêm",
    "first": "Số liệu đầu",
    "other": "Đổi đánh giá",
}


def moved_sentence(since: str, better: int, worse: int) -> str:
    """Count those that moved: 'Từ báo cáo …: 7 chỉ tiêu tốt lên, 1 chỉ tiêu kém đi'."""
    counts = ((better, "tốt lên"), (worse, "kém đi"))
    told = ", ".join(f"{counted(count)} chỉ tiêu {word}" for count, word in counts if count)
    return f"{since}: {told or 'không chỉ tiêu nào tốt lên hay kém đi'}"
