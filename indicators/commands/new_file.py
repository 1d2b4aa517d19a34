"""Files that commands write; what is there already is never written over."""

from contextlib import suppress
from pathlib import Path

from indicators.commands.answer import CommandError


def refuse_taken(out: Path) -> None:
    """Raise CommandError where there is a file already, before anything is made for it."""
    if out.exists():
        raise _taken(out)


def write_new(out: Path, content: bytes) -> None:
    """Write a new file whole; raises CommandError where there is one, or none can be written."""
    try:
        with out.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise _taken(out) from error
    except OSError as error:
        with suppress(OSError):
            out.unlink()
        raise CommandError(f"Không ghi được vào {out}.") from error


def _taken(out: Path) -> CommandError:
    return CommandError(f"{out} đã có; hãy chọn tên khác, không ghi đè.")
