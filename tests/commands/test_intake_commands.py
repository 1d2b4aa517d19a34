"""The command line's way in for files: check, apply, undo, value, journal."""

import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from indicators.commands.parser import ADDED
from indicators.commands.run import main
from indicators.store.connection import open_store
from indicators.store.history import latest
from indicators.store.journal import record_observations
from tests.project import PROJECT
from tests.recording import figure
from tests.rounds import rounds

HEAD = "ma_chi_tieu,nam,gia_tri,don_vi,nhom,nguon"
GOOD = "ML02,2026,84.9,,,Sở\nCS02,2026,95,VN,,Sở\nDH17,2026,chưa xếp hạng,31,,Sở\n"
WARNED = "ML02,2024,77,,,Sở\n"
FAULTY = "ML02,2026,84.9,,,Sở\nML99,2026,1,,,Sở\n"
BY_LAN = ("--by", "Lan", "--agency", "Sở GD&ĐT")


@pytest.fixture
def folder(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a board of its own named by BOARD_DB."""
    monkeypatch.setenv("BOARD_DB", str(copy(built, tmp_path)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    for name, rows in {"tot": GOOD, "canh-bao": WARNED, "loi": FAULTY}.items():
        (tmp_path / f"{name}.csv").write_text(f"{HEAD}\n{rows}", encoding="utf-8")
    (tmp_path / "ke-hoach.csv").write_text(
        "ma_chi_tieu;KH 2026;2026;so_van_ban\nML02;78,5;77;12/QĐ\nCS02;91;;\n", encoding="utf-8"
    )
    (tmp_path / "thieu.csv").write_text("ma_chi_tieu,nam\nML02,2026\n", encoding="utf-8")
    (tmp_path / "cu.xls").write_bytes(b"\xd0\xcf\x11\xe0")


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Every command closes what it opened."""
    from indicators.store import connection

    before = dict(connection._open)
    yield
    assert connection._open == before


def told(*argv: str) -> Any:
    return json.loads(main([*argv, "--json"]).text)


def version_now(folder: Path) -> int:
    store = open_store(folder / "board.duckdb")
    number = latest(store).number
    store.close()
    return number


def recorded(code: str, area: str, unit: str, row: int) -> dict[str, object]:
    """Of what a figure of 2026 is, nothing left to go without saying."""
    return {
        "indicator": code, "year": 2026, "area": area, "group": "", "period": "nam",
        "status": "chính thức", "unit": unit, "sheet": "", "row": row,
    }  # fmt: skip


def test_check_as_json_has_exactly_what_was_agreed(folder: Path) -> None:
    content = (folder / "tot.csv").read_bytes()

    assert told("check", "tot.csv") == [
        {
            "file": "tot.csv",
            "sha256": sha256(content).hexdigest(),
            "outcome": "accept",
            "scope": None,
            "rows": [
                ["ML02", 2026, 84.9, None, None],
                ["CS02", 2026, 95.0, "VN", None],
                ["DH17", 2026, None, None, None],
            ],
            "recorded": [
                recorded("ML02", "31", "%", 2),
                recorded("CS02", "VN", "%", 3),
                recorded("DH17", "31", "hạng", 4),
            ],
            "findings": [],
            "preview": {
                "new": 3,
                "changed": 0,
                "unchanged": 0,
                "statuses": [
                    {
                        "code": "ML02",
                        "scope": "city",
                        "before": "insufficient",
                        "after": "on_track",
                    },
                    {
                        "code": "DH17",
                        "scope": "city",
                        "before": "no_data",
                        "after": "insufficient",
                    },
                    {
                        "code": "CS02",
                        "scope": "national",
                        "before": None,
                        "after": "monitored",
                    },
                ],
            },
        }
    ]
    assert version_now(folder) == 2


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("files", "code", "outcomes"),
    [
        (["tot.csv"], 0, [("accept", None)]),
        (["canh-bao.csv"], 0, [("accept_with_warning", None)]),
        (["loi.csv", "tot.csv"], 1, [("reject", "rows"), ("accept", None)]),
        (["thieu.csv"], 2, [("reject", "file")]),
        (["loi.csv", "cu.xls"], 2, [("reject", "rows"), ("reject", "file")]),
    ],
)
def test_check_says_what_can_be_done_with_each_file(files, code, outcomes) -> None:
    answer = main(["check", *files, "--json"])
    assert answer.code == code
    assert [(each["outcome"], each["scope"]) for each in json.loads(answer.text)] == outcomes


