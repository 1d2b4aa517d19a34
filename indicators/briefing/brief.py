"""What a briefing tells of: a board as of a moment and the rows chosen from it.

Slides, report, workbook and site are made from one Brief, so they say the same. It never changes:
any number of people may have theirs made at once.
"""

import re
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from indicators.board.as_of import AsOf
from indicators.board.board import Board, Row, Scope, assess, version_line
from indicators.board.partition import counted_status
from indicators.board.summary import finding
from indicators.catalogue.records import Agency, Group
from indicators.dossier.dossier import Dossier, open_dossier
from indicators.dossier.figures import read_all_figures
from indicators.progress.results import Status
from indicators.store.connection import Store
from indicators.wording.illustrative import file_name
from indicators.wording.labels import LABELS, SHORT
from indicators.wording.letters import bare
from indicators.wording.search import folded

Key = TypeVar("Key", bound=Hashable)
PROGRAMMES = {"city": "02-CTr/TU", "national": "71-NQ/TW"}
MANY = 8  # dossiers from which reading all figures at once is quicker
NOT_ASSESSABLE = (Status.INSUFFICIENT, Status.NO_DATA)


class BriefError(Exception):
    """A briefing cannot be made as asked; the message is the Vietnamese sentence to show."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows asked for: each list narrows the programme, an empty one leaves it whole.

    Groups are named by code or name, statuses by code or label, agencies by either name.
    """

    indicators: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brief:
    """A board and its chosen rows in document order; `chosen` is the board with these alone."""

    store: Store
    board: Board
    rows: tuple[Row, ...]

    @cached_property
    def chosen(self) -> Board:
        """The board of the chosen rows, for counts, groups and what needs attention."""
        return replace(self.board, rows=self.rows)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the programme was left out."""
        return self.chosen.programme == self.board.programme

    @property
    def illustrative(self) -> bool:
        """Whether the figures are made up to show the board; every page of it has to say so."""
        return self.store.nature == "illustrative"

    @property
    def programme(self) -> str:
        """Name the document that sets the targets."""
        return self.board.catalogue.documents_by_code[PROGRAMMES[self.board.scope]].name

    @cached_property
    def group(self) -> Group | None:
        """The only group of what was chosen; none of the whole programme."""
        groups = [group for group, _ in self.chosen.groups()]
        alone = len(groups) == 1 and not self.is_whole and not self.has_context
        return groups[0] if alone else None

    @cached_property
    def agency(self) -> Agency | None:
        """The only agency that leads what was chosen, where that is not all of a group."""
        leads = {self.board.lead_of(row) for row in self.chosen.programme}
        others = self.is_whole or self.is_whole_group or self.has_context
        if len(leads) != 1 or others or "" in leads:
            return None
        short = self.board.catalogue.agency_names[leads.pop()]
        return self.board.catalogue.agencies_by_short_name[short]

    @property
    def has_context(self) -> bool:
        """Whether context figures are among what was chosen."""
        return len(self.rows) > len(self.chosen.programme)

    @property
    def is_whole_group(self) -> bool:
        """Whether it is one group and all of it."""
        group = self.group
        return group is not None and self.rows == self.board.of_group(group.code).rows

    @property
    def part(self) -> str:
        """Name what part of the programme was chosen: 'nhóm “…”, Sở Nội vụ'; '' for no such."""
        of_group = [f"nhóm “{self.group.name}”"] if self.group else []
        return ", ".join([*of_group, *([self.agency.name] if self.agency else [])])

    @property
    def title(self) -> str:
        """Name the briefing; of a single group or agency it tells which."""
        named = [each.name for each in (self.group, self.agency) if each]
        return ": ".join(
            ["Tình hình thực hiện các chỉ tiêu", *([", ".join(named)] if named else [])]
        )

    @property
    def finding(self) -> str:
        """Say how the chosen rows stand."""
        return finding(self.chosen)

    @property
    def version_line(self) -> str:
        """Name day, year judged and data version."""
        return version_line(self.board)

    @cached_property
    def not_assessable(self) -> tuple[Row, ...]:
        """The chosen rows of the programme that cannot be judged for want of figures."""
        return tuple(r for r in self.chosen.programme if r.status in NOT_ASSESSABLE)

    def dossier(self, row: Row, group: str | None = None) -> Dossier:
        """Collect all that is known of one row, of the whole or in a breakdown; once."""
        code = row.indicator.code
        found = self.opened.get((code, group)) or open_dossier(
            self.store, self.board.as_of, code, self.board.scope, group
        )
        if found is None:
            raise KeyError(code)
        return self.opened.setdefault((code, group), found)

    @cached_property
    def opened(self) -> dict[tuple[str, str | None], Dossier]:
        """The dossiers that some part of the briefing has asked for."""
        return {}

    def file_name(self, kind: str, suffix: str) -> str:
        """Name a file made from it: 'bao-cao-nhom-ML-22-11-2026-phien-ban-3.docx'."""
        seen = self.board.as_of
        named = [f"nhom-{self.group.code}"] if self.group else []
        named += [slug(self.agency.name)] if self.agency else []
        of_part = "".join(f"-{each}" for each in named)
        name = f"{kind}{of_part}-{seen.day:%d-%m-%Y}-phien-ban-{seen.version.number}{suffix}"
        return file_name(name, illustrative=self.illustrative)


def slug(name: str) -> str:
    """Write a name as a part of a file's name: 'Sở Nội vụ' → 'so-noi-vu'."""
    return "-".join(re.findall(r"\w+", folded(name)))


