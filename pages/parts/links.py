"""Addresses inside the board, written here alone; every view has one that opens it again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from indicators.board.board import Scope
from indicators.briefing.brief import Selection
from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Catalogue
from indicators.comparison.comparison import Question
from indicators.progress.results import Status
from indicators.settings.board import board_nature
from indicators.store.held import Key
from indicators.wording.labels import LABELS, SHORT
from indicators.wording.search import folded

SCOPE_WORDS: dict[Scope, str | None] = {"city": None, "national": "ca-nuoc"}
SCOPE_NAMES: dict[Scope, str] = {"city": "Hải Phòng", "national": "Cả nước"}

Parameters = Mapping[str, str | None]

# What names the moment of a view.
MOMENT = ("v", "ngay", "nam")
# What every address of an illustrative board carries.
MARKED: dict[str, str] = {"minh-hoa": "1"}


def address(path: str, parameters: Parameters, **more: str | None) -> str:
    """Join a path and the parameters that have a value."""
    mark = MARKED if board_nature() == "illustrative" else {}
    wanted = {name: value for name, value in {**parameters, **more, **mark}.items() if value}
    return f"{path}?{urlencode(wanted, safe=',')}" if wanted else path


@dataclass(frozen=True, slots=True)
class Links:
    """Writes the addresses inside the board.

    `carried` are the parameters that every link of a view takes along, `below` is the path that the
    board stands below: "" at the top of its server, else such as "/bang".
    """

    carried: Parameters = field(default_factory=dict)
    below: str = ""

    def carrying(self, **parameters: str | None) -> "Links":
        """Take these along as well."""
        return replace(self, carried={**self.carried, **parameters})

    def of_scope(self, scope: Scope) -> "Links":
        """Lead to the same in another scope."""
        return self.carrying(**{"pham-vi": SCOPE_WORDS[scope]})

    def at_version(self, number: int) -> "Links":
        """Lead to the same at a version on its own day."""
        others = {name: text for name, text in self.carried.items() if name not in MOMENT}
        return replace(self, carried={**others, "v": str(number)})

    def to(self, path: str, parameters: Parameters, **more: str | None) -> str:
        """Address of a path of the board with just these parameters."""
        return address(f"{self.below}{path}", parameters, **more)

    def overview(self, **more: str | None) -> str:
        """Address of the overview."""
        return self.to("/", self.carried, **more)

    def tracking(self, **more: str | None) -> str:
        """Address of the tracking table."""
        return self.to("/bieu-theo-doi", self.carried, **more)

    def indicators(self) -> str:
        """Address of the list of indicators."""
        return self.to("/chi-tieu", self.carried)

    def indicator(self, code: str, **more: str | None) -> str:
        """Address of an indicator's page."""
        return self.to("/chi-tieu", {"ma": code, **self.carried}, **more)

    def figure(self, key: Key, main_area: str) -> str:
        """Address of the provenance of one figure, on the page of its indicator and breakdown."""
        code, area, group, year, period = key
        parameters: Parameters = {
            "phan_to": group_label(group) if group else None,
            "nhom-so": group,
            "so": str(year),
            "ky": None if period == "nam" else period,
            "dia-ban": None if area == main_area else area,
        }
        return self.indicator(code, **parameters)

    def group(self, code: str | None, **more: str | None) -> str:
        """Address of a group's page; without a code that of the list of groups."""
        return self.to("/nhom", {"ma": code, **self.carried}, **more)

    def comparison(self, question: Question) -> str:
        """Address of a comparison."""
        return self.to("/so-sanh", {**question_words(question), **self.carried})

    def briefing(self, selection: Selection, **more: str | None) -> str:
        """Address of a briefing of some rows."""
        return self.to("/bao-cao", {**selection_words(selection), **more, **self.carried})

    def method(self, anchor: str) -> str:
        """Address of a place on the page that explains the method."""
        return f"{self.to('/cach-danh-gia', self.carried)}#{anchor}"

    def sources(self, agency: str | None = None, anchor: str = "") -> str:
        """Address of the page of sources, of all or of one agency by its short name."""
        where = self.to("/nguon-so-lieu", {**self.carried, "co-quan": agency})
        return f"{where}#{anchor}" if anchor else where

    def entering(self, agency: str | None = None) -> str:
        """Address of the page that takes figures, of an agency by its short name."""
        return self.to("/nhap-lieu", {"co-quan": word(agency) if agency else None})

    def journal(self) -> str:
        """Address of the journal."""
        return f"{self.below}/nhat-ky"

    def version(self, number: int) -> str:
        """Address of one version in the journal."""
        return self.to("/nhat-ky", {"pb": str(number)})

    def file(self, name: str, parameters: Parameters) -> str:
        """Address of a table or picture to take along."""
        return self.to(f"/tai/{name}", parameters)


# Those of the board as it is now, for pages that look at no moment.
NEWEST = Links()


def here(parameters: Parameters) -> str:
    """Address of the page one is on, with these parameters in place of its own."""
    return address("", parameters) or "?"


def question_words(question: Question) -> dict[str, str | None]:
    """Name what is compared in an address; `read_question` reads it again."""
    return {
        "ma": ",".join(question.codes),
        "theo": question.way,
        "dia-ban": ",".join(question.areas),
        "phan_to": question.group,
    }


def read_question(parameters: Mapping[str, str]) -> Question:
    """Read what is to be compared from the parameters of an address, however it is spaced."""
    return Question(
        listed(parameters.get("ma", "")),
        parameters.get("theo", "").strip().lower(),
        listed(parameters.get("dia-ban", "")),
        parameters.get("phan_to", "").strip(),
    )


def selection_words(selection: Selection) -> dict[str, str | None]:
    """Name rows in an address; `read_selection` reads them again.

    Statuses are told by code, agencies by their short names; what is none of them stays.
    """
    return {
        # Not `nhom`: Streamlit drops from an address what a widget of the page before is bound to.
        "ma-nhom": ",".join(selection.groups),
        "trang-thai": ",".join(map(status_word, selection.statuses)),
        "co-quan": ",".join(word(each) for each in selection.agencies),
        "ma": ",".join(selection.indicators),
    }


def status_word(value: str) -> str:
    """Write a status as a word of an address."""
    return word(SHORT[Status(value)]) if value in set(Status) else value


def word(name: str) -> str:
    """Write a name as one word of an address: 'Sở VH,TT&DL' → 'so-vh-tt-dl'."""
    return "-".join(re.findall(r"\w+", folded(name)))


def listed(text: str) -> tuple[str, ...]:
    """Take a list apart: in capitals, each once."""
    names = (name.strip().upper() for name in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def read_selection(parameters: Mapping[str, str], catalogue: Catalogue) -> Selection:
    """Read the rows asked for; a name that is not known stays as it is, to be refused."""
    groups = {word(name): g.code for g in catalogue.groups for name in (g.code, g.name)}
    statuses = {word(name): each.value for each in Status for name in (SHORT[each], LABELS[each])}
    agencies = {
        word(name): each.short_name
        for each in catalogue.agencies
        for name in (each.short_name, each.name)
    }
    return Selection(
        listed(parameters.get("ma", "")),
        known(parameters.get("ma-nhom") or parameters.get("nhom", ""), groups),
        known(parameters.get("trang-thai", ""), statuses),
        known(parameters.get("co-quan", ""), agencies),
    )


def known(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Take names apart at commas, but for a single one that has commas itself; each once."""
    parts = [text] if word(text) in names else text.split(",")
    return tuple(dict.fromkeys(names.get(word(p), p.strip()) for p in parts if p.strip()))
