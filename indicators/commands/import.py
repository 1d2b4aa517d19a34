"""`import PARCEL`: the board that `export --whole` took out, made anew where there is none."""

from argparse import Namespace

from indicators.commands.answer import Answer
from indicators.exchange.bringing_in import bring_in
from indicators.settings.board import board_nature
from indicators.wording.data_version import version_words


def answer(_store: None, options: Namespace) -> Answer:
    """Check every file, build aside, verify the whole chain, then give the board its name."""
    parcel = (options.cwd / options.parcel).resolve()
    newest = bring_in(parcel, options.database, board_nature(), options.progress)
    return Answer(
        text=f"Đã nhập {parcel} thành {options.database}: {version_words(newest)}, cả chuỗi băm "
        "nguyên vẹn.\n"
    )
