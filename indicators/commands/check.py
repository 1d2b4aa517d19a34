"""`check FILE…`: what is wrong in files and what they would change; nothing is recorded."""

import json
from argparse import Namespace
from collections.abc import Iterable

from indicators.api.examined import as_json
from indicators.commands.answer import FINDINGS, FINE, UNUSABLE, Answer, CommandError, with_nature
from indicators.commands.examination_lines import examination_lines
from indicators.commands.new_file import write_new
from indicators.commands.sent_files import examine_files
from indicators.intake.apart.reading import marked
from indicators.intake.examination import Examination
from indicators.intake.marking.marked_copy import can_be_marked
from indicators.store.connection import Store
from indicators.store.history import catalogue_at
from indicators.wording.illustrative import MARK

CODES = {None: FINE, "rows": FINDINGS, "file": UNUSABLE}


def answer(store: Store, options: Namespace) -> Answer:
    """Examine every file, as lines or JSON; the code is that of the worst."""
    if options.marked:
        _refuse_place(options)
    examined = examine_files(store, options)
    code = worst(each for _, each in examined)
    told = ""
    if options.marked:
        told = _write_marked(store, examined[0][1], options)
    if options.json:
        content = [
            with_nature(as_json(each, file, catalogue_at(store, each.preview.based_on)), store)
            for file, each in examined
        ]
        return Answer(code, json.dumps(content, ensure_ascii=False) + "\n", told)
    lines = [
        line
        for file, each in examined
        for line in examination_lines(each, file, catalogue_at(store, each.preview.based_on))
    ]
    return Answer(code, "\n".join([*lines, told]))


def _refuse_place(options: Namespace) -> None:
    if len(options.files) > 1:
        raise CommandError("--marked chỉ dùng với một tệp số liệu.")
    if not options.marked.lower().endswith(".xlsx"):
        raise CommandError("Bản sao có ghi phát hiện chỉ ghi được ra tệp .xlsx.")


def _write_marked(store: Store, examined: Examination, options: Namespace) -> str:
    """Write the copy with the findings, and say so, or why there is none."""
    if not examined.findings:
        return "Không có phát hiện nào nên không ghi bản sao.\n"
    copy = None
    if can_be_marked(examined.findings):
        mark = MARK if store.nature == "illustrative" else ""
        copy = marked(examined.source, examined.findings, mark)
    if copy is None:
        name = examined.upload.file_name
        return f"Không đọc được tệp {name} nên không ghi bản sao.\n"
    out = options.cwd / options.marked
    write_new(out, copy, options.progress)
    return f"Đã ghi {out}.\n"


def worst(examined: Iterable[Examination]) -> int:
    """Give the exit code of the worst file: fine, rows kept out, or not usable at all."""
    return max(CODES[each.blocked] for each in examined)
