"""How much a file may hold is a setting, and the one in force when the file is examined."""

from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import pytest

from indicators.catalogue.checks import SIZES
from indicators.catalogue.loader import load
from indicators.commands.sent_files import examine_file
from indicators.intake.examination import examine
from indicators.intake.files.limits import Limits
from indicators.store.connection import Store
from tests.recording import set_to

TWO_ROWS = b"ma_chi_tieu,nam,gia_tri\nML02,2026,84.9\nML02,2025,77.5\n"


def told(findings) -> list[tuple[str, str]]:
    return [(each.kind, each.message) for each in findings]


def test_every_limit_is_a_setting_and_starts_as_the_catalogue_says():
    assert tuple(each.name for each in fields(Limits)) == SIZES
    assert Limits.of(load()) == Limits()


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"upload_rows": 1}, "Tệp a.csv có hơn 1 dòng số liệu; hãy chia nhỏ tệp."),
        ({"upload_bytes": 40}, "Tệp a.csv lớn hơn 40 byte; hãy chia nhỏ tệp."),
        ({"upload_columns": 2},
         "Tệp a.csv, dòng 1: quá nhiều cột; hãy xóa những ô nằm xa bảng số liệu "
         "(nhiều nhất 2 cột)."),
    ],
)  # fmt: skip
def test_a_file_is_examined_by_the_limits_in_force(own: Store, setting, message):
    assert examine(own, "a.csv", TWO_ROWS).findings == ()
    set_to(own, **setting)
    assert told(examine(own, "a.csv", TWO_ROWS).findings) == [("too_large", message)]


def test_of_a_file_that_is_too_large_only_what_is_allowed_is_read(own: Store, tmp_path: Path):
    set_to(own, upload_bytes=1_500_000)
    path = tmp_path / "a.csv"
    path.write_bytes(TWO_ROWS + b"\n" * 2_000_000)

    examined = examine_file(own, path)

    message = "Tệp a.csv lớn hơn 1,5 MB; hãy chia nhỏ tệp."
    assert told(examined.findings) == [("too_large", message)]
    assert len(examined.upload.content) == 1_500_001
    assert examined.upload.sha256 == sha256(path.read_bytes()).hexdigest()
