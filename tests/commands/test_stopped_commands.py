"""Commands whose person stops them or goes away: nothing half done, nothing left in doubt."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from shutil import copy
from typing import IO

import pytest

from indicators.briefing.steps import no_progress
from indicators.commands.asking import ask
from indicators.commands.new_file import write_new
from indicators.commands.run import main
from indicators.store.connection import open_store
from indicators.store.history import latest
from indicators.store.journal import verify
from tests.project import PROJECT

PAUSING = str(PROJECT / "tests" / "pausing.py")
NOTHING_MADE = "Đã dừng, chưa tạo tệp nào.\n"
LOOK_UP = (
    "Đã dừng, nhưng lệnh có thể đã ghi hoặc đang ghi nốt; hãy xem nhật ký (journal) trước khi "
    "chạy lại.\n"
)
EVERY_WAY = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL]
EVERY_KIND = ["slides", "report", "workbook", "site"]
APPLY = ("apply", "a.csv", "b.csv", "--by", "Lan", "--agency", "Sở GD&ĐT")
SECONDS = 120  # until a process that hangs is given up, on the busiest machine

Process = subprocess.Popen[str]


class Served:
    """A board in a process that says how far each command is, and waits to be told to go on."""

    def __init__(self, path: Path, process: Process) -> None:
        self.path = path
        self.process = process

    def said(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().rstrip("\n")

    def go_on(self) -> None:
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def answers(self) -> bool:
        reply = ask(self.path, ["journal"], Path.cwd())
        return reply is not None and reply["code"] == 0 and self.said() == "journal: xong"


@pytest.fixture(scope="module", autouse=True)
def heeded() -> Iterator[None]:
    """Signals as a shell hands them to a command, though the tests run where some are ignored."""
    kept = {way: signal.signal(way, signal.SIG_DFL) for way in EVERY_WAY if way != signal.SIGKILL}
    yield
    for way, handler in kept.items():
        signal.signal(way, handler)


@pytest.fixture
def board(built: Path, tmp_path: Path) -> Path:
    (tmp_path / "bảng").mkdir()
    return Path(copy(built, tmp_path / "bảng" / "board.duckdb"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person stands, with two files to send."""
    folder = tmp_path / "nơi ghi"
    folder.mkdir()
    head = "ma_chi_tieu,nam,gia_tri,don_vi,nhom,nguon"
    (folder / "a.csv").write_text(f"{head}\nML02,2026,84.9,,,Sở\n", encoding="utf-8")
    (folder / "b.csv").write_text(f"{head}\nCS02,2026,95,VN,,Sở\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def served(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A running board on which nothing is recorded, shared by all who export and check."""
    with serving(Path(copy(built, tmp_path_factory.mktemp("bảng")))) as running:
        yield running


@pytest.fixture
def recording(board: Path) -> Iterator[Served]:
    """A running board of the test's own, to record on."""
    with serving(board) as running:
        yield running


@contextmanager
def serving(board: Path) -> Iterator[Served]:
    """Serve a board; whatever happened to it, it ends in order and without a traceback."""
    log = board.with_name("nhật ký.txt")
    with log.open("w") as errors, started(PAUSING, "serve", str(board), stderr=errors) as process:
        running = Served(board, process)
        assert running.said() == "sẵn sàng"
        yield running
        process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    assert "Traceback" not in log.read_text()


@contextmanager
def started(
    *argv: str,
    cwd: Path = PROJECT,
    program: tuple[str, ...] = (sys.executable,),
    stderr: IO[str] | int = subprocess.PIPE,
) -> Iterator[Process]:
    """A process in a group of its own, as a shell starts each; none is left behind."""
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*program, *argv], stdin=pipe, stdout=pipe, stderr=stderr, text=True, cwd=cwd,
        env=environment, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def stopped(client: Process, way: signal.Signals) -> str:
    """End a command; gives what it said of it."""
    client.send_signal(way)
    text, error = client.communicate(timeout=SECONDS)
    assert (client.returncode, text) == (-way, "")
    return error


def command(board: Path, folder: Path, *argv: str) -> AbstractContextManager[Process]:
    return started("-m", "indicators", *argv, "--db", str(board), cwd=folder)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def brief(kind: str) -> tuple[str, ...]:
    out = {"slides": "a.pptx", "report": "a.docx", "workbook": "a.xlsx", "site": "trang"}[kind]
    return ("brief", kind, "--indicators", "ML02,HD01", "--out", out)


@pytest.mark.parametrize("way", EVERY_WAY, ids=lambda way: way.name)
def test_the_board_stops_an_export_whose_person_went_away(
    served: Served, folder: Path, way: signal.Signals
) -> None:
    with command(served.path, folder, *brief("slides")) as client:
        assert served.said() == "đang tạo"
        error = stopped(client, way)
    served.go_on()

    assert served.said() == "brief: đã dừng"
    assert error == ("" if way == signal.SIGKILL else NOTHING_MADE)
    assert files(folder) == ["a.csv", "b.csv"]
    assert served.answers()


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_the_board_stops_every_kind_of_export(served: Served, folder: Path, kind: str) -> None:
    with command(served.path, folder, *brief(kind)) as client:
        assert served.said() == "đang tạo"
        stopped(client, signal.SIGINT)
    served.go_on()

    assert served.said() == "brief: đã dừng"
    assert files(folder) == ["a.csv", "b.csv"]


