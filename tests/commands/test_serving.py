"""Commands while the board runs: the process that holds the file answers over its socket."""

import asyncio
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from indicators.briefing.steps import Progress
from indicators.commands.answer import Answer
from indicators.commands.asking import LARGEST_REQUEST, address, ask, socket_path
from indicators.commands.run import main
from indicators.commands.serving import serve
from indicators.store.connection import Store, create, open_store
from indicators.store.journal import record_catalogue, record_observations, verify
from indicators.store.records import Observation
from tests.project import PROJECT
from tests.small_board import make_catalogue, make_figure

pytestmark = pytest.mark.own_board

HERE = Path(__file__).resolve().parent


@pytest.fixture
def board(store: Store, figure: Callable[..., Observation]) -> Path:
    record_observations(store, None, [figure(2025, 76.98)], "Minh")
    store.close()
    return store.path


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A board that a running process holds, shared by the tests that only ask."""
    store = create(tmp_path_factory.mktemp("served") / "board.duckdb")
    record_catalogue(store, make_catalogue(), "Lan", kind="seed")
    record_observations(store, None, [make_figure(2025, 76.98)], "Minh")
    store.close()
    with running(store.path):
        yield store.path


@contextmanager
def running(path: Path, umask: int = 0o022) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the board and answers; ended in order unless the test killed it."""
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    command = [sys.executable, str(HERE / "serving.py"), str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, env=environment, umask=umask
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "sẵn sàng\n"
        yield process
        process.communicate()


def ask_raw(path: Path, request: bytes) -> bytes:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        with address(socket_path(path)) as where:
            connection.connect(where)
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def answers(path: Path) -> bool:
    """Whether the running process answers; a command would else open the file itself."""
    reply = ask(path, ["journal"], Path.cwd())
    return reply is not None and reply["code"] == 0


def test_a_command_is_answered_while_another_process_holds_the_file(board: Path) -> None:
    alone = main(["journal", "--db", str(board)])
    with running(board) as server:
        asked = main(["journal", "--db", str(board)])
        held = subprocess.run(
            [sys.executable, "-c", f"import duckdb; duckdb.connect({str(board)!r})"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert f"PID {server.pid}" in held.stderr
    assert server.returncode == 0
    assert asked.code == 0
    assert asked.text.splitlines()[:2] == alone.text.splitlines()[:2]
    assert "Chuỗi băm nguyên vẹn" in asked.text


def test_the_command_line_itself_gets_the_same_answer(served: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "indicators", "history", "ML02", "--db", str(served)],
        capture_output=True, text=True, cwd=PROJECT, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == main(["history", "ML02", "--db", str(served)]).text
    assert done.stdout.startswith("ML02. Tên của ML02\n\nSố liệu:\n  2025 cả năm   77,0%")


def test_refusals_come_over_the_socket_with_their_code(served: Path) -> None:
    answer = main(["history", "XX99", "--db", str(served)])

    assert answer == Answer(2, "", "Không có chỉ tiêu nào mang mã “XX99”.")


def test_a_file_is_written_where_the_asker_stands(
    served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "nơi khác"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)

    answer = main(["export", "ra", "--db", str(served)])

    assert answer.code == 0
    assert (elsewhere / "ra" / "observation.csv").exists()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277, 0o777])
def test_only_the_user_may_open_the_socket_and_it_goes_with_the_server(
    board: Path, umask: int
) -> None:
    with running(board, umask):
        mode = socket_path(board).stat().st_mode
        assert stat.S_ISSOCK(mode)
        assert stat.S_IMODE(mode) == 0o600

    assert not socket_path(board).exists()


def test_a_socket_left_by_a_killed_server_stands_in_nobodys_way(board: Path) -> None:
    with running(board) as server:
        server.send_signal(signal.SIGKILL)
    assert socket_path(board).is_socket()

    assert ask(board, ["journal"], Path.cwd()) is None
    assert main(["journal", "--db", str(board)]).code == 0
    with running(board):
        assert answers(board)
    assert not socket_path(board).exists()


def test_what_is_no_socket_is_never_removed(board: Path) -> None:
    socket_path(board).write_text("của người khác")
    with running(board):
        assert ask(board, ["journal"], Path.cwd()) is None
        refused = main(["journal", "--db", str(board)])

    assert socket_path(board).read_text() == "của người khác"
    assert refused.code == 2
    assert refused.error.splitlines()[1:] == [
        f"Chỗ nhận lệnh {socket_path(board)} đang có một tệp khác, được giữ nguyên. Hãy chuyển tệp "
        "ấy đi nơi khác rồi khởi động lại bảng."
    ]


def test_a_long_path_has_a_socket_too(board: Path, tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["một thư mục có tên rất dài để thử"] * 6)
    folder.mkdir(parents=True)
    path = board.rename(folder / f"{'b' * 200}.duckdb")
    assert len(str(path)) > 400

    with running(path):
        assert socket_path(path).is_socket()
        assert answers(path)


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"argv": 5, "cwd": "/"}',
        b'{"argv": []}',
        b"[" * (LARGEST_REQUEST - 1),
        b'"' + b"x" * (LARGEST_REQUEST * 3),
        json.dumps({"argv": ["status"] * 20_000, "cwd": "/"}).encode(),
    ],
    ids=["empty", "binary", "list", "number", "no cwd", "nested", "long", "long but right"],
)
def test_a_request_that_cannot_be_read_harms_nothing(served: Path, request_bytes: bytes) -> None:
    try:
        reply = json.loads(ask_raw(served, request_bytes))
    except ConnectionError:
        reply = {"code": 2}
    assert reply["code"] == 2
    assert answers(served)


