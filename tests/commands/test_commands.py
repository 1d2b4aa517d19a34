"""The command line: the same figures and verdicts as the pages, in Vietnamese to the last word."""

import csv
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from indicators.api.board import as_json
from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.catalogue.loader import FOLDER, load
from indicators.catalogue.records import Setting
from indicators.commands.export import export_cell
from indicators.commands.run import main
from indicators.seeding.prepare import build
from indicators.store.connection import open_store
from indicators.store.history import observations_at
from indicators.store.journal import record_catalogue, record_observations
from tests.programme import INDICATORS, PROGRAMME, PUBLISHED
from tests.project import PROJECT

FIELDS = {
    "code", "area", "group", "scope", "rule", "status", "basis", "stale", "baseline", "latest",
    "milestones", "achieved_pace", "cagr_ratio", "trend", "robust", "sentence",
}  # fmt: skip
HEAD = "series,year,value,kind,rule,direction,comparator,target,target_year,base_year"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The default board, as it was on 1/3/2026."""
    path = tmp_path_factory.mktemp("built") / "board.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indicators.store.journal.now", lambda: datetime(2026, 3, 1, tzinfo=UTC))
        build(path)
    return path


@pytest.fixture
def board(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, named by BOARD_DB."""
    path = Path(shutil.copy(built, tmp_path / "board.duckdb"))
    monkeypatch.setenv("BOARD_DB", str(path))
    monkeypatch.chdir(tmp_path)
    return path


def told(*argv: str) -> Any:
    answer = main([*argv, "--json"])
    assert answer.code == 0, answer.error
    return json.loads(answer.text)


def series_file(path: Path, *rows: str, head: str = HEAD) -> str:
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return str(path)


def test_status_is_what_the_pages_show(board: Path) -> None:
    rows = told("status")

    store = open_store(board)
    assert rows == json.loads(json.dumps(as_json(assess(store, as_of(store)))))
    store.close()
    assert len(rows) == len(INDICATORS)
    assert all(set(row) >= FIELDS for row in rows)


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize(
    ("argv", "area", "scope"),
    [
        ([], "31", "city"),
        (["--scope", "national"], "VN", "national"),
        (["--area", "HD-CU"], "HD-CU", "city"),
    ],
)
def test_status_takes_a_scope_and_an_area(argv: list[str], area: str, scope: str) -> None:
    assert {(row["area"], row["scope"]) for row in told("status", *argv)} == {(area, scope)}


@pytest.mark.usefixtures("board")
def test_status_as_lines_has_every_indicator_and_the_counts() -> None:
    answer = main(["status"])

    lines = answer.text.splitlines()
    assert lines[0].startswith("Thành phố Hải Phòng, mục tiêu của thành phố. Ngày ")
    codes = [line.split()[0] for line in lines if re.match(r"  [A-Z]{2}\d\d ", line)]
    assert codes == PROGRAMME
    counts = [
        int(line.split()[0])
        for line in lines[lines.index(f"Tổng số {len(PROGRAMME)} chỉ tiêu:") + 1 :]
    ]
    assert sum(counts) == len(PROGRAMME)


@pytest.mark.usefixtures("board")
def test_an_earlier_year_leaves_out_later_figures() -> None:
    rows = {
        row["code"]: row for row in told("status", "--scope", "national", "--as-of-year", "2015")
    }

    assert rows["HD01"]["latest"]["year"] == 2015


def changed_since(path: Path, monkeypatch: pytest.MonkeyPatch, figure: Any) -> None:
    """Record another figure, target, name and threshold on 2/4/2026."""
    monkeypatch.setattr("indicators.store.journal.now", lambda: datetime(2026, 4, 2, tzinfo=UTC))
    store = open_store(path)
    first = observations_at(store, 2, indicator="ML02", area="31").iloc[0]
    record_observations(store, None, [figure(int(first["year"]), 80.0)], "Minh")
    catalogue = load()
    record_catalogue(
        store,
        replace(
            catalogue,
            settings=tuple(
                Setting(s.name, "0.5", s.note) if s.name == "on_track_ratio" else
                Setting(s.name, "0.4", s.note) if s.name == "slow_ratio" else s
                for s in catalogue.settings
            ),
            targets=tuple(replace(t, value=t.value and t.value / 2) for t in catalogue.targets),
            indicators=tuple(replace(i, name=f"{i.name} (mới)") for i in catalogue.indicators),
        ),
        "Lan",
        kind="setting",
    )  # fmt: skip
    store.close()


