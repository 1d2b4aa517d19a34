"""Files and folders that commands write; what is there already is never written over.

Where `progress` raises CancelledError nothing is there afterwards.
"""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from indicators.briefing.steps import Progress
from indicators.commands.answer import CommandError
from indicators.exchange.parcel import write_parcel


def refuse_taken(out: Path) -> None:
    """Raise CommandError where there is a file already, before anything is made for it."""
    if out.exists():
        raise _taken(out)


def write_new(out: Path, content: bytes, progress: Progress) -> None:
    """Write a new file whole; raises CommandError where there is one, or none can be written."""
    progress(0, 1)
    try:
        with out.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise _taken(out) from error
    except BaseException as error:
        # Stopped by its person too: half a file is none.
        with suppress(OSError):
            out.unlink()
        if isinstance(error, OSError):
            raise CommandError(f"Không ghi được vào {out}.") from error
        raise


def refuse_used(out: Path) -> None:
    """Raise CommandError where something stands in the way of a new folder or archive."""
    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise CommandError(f"{out} đã có; hãy chọn nơi khác, không ghi đè.")
    if not out.parent.is_dir():
        raise CommandError(f"Không có thư mục {out.parent}.")


def write_folder(out: Path, files: Mapping[str, bytes], progress: Progress) -> None:
    """Write a new folder of files by their paths, whole or not at all; raises StoreError."""
    write_parcel(out, {name: partial(iter, [content]) for name, content in files.items()}, progress)


def _taken(out: Path) -> CommandError:
    return CommandError(f"{out} đã có; hãy chọn tên khác, không ghi đè.")
