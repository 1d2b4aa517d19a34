"""Every verdict is explained by one line of its rule, the line that the method gives it."""

import re

import pytest

from indicators.methodology.rules import REACH, RULES, rule_of
from tests.progress.reading import golden_cases, judged

TABLES = ("reach", "steps", "yearly", "maintain", "growth", "stages", "ranks", "milestones")
CASES = [case for table in TABLES for case in golden_cases(table)]
# Cases named after a line that turn out to be none of it.
ELSEWHERE = {
    "line 4: in the target year itself the last figure is still judged": "10",
    "line 7: once a figure follows the baseline the history is left alone": "10",
    "line 9: beyond a strict target is achieved": "5",
    "line 10: a break at the latest point leaves one point": "7",
}


def numbered(case: str) -> str:
    return ELSEWHERE.get(case) or re.match(r"line (\d+)", case)[1]


@pytest.mark.parametrize("row", CASES)
def test_a_line_of_the_rule_yields_the_verdict(row: dict[str, str]):
    judgement = judged(row)
    line = rule_of(judgement.measure).line_of(judgement)
    assert judgement.status in line.yields


@pytest.mark.parametrize(
    "row", [case for case in golden_cases("reach") if case.values[0]["case"].startswith("line ")]
)
def test_the_line_is_the_one_that_the_method_numbers_so(row: dict[str, str]):
    line = REACH.line_of(judged(row))
    # What is close to the target has a line of its own; provisional figures go on to lines 5–10.
    special = line.key == "reach-near" or row["provisional"]
    assert special or line.key.split("-")[1] == numbered(row["case"])


def test_no_two_lines_have_one_key():
    keys = [line.key for rule in RULES for line in rule.lines]
    assert len(set(keys)) == len(keys)
