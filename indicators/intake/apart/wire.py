"""What goes between the board and a process apart: pickled records, of kinds that are known."""

import io
import pickle
from multiprocessing.connection import Connection
from typing import Any

# What an answer may be made of beside plain values.
KNOWN = frozenset((
    ("datetime", "date"),
    ("indicators.intake.files.cell", "Cell"),
    ("indicators.intake.files.cell", "CellRow"),
    ("indicators.intake.files.looks", "Looks"),
    ("indicators.intake.tables.headed_tables", "HeadingPlace"),
    ("indicators.intake.tables.headed_tables", "SheetFrame"),
))  # fmt: skip


class _Answers(pickle.Unpickler):
    """Reads what a process that has read a foreign file sends: nothing but records of ours."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        """Give the class of a record; raises UnpicklingError for any other."""
        if (module, name) not in KNOWN:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


def send(line: Connection, value: object) -> None:
    """Send a value in one message; raises OSError when the other side is gone."""
    line.send_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def received(line: Connection) -> Any:  # noqa: ANN401
    """Give the next piece of an answer; raises EOFError or OSError when the other side is gone."""
    return _Answers(io.BytesIO(line.recv_bytes())).load()


def asked(line: Connection) -> Any:  # noqa: ANN401
    """Give what the board asks for, which is to be trusted; raises EOFError at its end."""
    return pickle.loads(line.recv_bytes())  # noqa: S301