@pytest.mark.usefixtures("folder")
def test_a_finding_in_json_names_its_place_and_says_what_to_do() -> None:
    (checked,) = told("check", "loi.csv")
    assert checked["findings"] == [
        {
            "severity": "error",
            "kind": "unknown_indicator",
            "sheet": "",
            "row": 3,
            "column": "ma_chi_tieu",
            "text": "ML99",
            "message": checked["findings"][0]["message"],
            "indicator": None,
        }
    ]
    assert checked["findings"][0]["message"].startswith("Không có chỉ tiêu")


@pytest.mark.usefixtures("folder")
def test_check_as_lines_tells_findings_values_and_verdicts() -> None:
    lines = main(["check", "loi.csv"]).text.splitlines()
    assert lines[:2] == ["loi.csv: chưa nhập được.", "  lỗi unknown_indicator:"]
    assert lines[2].startswith("    dòng 3, cột ma_chi_tieu, “ML99”: ")
    assert lines[3:] == [
        "  Ghi nhận 1 số liệu của Toàn thành phố, cả năm 2026, chính thức.",
        "  1 giá trị (1 mới), 1 trạng thái thay đổi.",
        "    ML02, 2026: – → 84,90%",
        "    ML02: Chưa đủ căn cứ đánh giá → Đúng tiến độ",
        "    Đúng tiến độ: 0 → 1",
        "    Chưa đủ căn cứ đánh giá: 2 → 1",
    ]


@pytest.mark.usefixtures("folder")
def test_text_from_a_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(f"{HEAD}\nML\x1b[31m9,2026,1,,,\n", encoding="utf-8")
    assert "\x1b" not in main(["check", "x.csv"]).text


def test_a_file_whose_name_is_no_text_is_told_kept_and_recorded(folder: Path) -> None:
    named = os.fsencode(folder / "tot.csv").replace(b"tot.csv", b"b\xffo.csv")
    Path(os.fsdecode(named)).write_bytes((folder / "tot.csv").read_bytes())

    for words in (["check", "--json"], ["apply", *BY_LAN]):
        argv = [sys.executable, "-m", "indicators", words[0], named, *words[1:]]
        done = subprocess.run(argv, capture_output=True, text=True, check=False, cwd=PROJECT)
        assert (done.returncode, done.stderr) == (0, "")
        assert "b?o.csv" in done.stdout
    assert told("journal")["versions"][-1]["file"]["file_name"] == "b\ufffdo.csv"


def test_apply_records_each_file_and_tells_what_changed(folder: Path) -> None:
    answer = main(["apply", "tot.csv", *BY_LAN])

    assert answer.code == 0
    assert answer.text.splitlines()[:5] == [
        "tot.csv: đã ghi phiên bản 3.",
        "  Ghi nhận 2 số liệu của Toàn thành phố, cả năm 2026, chính thức.",
        "  Ghi nhận 1 số liệu của Cả nước, cả năm 2026, chính thức.",
        "  3 giá trị (3 mới), 3 trạng thái thay đổi.",
        "    ML02, 2026: – → 84,90%",
    ]
    again = main(["apply", "tot.csv", *BY_LAN])
    assert (again.code, again.text) == (
        0,
        "tot.csv: tệp này đã được ghi ở phiên bản 3, không có giá trị nào thay đổi "
        "nên không ghi gì.\n",
    )
    assert version_now(folder) == 3


