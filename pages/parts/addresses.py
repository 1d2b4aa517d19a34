"""Addresses inside the board; every view has one that opens it again."""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from indicators.briefing.brief import Selection
from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Catalogue
from indicators.comparison.comparison import Question
from indicators.progress.results import Status
from indicators.store.held import Key
from indicators.store.settings import board_nature
from indicators.wording.labels import LABELS, SHORT
from indicators.wording.search import folded

SCOPE_WORDS = {"city": None, "national": "ca-nuoc"}
SCOPE_NAMES = {"city": "Thành phố", "national": "Cả nước"}

Parameters = dict[str, str | None]

# What every address of an illustrative board carries.
MARKED: Parameters = {"minh-hoa": "1"}


def address(path: str, parameters: Parameters, **more: str | None) -> str:
    """Join a path and the parameters that have a value."""
    mark = MARKED if board_nature() == "illustrative" else {}
    wanted = {name: value for name, value in {**parameters, **more, **mark}.items() if value}
    return f"{path}?{urlencode(wanted, safe=',')}" if wanted else path


def here(parameters: Parameters) -> str:
    """Address of the page one is on, with these parameters in place of its own."""
    return address("", parameters) or "?"


def overview_address(kept: Parameters, **more: str | None) -> str:
    """Address of the overview; `kept` is what every link of the view carries on."""
    return address("/", kept, **more)


def indicator_address(code: str, kept: Parameters, **more: str | None) -> str:
    """Address of an indicator's page."""
    return address("/chi-tieu", {"ma": code, **kept}, **more)


def group_address(code: str | None, kept: Parameters, **more: str | None) -> str:
    """Address of a group's page; without a code that of the list of groups."""
    return address("/nhom", {"ma": code, **kept}, **more)


def comparison_address(question: Question, kept: Parameters) -> str:
    """Address of a comparison."""
    return address("/so-sanh", {**question_words(question), **kept})


def question_words(question: Question) -> Parameters:
    """Name what is compared in an address; `read_question` reads it again."""
    return {
        "ma": ",".join(question.codes),
        "theo": question.way,
        "dia-ban": ",".join(question.areas),
        "phan_to": question.group,
    }


def read_question(asked: Mapping[str, str]) -> Question:
    """Read what is to be compared from the parameters of an address, however it is spaced."""
    return Question(
        listed(asked.get("ma", "")),
        asked.get("theo", "").strip().lower(),
        listed(asked.get("dia-ban", "")),
        asked.get("phan_to", "").strip(),
    )


def brief_address(selection: Selection, kept: Parameters, **more: str | None) -> str:
    """Address of a briefing of some rows."""
    return address("/bao-cao", {**selection_words(selection), **more, **kept})


def selection_words(selection: Selection) -> Parameters:
    """Name rows in an address; `brief_choice.read_selection` reads them again.

    Statuses are told by code, agencies by their short names.
    """
    return {
        # Not `nhom`: Streamlit drops from an address what a widget of the page before is bound to.
        "ma-nhom": ",".join(selection.groups),
        "trang-thai": ",".join(word(SHORT[Status(each)]) for each in selection.statuses),
        "co-quan": ",".join(word(each) for each in selection.agencies),
        "ma": ",".join(selection.indicators),
    }


def word(name: str) -> str:
    """Write a name as one word of an address: 'Sở VH,TT&DL' → 'so-vh-tt-dl'."""
    return "-".join(re.findall(r"\w+", folded(name)))


def listed(text: str) -> tuple[str, ...]:
    """Take a list apart: in capitals, each once."""
    names = (name.strip().upper() for name in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def figure_address(key: Key, main_area: str, kept: Parameters) -> str:
    """Address of the provenance of one figure, on the page of its indicator and breakdown."""
    code, area, group, year, period = key
    asked: Parameters = {
        "phan_to": group_label(group) if group else None,
        "nhom-so": group,
        "so": str(year),
        "ky": None if period == "nam" else period,
        "dia-ban": None if area == main_area else area,
    }
    return indicator_address(code, kept, **asked)


def method_address(anchor: str, kept: Parameters) -> str:
    """Address of a place on the page that explains the method."""
    return f"{address('/cach-danh-gia', kept)}#{anchor}"


def sources_address(kept: Parameters, agency: str | None = None, anchor: str = "") -> str:
    """Address of the page of sources, of all or of one agency by its short name."""
    where = address("/nguon-so-lieu", {**kept, "co-quan": agency})
    return f"{where}#{anchor}" if anchor else where


def version_address(number: int) -> str:
    """Address of one version in the journal."""
    return address("/nhat-ky", {"pb": str(number)})


def read_selection(asked: Mapping[str, str], catalogue: Catalogue) -> Selection:
    """Read the rows asked for; a name that is not known stays as it is, to be refused."""
    groups = {word(name): g.code for g in catalogue.groups for name in (g.code, g.name)}
    statuses = {word(name): each.value for each in Status for name in (SHORT[each], LABELS[each])}
    agencies = {
        word(name): each.short_name
        for each in catalogue.agencies
        for name in (each.short_name, each.name)
    }
    return Selection(
        listed(asked.get("ma", "")),
        known(asked.get("ma-nhom") or asked.get("nhom", ""), groups),
        known(asked.get("trang-thai", ""), statuses),
        known(asked.get("co-quan", ""), agencies),
    )


def known(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Take names apart at commas, but for a single one that has commas itself; each once."""
    parts = [text] if word(text) in names else text.split(",")
    return tuple(dict.fromkeys(names.get(word(p), p.strip()) for p in parts if p.strip()))
