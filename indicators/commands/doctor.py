"""`doctor [--json]`: a line for each thing that a server needs; 0 all good, 1 to look at, 2 bad."""

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from indicators.commands.answer import FINDINGS, FINE, UNUSABLE, Answer
from indicators.doctor import machine
from indicators.doctor.check import WORDS, Check
from indicators.doctor.database import closed_board, open_board
from indicators.store.connection import Store

CODES = {"good": FINE, "warn": FINDINGS, "bad": UNUSABLE}


def answer(store: Store | None, options: Namespace) -> Answer:
    """Look at everything; also where the database is damaged, gone, or settings are wrong."""
    database = store.path if store else getattr(options, "database", None)
    checks = list(_checks(store, database))
    code = max(CODES[check.verdict] for check in checks)
    if options.json:
        content = [asdict(check) for check in checks]
        return Answer(code, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return Answer(code, "".join(f"{WORDS[c.verdict]:8} {c.about}: {c.text}\n" for c in checks))


def _checks(store: Store | None, database: Path | None) -> Iterator[Check]:
    told = machine.settings()
    yield told
    if database and told.verdict != "bad":
        yield from open_board(store) if store else closed_board(database)
        yield from machine.room(database)
        yield machine.templates(database)
    yield machine.time_zone()
    yield machine.fonts()