@pytest.mark.parametrize(
    ("argv", "code", "versions"),
    [
        (["loi.csv"], 1, 2),
        (["loi.csv", "--only-clean"], 0, 3),
        (["canh-bao.csv"], 1, 2),
        (["canh-bao.csv", "--accept-warnings", "jump"], 1, 2),
        (["canh-bao.csv", "--accept-warnings", "jump,before_merger"], 0, 3),
        (["canh-bao.csv", "--accept-warnings", "all"], 0, 3),
        (["tot.csv", "canh-bao.csv", "--accept-warnings", "all"], 0, 4),
        (["tot.csv", "loi.csv"], 1, 2),
        (["thieu.csv", "--only-clean", "--accept-warnings", "all"], 2, 2),
        (["cu.xls"], 2, 2),
        (["khong-co.csv"], 2, 2),
        (["tot.csv", "--accept-warnings", "moi"], 2, 2),
        (["tot.csv", "--by", " "], 2, 2),
    ],
)
def test_apply_records_only_what_was_agreed_to(folder: Path, argv, code, versions) -> None:
    answer = main(["apply", *BY_LAN, *argv])
    assert (answer.code, version_now(folder)) == (code, versions)
    assert answer.text or answer.error


def test_two_files_that_say_different_things_are_not_applied(folder: Path) -> None:
    (folder / "khac.csv").write_text(f"{HEAD}\nML02,2026,70,,,Sở\n", encoding="utf-8")
    answer = main(["apply", "tot.csv", "khac.csv", *BY_LAN])
    assert (answer.code, answer.text) == (
        1,
        "  lỗi conflicting_duplicate: ML02, 2026: tot.csv, khac.csv cho những giá trị khác nhau.\n"
        "Chưa ghi gì.\n",
    )
    assert version_now(folder) == 2


@pytest.mark.usefixtures("folder")
def test_a_preview_gone_stale_is_shown_again_and_not_applied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from indicators.commands import apply as command

    def after_somebody_else(store: Any, *rest: Any) -> Any:
        record_observations(store, None, [figure("ML02", 2026, 70.0)], "Minh")
        return applied(store, *rest)

    applied = command.apply
    monkeypatch.setattr(command, "apply", after_somebody_else)

    answer = main(["apply", "tot.csv", *BY_LAN])

    assert answer.code == 1
    assert "    ML02, 2026: 70,00% → 84,90%\n" in answer.text
    assert answer.text.endswith(
        "tot.csv: Bản xem trước dựa trên phiên bản 2, nhưng Minh vừa ghi phiên bản 3. Chưa ghi gì; "
        "hãy xem lại thay đổi rồi ghi nhận lần nữa.\n"
    )


def test_undo_restores_and_names_what_stays(folder: Path) -> None:
    main(["apply", "tot.csv", *BY_LAN])
    (folder / "moi.csv").write_text(f"{HEAD}\nML02,2026,81,,,Sở\n", encoding="utf-8")
    main(["apply", "moi.csv", *BY_LAN])

    answer = main(["undo", "3", "--by", "An"])

    assert answer.code == 1
    lines = answer.text.splitlines()
    assert lines[:4] == [
        "Đã hoàn tác phiên bản 3 bằng phiên bản 5.",
        "  Ghi nhận 1 số liệu của Cả nước, cả năm 2026, rút lại.",
        "  Ghi nhận 1 số liệu của Toàn thành phố, cả năm 2026, rút lại.",
        "  2 giá trị (2 thay đổi), 2 trạng thái thay đổi.",
    ]
    assert lines[-1] == "  Giữ ML02, 2026: 81,00%, phiên bản 4 (Lan) đã sửa sau đó."
    assert told("value", "ML02", "2026")["value"] == 81.0
    assert told("value", "CS02", "2026", "--area", "VN")["value"] is None


