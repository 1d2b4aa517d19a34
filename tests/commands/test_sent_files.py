"""Files named on the command line are taken whole, as they stand at one moment, or not at all."""

import io
from pathlib import Path

import pytest

from indicators.commands.answer import CommandError
from indicators.commands.sent_files import examine_file
from indicators.store.connection import Store

FILE = b"ma_chi_tieu,nam,gia_tri\nML02,2026,84.9\n"


class BeingSaved(io.BytesIO):
    """A file that somebody goes on writing to between one reading and the next."""

    def seek(self, position: int, whence: int = 0) -> int:
        super().seek(0, io.SEEK_END)
        self.write(b"CS02,2026,95\n")
        return super().seek(position, whence)


def test_a_file_that_is_being_saved_is_not_examined_half(
    monkeypatch: pytest.MonkeyPatch, published: Store
):
    monkeypatch.setattr(Path, "open", lambda *_: BeingSaved(FILE))
    with pytest.raises(CommandError) as refused:
        examine_file(published, Path("bao-cao.csv"))
    assert str(refused.value) == "Tệp bao-cao.csv đang được ghi; hãy đợi lưu xong rồi thử lại."


def test_a_file_at_rest_is_examined_as_it_is(tmp_path: Path, published: Store):
    (tmp_path / "bao-cao.csv").write_bytes(FILE)
    examined = examine_file(published, tmp_path / "bao-cao.csv")
    assert (examined.upload.content, examined.upload.file_name) == (FILE, "bao-cao.csv")
