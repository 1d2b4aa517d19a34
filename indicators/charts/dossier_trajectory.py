"""The trajectory of a dossier: what page, slide and document draw of one indicator."""

from indicators.board.board import version_line
from indicators.charts.trajectory import Trajectory
from indicators.dossier.dossier import Dossier


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
        tuple((s.name, s.points) for s in dossier.others if s.area not in dossier.crowd),
        dossier.board.as_of.year,
        plans=() if dossier.group else row.plans,
        mark=dossier.board.mark,
        bands={} if dossier.group else row.bands,
    )


def sources(dossier: Dossier) -> str:
    """Name the sources of the figures shown."""
    names = dossier.sources
    return f"Nguồn: {'; '.join(names)}" if names else f"Căn cứ: {dossier.row.indicator.doc}"
