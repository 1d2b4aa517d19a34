"""`judge`: the board's method on anybody's series, one row a point."""

import json
from argparse import Namespace

from indicators.api.board import judgement_json
from indicators.commands.answer import Answer
from indicators.commands.series_file import FileSeries, read_series
from indicators.progress.judging import judge
from indicators.progress.results import Judgement
from indicators.store.local_time import today
from indicators.wording.labels import judgement_label
from indicators.wording.notation import goal_of, notation_of
from indicators.wording.numbers import NONE
from indicators.wording.sentences import explain


def answer(_store: None, options: Namespace) -> Answer:
    """Judge every series of the file, as aligned lines or JSON; refuses a file with a wrong row."""
    series, remarks = read_series(options.cwd / options.file)
    remark = "\n".join(remarks)
    year = options.year or today().year
    judged = [(one, _judged(one, year)) for one in series]
    if options.json:
        rows = [_as_json(one, judgement) for one, judgement in judged]
        return Answer(text=json.dumps(rows, ensure_ascii=False, indent=1) + "\n", error=remark)
    head = f"{len(series)} chuỗi, năm đánh giá {year}."
    return Answer(text="\n".join([head, *(_line(*pair) for pair in judged), ""]), error=remark)


def _judged(series: FileSeries, year: int) -> Judgement:
    return judge(series.measure, series.points, [goal_of(t) for t in series.targets], year)


def _sentence(series: FileSeries, judgement: Judgement) -> str:
    notation = notation_of(series.indicator, series.targets)
    return explain(judgement, series.targets, notation)


def _as_json(series: FileSeries, judgement: Judgement) -> dict[str, object]:
    return judgement_json(judgement, _sentence(series, judgement), series.name, None, None)


def _line(series: FileSeries, judgement: Judgement) -> str:
    latest = judgement.latest
    notation = notation_of(series.indicator, series.targets)
    value = f"{notation.value(latest.value)} ({latest.year})" if latest else NONE
    label = judgement_label(judgement)
    return f"{series.name:<12} {label:<26} {value:<24} {_sentence(series, judgement)}"
