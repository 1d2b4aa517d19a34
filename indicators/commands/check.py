"""`check FILE…`: what is wrong in files and what they would change; nothing is recorded."""

import json
from argparse import Namespace
from collections.abc import Iterable

from indicators.commands.answer import FINDINGS, FINE, UNUSABLE, Answer
from indicators.commands.examined_json import as_json
from indicators.commands.examined_told import told
from indicators.commands.sent_files import examine_file
from indicators.intake.examination import Examination
from indicators.store.connection import Store
from indicators.store.history import catalogue_at

CODES = {None: FINE, "rows": FINDINGS, "file": UNUSABLE}


def answer(store: Store, options: Namespace) -> Answer:
    """Examine every file, as lines or JSON; the code is that of the worst."""
    examined = [(file, examine_file(store, options.cwd / file)) for file in options.files]
    code = worst(each for _, each in examined)
    if options.json:
        content = [as_json(each, file) for file, each in examined]
        return Answer(code, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    lines = [
        line
        for file, each in examined
        for line in told(each, file, catalogue_at(store, each.preview.based_on))
    ]
    return Answer(code, "\n".join([*lines, ""]))


def worst(examined: Iterable[Examination]) -> int:
    """Give the exit code of the worst file: fine, rows kept out, or not usable at all."""
    return max(CODES[each.blocked] for each in examined)