@pytest.fixture
def figure() -> Callable[..., Any]:
    from indicators.store.records import Observation

    def make(year: int, value: float | None) -> Observation:
        return Observation(
            "ML02", "31", "", year, "nam", value, None, None, "", "chính thức", False, False,
            "Sở GD&ĐT", "", None, "", "", "", None,
        )  # fmt: skip

    return make


@pytest.mark.parametrize("scope", ["city", "national"])
def test_a_past_day_and_its_version_show_values_targets_definitions_and_thresholds_of_then(
    board: Path, monkeypatch: pytest.MonkeyPatch, figure: Any, scope: str
) -> None:
    asked = ["status", "--scope", scope]
    then, lines_then = told(*asked, "--on", "1/3/2026"), main([*asked, "--on", "1/3/2026"]).text
    changed_since(board, monkeypatch, figure)
    # A version stands for the year of today.
    monkeypatch.setattr("indicators.store.local_time.today", lambda: date(2026, 4, 2))

    assert told(*asked, "--on", "2026-03-01") == then
    assert told(*asked, "--on", "1/4/2026") == then
    assert told(*asked, "--at-version", "2") == then
    assert main([*asked, "--on", "01/03/2026"]).text == lines_then

    now = told(*asked, "--on", "2/4/2026")
    targets_then = [m["value"] for row in then for m in row["milestones"] if m["value"]]
    targets_now = [m["value"] for row in now for m in row["milestones"] if m["value"]]
    assert targets_now == [value / 2 for value in targets_then]
    assert told(*asked, "--at-version", "4") == now


def test_a_threshold_of_then_decides_the_verdict_of_then(
    board: Path, monkeypatch: pytest.MonkeyPatch, figure: Any
) -> None:
    store = open_store(board)
    monkeypatch.setattr("indicators.store.journal.now", lambda: datetime(2027, 3, 1, tzinfo=UTC))
    rows = [figure(2025, 76.98), figure(2026, 78.0)]
    record_observations(store, None, rows, "Minh")
    catalogue = load()
    lenient = {"on_track_ratio": "0.5", "slow_ratio": "0.4"}
    settings = tuple(replace(s, value=lenient.get(s.name, s.value)) for s in catalogue.settings)
    record_catalogue(store, replace(catalogue, settings=settings), "Lan", kind="setting")
    store.close()

    verdicts = [
        {row["code"]: row for row in told("status", "--at-version", number)}["ML02"]["status"]
        for number in ("3", "4")
    ]

    assert verdicts == ["slow", "on_track"]


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize(
    ("argv", "error"),
    [
        (
            ["status", "--on", "1/1/2020"],
            "Chưa có dữ liệu vào ngày 01/01/2020; ngày đầu tiên có dữ liệu là 01/03/2026.",
        ),
        (["status", "--at-version", "9"], "Không có phiên bản 9; phiên bản mới nhất là 2."),
        (["history", "XX99"], "Không có chỉ tiêu nào mang mã “XX99”."),
        (["status", "--area", "xyz"], "Không có địa bàn nào mang mã 'xyz' ở phiên bản này."),
    ],
)
def test_what_does_not_exist_is_named(argv: list[str], error: str) -> None:
    answer = main(argv)

    assert (answer.code, answer.text, answer.error) == (2, "", error)


def test_a_missing_database_is_built(tmp_path: Path) -> None:
    path = tmp_path / "mới.duckdb"

    answer = main(["journal", "--db", str(path)])

    assert answer.code == 0
    assert answer.text.endswith(
        "Chuỗi băm nguyên vẹn: 2 phiên bản.\n"
        "Nhật ký khớp với dấu: cạnh tệp phiên bản 2, ở nơi thứ hai phiên bản 2.\n"
    )
    assert path.exists()


