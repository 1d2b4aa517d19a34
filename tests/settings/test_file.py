"""board.toml: read once, held to what is known, below the variables."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indicators.commands.run import main
from indicators.settings.board import check_settings, database_path
from indicators.settings.file import read_settings
from indicators.settings.in_force import Value, in_force, values_in_force
from indicators.settings.kinds import WHOLE, SettingError
from indicators.settings.sections import KEYS, Key
from indicators.settings.written import new_file

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Write the settings file of this server, which only its owner can read."""

    def written(text: str) -> Path:
        file = tmp_path / "board.toml"
        file.write_text(text, encoding="utf-8")
        file.chmod(0o600)
        return file

    monkeypatch.setenv("BOARD_SETTINGS", str(tmp_path / "board.toml"))
    for key in KEYS:
        monkeypatch.delenv(key.variable, raising=False)
    yield written
    read_settings.cache_clear()


def refusal() -> list[str]:
    with pytest.raises(SettingError) as refused:
        check_settings()
    return str(refused.value).splitlines()


def test_a_variable_counts_before_the_file_and_the_file_before_the_default(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write('[board]\ndatabase = "số liệu/b.duckdb"\n[limits]\nupload_rows = 7\n')
    monkeypatch.setenv("BOARD_UPLOAD_COLUMNS", "9")

    assert database_path() == file.parent / "số liệu" / "b.duckdb"
    limits = in_force().limits
    assert (limits.upload_rows, limits.upload_columns, limits.upload_sheets) == (7, 9, 500)
    origins = {value.key.name: value.origin for value in values_in_force()}
    assert [origins[name] for name in ("database", "upload_rows", "upload_columns", "url")] == [
        f"{file}, dòng 2", f"{file}, dòng 4", "BOARD_UPLOAD_COLUMNS", "mặc định",
    ]  # fmt: skip

    monkeypatch.setenv("BOARD_UPLOAD_ROWS", "8")
    assert in_force().limits.upload_rows == 8


def test_the_database_of_the_file_is_not_that_of_a_board_of_the_other_nature(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write('[board]\ndatabase = "b.duckdb"\n')
    assert database_path() == file.parent / "b.duckdb"
    monkeypatch.setenv("BOARD_NATURE", "illustrative")
    assert database_path().name == "illustrative.duckdb"


def test_what_changes_in_the_file_holds_from_the_next_start(write: Write) -> None:
    write("[limits]\nupload_rows = 7\n")
    assert in_force().limits.upload_rows == 7
    write("[limits]\nupload_rows = 8\n")
    assert in_force().limits.upload_rows == 7


def test_a_new_file_says_what_holds_anyway(write: Write) -> None:
    before = in_force() if write("") else None
    read_settings.cache_clear()
    assert main(["settings", "--new", "/dev/null/x"]).code == 2
    write(new_file())
    assert in_force() == before
    read_settings.cache_clear()

    lines = new_file().splitlines()
    told = [line.removeprefix("# ") if " = " in line else line for line in lines]
    write("\n".join(told))
    assert in_force() == before
    assert {value.key.name for value in values_in_force() if value.origin != "mặc định"} >= {
        "nature", "upload_bytes", "remembered_rows",
    }  # fmt: skip
    assert all(key.comment in new_file().replace("\n# ", " ") for key in KEYS)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('url = "http://a.vn"', ["dòng 1: url phải đứng trong mục [board]."]),
        ("board = 3", ["dòng 1: mục viết là [board], mỗi tên một dòng ở dưới."]),
        ("[limit]\nx = 1", ["dòng 1: không có mục [limit]; gần nhất là [limits]."]),
        ("[xyz]", ["dòng 1: không có mục [xyz]; có: {sections}."]),
        (
            "[limits]\nupload_row = 3\n\n[board]\nremembered_row = 3\nzzz = 1",
            [
                "dòng 2: mục [limits] không có upload_row; gần nhất là upload_rows.",
                "dòng 5: mục [board] không có remembered_row; gần nhất là remembered_rows trong "
                "mục [memory].",
                "dòng 6: mục [board] không có zzz.",
            ],
        ),
        (
            '[limits]\nupload_rows = "3"\nupload_cells = true\nupload_sheets = 0\n'
            "[board]\nurl = 1",
            [
                "dòng 6: url phải là chữ, để trong ngoặc kép.",
                "dòng 2: upload_rows phải là số, không để trong ngoặc kép.",
                "dòng 3: upload_cells phải là số, không để trong ngoặc kép.",
                "dòng 4: upload_sheets = 0 không dùng được; hãy ghi một số nguyên từ 1 trở lên, "
                "hoặc bỏ dòng này (mặc định: 500).",
            ],
        ),
        (
            '[board]\nnature = "thật"',
            [
                "dòng 2: nature = thật không dùng được; hãy ghi illustrative (bảng minh họa) hay "
                "real (bảng thật), hoặc bỏ dòng này (mặc định: real)."
            ],
        ),
        (
            "[board]\nurl =\nmark = 1",
            [
                "dòng 2: không đúng cách viết TOML. Mỗi dòng là tên = giá trị, chữ để trong "
                "ngoặc kép, mỗi tên chỉ viết một lần; dòng giải thích bắt đầu bằng #."
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_by_line_with_what_was_probably_meant(
    write: Write, text: str, faults: list[str]
) -> None:
    sections = ", ".join(dict.fromkeys(key.section for key in KEYS))
    file = write(text)
    assert refusal() == [f"{file}, {fault.replace('{sections}', sections)}" for fault in faults]


def test_a_file_that_others_can_read_is_refused_with_what_mends_it(write: Write) -> None:
    file = write("")
    file.chmod(0o640)
    (line,) = refusal()
    assert line == (
        f"Người khác trên máy đọc được tệp cài đặt {file}, mà tệp có thể chứa bí mật. Hãy chạy: "
        f"chmod 600 {file}"
    )


def test_a_file_that_is_named_must_be_there(write: Write, tmp_path: Path) -> None:
    del write
    (line,) = refusal()
    assert line == (
        f"Không có tệp cài đặt {tmp_path}/board.toml; hãy sửa BOARD_SETTINGS, hoặc tạo tệp: "
        f"python -m indicators settings --new {tmp_path}/board.toml"
    )


def test_a_variable_that_nothing_reads_is_refused(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("")
    monkeypatch.setenv("BOARD_MARKS", "/dau")
    assert refusal() == [
        "Không có biến BOARD_MARKS; gần nhất là BOARD_MARK. Hãy sửa hoặc bỏ biến ấy."
    ]


def test_a_secret_is_not_said_again() -> None:
    key = Key("x", "password", "", WHOLE, "BOARD_PASSWORD", "Mật khẩu.", "", secret=True)
    assert Value(key, 123, "BOARD_PASSWORD").told == "BOARD_PASSWORD"
    assert Value(key, 123, "board.toml, dòng 3").told == "board.toml, dòng 3: password"