def test_an_export_that_is_waited_for_is_made(served: Served, folder: Path) -> None:
    with command(served.path, folder, *brief("slides")) as client:
        assert served.said() == "đang tạo"
        served.go_on()
        assert served.said() == "brief: xong"
        text, error = client.communicate(timeout=SECONDS)

    assert (client.returncode, error) == (0, "")
    assert text.startswith(f"Đã ghi {folder / 'a.pptx'}: 2 chỉ tiêu. ")
    assert files(folder) == ["a.csv", "a.pptx", "b.csv"]


def test_the_board_stops_a_check_between_two_files(served: Served, folder: Path) -> None:
    with command(served.path, folder, "check", "a.csv", "b.csv") as client:
        assert served.said() == "đang xem tệp"
        error = stopped(client, signal.SIGINT)
    served.go_on()

    assert served.said() == "check: đã dừng"
    assert error == "Đã dừng.\n"


def test_an_apply_stopped_before_it_records_records_nothing(
    recording: Served, folder: Path
) -> None:
    with command(recording.path, folder, *APPLY) as client:
        assert recording.said() == "đang xem tệp"
        recording.go_on()
        assert recording.said() == "đang xem tệp"
        error = stopped(client, signal.SIGINT)
    recording.go_on()

    assert recording.said() == "apply: đã dừng"
    assert error == LOOK_UP
    assert "\nPhiên bản 3" not in main(["journal", "--db", str(recording.path)]).text
    assert recording.said() == "journal: xong"


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGKILL], ids=lambda way: way.name)
def test_an_apply_that_records_is_done_whoever_went_away(
    recording: Served, folder: Path, way: signal.Signals
) -> None:
    with command(recording.path, folder, *APPLY) as client:
        for _ in range(2):
            assert recording.said() == "đang xem tệp"
            recording.go_on()
        assert recording.said() == "đang ghi"
        error = stopped(client, way)
    recording.go_on()
    assert recording.said() == "đang ghi"
    recording.go_on()

    assert recording.said() == "apply: xong"
    assert error == ("" if way == signal.SIGKILL else LOOK_UP)
    recording.process.communicate(timeout=SECONDS)
    store = open_store(recording.path)
    assert (latest(store).number, verify(store)) == (4, [])
    store.close()


@pytest.mark.parametrize("way", EVERY_WAY[:3], ids=lambda way: way.name)
def test_without_a_board_running_an_export_stops_at_once(
    board: Path, folder: Path, way: signal.Signals
) -> None:
    argv = (*brief("slides"), "--db", str(board))
    with started(PAUSING, "run", *argv, cwd=folder) as client:
        assert client.stdout
        assert client.stdout.readline() == "đang tạo\n"
        error = stopped(client, way)

    assert error == NOTHING_MADE
    assert files(folder) == ["a.csv", "b.csv"]


def test_without_a_board_running_an_apply_keeps_what_it_recorded(board: Path, folder: Path) -> None:
    with started(PAUSING, "run", *APPLY, "--db", str(board), cwd=folder) as client:
        assert client.stdin
        assert client.stdout
        client.stdin.write("\n\n\n")  # two examined, one recorded
        client.stdin.flush()
        for line in ("đang xem tệp\n", "đang xem tệp\n", "đang ghi\n", "đang ghi\n"):
            assert client.stdout.readline() == line
        error = stopped(client, signal.SIGINT)

    assert error == LOOK_UP
    store = open_store(board)
    assert (latest(store).number, verify(store)) == (3, [])
    store.close()


@pytest.mark.parametrize(
    ("script", "said", "code"),
    [
        ('trap : INT; "$@"; echo "mã $?"', "mã 130\n", 0),
        ('while true; do "$@"; done; echo "còn chạy"', "", -signal.SIGINT),
    ],
    ids=["code", "loop"],
)
def test_after_ctrl_c_a_shell_hears_130_and_ends_its_loop(
    board: Path, folder: Path, script: str, said: str, code: int
) -> None:
    argv = [sys.executable, PAUSING, "run", *brief("slides"), "--db", str(board)]
    with started(script, "bash", *argv, cwd=folder, program=("bash", "-c")) as shell:
        assert shell.stdout
        assert shell.stdout.readline() == "đang tạo\n"
        # As a terminal does: to the shell and to its command.
        os.killpg(shell.pid, signal.SIGINT)
        told = shell.communicate(timeout=SECONDS)

    assert (told, shell.returncode) == ((said, NOTHING_MADE), code)


def test_of_a_file_stopped_while_it_is_written_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_file = Path.open

    @contextmanager
    def opened(path: Path, mode: str) -> Iterator[object]:
        with open_file(path, mode) as file:
            file.write(b"half")
            yield file
            raise KeyboardInterrupt

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path / "a.docx", b"whole", no_progress)

    assert files(tmp_path) == []
