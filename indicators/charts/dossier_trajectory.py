"""The trajectory of a dossier: what page, slide and document draw of one indicator."""

from collections.abc import Sequence

from indicators.briefing.tables import version_line
from indicators.charts.trajectory import Trajectory
from indicators.dossier import Dossier, Series
from indicators.rollup import COMMUNE_KINDS

MOST_LINES = 6  # of other areas, beside the city's own


def trajectory_of(dossier: Dossier) -> Trajectory:
    """Gather what the chart shows."""
    row = dossier.row
    return Trajectory(
        dossier.title,
        f"{sources(dossier)} · {version_line(dossier.board)}",
        row.notation,
        dossier.judgement,
        row.targets,
        dossier.nation,
        dossier.nation_targets,
        tuple((series.name, series.points) for series in lines_apart(dossier)),
        dossier.board.as_of.year,
        plans=() if dossier.group else row.plans,
        mark=dossier.board.mark,
    )


def lines_apart(dossier: Dossier) -> Sequence[Series]:
    """Give the other areas that have a line; of many communes nobody could tell the lines apart."""
    if len(dossier.others) <= MOST_LINES:
        return dossier.others
    communes = {a.code for a in dossier.board.catalogue.areas if a.kind in COMMUNE_KINDS}
    return [series for series in dossier.others if series.area not in communes]


def sources(dossier: Dossier) -> str:
    """Name the sources of the figures shown."""
    names = list(dict.fromkeys(record.source for record in dossier.values if record.source))
    return f"Nguồn: {'; '.join(names)}" if names else f"Căn cứ: {dossier.row.indicator.doc}"
