"""`restore`: only while the board is stopped, and only what was said yes to."""

import shutil
from pathlib import Path

import pytest

from indicators.backup.doubts import KINDS
from indicators.backup.making import back_up
from indicators.commands.parser import DOUBTS
from indicators.commands.run import main
from indicators.store.connection import Store
from indicators.store.history import latest
from tests.commands.test_serving import running

pytestmark = pytest.mark.own_board


def test_a_backup_is_put_back_once_the_board_is_stopped(store: Store, tmp_path: Path) -> None:
    backup = back_up(store, tmp_path, "asked")
    code = latest(store).hash
    store.close()
    words = ["restore", str(backup.folder), "--by", "Lan", "--db", str(store.path)]
    with running(store.path):
        refused = main(words)
    assert (refused.code, "Hãy dừng bảng rồi chạy lại lệnh" in refused.error) == (2, True)

    done = main(words)

    assert (done.code, done.error) == (0, "")
    (kept,) = tmp_path.glob("board.replaced-*.duckdb")
    assert done.text == (
        f"Đã phục hồi bảng từ {backup.folder.name}: phiên bản 1, cả chuỗi băm nguyên vẹn.\n"
        f"Tệp trước đó được giữ ở {kept}.\n"
    )
    assert code[:10] in main(["journal", "--db", str(store.path)]).text


def test_a_yes_is_said_by_name(store: Store, tmp_path: Path) -> None:
    store.close()
    copy = Path(shutil.copy(store.path, tmp_path / "chép.duckdb"))
    words = ["restore", str(copy), "--by", "Lan", "--db", str(store.path)]
    assert KINDS == DOUBTS
    assert "hãy chạy lại với --accept unproven." in main(words).error
    assert main([*words, "--accept", "hết"]).error == (
        "--accept không nhận hết; chọn trong: unproven, unknown, older, branch, other."
    )
    done = main([*words, "--accept", "unproven"])
    assert (done.code, "Nhật ký ghi việc này ở phiên bản 2.\n" in done.text) == (0, True)


def test_made_up_figures_are_not_put_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_NATURE", "illustrative")
    refused = main(["restore", str(store.path), "--by", "Lan"])
    assert refused.error.startswith("Bảng minh họa không có bản sao lưu")
