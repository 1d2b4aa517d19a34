"""A table whose every figure says in its own cells of what it is, or is left out by name."""

from indicators.intake.checks.keys import Known
from indicators.intake.checks.qualifiers.blocks import with_labels
from indicators.intake.checks.qualifiers.filling import with_places
from indicators.intake.checks.qualifiers.measures import chosen_measures
from indicators.intake.checks.qualifiers.nearest import heard_around, sections_saying
from indicators.intake.checks.qualifiers.unknown_columns import without_unknown
from indicators.intake.findings import Finding
from indicators.intake.tables.table import Table


def qualified(table: Table, known: Known, *, plan: bool) -> tuple[list[Table], list[Finding]]:
    """Read all that stands beside the figures of a table; nearest first, a default last."""
    table, measured = chosen_measures(table, known)
    table, unknown = without_unknown(table, known)
    heard = list(heard_around(table, known))
    table, labelled = with_labels(table, known, sections_saying(heard))
    tables, placed = with_places(table, heard, known, plan=plan)
    return tables, [*measured, *unknown, *labelled, *placed]
