"""Whatever an indicator is called and however odd its figures are, the report opens."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indicators.commands.run import main
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record_catalogue
from tests.briefing.written import FILLED_DAY, brief_of, in_order, opened, parts, written
from tests.odd import FORTY_YEARS
from tests.recording import figure, record, series

NASTY = "A & B < C > D \"E\" 'F' ]]> &amp; %s {x} Đ ổ ữ 😀"
LONG = "Tỷ lệ trường phổ thông đạt chuẩn quốc gia mức độ hai trở lên theo địa bàn " * 4
IsValid = Callable[[Path], None]


def renamed(store: Store, code: str, name: str) -> None:
    """Give an indicator another name, as a catalogue may."""
    known = catalogue_at(store, latest(store).number)
    indicators = tuple(
        replace(i, name=name, short_name=name) if i.code == code else i for i in known.indicators
    )
    record_catalogue(store, replace(known, indicators=indicators), "Lan", kind="setting")


def made(store: Store, tmp_path: Path, *codes: str) -> Path:
    """Write the report of some indicators in both forms; the path of the state's."""
    for form in ("dang", "nd30"):
        out = tmp_path / f"{form}.docx"
        out.write_bytes(written(brief_of(store, FILLED_DAY, *codes), form))
    return out


def test_special_signs_stand_as_they_are(own: Store, tmp_path: Path, assert_valid_docx: IsValid):
    renamed(own, "ML02", NASTY)
    record(own, figure("ML02", 2029, 80.0, source=NASTY, document=NASTY, note=NASTY))
    out = made(own, tmp_path, "ML02", "HD02")
    assert_valid_docx(out)
    told = " ".join(in_order(opened(out.read_bytes())))
    assert f"- {NASTY}: " in told
    cells = [c.text for t in opened(out.read_bytes()).tables for r in t.rows for c in r.cells]
    assert {f"{NASTY}\nML02", f"ML02 {NASTY}", f"{NASTY}; {NASTY}"} <= set(cells)


def test_signs_that_no_document_holds_are_left_out(
    own: Store, tmp_path: Path, assert_valid_docx: IsValid
):
    renamed(own, "ML02", "Tên\x00 có\x0b dấu\x1f\ufffe\n xuống\tdòng\r\nlạ")
    record(own, figure("ML02", 2029, 80.0, source="Nguồn\x07 A"))
    out = made(own, tmp_path, "ML02")
    assert_valid_docx(out)
    cells = [c.text for t in opened(out.read_bytes()).tables for r in t.rows for c in r.cells]
    assert {"Tên có dấu xuống dòng lạ\nML02 · %", "Nguồn A"} <= set(cells)


def test_a_name_of_three_hundred_letters_is_written_in_full(
    own: Store, tmp_path: Path, assert_valid_docx: IsValid
):
    name = LONG[:300].strip()
    renamed(own, "ML02", name)
    record(own, *series("ML02", "2026 77; 2029 80"))
    out = made(own, tmp_path, "ML02")
    assert_valid_docx(out)
    assert any(text.startswith(f"- {name}: ") for text in in_order(opened(out.read_bytes())))


@pytest.mark.parametrize(
    ("code", "points"),
    [
        pytest.param("CS02", "", id="no figure"),
        pytest.param("CS02", "2029 80", id="one point"),
        pytest.param("CS02", FORTY_YEARS, id="40 years"),
        pytest.param("CS02", "2025 0; 2026 0; 2029 0", id="nothing but nought"),
        pytest.param("HD03", "2025 -3.5; 2027 -12; 2029 -0.001", id="below nought"),
        pytest.param("DH13", "2025 10000000; 2029 12345678", id="ten millions"),
        pytest.param("DH17", "2025 unranked; 2029 250", id="unranked"),
        pytest.param("CS02", "2025 70p; |2027 60; 2029 65p", id="a break"),
    ],
)
def test_odd_figures_make_a_right_document(
    own: Store, tmp_path: Path, assert_valid_docx: IsValid, code: str, points: str
):
    if points:
        record(own, *series(code, points))
    out = made(own, tmp_path, code)
    assert_valid_docx(out)
    brief = brief_of(own, FILLED_DAY, code)
    sentence = brief.rows[0].sentence
    if brief.chosen.assessed:
        assert any(text.endswith(sentence[1:]) for text in in_order(opened(out.read_bytes())))


@pytest.mark.parametrize("form", ["nd30", "dang"])
def test_the_whole_programme_is_valid(
    filled: Store, tmp_path: Path, assert_valid_docx: IsValid, form: str
):
    out = tmp_path / "a.docx"
    out.write_bytes(written(brief_of(filled), form))
    assert_valid_docx(out)


def test_no_part_is_kept_that_nothing_refers_to(filled: Store):
    names = set(parts(written(brief_of(filled, FILLED_DAY, "ML02"))))
    assert {name for name in names if "header" not in name and "footer" not in name} == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/charts/_rels/chart1.xml.rels",
        "word/charts/chart1.xml",
        "word/document.xml",
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx",
        "word/fontTable.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme.xml",
    }


def test_the_command_writes_it_in_either_form(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_DB", str(built))
    monkeypatch.chdir(tmp_path)
    for form, head in (("nd30", "ỦY BAN NHÂN DÂN"), ("dang", "THÀNH ỦY HẢI PHÒNG")):
        answer = main(["brief", "report", "--out", f"{form}.docx", "--form", form])
        assert (answer.code, answer.error) == (0, "")
        first = opened((tmp_path / f"{form}.docx").read_bytes()).tables[0].cell(0, 0)
        assert first.paragraphs[0].text == head
    assert main(["brief", "report", "--out", "a.docx", "--form", "x"]).error.endswith(
        "--form không nhận giá trị 'x'; chọn trong: 'nd30', 'dang'."
    )


def test_a_folder_that_cannot_be_written_to_is_named(built: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BOARD_DB", str(built))
    answer = main(["brief", "report", "--out", "/proc/bao-cao.docx"])
    assert (answer.code, answer.error) == (2, "Không ghi được vào /proc/bao-cao.docx.")
