"""`status`: every indicator with its verdict, as the overview shows it."""

import json
from argparse import Namespace

from indicators.api.board import as_json
from indicators.board.as_of import as_of
from indicators.board.board import Board, Row, assess
from indicators.commands.answer import Answer, with_nature
from indicators.store.connection import Store
from indicators.wording.data_version import version_words
from indicators.wording.labels import LABELS
from indicators.wording.numbers import NONE, day

SCOPES = {"city": "mục tiêu của thành phố", "national": "mục tiêu của cả nước"}


def answer(store: Store, options: Namespace) -> Answer:
    """Judge the board as of a day or version, as aligned lines or JSON."""
    moment = as_of(store, options.on, options.at_version, options.year)
    board = assess(store, moment, options.scope, options.area)
    if options.json:
        rows = [with_nature(row, store) for row in as_json(board)]
        return Answer(text=json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    return Answer(text="\n".join([*_head(board), *_groups(board), *_tally(board), ""]))


def _head(board: Board) -> list[str]:
    moment = board.as_of
    place = board.catalogue.areas_by_code[board.area].name
    return [
        f"{place}, {SCOPES[board.scope]}. Ngày {day(moment.day)}, năm đánh giá {moment.year}, "
        f"{version_words(moment.version)}."
    ]


def _groups(board: Board) -> list[str]:
    width = max((len(row.label) for row in board.rows), default=0)
    lines = []
    for group, rows in board.groups():
        lines += ["", f"{group.code}. {group.name}", *(_line(row, width) for row in rows)]
    return lines


def _line(row: Row, width: int) -> str:
    latest = row.newest
    value = f"{row.value(latest)} ({latest.year})" if latest else NONE
    return f"  {row.indicator.code:<5} {row.label:<{width}}  {value:<28} {row.sentence}"


def _tally(board: Board) -> list[str]:
    counts = [f"  {board.tally[status]:>3}  {label}" for status, label in LABELS.items()]
    old = [f"  {len(board.stale):>3}  Đánh giá trên số liệu cũ"] if board.stale else []
    return ["", f"Tổng số {len(board.programme)} chỉ tiêu:", *counts, *old]
