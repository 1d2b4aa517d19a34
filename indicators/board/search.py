"""The indicators a reader asks for in words: by code, name, definition, group or agency."""

from indicators.board.board import Board, Row
from indicators.catalogue.records import Indicator
from indicators.wording.search import Subject, best_first


def asked_for(board: Board, typed: str) -> list[Row]:
    """Give the rows that answer what was typed, the best first."""
    groups, agencies = board.catalogue.groups_by_code, board.catalogue.agency_names
    subjects = [
        subject_of(row.indicator, groups[row.indicator.group].name, agencies[row.indicator.lead])
        for row in board.rows
    ]
    return [board.by_code[code] for code in best_first(subjects, typed)]


def subject_of(indicator: Indicator, group: str, agency: str) -> Subject:
    """Gather what can be searched of an indicator."""
    about = " ".join((indicator.definition, group, indicator.lead, agency))
    return Subject(indicator.code, (indicator.short_name, indicator.name), about)
