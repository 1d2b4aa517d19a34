"""Files named on the command line, read once and examined, and who sends them."""

import os
from argparse import Namespace
from hashlib import file_digest
from pathlib import Path

from indicators.briefing.steps import with_progress
from indicators.commands.answer import CommandError
from indicators.intake.examination import Examination, examine
from indicators.intake.sender import Sender, SenderError
from indicators.intake.stages import NOBODY, Listener
from indicators.settings.in_force import in_force
from indicators.store.connection import Store


def examine_files(store: Store, options: Namespace) -> list[tuple[str, Examination]]:
    """Examine every file that a command names; its person may stop it between two."""
    listener = Listener(wait=lambda _: options.progress(0, len(options.files)))
    return [
        (file, examine_file(store, options.cwd / file, plan=options.plan, listener=listener))
        for file in with_progress(options.files, options.progress)
    ]


def examine_file(
    store: Store, path: Path, *, plan: bool = False, listener: Listener = NOBODY
) -> Examination:
    """Read a file, no further than the size allowed, and examine it under its own name."""
    most = in_force().limits.upload_bytes
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
            file.seek(0)
            # Times of files are too coarse to tell whether somebody is saving it right now.
            if file.read(most + 1) != content:
                raise CommandError(f"Tệp {path} đang được ghi; hãy đợi lưu xong rồi thử lại.")
            file.seek(0)
            digest = file_digest(file, "sha256").hexdigest() if len(content) > most else None
    except FileNotFoundError as error:
        raise CommandError(f"Không tìm thấy tệp {path}; hãy kiểm tra lại tên tệp.") from error
    except OSError as error:
        raise CommandError(f"Không đọc được tệp {path}.") from error
    name = os.fsencode(path.name).decode("utf-8", "replace")
    return examine(store, name, content, digest, plan=plan, listener=listener)


def sender_of(name: str, agency: str = "") -> Sender:
    """Take the names given; raises CommandError when they cannot be kept."""
    try:
        return Sender.named(name, agency)
    except SenderError as error:
        raise CommandError(str(error)) from error
