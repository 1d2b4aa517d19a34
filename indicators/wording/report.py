"""Sentences of the written report."""

from collections.abc import Mapping, Sequence
from datetime import date

from indicators.progress.results import Status
from indicators.store.records import Version
from indicators.wording.data_version import version_words
from indicators.wording.illustrative import MARK
from indicators.wording.labels import ASSESSED, LABELS, UNASSESSED
from indicators.wording.numbers import day

PRODUCT = "Bảng theo dõi Nghị quyết 71"
MARKS = "Dấu *: số ước, sơ bộ; dấu –: không có."


def abstract(programme: str, group: str | None = None, agency: str | None = None) -> str:
    """Say what the report is about, of a single group or lead agency which."""
    of_group = f" nhóm “{group}”" if group else ""
    led = f" do {agency} chủ trì" if agency else ""
    return f"Tình hình thực hiện các chỉ tiêu{of_group}{led} của {programme}"


def opening(programme: str, issuer: str, when: date) -> str:
    """Say on what ground who reports, and of which day the figures are."""
    return (
        f"Triển khai {programme}, {issuer} báo cáo tình hình thực hiện các chỉ tiêu, "
        f"số liệu đến ngày {day(when)}, như sau:"
    )


def made_from(version: Version, year: int, method: int) -> str:
    """Name the data, the year judged and the method."""
    return (
        f"Số liệu lấy từ {PRODUCT}, {version_words(version)}; các chỉ tiêu được đánh giá "
        f"đến năm {year} theo phương pháp phiên bản {method}. Trong các bảng, dấu * là số ước, "
        "sơ bộ, dấu – là không có."
    )


def appended(numbers: Sequence[str]) -> str:
    """Lead to the appendices: the tracking table, and the sources where there are figures."""
    first = f"Biểu theo dõi từng chỉ tiêu nêu tại {' '.join(('Phụ lục', numbers[0])).strip()}"
    return (
        f"{first}; nguồn của số liệu nêu tại Phụ lục {numbers[1]}." if numbers[1:] else f"{first}."
    )


def made_up() -> str:
    """Say that the figures are no real ones."""
    return (
        f"{MARK}: các số liệu trong báo cáo này được đặt ra để giới thiệu {PRODUCT}, "
        "không phải kết quả thực hiện của thành phố."
    )


def foot_line(version_line: str) -> str:
    """Name source, day and data version at the foot of every page."""
    return f"{version_line} · Nguồn: {PRODUCT}"


def extent(count: int, whole: int, of: str, *, national: bool = False) -> str:
    """Say how many indicators of the programme or a group are told of; a colon may follow."""
    kind = " có mục tiêu hoặc số liệu cả nước" if national else ""
    if count == whole:
        return f"{of[0].upper()}{of[1:]} có {whole} chỉ tiêu{kind}"
    return f"Báo cáo trình bày {count} trong {whole} chỉ tiêu{kind} của {of}"


def by_status(counts: Mapping[Status, int]) -> str:
    """List how many indicators have each verdict: '3 chỉ tiêu đã đạt, 2 …'."""
    of_status = [
        (count, lower(LABELS[status]))
        for status in (*ASSESSED, *UNASSESSED)
        if (count := counts.get(status, 0))
    ]
    (count, label), *others = of_status
    return joined([f"{count} chỉ tiêu {label}", *(f"{count} {label}" for count, label in others)])


def joined(parts: Sequence[str]) -> str:
    """Join the parts of an enumeration: 'a, b và c'."""
    *first, last = parts
    return f"{', '.join(first)} và {last}" if first else last


def verdict_sentence(name: str, label: str, sentence: str) -> str:
    """Tell one indicator's verdict with its arithmetic, which may begin with the verdict."""
    if sentence.startswith(label):
        return f"{name}: {lower(sentence)}"
    return f"{name}: {lower(label)}. {sentence}"


def listed(label: str, names: Sequence[str]) -> str:
    """List indicators with the same verdict: 'Chưa có số liệu: 2 chỉ tiêu (…; …)'."""
    return f"{label}: {len(names)} chỉ tiêu ({'; '.join(names)})."


def lower(text: str) -> str:
    """Write words that start a line so that they go on one."""
    return f"{text[:1].lower()}{text[1:]}"


def closing(programme: str, when: date) -> str:
    """End a report as the forms do."""
    return (
        f"Trên đây là tình hình thực hiện các chỉ tiêu của {programme}, "
        f"số liệu đến ngày {day(when)}./."
    )


def unassessed(count: int, counts: Mapping[Status, int]) -> str:
    """Count what has no verdict, and say why."""
    return f"Có {count} chỉ tiêu chưa đánh giá được, gồm {by_status(counts)}."


def everything_judged() -> str:
    """Say that every indicator has a verdict."""
    return "Các chỉ tiêu trong báo cáo đều đã đánh giá được."


def stale_sentence(names: Sequence[str]) -> str:
    """Name the indicators whose verdict rests on old figures."""
    return f"Có {len(names)} chỉ tiêu chỉ có số liệu cũ, cần cập nhật: {'; '.join(names)}."


def missing_sentence(report: str, count: int, whole: int) -> str:
    """Say how many figures of a report have not come."""
    if not count:
        return f"{report}: {whole}/{whole} chỉ tiêu đã có số liệu."
    return f"{report}: {count}/{whole} chỉ tiêu chưa có số liệu."


def national_sources() -> str:
    """Say where figures of the whole country come from."""
    return (
        "Số liệu cả nước lấy từ nguồn công bố (UNDP, Ngân hàng Thế giới, Tổng cục Thống kê, các "
        "bộ), không do cơ quan của thành phố báo cáo."
    )