def test_the_database_may_be_named_before_or_after_the_command(
    board: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_DB", str(tmp_path / "không có" / "x.duckdb"))

    assert main(["--db", str(board), "journal"]).code == 0
    assert main(["journal", "--db", str(board)]).code == 0
    assert main(["journal"]).code == 2


def test_journal_says_when_the_chain_is_broken(board: Path) -> None:
    import duckdb

    assert told("journal")["intact"] is True
    with duckdb.connect(board) as stranger:
        stranger.execute("UPDATE observation SET value = 99 WHERE indicator = 'ML02'")

    answer = main(["journal", "--json"])

    told_now = json.loads(answer.text)
    assert answer.code == 1
    assert told_now["intact"] is False
    assert told_now["faults"] == ["Nội dung của phiên bản 2 đã bị thay đổi sau khi ghi."]
    assert [version["number"] for version in told_now["versions"]] == [1, 2]


@pytest.mark.usefixtures("board")
def test_journal_says_whether_its_chain_passes_through_a_code() -> None:
    first, second = (version["hash"] for version in told("journal")["versions"])

    found = main(["journal", "--has", first[:10]])
    assert (found.code, found.text) == (
        0, f"Nhật ký đi qua mã {first[:10]}: phiên bản 1, 01/03/2026.\n"
    )  # fmt: skip
    assert told("journal", "--has", second)["version"]["number"] == 2
    other = main(["journal", "--has", "0123456789"])
    assert (other.code, other.text.split(":")[0]) == (1, "Nhật ký không đi qua mã 0123456789")
    wrong = main(["journal", "--has", first[:9]])
    assert (wrong.code, wrong.error.split(";")[0]) == (
        2, f"Mã “{first[:9]}” chỉ có 9 ký tự, cần ít nhất 10"
    )  # fmt: skip


def test_a_rewritten_journal_sealed_anew_is_found_by_a_code_from_before(board: Path) -> None:
    import duckdb

    from indicators.store import chain
    from indicators.store.entries import chain_faults, read_versions

    seen = told("status") and told("journal")["versions"][1]["hash"][:10]
    with duckdb.connect(board) as stranger:
        stranger.execute("UPDATE observation SET value = 99 WHERE indicator = 'ML02'")
        newest = read_versions(stranger)[-1]
        sealed = chain.seal(newest, chain.digests(stranger, newest.number)[newest.number])
        stranger.execute("UPDATE version SET hash = ? WHERE number = 2", [sealed])
        assert chain_faults(stranger) == []
    for mark in board.parent.glob("*.mark"):
        mark.unlink()

    assert main(["journal", "--has", seen]).code == 1


def test_history_has_every_value_and_target_ever_recorded(
    board: Path, monkeypatch: pytest.MonkeyPatch, figure: Any
) -> None:
    changed_since(board, monkeypatch, figure)

    told_now = told("history", "ML02")

    city = [row for row in told_now["values"] if row["area"] == "31"]
    assert [(row["version"], row["value"]) for row in city] == [(2, 76.98), (3, 80.0)]
    near = [row for row in told_now["targets"] if (row["scope"], row["year"]) == ("city", 2030)]
    assert [(row["version"], row["value"]) for row in near] == [(1, 85.0), (4, 42.5)]
    lines = main(["history", "ML02"]).text
    assert "80,00%" in lines
    assert "phiên bản 4, 02/04/2026" in lines


def exported(out: Path) -> dict[str, list[dict[str, str]]]:
    found = {}
    for file in out.iterdir():
        content = file.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        found[file.stem] = list(rows)
    return found


@pytest.mark.usefixtures("board")
def test_export_has_every_table_and_a_word_on_every_column(tmp_path: Path) -> None:
    answer = main(["export", "ra"])

    assert answer.code == 0
    tables = exported(tmp_path / "ra")
    assert len(tables["observation"]) == len(PUBLISHED)
    assert len(tables["indicator"]) == len(INDICATORS)
    assert set(tables) == {
        "document", "group", "agency", "indicator", "target", "area", "area_origin", "breakdown",
        "indicator_breakdown", "task_group", "task", "setting", "observation", "upload", "version",
        "finding", "data_dictionary",
    }  # fmt: skip
    columns = [(table, column) for table, rows in tables.items() for column in rows[0]]
    words = {(row["table"], row["column"]): row["meaning"] for row in tables["data_dictionary"]}
    assert sorted(words) == sorted(columns)
    assert all(words.values())


def test_export_of_a_past_version_is_of_that_version(
    board: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Any
) -> None:
    main(["export", "trước"])
    changed_since(board, monkeypatch, figure)

    main(["export", "sau", "--at-version", "2"])
    main(["export", "nay"])

    before, after = (tmp_path / name for name in ("trước", "sau"))
    assert {f.name: f.read_bytes() for f in before.iterdir()} == {
        f.name: f.read_bytes() for f in after.iterdir()
    }
    assert len(exported(tmp_path / "nay")["version"]) == 4


@pytest.mark.usefixtures("board")
def test_export_to_a_zip_holds_the_same_files(tmp_path: Path) -> None:
    main(["export", "ra"])
    main(["export", "ra.zip"])

    with zipfile.ZipFile(tmp_path / "ra.zip") as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            file.name: file.read_bytes() for file in (tmp_path / "ra").iterdir()
        }