def test_an_undo_is_undone_and_what_was_undone_is_not_undone_twice(folder: Path) -> None:
    main(["apply", "tot.csv", *BY_LAN])
    assert main(["undo", "3", "--by", "An"]).code == 0
    assert main(["undo", "3", "--by", "An"]).code == 1
    assert version_now(folder) == 4
    assert main(["undo", "4", "--by", "An"]).code == 0
    assert told("value", "ML02", "2026")["value"] == 84.9


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("number", "error"),
    [
        ("1", "Phiên bản 1 không phải một lần ghi số liệu nên không hoàn tác."),
        ("9", "Không có phiên bản 9; phiên bản mới nhất là 2."),
    ],
)
def test_undo_refuses_what_is_no_upload(number, error) -> None:
    answer = main(["undo", number, "--by", "An"])
    assert (answer.code, answer.text, answer.error) == (2, "", error)


def test_a_value_tells_its_file_its_row_its_sender_and_what_it_replaced(folder: Path) -> None:
    main(["apply", "tot.csv", *BY_LAN])
    (folder / "moi.csv").write_text(f"{HEAD}\n\nML02,2026,81,,,Sở\n", encoding="utf-8")
    main(["apply", "moi.csv", "--by", "Minh", "--agency", "Sở Nội vụ"])

    value = told("value", "ml02", "2026")

    assert [value[name] for name in ("code", "area", "group", "year", "period", "value")] == [
        "ML02", "31", None, 2026, "nam", 81.0,
    ]  # fmt: skip
    origin = value["provenance"]
    assert [origin[name] for name in ("version", "by", "agency", "file", "sheet", "row")] == [
        4, "Minh", "Sở Nội vụ", "moi.csv", None, 3,
    ]  # fmt: skip
    assert origin["sha256"] == sha256((folder / "moi.csv").read_bytes()).hexdigest()
    assert [(row["version"], row["value"], row["by"]) for row in value["history"]] == [
        (3, 84.9, "Lan"),
        (4, 81.0, "Minh"),
    ]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("argv", "place"),
    [
        (["ML02", "2030"], ("31", None)),
        (["ML02", "2030", "--area", "phường thành đông"], ("10507", None)),
        (["ML02", "2030", "--group", "thcs"], ("31", "cấp học=THCS")),
        (["ML02", "2030", "--group", "loại hình=Công lập; cấp học=THCS"],
         ("31", "cấp học=THCS; loại hình=Công lập")),
    ],
)  # fmt: skip
def test_a_value_that_is_not_there_is_null(argv, place) -> None:
    value = told("value", *argv)
    assert (value["area"], value["group"]) == place
    assert (value["value"], value["provenance"], value["history"]) == (None, None, [])


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("argv", "error"),
    [
        (["XX99", "2026"], "Không có chỉ tiêu nào mang mã “XX99”."),
        (["ML02", "2026", "--area", "Hà Nội"], "Không có đơn vị “Hà Nội” trong danh mục."),
        (["ML02", "2026", "--group", "Lớp 1"], "Chỉ tiêu ML02 không có nhóm “Lớp 1”."),
    ],
)
def test_a_value_of_nothing_known_is_refused(argv, error) -> None:
    answer = main(["value", *argv])
    assert (answer.code, answer.error) == (2, error)


PLANNED = [["ML02", 2026, None, 78.5], ["CS02", 2026, None, 91.0]]


@pytest.mark.usefixtures("folder")
def test_plans_are_checked_only_when_asked_for() -> None:
    unasked, asked = told("check", "ke-hoach.csv")[0], told("check", "ke-hoach.csv", "--plan")[0]

    assert unasked["findings"][0]["kind"] == "plan_column"
    assert "plans" not in unasked["preview"]
    assert asked["preview"]["plans"] == {"new": 2, "changed": 0, "unchanged": 0, "rows": PLANNED}
    assert asked["rows"] == unasked["rows"] == [["ML02", 2026, 77.0, None, None]]


