"""From the text of a cell to the type its field declares."""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from indicators.catalogue.records import (
    Area,
    Breakdown,
    Group,
    Indicator,
    Setting,
    Target,
    Task,
)

# Texts that may be empty; every other text field must say something.
OPTIONAL_TEXTS: dict[type, frozenset[str]] = {
    Group: frozenset({"doc_ref", "aim"}),
    Indicator: frozenset({"unit", "doc", "doc_ref", "proposed", "note"}),
    Target: frozenset({"note"}),
    Area: frozenset({"parent"}),
    Breakdown: frozenset({"note"}),
    Task: frozenset({"indicators"}),
    Setting: frozenset({"note"}),
}
WHOLE = re.compile(r"-?\d+")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


class CellError(ValueError):
    """The text does not fit the field; the message is the Vietnamese reason."""


@cache
def converter(record: type, field: str) -> Callable[[str], Any]:
    """Give the function that turns a cell of this field into its value or raises CellError."""
    hint = get_type_hints(record)[field]
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    named = next(part for part in parts if part is not type(None))
    optional = type(None) in parts
    if named is str and field in OPTIONAL_TEXTS.get(record, frozenset()):
        return clean
    return lambda text: _convert(text, named, optional)


def clean(text: str) -> str:
    """Accept a text in composed Unicode without stray spaces around it."""
    if text != unicodedata.normalize("NFC", text):
        raise CellError("chữ phải ở dạng Unicode dựng sẵn (NFC)")
    if text != text.strip():
        raise CellError("thừa dấu cách ở đầu hoặc cuối ô")
    return text


def _convert(text: str, kind: Any, optional: bool) -> object:  # noqa: ANN401
    if clean(text) == "":
        if optional:
            return None
        raise CellError("không được để trống")
    if get_origin(kind) is Literal:
        return _one_of(text, get_args(kind))
    return CONVERTERS[kind](text)


def _one_of(text: str, allowed: tuple[str, ...]) -> str:
    if text not in allowed:
        raise CellError(f"'{text}' không thuộc các giá trị cho phép: {', '.join(allowed)}")
    return text


def _whole(text: str) -> int:
    if not WHOLE.fullmatch(text):
        raise CellError(f"'{text}' không phải số nguyên")
    return int(text)


def _number(text: str) -> float:
    if not NUMBER.fullmatch(text) or not math.isfinite(float(text)):
        raise CellError(f"'{text}' không phải số (dùng dấu chấm thập phân)")
    return float(text)


def _truth(text: str) -> bool:
    return _one_of(text, ("true", "false")) == "true"


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise CellError(f"'{text}' không phải ngày dạng năm-tháng-ngày (2025-07-01)")


CONVERTERS: dict[type, Callable[[str], object]] = {
    str: str,
    int: _whole,
    float: _number,
    bool: _truth,
    date: _day,
}
