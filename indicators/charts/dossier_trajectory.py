"""The trajectory of a dossier: what page, slide and document draw of one indicator."""

from indicators.board.board import version_line
from indicators.charts.trajectory import Trajectory
from indicators.charts.trajectory_picture import PicturedTrajectory
from indicators.dossier.dossier import Dossier
from indicators.wording.telling import sources_told


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


def pictured(dossier: Dossier) -> PicturedTrajectory | None:
    """Gather what the picture of the chart tells; None where there is nothing to draw."""
    row, shown = dossier.row, trajectory_of(dossier)
    if row.indicator.kind == "milestone" or not shown.is_drawable():
        return None
    return PicturedTrajectory(shown, row.status, row.label, dossier.board.lead_of(row))


def sources(dossier: Dossier, most: int | None = None) -> str:
    """Name the sources of the figures shown, the first few of them where there is less room."""
    names = dossier.sources
    return sources_told(names, most) if names else f"Căn cứ: {dossier.row.indicator.doc}"
