"""`backup [DIR]`: a copy of the database that is proven whole, while readers go on reading."""

from argparse import Namespace

from indicators.backup.making import back_up
from indicators.backup.place import ready_folder
from indicators.commands.answer import Answer
from indicators.store.connection import Store
from indicators.store.records import HEAD_LETTERS
from indicators.wording.numbers import size


def answer(store: Store, options: Namespace) -> Answer:
    """Make a backup in a folder that is there, or in the one beside the database."""
    told = options.folder
    folder = (options.cwd / told).resolve() if told else ready_folder(store.path)
    backup = back_up(store, folder, "asked", lambda: options.progress(0, 1))
    manifest = backup.manifest
    return Answer(
        text=f"Đã sao lưu phiên bản {manifest.number} (mã {manifest.hash[:HEAD_LETTERS]}, "
        f"{size(manifest.size)}) vào {backup.folder}\n"
    )
