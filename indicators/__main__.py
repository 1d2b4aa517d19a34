"""`python -m indicators`: the board's figures and verdicts from the command line."""

import os
import sys

from indicators.commands.run import main


def _print(text: str, stream: str) -> None:
    out = getattr(sys, stream)
    # A file may have a name that is no text.
    out.reconfigure(encoding="utf-8", errors="replace")
    out.write(text)
    out.flush()


if __name__ == "__main__":
    answer = main(sys.argv[1:])
    try:
        _print(answer.text, "stdout")
        _print(f"{answer.error}\n" if answer.error else "", "stderr")
    except BrokenPipeError:
        # Whoever read the output has gone (head, a closed pager); nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(answer.code)