def brief_on(
    store: Store, moment: AsOf, selection: Selection | None = None, scope: Scope = "city"
) -> Brief:
    """Choose rows of a board and read their figures; raises BriefError as `chosen_on` does."""
    brief = chosen_on(store, moment, selection, scope)
    if len(brief.rows) >= MANY:
        read_all_figures(store, moment)
    return brief


def chosen_on(
    store: Store, moment: AsOf, selection: Selection | None = None, scope: Scope = "city"
) -> Brief:
    """Choose rows of a board; raises BriefError for a name that is not there, or no row left."""
    board = assess(store, moment, scope)
    rows = chosen_rows(board, selection or Selection())
    if not rows:
        raise BriefError("Không có chỉ tiêu nào khớp với lựa chọn; hãy bỏ bớt điều kiện.")
    return Brief(store, board, rows)


def chosen_rows(board: Board, selection: Selection) -> tuple[Row, ...]:
    """Give the rows of the programme that every list lets pass; a context figure by its code.

    A verdict on an old figure is no answer to a status that is asked for, as in all counts.
    """
    codes = {code: (code,) for code in board.by_code}
    groups = {group.code: (group.code, group.name) for group in board.catalogue.groups}
    statuses = {each: (each.value, SHORT[each], LABELS[each]) for each in Status}
    agencies = {each.name: (each.name, each.short_name) for each in board.catalogue.agencies}
    chosen_codes = named(selection.indicators, codes, "chỉ tiêu nào mang mã")
    chosen_groups = named(selection.groups, groups, "nhóm chỉ tiêu nào tên là")
    chosen_statuses = named(selection.statuses, statuses, "kết quả đánh giá nào tên là")
    chosen_agencies = named(selection.agencies, agencies, "cơ quan nào tên là")
    return tuple(
        row
        for row in (board.rows if selection.indicators else board.programme)
        if row.indicator.code in chosen_codes
        and row.indicator.group in chosen_groups
        and (not selection.statuses or counted_status(row) in chosen_statuses)
        and row.indicator.lead in chosen_agencies
    )


def named(texts: Sequence[str], known: Mapping[Key, Sequence[str]], what: str) -> Collection[Key]:
    """Give the things asked for by any of their names, all when nothing was asked."""
    by_name = {bare(name): key for key, names in known.items() for name in names}
    unknown = [text for text in texts if bare(text) not in by_name]
    if unknown:
        raise BriefError(f"Không có {what} {', '.join(f'“{text}”' for text in unknown)}.")
    return {by_name[bare(text)] for text in texts} or known.keys()
