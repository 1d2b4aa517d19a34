"""`changes`: the command tells what Thay đổi on the overview tells."""

import json
from pathlib import Path

import pytest

from indicators.board.as_of import as_of
from indicators.changes.between import changes_between
from indicators.changes.sentences import changes_sentence
from indicators.changes.since import since
from indicators.commands.run import main
from indicators.store.connection import Store, open_store
from tests.recording import figure, record, set_to


@pytest.fixture
def board(own: Store) -> Path:
    """Version 3 brings figures, version 4 a threshold; closed, so that commands open it."""
    record(own, figure("ML02", 2025, 70), figure("CS02", 2025, 50), figure("BC01", 2025, None))
    set_to(own, on_track_ratio=1)
    own.close()
    return own.path


def asked(board: Path, *argv: str) -> str:
    answer = main(["changes", "--db", str(board), *argv])
    assert (answer.code, answer.error) == (0, "")
    return answer.text


def test_the_lines_name_verdicts_figures_and_settings_with_who_wrote_them(board: Path):
    lines = asked(board, "--since", "v2").splitlines()
    assert lines[0].endswith(
        ": 1 chỉ tiêu đổi đánh giá, 1 số liệu mới, 1 số liệu sửa đổi, 1 tham số thay đổi."
    )
    assert (
        "  CS02  Chưa có số liệu → Chưa đủ căn cứ đánh giá: số liệu (phiên bản 3, kiểm thử)"
    ) in lines
    assert "  ML02  2025 31           76,98% → 70,00%  (phiên bản 3, kiểm thử)" in lines
    assert lines[-1].startswith("  Tham số Tỷ số nhịp độ")
    assert lines[-1].endswith(": Mức 0,95 → 1  (phiên bản 4, Lan)")


def test_the_json_says_the_same_as_the_function_of_the_page(board: Path):
    said = json.loads(asked(board, "--since", "v2", "--json"))
    store = open_store(board)
    seen = as_of(store)
    start = since(store, seen, "v2")
    changes = changes_between(store, start.moment, seen, "city")
    store.close()
    assert said["sentence"] == f"{start.label}: {changes_sentence(changes)}"
    assert [each["code"] for each in said["statuses"]] == [v.change.code for v in changes.verdicts]
    assert said["figure_counts"] == dict(changes.figures.count)
    figures = {(each["indicator"], each["kind"]): each for each in said["figures"]}
    assert figures["ML02", "changed"]["before"]["value"] == 76.98
    assert figures["ML02", "changed"]["after"]["value"] == 70
    assert figures["ML02", "changed"]["written"]["version"] == 3
    assert said["catalogue"][0]["fields"] == {"value": {"before": "0.95", "after": "1"}}


def test_an_earlier_version_can_be_looked_at(board: Path):
    said = json.loads(asked(board, "--at-version", "3", "--since", "v3", "--json"))
    assert (said["seen"]["version"], said["statuses"], said["figures"]) == (3, [], [])
    assert said["sentence"].endswith(": không có thay đổi nào")


@pytest.mark.parametrize("since_when", ["abc", "v9", "2100"])
def test_what_cannot_be_compared_with_is_refused(board: Path, since_when: str):
    answer = main(["changes", "--db", str(board), "--since", since_when])
    assert (answer.code, answer.text, answer.error.count("\n")) == (2, "", 0)
    assert answer.error
