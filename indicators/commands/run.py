"""From the words of a command to its answer: from the running board, or worked out here.

Asking must stay quick, so whatever loads DuckDB or pandas is imported only when it is needed.
"""

from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from indicators.commands.answer import UNUSABLE, Answer
from indicators.commands.asking import ask
from indicators.commands.parser import HelpAsked, MisuseError, parse
from indicators.commands.stopping import stopped_line, was_stopped
from indicators.settings.board import check_settings, database_path
from indicators.settings.kinds import SettingError

# Commands that read only the files they are given, or replace the database that nobody has open.
WITHOUT_DATABASE = {"judge", "catalogue", "restore", "import"}
# Those that a running board answers, and that need none where it does not run.
OF_THE_SERVER = {"settings", "doctor"}


def main(argv: Sequence[str]) -> Answer:
    """Answer a command line of this process."""
    try:
        options = parse(argv)
        if options.command != "doctor":
            check_settings()
    except HelpAsked as text:
        return Answer(text=str(text))
    except (MisuseError, SettingError) as error:
        return Answer(UNUSABLE, error=str(error))
    try:
        return _answer(options, list(argv))
    except BaseException:
        if was_stopped():
            return Answer(UNUSABLE, error=stopped_line(options))
        raise


def _answer(options: Namespace, argv: list[str]) -> Answer:
    try:
        database = options.database = _database(options)
    except SettingError:
        # Only the doctor comes here: it says what is wrong, and looks at all else.
        options.database = None
        return _here(None, options, argv)
    needs_board = options.command not in WITHOUT_DATABASE | OF_THE_SERVER
    asks = options.command not in WITHOUT_DATABASE
    reply = ask(database, argv, Path.cwd()) if asks else None
    if reply is not None:
        return Answer(**reply)
    return _here(database if needs_board else None, options, argv)


def _here(database: Path | None, options: Namespace, argv: list[str]) -> Answer:
    here = import_module("indicators.commands.here")
    answer: Answer = here.answer_here(database, options, argv)
    return answer


def _database(options: Namespace) -> Path:
    named = getattr(options, "db", None)
    return Path(named).resolve() if named else database_path()
