"""`undo ID --by NAME`: restore what was there before a version."""

from argparse import Namespace

from indicators.commands.answer import FINDINGS, FINE, Answer
from indicators.commands.examination_lines import figure_name, preview_lines
from indicators.commands.sent_files import sender_of
from indicators.intake.plans import plan_in_force
from indicators.intake.undo import Undoing, plan_undo, undo
from indicators.store.connection import Store
from indicators.store.history import catalogue_at
from indicators.wording.recorded import figure_words, plan_words


def answer(store: Store, options: Namespace) -> Answer:
    """Undo a version; code 1 when some of its values stay because something newer changed them."""
    undoing = plan_undo(store, options.number)
    version = undo(store, undoing, sender_of(options.by))
    done = (
        f"Đã hoàn tác phiên bản {options.number} bằng phiên bản {version.number}."
        if version
        else f"Không hoàn tác được phiên bản {options.number}: không còn giá trị nào của nó."
    )
    catalogue = catalogue_at(store, undoing.preview.based_on)
    lines = preview_lines(undoing.preview, catalogue) if version else []
    code = FINDINGS if undoing.stays or version is None else FINE
    return Answer(code, "\n".join([done, *lines, *_kept(store, undoing), ""]))


def _kept(store: Store, undoing: Undoing) -> list[str]:
    catalogue = catalogue_at(store, undoing.preview.based_on)
    figures = [
        (figure_name(each.written), figure_words(each.now.observation, catalogue), each.changed_by)
        for each in undoing.refused
    ]
    plans = [
        (
            f"{code}, kế hoạch {year}",
            plan_words(plan_in_force(each.now), catalogue),
            each.changed_by,
        )
        for each in undoing.refused_plans
        for code, year in [each.written.key]
    ]
    return [
        f"  Giữ {name}: {now}, phiên bản {by.number} ({by.by}) đã sửa sau đó."
        for name, now, by in figures + plans
    ]
