"""What is to be done about an indicator: tasks, and the figure that is owed or comes next."""

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Scope
from indicators.dossier.dossier import open_dossier
from indicators.dossier.next_steps import Step, next_steps
from indicators.store.connection import Store


def steps(store: Store, code: str, scope: Scope = "city") -> list[Step]:
    dossier = open_dossier(store, as_of(store), code, scope, None)
    assert dossier
    return next_steps(dossier)


def test_without_a_task_it_says_so_and_when_the_final_figure_is_due(illustrative: Store):
    assert steps(illustrative, "DH05") == [
        ("Nhiệm vụ", "chương trình chưa có nhiệm vụ nào gắn với chỉ tiêu này."),
        (
            "Số liệu",
            "thay số ước năm 2029 bằng số chính thức; kỳ nộp tới 10/06/2030, còn 202 ngày.",
        ),
    ]


def test_a_figure_that_has_not_come_is_told_with_the_days_it_is_late(illustrative: Store):
    late = ("Số liệu", "thiếu số liệu báo cáo năm 2029, hạn 15/11/2029, quá hạn 5 ngày.")
    assert steps(illustrative, "NL15")[-1] == late


@pytest.mark.parametrize(("code", "scope"), [("HD01", "national"), ("BC01", "city")])
def test_nothing_is_asked_for_the_whole_country_or_for_context(
    illustrative: Store, code: str, scope: Scope
):
    assert steps(illustrative, code, scope) == []
