"""A publisher's new edition: one version that revises a series whole, or a refusal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.board.as_of import as_of
from indicators.changes.between import changes_between
from indicators.changes.sentences import cause_words, changes_sentence
from indicators.changes.since import since
from indicators.dossier.dossier import open_dossier
from indicators.seeding.prepare import prepare
from indicators.store.connection import Store
from indicators.store.errors import PublishedError
from indicators.store.held import brought_by
from indicators.store.history import latest, observations_at, versions
from tests.recording import figure, record

pytestmark = pytest.mark.own_board

HEAD = "ma_chi_tieu,nam,gia_tri,don_vi,nguon,lien_ket,ghi_chu"
OLD = [f"HD01,{year},{0.60 + 0.002 * (year - 2015):.3f}" for year in range(2015, 2023)]
NEW = [f"HD01,{year},{0.64 + 0.012 * (year - 2015):.3f}" for year in range(2015, 2024)]

Publish = Callable[..., None]


def lines(rows: list[str], source: str) -> list[str]:
    return [f"{row},VN,{source},https://example.org," for row in rows]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "published"
    made.mkdir()
    return made


@pytest.fixture
def publish(folder: Path) -> Publish:
    """Write a published file."""

    def written(*rows: str, name: str = "figures.csv") -> None:
        (folder / name).write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")

    return written


@pytest.fixture
def revised(tmp_path: Path, folder: Path, publish: Publish) -> Store:
    """A board whose published file is, since version 4, of another edition; staff wrote version 3.

    The rows moved too: one before them was withdrawn.
    """
    path = tmp_path / "board.duckdb"
    steady = "NL01,2020,14.5,VN,World Bank WDI,https://example.org,"
    publish("CL02,2025,3,31,Báo,https://example.org,", steady, *lines(OLD, "UNDP HDR 2023-24"))
    store = prepare(path, published=folder)
    record(store, figure("HD01", 2016, 0.7, area="VN", source="Sở"))
    store.close()
    publish(steady, *lines(NEW, "UNDP HDR 2025"))
    return prepare(path, published=folder)


def test_a_new_edition_is_one_version_that_leaves_what_staff_recorded(revised: Store):
    assert [entry.kind for entry in versions(revised)] == ["seed", "upload", "upload", "upload"]
    assert [(key[0], key[3]) for key in brought_by(revised, 4)] == [
        ("CL02", 2025),
        *(("HD01", year) for year in range(2015, 2024) if year != 2016),
    ]
    frame = observations_at(revised, 4, indicator="HD01")
    held = dict(zip(frame["year"], frame["value"], strict=True))
    assert held == {year: round(0.64 + 0.012 * (year - 2015), 3) for year in range(2015, 2024)} | {
        2016: 0.7
    }


def test_the_journal_names_what_the_publisher_revised(revised: Store):
    assert latest(revised).note == (
        "Số liệu công bố: figures.csv. Nguồn công bố sửa lại HD01 từ UNDP HDR 2023-24 sang UNDP "
        "HDR 2025"
    )


def test_what_changed_tells_the_revision_and_the_verdict_it_changed(revised: Store):
    start = since(revised, as_of(revised), "v3")
    found = changes_between(revised, start.moment, as_of(revised), "national")
    assert changes_sentence(found) == (
        "1 chỉ tiêu đổi đánh giá, 1 số liệu mới, 7 số liệu sửa đổi, "
        "1 chuỗi số liệu được nguồn công bố sửa lại"
    )
    (verdict,) = found.verdicts
    causes = [(cause_words(cause, found, "HD01"), by and by.number) for cause, by in verdict.causes]
    assert (verdict.change.code, causes) == (
        "HD01",
        [("số liệu được nguồn công bố sửa lại (UNDP HDR 2023-24 → UNDP HDR 2025)", 4)],
    )
    (one,) = found.revised
    assert (one.count, one.first, one.last) == (7, 2015, 2022)
    assert (one.value_before, one.value_after) == (0.614, 0.724)


def test_the_city_s_board_tells_of_the_country_s_revisions_too(revised: Store):
    start = since(revised, as_of(revised), "v3")
    found = changes_between(revised, start.moment, as_of(revised), "city")
    assert [(each.indicator, each.area) for each in found.revised] == [("HD01", "VN")]
    assert changes_sentence(found) == ("1 số liệu rút, 1 chuỗi số liệu được nguồn công bố sửa lại")
    assert found.verdicts == ()


@pytest.mark.parametrize("scope", ["city", "national"])
def test_the_indicator_tells_who_revised_its_figures(revised: Store, scope: str):
    dossier = open_dossier(revised, as_of(revised), "HD01", scope, None)
    assert [told.split("; ghi")[0] for told in dossier.revised] == [
        "Nguồn công bố đã sửa lại số liệu. HD01 (Cả nước): 7 giá trị 2015–2022 theo UNDP HDR "
        "2023-24 nay theo UNDP HDR 2025 (năm 2022: 0,614 → 0,724)"
    ]


def test_before_the_revision_and_elsewhere_nothing_is_told_of_it(revised: Store):
    assert open_dossier(revised, as_of(revised, number=3), "HD01", "city", None).revised == ()
    assert open_dossier(revised, as_of(revised), "NL01", "city", None).revised == ()


def test_a_file_that_mixes_editions_stops_the_start(tmp_path: Path, folder: Path, publish: Publish):
    publish(*lines(OLD[:6], "UNDP HDR 2023-24"), *lines(NEW[6:], "UNDP HDR 2025"))

    with pytest.raises(PublishedError) as refusal:
        prepare(tmp_path / "board.duckdb", published=folder)

    assert str(refusal.value).splitlines() == [
        "Tệp số liệu công bố figures.csv có 1 lỗi, chưa ghi gì:",
        "HD01 (Cả nước) lẫn hai ấn bản: 6 số 2015–2020 theo 'UNDP HDR 2023-24', 3 số 2021–2023 "
        "theo 'UNDP HDR 2025'; một chuỗi lẫn hai ấn bản cho thấy tăng giảm không có thật. Hãy lấy "
        "cả chuỗi theo ấn bản mới nhất.",
    ]
    assert not list(tmp_path.glob("*board*"))


def test_a_second_file_of_another_edition_leaves_the_board_as_it_was(
    tmp_path: Path, folder: Path, publish: Publish
):
    path = tmp_path / "board.duckdb"
    publish(*lines(OLD, "UNDP HDR 2023-24"))
    prepare(path, published=folder).close()
    publish(*lines(NEW[-1:], "UNDP HDR 2025"), name="more.csv")

    with pytest.raises(PublishedError, match=r"more\.csv có 1 lỗi"):
        prepare(path, published=folder)


def test_what_moved_in_the_file_is_not_recorded_again(
    tmp_path: Path, folder: Path, publish: Publish
):
    path = tmp_path / "board.duckdb"
    publish(*lines(OLD, "UNDP HDR 2025"))
    prepare(path, published=folder).close()
    publish("NL01,2020,14.5,VN,World Bank WDI,https://example.org,", *lines(OLD, "UNDP HDR 2025"))

    store = prepare(path, published=folder)

    assert [key[0] for key in brought_by(store, 3)] == ["NL01"]
    store.close()