def test_plans_are_applied_told_and_undone(folder: Path) -> None:
    applied = main(["apply", "ke-hoach.csv", "--plan", *BY_LAN])
    assert applied.code == 0
    assert applied.text.splitlines()[:4] == [
        "ke-hoach.csv: đã ghi phiên bản 3.",
        "  Ghi nhận 1 số liệu của Toàn thành phố, cả năm 2026, chính thức.",
        "  Ghi nhận 2 số kế hoạch năm 2026 của Toàn thành phố.",
        "  1 giá trị (1 mới), 1 trạng thái thay đổi.",
    ]  # fmt: skip
    assert applied.text.splitlines()[-3:] == [
        "  2 số kế hoạch (2 mới).",
        "    ML02, kế hoạch 2026: – → 78,50%",
        "    CS02, kế hoạch 2026: – → 91,0%",
    ]
    (folder / "sua.csv").write_text("ma_chi_tieu;KH 2026\nCS02;92\n", encoding="utf-8")
    main(["apply", "sua.csv", "--plan", *BY_LAN])

    undone = main(["undo", "3", "--by", "An"])

    assert undone.code == 1
    lines = undone.text.splitlines()
    assert "    ML02, kế hoạch 2026: 78,50% → –" in lines
    assert lines[-1] == "  Giữ CS02, kế hoạch 2026: 92,0%, phiên bản 4 (Lan) đã sửa sau đó."


@pytest.mark.usefixtures("folder")
def test_history_and_export_tell_the_file_and_row_of_a_plan(tmp_path: Path) -> None:
    main(["apply", "ke-hoach.csv", "--plan", *BY_LAN])

    plan = told("history", "ML02")["targets"][-1]
    assert (plan["scope"], plan["value"], plan["file_name"], plan["row"]) == (
        "plan", 78.5, "ke-hoach.csv", 2,
    )  # fmt: skip
    assert "kế hoạch năm 78,50%" in " ".join(main(["history", "ML02"]).text.split())
    main(["export", "ra"])
    rows = (tmp_path / "ra" / "target.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "ML02,plan,2026,>=,78.5,,12/QĐ,,,,3,,2" in rows


def test_two_files_with_different_plans_are_not_applied(folder: Path) -> None:
    (folder / "khac.csv").write_text("ma_chi_tieu;KH 2026\nCS02;92\n", encoding="utf-8")
    answer = main(["apply", "ke-hoach.csv", "khac.csv", "--plan", *BY_LAN])
    assert answer.code == 1
    assert "kế hoạch CS02, 2026: ke-hoach.csv, khac.csv cho những giá trị khác nhau" in answer.text
    assert version_now(folder) == 2


@pytest.mark.usefixtures("folder")
def test_the_journal_names_the_files_and_what_undid_what() -> None:
    main(["apply", "loi.csv", *BY_LAN, "--only-clean"])
    main(["undo", "3", "--by", "An"])

    versions = told("journal")["versions"]

    assert [(v["number"], v["kind"], v["by"], v["undoes"]) for v in versions[2:]] == [
        (3, "upload", "Lan", None),
        (4, "undo", "An", 3),
    ]
    files = [v["file"] and (v["file"]["file_name"], v["file"]["rows_loaded"]) for v in versions]
    assert files == [None, ("published_actuals.csv", 889), ("loi.csv", 1), None]
    assert [v["file"] and v["file"]["findings"] for v in versions] == [
        None,
        [{"severity": "remark", "kind": "bad_year", "count": 577}],
        [{"severity": "error", "kind": "unknown_indicator", "count": 1}],
        None,
    ]


ENGLISH = re.compile(r"\b(usage|error|required|choose|show|help|exit|options|positional)\b")


@pytest.mark.parametrize("name", [add.__name__.removeprefix("_add_") for add in ADDED])
def test_help_is_in_vietnamese(name: str) -> None:
    answer = main([name, "--help"])
    assert answer.code == 0
    assert ENGLISH.findall(answer.text.replace("--help", "")) == []


@pytest.mark.parametrize("name", ["mau.xlsx", "mau.csv", "mau.XLSX"])
@pytest.mark.parametrize("form", ["tidy", "wide"])
def test_a_template_is_written_once_and_never_over_a_file(folder: Path, name, form) -> None:
    argv = ["template", "--agency", "Sở Nội vụ", "--year", "2026", "--form", form, "--out", name]

    answer = main(argv)

    assert answer.code == 0, answer.error
    assert answer.text.startswith(f"Đã ghi {folder / name}: 6 chỉ tiêu, ")
    content = (folder / name).read_bytes()
    again = main(argv)
    assert (again.code, again.error) == (
        2,
        f"{folder / name} đã có; hãy chọn tên khác, không ghi đè.",
    )
    assert (folder / name).read_bytes() == content


def test_of_a_file_for_which_there_is_no_room_nothing_stays(tmp_path: Path) -> None:
    out = tmp_path / "mau.csv"
    script = (
        "import resource, sys; from pathlib import Path;"
        "from indicators.commands.answer import CommandError;"
        "from indicators.commands.new_file import write_new;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try: write_new(Path(sys.argv[1]), b'x' * 1000, lambda *_: None)\n"
        "except CommandError as refusal: print(refusal)"
    )
    argv = [sys.executable, "-c", script, str(out)]
    done = subprocess.run(argv, capture_output=True, text=True, check=True, cwd=PROJECT)
    assert done.stdout == f"Không ghi được vào {out}.\n"
    assert list(tmp_path.glob("mau*")) == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("agency", "out", "error"),
    [
        ("Sở Nội vụ", "mau.ods", "Biểu mẫu chỉ ghi được ra tệp .xlsx hoặc .csv."),
        ("Sở Ngoại vụ", "mau.csv", "Sở Ngoại vụ không chủ trì chỉ tiêu nào."),
        ("Sở Nội vụ", "không/mau.csv", "Không ghi được vào "),
    ],
)
def test_a_template_that_cannot_be_made_is_refused(agency, out, error) -> None:
    answer = main(["template", "--agency", agency, "--year", "2026", "--out", out])
    assert (answer.code, answer.text) == (2, "")
    assert answer.error.startswith(error)


