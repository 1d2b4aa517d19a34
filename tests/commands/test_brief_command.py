"""`brief`: the rows asked for, in a new file, or one Vietnamese line and code 2."""

import shutil
import zipfile
from pathlib import Path

import pytest

from indicators.briefing.brief import Brief
from indicators.briefing.kinds import Kind, Wishes
from indicators.briefing.steps import Progress
from indicators.commands import parser
from indicators.commands.answer import Answer
from indicators.commands.run import main
from pages.site import kind as kinds
from tests.briefing.presentation import slides_of


def codes_of(brief: Brief, _wishes: Wishes, _told: Progress) -> bytes:
    """A stand-in for a writer: the codes of the rows."""
    return " ".join(row.indicator.code for row in brief.rows).encode()


@pytest.fixture(autouse=True)
def _listing(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_DB", str(shutil.copy(built, tmp_path / "board.duckdb")))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(parser, "BRIEFS", (*parser.BRIEFS, "listing"))
    monkeypatch.setitem(kinds.EVERY_KIND, "listing", Kind("Mã", "", "ma", ".txt", codes_of))


def brief(*argv: str) -> Answer:
    return main(["brief", "listing", *argv])


def test_a_file_holds_the_rows_asked_for(tmp_path: Path):
    answer = brief("--out", "a.txt", "--indicators", "ML02, CL01", "--agency", "Sở GD&ĐT")
    assert (answer.code, answer.error) == (0, "")
    assert (tmp_path / "a.txt").read_text() == "ML02 CL01"
    assert answer.text.startswith(f"Đã ghi {tmp_path / 'a.txt'}: 2 chỉ tiêu. Số liệu đến ")


def test_groups_and_statuses_narrow(tmp_path: Path):
    argv = ("--out", "a.txt", "--groups", "ML,HD", "--status", "chưa có số liệu,slow")
    assert brief(*argv).code == 0
    codes = (tmp_path / "a.txt").read_text().split()
    assert {code[:2] for code in codes} <= {"ML", "HD"}
    assert {"ML03", "HD01"} <= set(codes)


def test_in_a_folder_a_file_gets_a_name_of_its_own(tmp_path: Path):
    folder = tmp_path / "ra"
    folder.mkdir()
    answer = brief("--out", "ra", "--at-version", "1")
    [made] = folder.iterdir()
    assert made.name.startswith("ma-")
    assert made.name.endswith("-phien-ban-1.txt")
    assert str(made) in answer.text


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (("--out", "a.doc"), "Tệp ghi ra phải có đuôi .txt, không phải “a.doc”."),
        (("--out", "co.txt"), "{here}/co.txt đã có; hãy chọn tên khác, không ghi đè."),
        (("--out", "khong/a.txt"), "Không ghi được vào {here}/khong/a.txt."),
        (
            ("--out", "a.txt", "--indicators", "XX1"),
            "Không có chỉ tiêu nào mang mã “XX1”.",
        ),
        (
            ("--out", "a.txt", "--status", "đã đạt", "--groups", "HD"),
            "Không có chỉ tiêu nào khớp với lựa chọn; hãy bỏ bớt điều kiện.",
        ),
        (
            ("--out", "a.txt", "--at-version", "99"),
            "Không có phiên bản 99; phiên bản mới nhất là 2.",
        ),
    ],
)
def test_what_cannot_be_made_is_told_in_one_line(
    tmp_path: Path, argv: tuple[str, ...], sentence: str
):
    (tmp_path / "co.txt").write_text("giữ")
    answer = brief(*argv)
    assert (answer.code, answer.error) == (2, sentence.format(here=tmp_path))
    assert (tmp_path / "co.txt").read_text() == "giữ"
    assert not (tmp_path / "a.txt").exists()


def test_a_kind_that_is_not_there_is_refused():
    answer = main(["brief", "hologram", "--out", "a"])
    assert answer.code == 2
    assert "không nhận giá trị 'hologram'; chọn trong: 'slides'" in answer.error


def test_every_kind_that_can_be_asked_for_can_be_made():
    assert tuple(kinds.EVERY_KIND) == parser.BRIEFS


def test_slides_are_made_on_the_template_beside_the_database(tmp_path: Path):
    assert main(["brief", "slides", "--out", "a.pptx", "--indicators", "ML02"]).code == 0
    assert len(slides_of((tmp_path / "a.pptx").read_bytes())) == 3

    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "thanh-pho.pptx").write_bytes(b"no presentation")
    answer = main(["brief", "slides", "--out", "b.pptx"])
    told = "Tệp mẫu thanh-pho.pptx không phải tệp PowerPoint (.pptx) đọc được."
    assert (answer.code, answer.error) == (2, told)

    answer = main(["brief", "slides", "--out", "b.pptx", "--template", "a.pptx", "--groups", "HD"])
    assert (answer.code, answer.error) == (0, "")


def site(*argv: str) -> Answer:
    return main(["brief", "site", "--indicators", "ML02,HD01", *argv])


def test_a_site_is_a_folder_or_an_archive_of_the_same_files(tmp_path: Path):
    assert site("--out", "trang.zip").code == site("--out", "trang").code == 0
    with zipfile.ZipFile(tmp_path / "trang.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    folder = tmp_path / "trang"
    written = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert written == packed
    assert "chi-tieu/ML02.html" in written


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (("--out", "day"), "{here}/day đã có; hãy chọn nơi khác, không ghi đè."),
        (("--out", "day/co.zip"), "{here}/day/co.zip đã có; hãy chọn tên khác, không ghi đè."),
        (("--out", "khong/trang"), "Không có thư mục {here}/khong."),
        (("--out", "/proc/trang"), "Không ghi được vào /proc/trang."),
        (
            ("--out", "trang", "--base-url", "theo-doi.vn"),
            "Địa chỉ công khai phải là địa chỉ web (https://…), không phải “theo-doi.vn”.",
        ),
    ],
)
def test_a_site_that_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, argv: tuple[str, ...], sentence: str
):
    (tmp_path / "day").mkdir()
    (tmp_path / "day" / "co.zip").write_text("giữ")
    before = [place for place in sorted(tmp_path.rglob("*")) if place.suffix != ".mark"]
    answer = site(*argv)
    assert (answer.code, answer.error) == (2, sentence.format(here=tmp_path))
    after = [place for place in sorted(tmp_path.rglob("*")) if place.suffix != ".mark"]
    assert after == before
    assert (tmp_path / "day" / "co.zip").read_text() == "giữ"


def test_short_slides_are_few_and_have_a_name_of_their_own(tmp_path: Path):
    (tmp_path / "ra").mkdir()
    answer = main(["brief", "slides", "--short", "--out", "ra"])
    assert (answer.code, answer.error) == (0, "")
    [made] = (tmp_path / "ra").iterdir()
    assert made.name.startswith("trinh-chieu-ban-ngan-")
    assert len(slides_of(made.read_bytes())) <= 12


def test_only_slides_come_short():
    answer = brief("--short", "--out", "a.txt")
    assert answer.code == 2
    assert answer.error == "Chỉ trình chiếu (slides) có bản ngắn; hãy bỏ --short."
