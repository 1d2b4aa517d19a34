"""The verdict on an indicator with its arithmetic, milestone by milestone."""

from html import escape

from indicators.dossier.dossier import Dossier
from indicators.methodology.rules import rule_of
from indicators.progress.results import Milestone, Status
from indicators.wording.method import RULE_WORDS
from indicators.wording.notation import stage
from indicators.wording.numbers import NONE, signed_pace
from indicators.wording.opinions import opinion_lines
from indicators.wording.sentences import robustness_line
from pages.parts.badges import chip
from pages.parts.links import Links


def verdict_panel(dossier: Dossier, links: Links) -> str:
    """Show status, sentence, every milestone, second opinions, robustness."""
    return (
        f"{verdict_told(dossier)}{milestone_table(dossier)}{second_opinions(dossier)}"
        f'<p class="quiet"><a href="{escape(explained_at(dossier, links))}">Cách đánh giá</a></p>'
    )


def verdict_told(dossier: Dossier) -> str:
    """Show status and sentence."""
    row = dossier.row
    status = chip(row.status, row.label, large=True)
    return f'<h2 class="said">{status}</h2><p>{escape(row.sentence)}</p>'


def second_opinions(dossier: Dossier) -> str:
    """Show what other ways of reckoning say, and whether the verdict holds by them."""
    judgement = dossier.row.judgement
    robust = robustness_line(judgement)
    opinions = "".join(
        f"<p>{escape(line)}</p>" for line in opinion_lines(judgement, dossier.row.notation)
    )
    told = f"<h3>Cách tính khác</h3>{opinions}" if opinions else ""
    return told + (f'<p class="note">{escape(robust)}</p>' if robust else "")


def explained_at(dossier: Dossier, links: Links) -> str:
    """Address of the rule that judges the indicator."""
    rule = rule_of(dossier.row.judgement.measure)
    return links.method(RULE_WORDS[rule.key].anchor)


def milestone_table(dossier: Dossier) -> str:
    """Show every milestone with where the line stands and the pace still needed."""
    judgement = dossier.row.judgement
    if not judgement.milestones:
        return ""
    unit = dossier.row.notation.pace_unit()
    head = f"Cần mỗi năm từ {judgement.year}{f' ({escape(unit)})' if unit else ''}"
    lines = "".join(milestone_line(dossier, milestone) for milestone in judgement.milestones)
    return (
        '<h3>Từng mốc</h3><div class="scroll"><table class="milestones"><thead><tr><th>Mốc</th>'
        f'<th class="n">Lẽ ra {judgement.year}</th><th class="n">{head}</th>'
        "<th>Đánh giá</th></tr></thead>"
        f"<tbody>{lines}</tbody></table></div>"
    )


def milestone_line(dossier: Dossier, milestone: Milestone) -> str:
    """Show one milestone."""
    row = dossier.row
    target = row.target(milestone.goal.year)
    words = row.notation.target(target) if target else ""
    required, pace = milestone.required_now, milestone.needed_pace_now
    return (
        f"<tr><td><b>{milestone.goal.year}</b><br>{escape(words)}</td>"
        f'<td class="n">{NONE if required is None else escape(row.notation.value(required))}</td>'
        f'<td class="n">{NONE if pace is None else signed_pace(pace)}</td>'
        f"<td>{chip(milestone.status)}</td></tr>"
    )


def stage_panel(dossier: Dossier) -> str:
    """Show stage and due date of a thing to be completed, in place of a curve."""
    judgement, targets = dossier.row.judgement, dossier.row.targets
    latest = judgement.latest
    done = latest.value if latest else 0.0
    reported = f"báo cáo năm {latest.year}" if latest else "chưa có báo cáo"
    due = "; ".join(f"hạn năm {t.year}: {t.wording}" for t in targets)
    told = f"{stage(done)[0].upper()}{stage(done)[1:]} ({reported})"
    if judgement.status is Status.NO_DATA or latest is None:
        told = "Chưa có báo cáo tiến độ"
    return (
        f'<div class="stage" role="img" aria-label="{escape(told)}">'
        f'<span style="width:{done:.0f}%"></span></div><p><b>{escape(told)}</b> · {escape(due)}</p>'
    )