def test_check_writes_a_marked_copy_that_can_be_sent_again(folder: Path) -> None:
    told_of = main(["check", "loi.csv", "--marked", "ban-sao.xlsx"])
    assert told_of.code == 1
    assert told_of.text.endswith(f"Đã ghi {folder / 'ban-sao.xlsx'}.\n")
    (copy_told,) = told("check", "ban-sao.xlsx")
    assert copy_told["rows"] == [["ML02", 2026, 84.9, None, None]]
    assert [(each["kind"], each["row"]) for each in copy_told["findings"]] == [
        ("unknown_indicator", 3)
    ]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["tot.csv", "loi.csv", "--marked", "a.xlsx"], 2, "chỉ dùng với một tệp số liệu"),
        (["loi.csv", "--marked", "a.csv"], 2, "chỉ ghi được ra tệp .xlsx"),
        (["loi.csv", "--marked", "co-roi.xlsx"], 2, "đã có; hãy chọn tên khác, không ghi đè"),
        (["loi.csv", "--marked", "khong/co/a.xlsx"], 2, "Không ghi được vào"),
        (["tot.csv", "--marked", "a.xlsx"], 0, "Không có phát hiện nào nên không ghi bản sao"),
        (["cu.xls", "--marked", "a.xlsx"], 2, "Không đọc được tệp cu.xls nên không ghi bản sao"),
    ],
)
def test_where_no_marked_copy_can_be_written_it_is_said_why(
    folder: Path, words: list[str], code: int, sentence: str
) -> None:
    (folder / "co-roi.xlsx").write_bytes(b"mine")
    answer = main(["check", *words])
    assert (answer.code, sentence in answer.text + answer.error) == (code, True)
    assert not (folder / "a.xlsx").exists()
    assert (folder / "co-roi.xlsx").read_bytes() == b"mine"