@pytest.mark.usefixtures("board")
def test_export_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "ra").mkdir()
    (tmp_path / "ra" / "của tôi.txt").write_text("giữ")
    (tmp_path / "ra.zip").write_text("giữ")

    answers = [main(["export", name]) for name in ("ra", "ra.zip", "không có/ra")]

    assert [answer.code for answer in answers] == [2, 2, 2]
    assert [answer.error for answer in answers[:2]] == [
        f"{tmp_path / name} đã có; hãy chọn nơi khác, không ghi đè." for name in ("ra", "ra.zip")
    ]
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "board.duckdb", "board.duckdb.mark", "ra", "ra.zip",
    ]  # fmt: skip
    assert (tmp_path / "ra.zip").read_text() == "giữ"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84 225", "'+84 225"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-1,5", "-1,5"),
        ("-12.5%", "-12.5%"),
        ("- 2", "'- 2"),
        (-1.5, "-1.5"),
        ("Sở GD&ĐT", "Sở GD&ĐT"),
        (None, ""),
        (True, "true"),
    ],
)
def test_no_exported_cell_is_a_live_formula(cell: object, written: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([export_cell(cell), "x"])

    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [written, "x"]


def test_the_catalogue_is_checked() -> None:
    answer = main(["catalogue", "check"])

    assert answer.code == 0
    assert "    79  chỉ tiêu\n" in answer.text


def test_every_wrong_row_of_a_catalogue_is_listed(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "catalogue")
    file = folder / "settings.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("0.95", "nhiều"), encoding="utf-8")

    answer = main(["catalogue", "check", "--folder", str(folder)])

    assert answer.code == 1
    assert re.search(r"settings\.csv, dòng \d+, cột value: ", answer.text)


def test_judge_works_out_any_series(tmp_path: Path) -> None:
    file = series_file(
        tmp_path / "a.csv",
        "A,2020,70,percent,reach,up,>=,85,2030,2020",
        "A,2024,74.5,percent,reach,up,>=,85,2030,2020",
        "A,2024,74.5,percent,reach,up,>=,90,2035,2020",
        "B,2025,3,count,reach,down,,,,2025",
    )

    first, second = told("judge", file, "--as-of-year", "2025")

    assert set(first) >= FIELDS
    assert (first["code"], first["status"], first["basis"]) == ("A", "slow", "baseline")
    assert (first["area"], first["group"], first["scope"]) == (None, None, None)
    assert first["baseline"] == {"year": 2020, "value": 70.0}
    assert first["latest"] == {"year": 2024, "value": 74.5}
    assert [
        (m["year"], m["value"], m["required_at_latest"], m["required_now"], m["needed_pace"])
        for m in first["milestones"]
    ] == [
        (2030, 85.0, 76.0, 77.5, 1.75),
        (2035, 90.0, pytest.approx(70 + 20 * 4 / 15), pytest.approx(70 + 20 * 5 / 15),
         pytest.approx(15.5 / 11)),
    ]  # fmt: skip
    assert first["milestones"][0]["ratio"] == pytest.approx(4.5 / 6)
    assert first["achieved_pace"] == 1.125
    assert (second["status"], second["milestones"]) == ("monitored", [])


def test_judge_reads_the_optional_columns(tmp_path: Path) -> None:
    file = series_file(
        tmp_path / "a.csv",
        "A,2026,3,count,each_year,up,>=,2,2030,2025,2026,,",
        "B,2027,3,count,each_year,up,>=,2,2030,2025,2026,1,",
        "C,2020,50,percent,reach,up,>=,85,2030,2020,,,",
        "C,2023,70,percent,reach,up,>=,85,2030,2020,,,có",
        "D,2025,chưa xếp hạng,rank,reach,down,<=,200,2030,2025,,,",
        "D,2026,201–250,rank,reach,down,<=,200,2030,2025,,,",
        "E,2026,có,milestone,reach,,done,,2030,,,,",
        head=f"{HEAD},from_year,provisional,break_before",
    )

    rows = {row["code"]: row for row in told("judge", file, "--as-of-year", "2027")}

    assert {name: row["status"] for name, row in rows.items() if name in "ABE"} == {
        "A": "achieved",
        "B": "pending",
        "E": "achieved",
    }
    assert rows["C"]["baseline"] == {"year": 2023, "value": 70.0}
    assert rows["D"]["latest"] == {"year": 2026, "value": 250.0}
    assert rows["D"]["baseline"]["value"] is None


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            "A,24,1,percent,reach,up,>=,85,2030,2020",
            "cột year: “24” không phải năm từ 1900 đến 2100.",
        ),
        (
            'A,2024,"70,5",percent,reach,up,>=,85,2030,2020',
            "cột value: “70,5” không phải số; phần thập phân viết sau dấu chấm.",
        ),
        (
            "A,2024,nan,percent,reach,up,>=,85,2030,2020",
            "cột value: “nan” không phải số; phần thập phân viết sau dấu chấm.",
        ),
        (
            "A,2024,1,percentage,reach,up,>=,85,2030,2020",
            "cột kind: “percentage” không dùng được; chọn trong: percent, count, amount, index, "
            "ratio, rank, difference, milestone.",
        ),
        (
            "A,2024,1,percent,reach,up,=>,85,2030,2020",
            "cột comparator: “=>” không dùng được; "
            "chọn trong: >=, >, <=, <, about, done, maintain.",
        ),
        ("A,2024,1,percent,reach,up,<=,85,2030,2020", "cột comparator: “<=” không hợp với chiều."),
        ("B,2024,1,percent,reach,,>=,85,2030,2020", "cột direction: thiếu chiều: up hoặc down."),
        ("A,2024,1,percent,reach,up,>=,85,,2020", "cột target_year: có mục tiêu mà không có năm."),
        (
            "B,2024,1,count,each_year,up,>=,85,2030,2020",
            "cột from_year: quy tắc each_year cần năm bắt đầu.",
        ),
        (",2024,1,percent,reach,up,>=,85,2030,2020", "cột series: để trống."),
        (
            "A,2023,2,percent,reach,up,>=,85,2030,2020",
            "cột value: năm 2023 đã có số liệu khác trong chuỗi này.",
        ),
        (
            "A,2024,2,percent,reach,up,>=,86,2030,2020",
            "cột target: khác mục tiêu năm 2030 ở dòng 2.",
        ),
        ("A,2024,1,percent,reach,up,>=,85,2030", "cột series: dòng có 9 ô, tiêu đề có 10."),
    ],
)
def test_judge_names_a_wrong_cell_by_file_line_and_column(
    tmp_path: Path, row: str, fault: str
) -> None:
    good = "A,2023,1,percent,reach,up,>=,85,2030,2020"
    file = series_file(tmp_path / "a.csv", good, row)

    answer = main(["judge", file])

    assert (answer.code, answer.text) == (2, "")
    assert f"a.csv, dòng 3, {fault}" in answer.error.splitlines()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "a.csv, dòng 1: thiếu cột series, year"),
        (b"a,b\n1,2\n", "a.csv, dòng 1: thiếu cột series, year"),
        (HEAD.encode() + b"\n", "a.csv: không có dòng số liệu nào."),
        (HEAD.encode() + b"\nA,2024\xff", "a.csv, dòng 2: không phải UTF-8"),
        (f"{HEAD},year\n".encode(), "a.csv, dòng 1: cột year có hai lần."),
        (f'{HEAD}\n"A,2024\n'.encode(), "a.csv: không phải CSV đúng cách viết."),
    ],
)
def test_judge_refuses_what_is_no_file_of_series(
    tmp_path: Path, content: bytes, error: str
) -> None:
    (tmp_path / "a.csv").write_bytes(content)

    answer = main(["judge", str(tmp_path / "a.csv")])

    assert (answer.code, answer.text) == (2, "")
    assert answer.error.startswith(error)


