"""Real and illustrative figures never mix: every way in which they might is tried."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import copy

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.briefing.tables.sheet import as_csv
from indicators.briefing.tables.sources import sources_sheet
from indicators.briefing.tables.tracking import tracking_sheet
from indicators.briefing.tables.values import values_sheet
from indicators.briefing.tables.xlsx import table_xlsx
from indicators.commands.answer import UNUSABLE
from indicators.commands.asking import ask
from indicators.commands.export import export
from indicators.commands.run import main
from indicators.commands.serving import serve
from indicators.dossier.dossier import open_dossier
from indicators.intake.apply import Consent, apply
from indicators.intake.examination import Examination, examine
from indicators.intake.forms import template_book, templates
from indicators.intake.forms.template_lines import request
from indicators.intake.forms.typed_grid import SOURCE, STATUS, VALUE, as_file
from indicators.intake.marking.marked_copy import marked_copy
from indicators.intake.sender import Sender
from indicators.quality.remarks import listed_sources
from indicators.seeding.prepare import prepare
from indicators.settings.board import DEFAULTS, board_nature, database_path
from indicators.settings.kinds import SettingError
from indicators.store.connection import ForeignError, Store, open_store
from indicators.store.errors import PublishedError
from indicators.store.held import received
from indicators.store.history import latest, versions
from indicators.wording.illustrative import MARK
from tests.project import PROJECT

REAL = b"ma_chi_tieu,nam,gia_tri\nML03,2025,2\n"
FAULTY = b"ma_chi_tieu,nam,gia_tri\nML03,2025,hai\n"
Made = Callable[[Store], tuple[str, bytes]]


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def template(form: str, write: Callable[..., bytes], name: str) -> Made:
    return lambda store: (name, write(request(store, "Sở Tài chính", 2029), form))


def typed(store: Store) -> tuple[str, bytes]:
    asked = request(store, "Sở Tài chính", 2029)
    cells = {VALUE: "21,5", STATUS: "ước", SOURCE: "", "Ghi chú": ""}
    file = as_file(asked, "nam", {("NL01", "31", ""): cells})
    return file.name, file.content


def tracking(store: Store) -> tuple[str, bytes]:
    board = assess(store, as_of(store))
    return "bang.csv", as_csv(tracking_sheet(board, list(board.rows)))


def values(store: Store) -> tuple[str, bytes]:
    dossier = open_dossier(store, as_of(store), "ML02", "city", None)
    assert dossier is not None
    return "ml02.xlsx", table_xlsx([values_sheet(dossier)])


def of_sources(store: Store) -> tuple[str, bytes]:
    board = assess(store, as_of(store))
    return "nguon.csv", as_csv(sources_sheet(board, listed_sources(store, board, None)))


def exported(store: Store) -> tuple[str, bytes]:
    return "observation.csv", b"".join(export(store, latest(store).number)["observation.csv"]())


def kept(store: Store) -> tuple[str, bytes]:
    file = received(store, 3)
    return file.file_name, file.content


def copy_with_findings(store: Store) -> tuple[str, bytes]:
    examined = examine(store, "thu.csv", FAULTY)
    made = marked_copy(examined.source, examined.findings, mark=MARK)
    assert made is not None
    return "thu-phat-hien.xlsx", made


TAKEN_AWAY = {
    "template.csv": template("tidy", templates.template_csv, "a.csv"),
    "template-wide.csv": template("wide", templates.template_csv, "a.csv"),
    "template.xlsx": template("tidy", template_book.template_xlsx, "a.xlsx"),
    "template-wide.xlsx": template("wide", template_book.template_xlsx, "a.xlsx"),
    "typed cells": typed,
    "tracking table": tracking,
    "values of an indicator": values,
    "list of sources": of_sources,
    "export": exported,
    "file as received": kept,
    "copy with findings": copy_with_findings,
    "file by its name alone": lambda _: ("SO-LIEU-MINH-HOA_a (1).csv", REAL),
}


def refused_as_illustrative(examined: Examination) -> bool:
    return [(f.severity, f.kind, f.row) for f in examined.findings] == [
        ("error", "not_allowed", None)
    ] and "là của bảng minh họa" in examined.findings[0].message


@pytest.mark.parametrize("made", TAKEN_AWAY.values(), ids=TAKEN_AWAY)
def test_whatever_is_taken_from_an_illustrative_board_is_refused_by_a_real_one(
    illustrative: Store, published: Store, made: Made
):
    name, content = made(illustrative)
    examined = examine(published, name, content)
    assert refused_as_illustrative(examined)
    assert (examined.blocked, examined.observations) == ("file", ())
    assert not refused_as_illustrative(examine(illustrative, name, content))


@pytest.mark.parametrize("made", TAKEN_AWAY.values(), ids=TAKEN_AWAY)
def test_the_same_things_of_a_real_board_are_not_marked(published: Store, made: Made):
    name, content = made(published) if made is not kept else ("thu.csv", REAL)
    assert MARK.encode() not in content or made is copy_with_findings
    if "MINH-HOA" not in name and made is not copy_with_findings:
        assert not refused_as_illustrative(examine(published, name, content))


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ("SỐ LIỆU MINH HỌA", True),
        ("số liệu  minh hoạ", True),
        ("Số liệu xã Minh Hòa", False),
        ("Số liệu Minh Hoà", False),
        ("Thuyết minh hoạt động", False),
    ],
)
def test_a_mark_is_known_in_any_spelling_and_no_commune_is_taken_for_it(
    published: Store, text: str, is_refused: bool
):
    content = f"ma_chi_tieu,nam,gia_tri,ghi_chu\nML03,2025,2,{text}\n".encode()
    assert refused_as_illustrative(examine(published, "a.csv", content)) is is_refused


def test_nothing_of_a_marked_file_can_be_recorded_with_any_consent(own: Store):
    content = REAL.replace(b"gia_tri", b"gia_tri,nguon").replace(b",2\n", f",2,{MARK}\n".encode())
    everything = Consent(every_warning=True, only_clean=True)
    before = versions(own)
    with pytest.raises(Exception, match="Chưa ghi gì"):
        apply(own, examine(own, "a.csv", content), everything, Sender("Lan"))
    assert versions(own) == before


def test_a_real_file_may_be_practised_with_and_stays_illustrative(demo: Store):
    version = apply(demo, examine(demo, "a.csv", REAL), Consent(every_warning=True), Sender("Lan"))
    assert version is not None
    assert as_of(demo).illustrative
    assert assess(demo, as_of(demo)).mark == MARK


def test_a_marked_published_file_stops_the_build(tmp_path: Path):
    published = tmp_path / "published"
    published.mkdir()
    row = f"ma_chi_tieu,nam,gia_tri,nguon\nML03,2025,2,{MARK}\n"
    (published / "a.csv").write_text(row, encoding="utf-8")
    with pytest.raises(PublishedError, match="là của bảng minh họa"):
        prepare(tmp_path / "board.duckdb", published=published)
    assert not (tmp_path / "board.duckdb").exists()


def test_an_illustrative_board_takes_no_published_figure(demo: Store):
    names = {entry.note for entry in versions(demo) if "published" in entry.note}
    assert names == set()
    demo.close()
    again = prepare(demo.path, nature="illustrative")
    assert len(versions(again)) == len(versions(demo))


@pytest.mark.parametrize("nature", ["real", "illustrative"])
def test_a_file_copied_over_the_other_is_refused_and_kept(
    nature: str, made_up: Path, built: Path, tmp_path: Path
):
    place = Path(copy(built if nature == "illustrative" else made_up, tmp_path / "board.duckdb"))
    before = digest(place)
    start = "make run" if nature == "illustrative" else "make demo"
    with pytest.raises(ForeignError, match=f"không dùng lẫn được.*Hãy mở tệp này bằng.*{start}"):
        prepare(place, nature=nature)
    assert digest(place) == before


def test_a_store_that_is_open_is_not_given_to_the_other_nature(demo: Store, own: Store):
    with pytest.raises(ForeignError):
        open_store(demo.path)
    with pytest.raises(ForeignError):
        open_store(own.path, "illustrative")


@pytest.mark.parametrize("asked", ["real", "illustrative"])
def test_a_command_meant_for_the_other_board_is_refused_over_its_socket(
    asked: str, own: Store, demo: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_NATURE", asked)
    store = demo if asked == "real" else own
    before = versions(store)
    file = store.path.with_name("a.csv")
    file.write_bytes(REAL)
    argv = ["apply", str(file), "--by", "Lan", "--agency", "", "--accept-warnings", "all"]

    async def answered() -> dict[str, object] | None:
        async with serve(store):
            return await asyncio.to_thread(ask, store.path, argv, store.path.parent)

    reply = asyncio.run(answered())
    assert reply is not None
    assert reply["code"] == UNUSABLE
    assert "không dùng lẫn được" in str(reply["error"])
    assert versions(store) == before


@pytest.mark.parametrize("asked", ["real", "illustrative"])
def test_a_command_meant_for_the_other_board_is_refused_where_none_runs(
    asked: str, made_up: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    place = Path(copy(built if asked == "illustrative" else made_up, tmp_path / "a.duckdb"))
    monkeypatch.setenv("BOARD_NATURE", asked)
    monkeypatch.setenv("BOARD_DB", str(place))
    answer = main(["status"])
    assert answer.code == UNUSABLE
    assert "không dùng lẫn được" in answer.error


def test_commands_say_that_figures_are_made_up(made_up: Path, tmp_path: Path):
    place = copy(made_up, tmp_path)
    environment = {"BOARD_NATURE": "illustrative", "BOARD_DB": str(place), "PATH": ""}
    command = [sys.executable, "-m", "indicators", "journal"]
    told = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines()[0] == MARK
    assert "Chuỗi băm nguyên vẹn" in told.stdout


@pytest.mark.parametrize(
    "argv", [["status"], ["journal"], ["history", "ML02"], ["value", "ML02", "2025"]], ids=str
)
def test_json_of_an_illustrative_board_says_so_and_that_of_a_real_one_does_not(
    argv: list[str],
    made_up: Path,
    built: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    told = {}
    for nature, file in (("real", built), ("illustrative", made_up)):
        monkeypatch.setenv("BOARD_NATURE", nature)
        monkeypatch.setenv("BOARD_DB", copy(file, tmp_path))
        told[nature] = main([*argv, "--json"]).text
    assert '"illustrative": true' in told["illustrative"]
    assert "illustrative" not in told["real"]


def test_each_nature_has_a_file_of_its_own(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("BOARD_DB", raising=False)
    for nature, path in DEFAULTS.items():
        monkeypatch.setenv("BOARD_NATURE", nature)
        assert (board_nature(), database_path()) == (nature, path)
    monkeypatch.setenv("BOARD_NATURE", "demo")
    with pytest.raises(SettingError, match="BOARD_NATURE=demo không dùng được"):
        board_nature()