@contextmanager
def running(database: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the board as the web process does, until the block ends."""
    argv = [sys.executable, str(PROJECT / "tests" / "commands" / "serving.py"), str(database)]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as board:
        assert board.stdout
        assert board.stdout.readline() == "sẵn sàng\n"
        yield board
        board.communicate()


def test_the_running_board_does_what_the_commands_of_the_intake_ask(folder: Path) -> None:
    asked = [
        ["check", "tot.csv"],
        ["check", "loi.csv", "--json"],
        ["template", "--agency", "Sở Nội vụ", "--year", "2026", "--out", "mau.csv"],
        ["apply", "tot.csv", *BY_LAN],
        ["value", "ML02", "2026"],
        ["undo", "3", "--by", "An"],
        ["undo", "4", "--by", "An"],
        ["check", "khong-co.csv"],
    ]
    with running(folder / "board.duckdb"):
        over_the_socket = [main(words) for words in asked]
    assert [answer.code for answer in over_the_socket] == [0, 1, 0, 0, 0, 0, 0, 2]
    written = folder / "mau.csv"
    assert f"Đã ghi {written}: " in over_the_socket[2].text
    assert written.exists()
    assert over_the_socket[3].text.startswith("tot.csv: đã ghi phiên bản 3.\n")
    assert over_the_socket[6].text.startswith("Đã hoàn tác phiên bản 4 bằng phiên bản 5.\n")
    assert over_the_socket[7].error.startswith(f"Không tìm thấy tệp {folder / 'khong-co.csv'}")
    assert told("value", "ML02", "2026")["value"] == 84.9


def test_of_two_files_applied_at_once_each_counts_or_is_told_to_look_again(
    folder: Path,
) -> None:
    people = {"Lan": "81", "Minh": "82", "An": "83"}
    for name, value in people.items():
        (folder / f"{name}.csv").write_text(f"{HEAD}\nML02,2026,{value},,,Sở\n", encoding="utf-8")
    with running(folder / "board.duckdb"):
        asking = [
            subprocess.Popen(
                [sys.executable, "-m", "indicators", "apply", folder / f"{name}.csv", "--by", name,
                 "--agency", "Sở"],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PROJECT,
            )
            for name in people
        ]  # fmt: skip
        told_each = [(*process.communicate(), process.returncode) for process in asking]

    versions = told("journal")["versions"][2:]
    assert [each["number"] for each in versions] == list(range(3, 3 + len(versions)))
    recorded = {each["by"] for each in versions}
    for name, (text, error, code) in zip(people, told_each, strict=True):
        assert error == ""
        assert code == (0 if name in recorded else 1)
        assert (": đã ghi phiên bản " in text) == (name in recorded)
        assert ("hãy xem lại thay đổi rồi ghi nhận lần nữa." in text) != (name in recorded)
    assert told("value", "ML02", "2026")["value"] == float(people[versions[-1]["by"]])


def test_a_board_killed_while_it_applies_leaves_a_file_whole_or_absent(folder: Path) -> None:
    chance = random.Random(71)  # noqa: S311
    for _ in range(rounds(2, few=1)):
        before = version_now(folder)
        (folder / "moi.csv").write_text(f"{HEAD}\nML02,2026,{before + 60},,,\n", encoding="utf-8")
        with running(folder / "board.duckdb") as board:
            asking = subprocess.Popen(
                [sys.executable, "-m", "indicators", "apply", folder / "moi.csv", *BY_LAN],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PROJECT,
            )  # fmt: skip
            time.sleep(chance.uniform(0.1, 0.5))
            board.kill()
            text, error = asking.communicate()
        # The command itself then opens the file, and records or finds what the board recorded.
        assert (error, asking.returncode) == ("", 0)
        assert re.search(r"đã (được )?ghi", text)
        assert version_now(folder) == before + 1
        assert told("value", "ML02", "2026")["value"] == before + 60
    assert told("journal")["faults"] == []