def test_judge_takes_semicolons_a_bom_and_an_extra_column_with_a_remark(tmp_path: Path) -> None:
    row = "A,2024,1.5,percent,reach,up,>=,85,2030,2020,ghi chú"
    text = "\r\n".join([f"{HEAD},note", row, ""]).replace(",", ";")
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())

    answer = main(["judge", str(tmp_path / "a.csv"), "--json"])

    assert answer.code == 0
    assert json.loads(answer.text)[0]["latest"] == {"year": 2024, "value": 1.5}
    assert answer.error == "a.csv: không dùng cột note."


def test_judge_says_when_there_is_no_such_file(tmp_path: Path) -> None:
    answer = main(["judge", str(tmp_path / "không có.csv")])

    assert (answer.code, answer.error) == (2, f"Không đọc được tệp {tmp_path / 'không có.csv'}.")


ENGLISH = re.compile(
    r"\b(usage|error|argument|arguments|required|invalid|choose|from|expected|show|help|exit|"
    r"options|optional|positional|unrecognized|allowed|choice|message|with)\b",
    re.IGNORECASE,
)
COMMANDS = ("status", "judge", "catalogue", "history", "export", "journal")


@pytest.mark.parametrize("argv", [["-h"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_in_vietnamese(argv: list[str]) -> None:
    answer = main(argv)

    assert answer.code == 0
    assert answer.text.startswith("cách dùng: python -m indicators")
    assert ENGLISH.findall(answer.text.replace("--help", "").replace("--as-of-year", "")) == []


@pytest.mark.parametrize(
    ("argv", "error"),
    [
        ([], "thiếu LỆNH"),
        (["xem"], "LỆNH không nhận giá trị 'xem'; chọn trong: "),
        (["status", "--scope", "xã"], "--scope không nhận giá trị 'xã'; chọn trong: "),
        (["status", "--as-of-year", "nay"], "--as-of-year cần một số nguyên, không phải 'nay'"),
        (["status", "--on", "hôm qua"], "--on: “hôm qua” không phải ngày; viết như 22/11/2026"),
        (["status", "--on", "31/2/2026"], "--on: “31/2/2026” không phải ngày"),
        (["status", "--on"], "--on cần một giá trị đi kèm"),
        (["status", "--on", "1/1/2026", "--at-version", "1"], "--at-version không dùng cùng --on"),
        (["status", "thừa"], "không hiểu thừa"),
        (["status", "--json=1"], "--json không nhận giá trị '1'"),
        (["judge"], "thiếu TỆP.csv"),
        (["catalogue"], "thiếu check"),
        (["status", "--js"], "không hiểu --js"),
    ],
)
def test_misuse_is_explained_in_vietnamese_with_code_2(argv: list[str], error: str) -> None:
    answer = main(argv)

    assert (answer.code, answer.text) == (2, "")
    assert answer.error.startswith("cách dùng: python -m indicators")
    assert f"Lệnh chưa đúng: {error}" in answer.error
    assert ENGLISH.findall(re.sub(r"(cách dùng|'status').*", "", answer.error)) == []


def run(*argv: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "indicators", *argv],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=PROJECT, **options,
    )  # fmt: skip


@pytest.mark.usefixtures("board")
def test_the_process_ends_with_the_code_and_the_right_streams() -> None:
    good, bad = run("journal"), run("history", "XX99")

    assert (good.returncode, good.stderr) == (0, "")
    assert "Chuỗi băm nguyên vẹn" in good.stdout
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr == "Không có chỉ tiêu nào mang mã “XX99”.\n"


@pytest.mark.usefixtures("board")
def test_output_is_utf_8_in_any_locale() -> None:
    done = run("journal", env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})

    assert done.returncode == 0
    assert "Chuỗi băm nguyên vẹn" in done.stdout


@pytest.mark.usefixtures("board")
def test_a_reader_that_goes_away_is_no_error() -> None:
    python = shlex.quote(sys.executable)
    pipe = f"{python} -m indicators status --json | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["/bin/bash", "-c", pipe], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.stderr) == ("0\n", "")


def test_asking_a_running_board_loads_neither_duckdb_nor_pandas() -> None:
    script = (
        "import sys, indicators.commands.run;"
        "print(sorted({'duckdb', 'pandas', 'numpy', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=PROJECT, check=True
    )

    assert done.stdout == "[]\n"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Every command closes what it opened."""
    from indicators.store import connection

    before = dict(connection._open)
    yield
    assert connection._open == before
