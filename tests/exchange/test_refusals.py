"""What was cut, changed or is something else is refused by its file's name, and nothing is left."""

import json
import re
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from indicators.briefing.steps import no_progress
from indicators.exchange.bringing_in import bring_in
from indicators.exchange.errors import ExchangeError
from indicators.store.errors import StoreError
from indicators.store.sealed import sealed, unsealed

Change = Callable[[Path], None]
FIGURES = Path("tables/observation.csv")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the board is to be: in a folder of its own."""
    (tmp_path / "mới").mkdir()
    return tmp_path / "mới" / "board.duckdb"


def refused(parcel: Path, place: Path) -> str:
    with pytest.raises(StoreError) as refusal:
        bring_in(parcel, place, "real", no_progress)
    assert list(place.parent.iterdir()) == []
    return str(refusal.value).replace(str(parcel), "RA")


def cut(parcel: Path) -> None:
    place = parcel / FIGURES
    place.write_bytes(place.read_bytes()[:-20])


def changed(parcel: Path) -> None:
    place = parcel / FIGURES
    place.write_bytes(re.sub(rb",20(\d\d),", rb",19\1,", place.read_bytes(), count=1))


def with_another_file(parcel: Path) -> None:
    next((parcel / "files").iterdir()).write_bytes(b"x")


def without_a_table(parcel: Path) -> None:
    (parcel / FIGURES).unlink()


def of_another_identity(parcel: Path) -> None:
    place = parcel / "manifest.json"
    place.write_text(place.read_text().replace('"number": ', '"number": 1'))


def resealed(parcel: Path, **others: object) -> None:
    """Write the manifest as if the files had always been as they are now."""
    place = parcel / "manifest.json"
    content = unsealed(place.read_text())
    for name in content["files"]:
        read = (parcel / name).read_bytes()
        content["files"][name] = {"size": len(read), "sha256": sha256(read).hexdigest()}
    place.write_text(sealed(content | others))


def forged(parcel: Path) -> None:
    changed(parcel)
    resealed(parcel)


def without_columns(parcel: Path) -> None:
    (parcel / "tables/setting.csv").write_text('"version","seq"\n1,0\n')
    resealed(parcel)


def no_numbers(parcel: Path) -> None:
    (parcel / "tables/setting.csv").write_text('"version","seq"\n"a",0\n')
    resealed(parcel)


def shorter(parcel: Path) -> None:
    place = parcel / "tables/version.csv"
    place.write_bytes(b"".join(place.read_bytes().splitlines(keepends=True)[:-1]))
    resealed(parcel)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (cut, f"Tệp {FIGURES} của bản xuất RA đã bị thay đổi hoặc bị cắt; hãy lấy lại bản xuất."),
        (changed, f"Tệp {FIGURES} của bản xuất RA đã bị thay đổi hoặc bị cắt"),
        (with_another_file, r"Tệp files/[0-9a-f]{64} của bản xuất RA đã bị thay đổi"),
        (without_a_table, f"Bản xuất RA thiếu tệp {FIGURES}."),
        (of_another_identity, "Tệp manifest.json của bản xuất RA đã bị thay đổi hoặc bị cắt"),
        (forged, "Cơ sở dữ liệu vừa dựng đọc lại không đúng: Nội dung của phiên bản 2 đã bị thay"),
        (without_columns, r"Tệp tables/setting.csv của bản xuất RA không phải là bảng setting"),
        (no_numbers, r"Tệp tables/setting.csv của bản xuất RA không phải là bảng setting"),
        (shorter, r"Tệp tables/version.csv của bản xuất RA không đến phiên bản \d+ như bản xuất"),
        (lambda parcel: resealed(parcel, schema=99), "Bản xuất RA do phiên bản phần mềm mới hơn"),
        (lambda parcel: resealed(parcel, format="x"), "RA không phải bản xuất toàn bộ của bảng"),
        (rmtree, r"Không có RA\."),
    ],
)
def test_what_is_not_as_it_was_taken_out_is_refused_by_name(
    parcel: Path, place: Path, change: Change, sentence: str
) -> None:
    copied = Path(copytree(parcel, parcel.with_name("chép")))
    change(copied)
    assert re.match(sentence, refused(copied, place))


@pytest.mark.parametrize("kept", [0.3, 0.999])
def test_an_archive_cut_short_or_flipped_anywhere_is_refused(
    parcel: Path, place: Path, kept: float
) -> None:
    whole = parcel.with_name("ra.zip")
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(parcel.rglob("*")):
            archive.write(file, file.relative_to(parcel))
    content = whole.read_bytes()
    whole.write_bytes(content[: int(len(content) * kept)])
    assert refused(whole, place).startswith("RA không phải bản xuất toàn bộ của bảng")

    at = content.index(b"tables/observation.csv") + 2000
    whole.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    assert f"{FIGURES}" in refused(whole, place)


@pytest.mark.parametrize("content", [b"", b"ma,nam\nML02,2025\n", b"PK\x03\x04", b"{}"])
def test_a_file_that_is_none_of_ours_is_refused(
    tmp_path: Path, place: Path, content: bytes
) -> None:
    for name in ("ra.zip", "ra"):
        (tmp_path / name).write_bytes(content)
        assert refused(tmp_path / name, place).startswith("RA không phải bản xuất toàn bộ")


def test_figures_as_they_are_in_force_are_no_board(
    told: Callable[..., str], parcel: Path, place: Path
) -> None:
    told("export", "hiện hành", "--db", str(parcel.with_name("first.duckdb")))
    assert refused(parcel.with_name("hiện hành"), place).startswith("RA không phải bản xuất toàn")


def test_a_board_of_the_other_nature_is_refused(parcel: Path, place: Path) -> None:
    with pytest.raises(ExchangeError, match=r"chứa số liệu thật.*hãy bỏ BOARD_NATURE"):
        bring_in(parcel, place, "illustrative", no_progress)
    assert list(place.parent.iterdir()) == []


def test_a_board_that_is_or_was_there_stays(parcel: Path, place: Path) -> None:
    first = parcel.with_name("first.duckdb")
    before = first.read_bytes()
    with pytest.raises(StoreError, match=f"Đã có tệp {first}; không ghi đè"):
        bring_in(parcel, first, "real", no_progress)
    assert first.read_bytes() == before

    mark = place.with_name("board.duckdb.mark")
    mark.write_text(json.dumps({"identity": "x", "number": 9, "hash": "y"}))
    with pytest.raises(StoreError, match="ở đây đã có cơ sở dữ liệu, đến phiên bản 9"):
        bring_in(parcel, place, "real", no_progress)
    assert list(place.parent.iterdir()) == [mark]
