"""The names of the verdicts."""

import pytest

from indicators.progress.results import Status
from indicators.wording.labels import (
    ASSESSED,
    ATTENTION,
    LABELS,
    SHORT,
    UNASSESSED,
    judgement_label,
    milestone_label,
)
from tests.wording.writing import judged

NAMES = {
    "achieved": ("Đã đạt", "Đã đạt"),
    "on_track": ("Đúng tiến độ", "Đúng tiến độ"),
    "slow": ("Chậm tiến độ", "Chậm"),
    "off_track": ("Có nguy cơ không đạt", "Nguy cơ"),
    "worsening": ("Ngược chiều mục tiêu", "Ngược chiều"),
    "missed": ("Không đạt", "Không đạt"),
    "pending": ("Chưa đến hạn", "Chưa đến hạn"),
    "insufficient": ("Chưa đủ căn cứ đánh giá", "Chưa đủ căn cứ"),
    "no_data": ("Chưa có số liệu", "Chưa có số liệu"),
    "monitored": ("Theo dõi (chưa lượng hóa)", "Theo dõi"),
}


def test_every_status_has_a_long_and_a_short_name():
    assert {status.value: (LABELS[status], SHORT[status]) for status in Status} == NAMES


def test_statuses_are_either_assessed_or_not():
    assert sorted((*ASSESSED, *UNASSESSED)) == sorted(Status)


def test_what_needs_attention_is_named_the_worst_first():
    assert [s.value for s in ATTENTION] == ["missed", "worsening", "off_track", "slow"]


SPECIAL = [
    ("a yearly bound names its year", "NL01", "2027 20", 2027, "Đạt năm 2027"),
    ("a yearly bound not held", "NL01", "2027 19", 2027, "Không đạt năm 2027"),
    ("a level lost", "CS02", "2025 96; 2027 94", 2027, "Không giữ được mức đã đạt"),
    ("a level lost within one percent is no alarm", "CS02", "2025 95.1; 2027 94.9", 2027,
     "Chậm tiến độ"),
    ("a thing completed", "ML01", "2029 100", 2029, "Đã hoàn thành"),
    ("a thing completed late", "ML01", "2031 100", 2031, "Hoàn thành chậm"),
    ("a thing not reported in time", "PC06", "2025 60", 2027, "Quá hạn báo cáo"),
    ("a thing not completed in time", "PC06", "2026 60", 2027, "Không đạt"),
    ("a thing that is kept", "PC08", "2026 100", 2026, "Đang duy trì"),
    ("a thing that is kept no more", "PC08", "2026 100; 2027 50", 2027,
     "Không giữ được mức đã đạt"),
    ("a figure that is not final", "CS02", "2025 75; 2030 96p", 2030,
     "Đã đạt (theo số ước)"),
    ("a context figure", "BC01", "2025 1234", 2026, "Số liệu bối cảnh"),
    ("no number in the document", "CL03", "2025 40", 2026, "Theo dõi (chưa lượng hóa)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "points", "year", "label"), [pytest.param(*case, id=name) for name, *case in SPECIAL]
)
def test_a_verdict_has_a_name_of_its_own(code: str, points: str, year: int, label: str):
    assert judgement_label(judged(code, points, year)) == label


def test_momentum_before_the_baseline_is_said():
    points = "2016 10; 2017 10.5; 2018 11; 2019 12; 2020 13; 2021 14"
    judgement = judged("HD02", points, 2022, "national")
    assert judgement_label(judgement) == "Ngược chiều mục tiêu (theo đà trước kỳ gốc)"


def test_every_milestone_has_its_own_name():
    judgement = judged("DH17", "2025 310; 2030 250; 2035 140; 2036 130", 2036)
    named = [milestone_label(judgement, milestone) for milestone in judgement.milestones]
    assert named == ["Không đạt", "Đã đạt", "Đúng tiến độ"]
