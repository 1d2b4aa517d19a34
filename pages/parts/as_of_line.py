"""The line that says which moment a page shows, and the way to any other.

Plain HTML with links and a form: widgets would cost every page a run and the browser time.
"""

from html import escape

from indicators.board.board import assess
from indicators.store.clock import today
from indicators.store.history import versions
from indicators.store.records import Version
from indicators.wording.numbers import day
from pages.parts.journal_words import KINDS, moment
from pages.parts.links import MOMENT, NEWEST
from pages.parts.view import View, pinned

RECENT = 5
CURRENT = ' aria-current="true"'


def as_of_line(view: View, beside: str = "") -> str:
    """Say which moment is shown, as a banner when it is not now; opened, it offers others.

    `beside` is HTML for the other end of the line.
    """
    seen = view.moment
    version = f"<span>phiên bản {seen.version.number}</span>"
    shown = f"{day(seen.day)} · năm đánh giá {seen.year} · {version}"
    told = f"<b>Đang xem lại</b> số liệu đến {shown}" if seen.past else f"Số liệu đến {shown}"
    return (
        f'<nav class="as-of{" past" if seen.past else ""}" aria-label="Thời điểm đang xem">'
        f'<details><summary title="Xem vào ngày, năm hoặc phiên bản khác">{told}</summary>'
        f'<div class="panel">{panel(view)}</div></details>{now_link(view)}{beside}</nav>'
    )


def now_link(view: View) -> str:
    """Lead from the past to the same page now; empty where it is now."""
    now = escape(view.elsewhen({}))
    return f'<a class="now" href="{now}">Về hiện tại</a>' if view.moment.past else ""


def panel(view: View) -> str:
    """Offer a day to type, the years, the newest versions, and a link that stays."""
    fixed = escape(view.elsewhen(pinned(view.store, view.moment)))
    newest = reversed(versions(view.store)[-RECENT:])
    recent = "".join(version_item(entry, view) for entry in newest)
    return (
        f'{day_form(view)}<b class="topic">Đánh giá đến năm</b><p>{year_links(view)}</p>'
        f'<b class="topic">Phiên bản gần đây</b><ul>{recent}</ul>'
        f'<p class="leads"><a href="{fixed}">Liên kết cố định</a>'
        f'<a href="{NEWEST.journal()}">Mọi phiên bản</a></p>'
    )


def day_form(view: View) -> str:
    """Offer a field for a day in the Vietnamese form; the rest of the address goes along."""
    rest = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(text)}">'
        for name, text in view.parameters.items()
        if name not in MOMENT
    )
    return (
        f'<form method="get"><label>Như vào ngày <input name="ngay" value="{day(view.moment.day)}" '
        f'placeholder="{day(today(view.store))}" autocomplete="off" inputmode="numeric" '
        f'maxlength="10" required></label>{rest}<button type="submit">Xem</button></form>'
    )


def year_links(view: View) -> str:
    """Link the years that can be judged, the newest first."""
    seen = view.moment
    years = range(seen.day.year, view.once("first year", lambda: first_year(view)) - 1, -1)
    fixed = pinned(view.store, seen)
    return " ".join(
        f'<a href="{escape(view.elsewhen(fixed | {"nam": asked}))}"'
        f"{CURRENT if year == seen.year else ''}>{year}</a>"
        for year in years
        for asked in [None if year == seen.day.year else str(year)]
    )


def first_year(view: View) -> int:
    """The year of the oldest figure that is judged."""
    board = assess(view.store, view.moment, view.scope)
    firsts = [row.judgement.points[0].year for row in board.rows if row.judgement.points]
    return min([*firsts, view.moment.year])


def version_item(entry: Version, view: View) -> str:
    """Link one version on the page one is on."""
    newest = entry.number == versions(view.store)[-1].number
    link = view.elsewhen({} if newest else {"v": str(entry.number)})
    current = CURRENT if entry.number == view.moment.version.number else ""
    return (
        f'<li><a href="{escape(link)}"{current}><b>{entry.number}</b> {moment(entry)} '
        f"<span>{KINDS[entry.kind]}</span></a></li>"
    )
