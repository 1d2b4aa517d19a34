"""Answering in the process that has the database open: the web process, or the command itself."""

import time
from argparse import Namespace
from contextlib import nullcontext
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from indicators.backup.offer import offer_beyond, offering
from indicators.briefing.steps import Progress, no_progress
from indicators.catalogue.faults import CatalogueError
from indicators.commands.answer import UNUSABLE, Answer, CommandError
from indicators.commands.asking import ask, is_taken, socket_path, taken
from indicators.commands.parser import HelpAsked, MisuseError, parse
from indicators.logs.actions import timed
from indicators.seeding.prepare import prepare
from indicators.settings.board import board_nature
from indicators.store.connection import HeldError, Store, StoreError
from indicators.wording.illustrative import MARK

# A board that is starting, or another command, has the file for a moment before one can ask it.
SECONDS_TO_WAIT = 10.0
PAUSE = 0.05


def answer_request(store: Store, argv: list[str], cwd: Path, progress: Progress) -> Answer:
    """Answer a command line that came from another process; relative paths are that one's.

    Raises CancelledError where `progress` does: nothing has been written or recorded then.
    """
    try:
        options = parse(argv)
        with timed("command", command=options.command) as about:
            answer = _run(store, options, cwd, progress)
            about["code"] = answer.code
        return answer
    except (HelpAsked, MisuseError) as error:
        return Answer(UNUSABLE, error=str(error))


def answer_here(database: Path | None, options: Namespace, argv: list[str]) -> Answer:
    """Answer with the database opened here, or none; a running board is asked once it can be."""
    if database is None:
        return _run(None, options, Path.cwd())
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while True:
        try:
            store = prepare(database, nature=board_nature())
        except HeldError as error:
            answer = _from_holder(database, argv, error, late=time.monotonic() > deadline)
            if answer is not None:
                return answer
            time.sleep(PAUSE)
        except (StoreError, CatalogueError) as error:
            return Answer(UNUSABLE, error=str(error))
        else:
            return _run_and_close(store, options)


def _from_holder(database: Path, argv: list[str], held: HeldError, *, late: bool) -> Answer | None:
    """Ask whoever has the file; None while it may be about to answer."""
    if (reply := ask(database, argv, Path.cwd())) is not None:
        return Answer(**reply)
    if is_taken(place := socket_path(database)):
        return Answer(UNUSABLE, error=f"{held}\n{taken(place)}")
    return Answer(UNUSABLE, error=str(held)) if late else None


def _run_and_close(store: Store, options: Namespace) -> Answer:
    try:
        return _run(store, options, Path.cwd())
    finally:
        store.close()


def _run(
    store: Store | None, options: Namespace, cwd: Path, progress: Progress = no_progress
) -> Answer:
    command = import_module(f"indicators.commands.{options.command}")
    options.cwd, options.progress = cwd, progress
    try:
        with offering(store.path) if store else nullcontext():
            answer: Answer = command.answer(store, options)
    except (CommandError, StoreError, CatalogueError) as error:
        return Answer(UNUSABLE, error=str(error))
    return _standing(store, answer, options) if store is not None else answer


def _standing(store: Store, answer: Answer, options: Namespace) -> Answer:
    """Say with an answer what the figures of a board are, and why it is shown only."""
    is_plain = answer.text and not getattr(options, "json", False)
    if store.nature == "illustrative" and is_plain:
        return replace(answer, text=f"{MARK}\n{answer.text}")
    if store.lag is None:
        return answer
    return replace(answer, error=" ".join(filter(None, (store.lag.sentence, offer_beyond(store)))))
