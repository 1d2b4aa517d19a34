"""The verdict on an indicator with its arithmetic, milestone by milestone."""

from markupsafe import Markup

from indicators.board.key_figures import key_figures
from indicators.dossier.dossier import Dossier
from indicators.methodology.rules import rule_of
from indicators.progress.reach import step_now
from indicators.progress.results import Milestone, Status
from indicators.wording.method import RULE_WORDS
from indicators.wording.notation import stage
from indicators.wording.numbers import NONE, signed_pace
from indicators.wording.opinions import opinion_lines
from indicators.wording.sentences import robustness_line
from indicators.wording.telling import Telling
from pages.parts.links import Links
from pages.parts.templates import NOTHING, blocks

PARTS = blocks("chi_tieu/verdict.html")


def answer(dossier: Dossier) -> Markup:
    """Show status, sentence, the four numbers behind them, and who leads."""
    return verdict_told(dossier) + PARTS.key_figures(key_figures(dossier.row), lead(dossier))


def lead(dossier: Dossier) -> str:
    """Name who leads; of the whole country nobody of the city."""
    return "" if dossier.board.scope == "national" else dossier.row.indicator.lead


def reckoning(dossier: Dossier, links: Links) -> Markup:
    """Show how the verdict was reached: every milestone, second opinions, the rule."""
    return (
        milestone_table(dossier)
        + second_opinions(dossier)
        + PARTS.how(explained_at(dossier, links))
    )


def verdict_told(dossier: Dossier) -> Markup:
    """Show status and sentence."""
    return PARTS.verdict(dossier.row)


def second_opinions(dossier: Dossier) -> Markup:
    """Show what other ways of reckoning say, and whether the verdict holds by them."""
    return PARTS.opinions(*opinions(dossier))


def opinions(dossier: Dossier) -> tuple[list[str], str | None]:
    """Say what other ways of reckoning give, and whether the verdict holds by them."""
    judgement = dossier.row.judgement
    return opinion_lines(judgement, dossier.row.notation), robustness_line(judgement)


def explained_at(dossier: Dossier, links: Links) -> str:
    """Address of the rule that judges the indicator."""
    rule = rule_of(dossier.row.judgement.measure)
    return links.method(RULE_WORDS[rule.key].anchor)


def milestone_table(dossier: Dossier) -> Markup:
    """Show every milestone with where the line stands and the pace still needed."""
    judgement = dossier.row.judgement
    if not judgement.milestones:
        return NOTHING
    unit = dossier.row.notation.pace_unit()
    pace = f"Cần mỗi năm từ {judgement.year}{f' ({unit})' if unit else ''}"
    heads = [("Mốc", ""), (f"Theo lộ trình {judgement.year}", "n"), (pace, "n"), ("Đánh giá", "")]
    return PARTS.milestones(heads, [milestone_line(dossier, m) for m in judgement.milestones])


def milestone_line(dossier: Dossier, milestone: Milestone) -> tuple[Milestone, str, str, str]:
    """Give what is asked at a milestone, where the line stands, and the pace still needed."""
    row = dossier.row
    target = row.target(milestone.goal.year)
    required, pace = step_now(row.judgement, milestone), milestone.needed_pace_now
    return (
        milestone,
        Telling(row.judgement, milestone, target, row.notation).explained_aim() if target else "",
        NONE if required is None else row.notation.required(required),
        NONE if pace is None else signed_pace(pace),
    )


def stage_panel(dossier: Dossier) -> Markup:
    """Show stage and due date of a thing to be completed, in place of a curve."""
    judgement, targets = dossier.row.judgement, dossier.row.targets
    latest = judgement.latest
    done = latest.value if latest else 0.0
    reported = f"báo cáo năm {latest.year}" if latest else "chưa có báo cáo"
    due = "; ".join(f"hạn năm {t.year}: {t.wording}" for t in targets)
    told = f"{stage(done)[0].upper()}{stage(done)[1:]} ({reported})"
    if judgement.status is Status.NO_DATA or latest is None:
        told = "Chưa có báo cáo tiến độ"
    return PARTS.staged(f"{done:.0f}", told, due)