def test_words_that_are_no_command_come_back_as_misuse(served: Path) -> None:
    reply = ask(served, ["xóa", "hết"], Path.cwd())

    assert reply is not None
    assert reply["code"] == 2
    assert "Lệnh chưa đúng" in reply["error"]


def test_an_asker_who_hangs_up_or_says_nothing_holds_nobody_up(served: Path) -> None:
    silent = [socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) for _ in range(20)]
    for connection in silent:
        with address(socket_path(served)) as where:
            connection.connect(where)
    silent.pop().close()

    assert answers(served)
    for connection in silent:
        connection.close()


def test_many_askers_at_once_all_get_their_answer(served: Path) -> None:
    replies: list[Any] = []
    threads = [
        threading.Thread(target=lambda: replies.append(ask(served, ["journal"], Path.cwd())))
        for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [reply["code"] for reply in replies] == [0] * 20


def test_a_command_that_fails_unexpectedly_leaves_the_server_running(store: Store) -> None:
    def fail(_store: Store, argv: list[str], _cwd: Path, _told: Progress) -> Answer:
        if argv == ["hỏng"]:
            raise ZeroDivisionError
        return Answer(text="tốt")

    async def ask_twice() -> list[dict[str, Any] | None]:
        async with serve(store, fail):
            return [
                await asyncio.to_thread(ask, store.path, [word], Path.cwd())
                for word in ("hỏng", "lành")
            ]

    assert asyncio.run(ask_twice()) == [
        {"code": 2, "text": "", "error": "Lệnh gặp lỗi ngoài dự kiến; xem nhật ký của máy chủ."},
        {"code": 0, "text": "tốt", "error": ""},
    ]


def test_what_nobody_waits_for_any_more_is_not_begun(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.commands.serving.AT_ONCE", 1)
    at_work, may_end = threading.Event(), threading.Event()
    begun = []

    def slow(_store: Store, argv: list[str], _cwd: Path, _told: Progress) -> Answer:
        begun.extend(argv)
        at_work.set()
        assert may_end.wait(60)
        return Answer(text="xong")

    def ask_and_leave() -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            with address(socket_path(store.path)) as where:
                connection.connect(where)
            connection.sendall(json.dumps({"argv": ["bỏ đi"], "cwd": "/"}).encode())

    async def serve_three() -> None:
        async with serve(store, slow):
            first = asyncio.create_task(asyncio.to_thread(ask, store.path, ["đầu"], Path.cwd()))
            assert await asyncio.to_thread(at_work.wait, 60)
            await asyncio.to_thread(ask_and_leave)
            last = asyncio.create_task(asyncio.to_thread(ask, store.path, ["cuối"], Path.cwd()))
            may_end.set()
            assert await first == await last == {"code": 0, "text": "xong", "error": ""}

    asyncio.run(serve_three())
    assert begun == ["đầu", "cuối"]


def test_the_event_loop_is_free_while_a_command_works(store: Store) -> None:
    at_work, may_end = threading.Event(), threading.Event()

    def slow(_store: Store, _argv: list[str], _cwd: Path, _told: Progress) -> Answer:
        at_work.set()
        assert may_end.wait(60)
        return Answer(text="xong")

    async def serve_one() -> object:
        async with serve(store, slow):
            asked = asyncio.create_task(asyncio.to_thread(ask, store.path, ["x"], Path.cwd()))
            assert await asyncio.to_thread(at_work.wait, 60)
            await asyncio.sleep(0)
            may_end.set()
            return await asked

    assert asyncio.run(serve_one()) == {"code": 0, "text": "xong", "error": ""}


def test_signs_of_life_come_while_a_command_works_long(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.commands.serving.SECONDS_BETWEEN_SIGNS", 0.01)
    may_end = threading.Event()

    def slow(_store: Store, _argv: list[str], _cwd: Path, _told: Progress) -> Answer:
        assert may_end.wait(60)
        return Answer(text="xong")

    def read_slowly() -> tuple[bytes, bytes]:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            with address(socket_path(store.path)) as where:
                connection.connect(where)
            connection.sendall(b'{"argv": [], "cwd": "/"}')
            connection.shutdown(socket.SHUT_WR)
            signs = b"".join(connection.recv(1) for _ in range(3))
            may_end.set()
            return signs, b"".join(iter(lambda: connection.recv(65536), b""))

    async def serve_one() -> tuple[bytes, bytes]:
        async with serve(store, slow):
            return await asyncio.to_thread(read_slowly)

    signs, rest = asyncio.run(serve_one())
    assert signs == b"   "
    assert json.loads(rest) == {"code": 0, "text": "xong", "error": ""}


def test_a_board_that_hangs_is_told_in_a_sentence(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.commands.asking.PATIENCE", 0.05)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent:
        with address(socket_path(store.path)) as where:
            silent.bind(where)
        silent.listen()
        assert main(["journal", "--db", str(store.path)]) == Answer(
            2, "", "Bảng theo dõi đang chạy nhưng không trả lời. Lệnh có thể vẫn đang được thực "
            "hiện; hãy xem nhật ký (journal) trước khi chạy lại.",
        )  # fmt: skip


def test_a_reply_that_breaks_off_is_none(store: Store) -> None:
    def break_off() -> None:
        connection, _ = broken.accept()
        connection.recv(LARGEST_REQUEST)
        connection.sendall(b' {"code": 0, "text": "b')
        connection.close()

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as broken:
        with address(socket_path(store.path)) as where:
            broken.bind(where)
        broken.listen()
        thread = threading.Thread(target=break_off)
        thread.start()
        assert ask(store.path, ["journal"], Path.cwd()) is None
        thread.join()


def test_a_board_that_stops_first_ends_what_it_was_asked_for(store: Store) -> None:
    at_work, may_end = threading.Event(), threading.Event()

    def slow(_store: Store, _argv: list[str], _cwd: Path, _told: Progress) -> Answer:
        at_work.set()
        assert may_end.wait(60)
        return Answer(text="xong")

    async def stop_while_working() -> object:
        async with serve(store, slow):
            asked = asyncio.create_task(asyncio.to_thread(ask, store.path, ["x"], Path.cwd()))
            assert await asyncio.to_thread(at_work.wait, 60)
            asyncio.get_running_loop().call_later(0.05, may_end.set)
        return await asked

    assert asyncio.run(stop_while_working()) == {"code": 0, "text": "xong", "error": ""}


def test_a_board_that_ends_before_somebody_has_asked_ends_in_silence(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    async def come_and_say_nothing() -> None:
        arrived = asyncio.Event()

        async def told(*_: object) -> bytes:
            arrived.set()
            return await asyncio.Future()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("indicators.commands.serving._read", told)
            async with serve(store):
                with address(socket_path(store.path)) as where:
                    asker.connect(where)
                await arrived.wait()

    with socket.socket(socket.AF_UNIX) as asker:
        asyncio.run(come_and_say_nothing())
    assert caplog.records == []


def test_a_large_answer_comes_whole(store: Store) -> None:
    text = "Số liệu từ tệp \udcff;\n" * 1_000_000

    async def ask_once() -> object:
        async with serve(store, lambda *_: Answer(1, text)):
            return await asyncio.to_thread(ask, store.path, ["x"], Path.cwd())

    assert asyncio.run(ask_once()) == {"code": 1, "text": text, "error": ""}


def test_a_command_waits_for_another_that_has_the_file_for_a_moment(board: Path) -> None:
    script = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('mở', flush=True);"
        "sys.stdin.readline()"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", script, str(board)], stdin=pipe, stdout=pipe
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline()
        threading.Timer(0.3, holder.communicate).start()
        answer = main(["journal", "--db", str(board)])

    assert answer.code == 0


def test_a_file_held_for_long_is_reported_with_its_holder(
    board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.commands.here.SECONDS_TO_WAIT", 0.0)
    script = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('mở', flush=True);"
        "sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", script, str(board)], stdin=pipe, stdout=pipe
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline()
        answer = main(["journal", "--db", str(board)])
        holder.communicate()

    assert answer.code == 2
    assert f"đang được tiến trình {holder.pid} dùng" in answer.error
    store = open_store(board)
    assert verify(store) == []
    store.close()
