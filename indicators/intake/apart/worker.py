"""A process that reads files for the board, one after the other: `python -m … DESCRIPTOR`."""

import os
import resource
import sys
import traceback
from functools import partial
from multiprocessing.connection import Connection

# Both are loaded with the first workbook otherwise, and the first to wait would be a person.
import openpyxl.styles.numbers
import openpyxl.utils.datetime  # noqa: F401

from indicators.intake.apart.wire import asked, send
from indicators.intake.apart.work import Work, parts_of

# Pages go first where there is little to go round.
NICE = 10


def serve(line: Connection) -> None:
    """Answer until the board hangs up, or until there was too little memory."""
    while True:
        try:
            work, memory = asked(line)
        except EOFError:
            return
        if not answer(line, work, memory):
            return


def answer(line: Connection, work: Work, memory: int) -> bool:
    """Do one piece of work within so many bytes of memory; say whether more can be done."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.RLIM_INFINITY))
    try:
        for part in parts_of(work, partial(send, line)):
            send(line, part)
    except MemoryError:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        send(line, ("memory", None))
        return False
    except OSError:
        return False
    except Exception:
        send(line, ("fault", traceback.format_exc()))
        return False
    send(line, ("end", None))
    return True


if __name__ == "__main__":
    os.nice(NICE)
    serve(Connection(int(sys.argv[1])))
