"""A command stopped by its person: Ctrl+C, or the terminal goes. One line, and the end shells know.

Loads nothing else, so that a stop is heeded from the first moment on.
"""

import os
import signal
from argparse import Namespace
from types import FrameType
from typing import NoReturn

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# What shells add to the number of the signal that ended a command: 130 after Ctrl+C.
ENDED_BY = 128

STOPPED = "Đã dừng."
NOTHING_MADE = "Đã dừng, chưa tạo tệp nào."
LOOK_UP = (
    "Đã dừng, nhưng lệnh có thể đã ghi hoặc đang ghi nốt; hãy xem nhật ký (journal) trước khi "
    "chạy lại."
)
MAKING = {"backup", "brief", "export", "import", "template"}
RECORDING = {"apply", "restore", "undo"}

_came: list[int] = []


def heed() -> None:
    """Raise KeyboardInterrupt when a signal comes; where one is ignored (nohup) work goes on."""
    for number in SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _stop)


def was_stopped() -> bool:
    """Whether a signal came; DuckDB may raise an error of its own in place of the interrupt."""
    return bool(_came)


def stopped_line(options: Namespace) -> str:
    """Say what became of a command that was stopped."""
    if options.command in RECORDING:
        return LOOK_UP
    makes = options.command in MAKING or getattr(options, "marked", None)
    return NOTHING_MADE if makes else STOPPED


def end_as_stopped() -> NoReturn:
    """End by the signal itself: it ends a loop of a shell too, an exit code would not."""
    number = _came[0]
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    os._exit(ENDED_BY + number)


def _stop(number: int, _frame: FrameType | None) -> None:
    # A terminal that goes says so more than once; what is tidied up meanwhile is tidied whole.
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    _came.append(number)
    raise KeyboardInterrupt
