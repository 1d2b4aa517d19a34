"""`python -m indicators`: the board's figures and verdicts from the command line."""

import os
import sys

from indicators.commands.stopping import end_as_stopped, heed, was_stopped
from indicators.wording.letters import visible


def main() -> int:
    """Answer the command line of this process and give the exit code."""
    # After signals are heeded, however quick it loads.
    from indicators.commands.run import main as answer_to  # noqa: PLC0415

    answer = answer_to(sys.argv[1:])
    try:
        _print(answer.text, "stdout")
        _print(f"{answer.error}\n" if answer.error else "", "stderr")
    except BrokenPipeError:
        # Whoever read the output has gone (head, a closed pager); nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answer.code


def _print(text: str, stream: str) -> None:
    out = getattr(sys, stream)
    # A file may have a name that is no text.
    out.reconfigure(encoding="utf-8", errors="replace")
    out.write(visible(text).replace("\r", ""))
    out.flush()


def _until_stopped() -> int:
    """Answer; with a stop there is no more to say than was said."""
    code = 0
    try:
        code = main()
    except BaseException:
        if not was_stopped():
            raise
    if was_stopped():
        end_as_stopped()
    return code


if __name__ == "__main__":
    heed()
    sys.exit(_until_stopped())
