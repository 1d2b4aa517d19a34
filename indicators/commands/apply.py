"""`apply FILE… --by NAME --agency NAME`: record files once nothing stands in the way of any."""

from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import get_args

from indicators.commands.answer import FINDINGS, Answer, CommandError
from indicators.commands.check import worst
from indicators.commands.examination_lines import (
    examination_lines,
    figure_name,
    finding_lines,
    preview_lines,
)
from indicators.commands.sent_files import examine_files, sender_of
from indicators.intake.apply import BlockedError, Consent, apply, in_the_way
from indicators.intake.examination import Examination, examine
from indicators.intake.findings import FindingKind
from indicators.intake.sender import Sender
from indicators.store.connection import Store
from indicators.store.errors import StaleError
from indicators.store.history import catalogue_at, latest

ALL = "all"


def answer(store: Store, options: Namespace) -> Answer:
    """Examine all files first, then record one after the other, each as a version of its own.

    Its person may stop it until the first is recorded, not from then on.
    """
    consent, sender = _consent(options), sender_of(options.by, options.agency)
    examined = examine_files(store, options)
    stopped = [*_blocked(examined, consent), *_at_odds(examined)]
    if stopped:
        code = max(FINDINGS, worst(each for _, each in examined))
        return Answer(code, "\n".join([*stopped, "Chưa ghi gì.", ""]))
    return _record(store, examined, consent, sender)


def _record(
    store: Store, examined: Sequence[tuple[str, Examination]], consent: Consent, sender: Sender
) -> Answer:
    lines: list[str] = []
    for file, each in examined:
        try:
            lines += _receipt(store, file, _fresh(store, each), consent, sender)
        except (BlockedError, StaleError) as error:
            fresh = _fresh(store, each)
            again = examination_lines(fresh, file, catalogue_at(store, fresh.preview.based_on))
            return Answer(FINDINGS, "\n".join([*lines, *again, f"{file}: {error}", ""]))
    return Answer(text="\n".join([*lines, ""]))


def _fresh(store: Store, examined: Examination) -> Examination:
    """Examine the same bytes anew once something was recorded since, be it the file before."""
    if examined.preview.based_on == latest(store).number:
        return examined
    file = examined.upload
    return examine(store, file.file_name, file.content, plan=examined.plans_asked)


def _receipt(
    store: Store, file: str, examined: Examination, consent: Consent, sender: Sender
) -> list[str]:
    version = apply(store, examined, consent, sender)
    if version is None:
        seen = examined.recorded_in
        again = f"tệp này đã được ghi ở phiên bản {seen[-1]}, " if seen else ""
        return [f"{file}: {again}không có giá trị nào thay đổi nên không ghi gì."]
    catalogue = catalogue_at(store, version.number)
    return [
        f"{file}: đã ghi phiên bản {version.number}.",
        *preview_lines(examined.preview, catalogue),
    ]


def _consent(options: Namespace) -> Consent:
    text = options.accept_warnings or ""
    kinds = {kind.strip() for kind in text.split(",") if kind.strip()}
    unknown = sorted(kinds - {ALL, *get_args(FindingKind)})
    if unknown:
        raise CommandError(f"Không có loại cảnh báo nào tên là {', '.join(unknown)}.")
    return Consent(frozenset(kinds), every_warning=ALL in kinds, only_clean=options.only_clean)


def _blocked(examined: Sequence[tuple[str, Examination]], consent: Consent) -> Iterator[str]:
    for file, each in examined:
        waiting = in_the_way(each, consent)
        if waiting:
            yield f"{file}: {BlockedError(waiting)}"
            yield from finding_lines(waiting, each.indicators)


def _at_odds(examined: Sequence[tuple[str, Examination]]) -> Iterator[str]:
    """Name the values that two files give differently: neither file may silently win."""
    values: dict[object, dict[object, list[str]]] = defaultdict(lambda: defaultdict(list))
    names: dict[object, str] = {}
    for file, each in examined:
        for scope, rows in (("", each.observations), ("kế hoạch ", each.plans)):
            for row in rows:
                names[scope, row.key] = f"{scope}{figure_name(row)}"
                values[scope, row.key][row.value, row.label, row.status].append(file)
    for key, figures in values.items():
        if len(figures) > 1:
            files = ", ".join(dict.fromkeys(f for same in figures.values() for f in same))
            yield f"  lỗi conflicting_duplicate: {names[key]}: {files} cho những giá trị khác nhau."
