"""The first database, and what follows when the files it is made from change."""

import csv
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from indicators.catalogue.faults import CatalogueError
from indicators.catalogue.loader import FOLDER, load
from indicators.catalogue.records import Setting
from indicators.seeding.prepare import PUBLISHED, build, prepare
from indicators.store.connection import MissingError, Store, StoreError, open_store
from indicators.store.history import (
    catalogue_at,
    latest,
    observations_at,
    uploads,
    version_at,
    versions,
)  # fmt: skip
from indicators.store.journal import SYSTEM, record_catalogue, record_observations, verify
from indicators.store.records import Observation
from tests.programme import PUBLISHED as PUBLISHED_ROWS
from tests.project import PROJECT

pytestmark = pytest.mark.own_board

HEAD = "ma_chi_tieu,nam,gia_tri,don_vi,nhom,trang_thai,ky,nguon,lien_ket,ghi_chu"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue that a test may change."""
    return Path(
        shutil.copytree(FOLDER, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py"))
    )


@pytest.fixture
def published(tmp_path: Path) -> Path:
    made = tmp_path / "published"
    made.mkdir()
    publish(made, "ML02,2023,70.5", "ML02,2024,75.0")
    return made


def publish(folder: Path, *rows: str) -> None:
    lines = [f"{row},31,,chính thức,nam,Sở GD&ĐT,https://example.org," for row in rows]
    (folder / "figures.csv").write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")


def values(store: Store) -> dict[int, float]:
    frame = observations_at(store, latest(store).number, indicator="ML02")
    return dict(zip(frame["year"], frame["value"], strict=True))


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_new_board_holds_the_catalogue_and_every_published_figure(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    build(path)

    store = open_store(path)
    assert [(entry.number, entry.kind, entry.by) for entry in versions(store)] == [
        (1, "seed", SYSTEM),
        (2, "upload", SYSTEM),
    ]
    assert catalogue_at(store, 1) == load()
    assert len(observations_at(store, 2)) == len(PUBLISHED_ROWS)
    (file,) = PUBLISHED.glob("*.csv")
    (received,) = uploads(store, 2).to_dict("records")
    assert (received["file_name"], received["rows_loaded"]) == (file.name, len(PUBLISHED_ROWS))
    assert verify(store) == []
    assert sorted(item.name for item in tmp_path.iterdir()) == [
        "board.duckdb", "board.duckdb.mark",
    ]  # fmt: skip
    store.close()


def test_every_published_figure_names_its_source_and_row(tmp_path: Path) -> None:
    build(tmp_path / "board.duckdb")
    store = open_store(tmp_path / "board.duckdb")
    (file,) = PUBLISHED.glob("*.csv")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        sources = [row["nguon"] for row in csv.DictReader(lines)]

    frame = observations_at(store, 2)

    assert all(sources[int(row.row) - 2] == row.source != "" for row in frame.itertuples())
    assert (frame["link"].str.startswith("http")).all()
    store.close()


def test_preparing_again_records_nothing(tmp_path: Path, folder: Path, published: Path) -> None:
    path = tmp_path / "board.duckdb"
    prepare(path, folder=folder, published=published).close()

    store = prepare(path, folder=folder, published=published)

    assert [entry.kind for entry in versions(store)] == ["seed", "upload"]
    store.close()


def test_limits_of_files_leave_a_board_in_use_in_a_version_of_its_own(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    path = tmp_path / "board.duckdb"
    store = prepare(path, folder=folder, published=published)
    now = catalogue_at(store, 2)
    limit = Setting("upload_rows", "200000", "Số dòng nhiều nhất")
    record_catalogue(store, replace(now, settings=(*now.settings, limit)), "hệ thống")
    store.close()

    store = prepare(path, folder=folder, published=published)

    assert [(entry.number, entry.kind) for entry in versions(store)][2:] == [
        (3, "catalogue"), (4, "catalogue"),
    ]  # fmt: skip
    assert [limit in catalogue_at(store, number).settings for number in (3, 4)] == [True, False]
    assert (catalogue_at(store, 4), verify(store)) == (now, [])
    store.close()


def test_a_changed_catalogue_is_a_new_version(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    path = tmp_path / "board.duckdb"
    prepare(path, folder=folder, published=published).close()
    rewrite(folder / "settings.csv", "0.95", "0.9")

    store = prepare(path, folder=folder, published=published)

    assert (latest(store).number, latest(store).kind) == (3, "catalogue")
    assert {s.value for s in catalogue_at(store, 2).settings} >= {"0.95"}
    assert {s.value for s in catalogue_at(store, 3).settings} >= {"0.9"}
    store.close()


def test_a_changed_published_file_records_only_what_changed(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    path = tmp_path / "board.duckdb"
    prepare(path, folder=folder, published=published).close()
    publish(published, "ML02,2024,76.0", "ML02,2025,76.98")

    store = prepare(path, folder=folder, published=published)

    assert latest(store).number == 3
    assert values(store) == {2024: 76.0, 2025: 76.98}
    assert uploads(store, 3)["rows_loaded"].tolist() == [2, 3]
    assert observations_at(store, 2, indicator="ML02")["value"].tolist() == [70.5, 75.0]
    store.close()


def test_a_published_file_put_back_as_it_was_counts_again(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    path = tmp_path / "board.duckdb"
    prepare(path, folder=folder, published=published).close()
    publish(published, "ML02,2025,76.98")
    prepare(path, folder=folder, published=published).close()
    publish(published, "ML02,2023,70.5", "ML02,2024,75.0")

    store = prepare(path, folder=folder, published=published)

    assert values(store) == {2023: 70.5, 2024: 75.0}
    store.close()


def test_a_figure_somebody_uploaded_since_outlives_a_changed_published_file(
    tmp_path: Path, folder: Path, published: Path, figure: object
) -> None:
    path = tmp_path / "board.duckdb"
    store = prepare(path, folder=folder, published=published)
    uploaded: list[Observation] = [figure(2023, 71.0), figure(2024, 75.5)]
    record_observations(store, None, uploaded, "Minh")
    store.close()
    publish(published, "ML02,2024,76.0", "ML02,2025,76.98")

    store = prepare(path, folder=folder, published=published)

    assert values(store) == {2023: 71.0, 2024: 75.5, 2025: 76.98}
    store.close()


def test_a_wrong_catalogue_stops_the_build_and_leaves_nothing(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    rewrite(folder / "settings.csv", "0.95", "nhiều")

    with pytest.raises(CatalogueError, match=r"settings\.csv, dòng"):
        prepare(tmp_path / "board.duckdb", folder=folder, published=published)

    assert not list(tmp_path.glob("*board*"))


def test_a_wrong_published_figure_stops_the_build_by_its_line_and_leaves_nothing(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    publish(published, "ML02,2023,70.5", "ML99,2024,75.0", "ML02,2024,750")

    with pytest.raises(StoreError) as refusal:
        prepare(tmp_path / "board.duckdb", folder=folder, published=published)

    head, *lines = str(refusal.value).splitlines()
    assert head == "Tệp số liệu công bố figures.csv có 2 lỗi, chưa ghi gì:"
    assert [line.split(":")[0] for line in lines] == ["dòng 3", "dòng 4"]
    assert not list(tmp_path.glob("*board*"))


def test_a_wrong_published_file_leaves_an_existing_board_as_it_was(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    path = tmp_path / "board.duckdb"
    prepare(path, folder=folder, published=published).close()
    publish(published, "ML02,2023,70.5", "ML99,2024,75.0")

    with pytest.raises(StoreError, match="có 1 lỗi"):
        prepare(path, folder=folder, published=published)

    store = open_store(path)
    assert len(versions(store)) == 2
    store.close()


def test_an_unreadable_published_file_is_refused_by_name(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    (published / "figures.csv").write_bytes(b"\xff\xfe\x00\x81")

    with pytest.raises(StoreError, match=r"figures\.csv"):
        prepare(tmp_path / "board.duckdb", folder=folder, published=published)


def test_building_over_a_file_is_refused(tmp_path: Path, folder: Path, published: Path) -> None:
    path = tmp_path / "board.duckdb"
    path.write_text("của người khác")

    with pytest.raises(StoreError, match="không ghi đè"):
        build(path, folder=folder, published=published)

    assert path.read_text() == "của người khác"


def test_a_log_left_without_its_database_is_not_lost(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    log = tmp_path / "board.duckdb.wal"
    log.write_text("số liệu chưa nhập", encoding="utf-8")
    before = log.read_bytes()

    with pytest.raises(StoreError, match=r"Còn tệp .*board\.duckdb\.wal mà không có board\.duckdb"):
        prepare(tmp_path / "board.duckdb", folder=folder, published=published)

    assert log.read_bytes() == before
    assert not (tmp_path / "board.duckdb").exists()


def test_a_build_that_was_interrupted_is_begun_anew(
    tmp_path: Path, folder: Path, published: Path
) -> None:
    (tmp_path / ".board.duckdb.building.tmp").write_bytes(b"half")
    (tmp_path / ".board.duckdb.building.tmp.wal").write_bytes(b"half")

    store = prepare(tmp_path / "board.duckdb", folder=folder, published=published)

    assert latest(store).number == 2
    assert not list(tmp_path.glob(".board*"))
    store.close()


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="Không có thư mục"):
        prepare(tmp_path / "không có" / "board.duckdb")

    assert list(tmp_path.iterdir()) == []


def test_many_processes_starting_at_once_build_one_board(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    script = (
        "import sys; from pathlib import Path; from indicators.seeding.prepare import prepare;"
        "from indicators.store.errors import HeldError\n"
        "try: prepare(Path(sys.argv[1])).close()\n"
        "except HeldError: pass"
    )
    command = [sys.executable, "-c", script, str(path)]
    pipe = subprocess.PIPE
    processes = [subprocess.Popen(command, cwd=PROJECT, stderr=pipe) for _ in range(4)]
    told = [process.communicate()[1] for process in processes]

    assert [(process.returncode, text) for process, text in zip(processes, told, strict=True)] == [
        (0, b"")
    ] * 4
    store = open_store(path)
    assert len(versions(store)) == 2
    assert verify(store) == []
    store.close()


def test_without_hard_links_the_board_is_still_built(
    tmp_path: Path, folder: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)

    store = prepare(tmp_path / "board.duckdb", folder=folder, published=published)

    assert version_at(store, 2).kind == "upload"
    assert not list(tmp_path.glob(".board*"))
    store.close()
