"""What goes into a briefing and in which form, as the page's address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from indicators.briefing.brief import Brief, BriefError, Selection
from indicators.briefing.kinds import SHORT_FORM, Wishes
from indicators.briefing.qr import public_address
from indicators.briefing.report.forms import FORMS
from indicators.briefing.slides.own_template import FOLDER, own_templates, template_bytes
from indicators.catalogue.records import Catalogue
from pages.parts.links import Links, read_selection

PLAIN = "bang-theo-doi"  # names the project's own template in an address
SITE, PUBLIC = "site", "dia-chi"  # the kind that has an address, and its name in ours
EXTENT = "ban"  # how much the slides tell, in an address
USUAL_FORM = next(iter(FORMS))
WHOLE = Selection()


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows, form of the report, and template of slides: a file's name, '' for the project's own.

    `templates` are the names of those an office has placed beside the board, `public` is what was
    written as the address of a site, `short` asks for the short slides.
    """

    selection: Selection = WHOLE
    form: str = USUAL_FORM
    template: str = ""
    templates: tuple[str, ...] = ()
    public: str = ""
    short: bool = False

    def wishes(self, beside: Path, kind: str) -> Wishes:
        """Say to what makes a kind in which form it shall be; raises BriefError if it cannot be."""
        public = public_address(self.public) if kind == SITE else ""
        if not self.template:
            return Wishes(self.form, public, self.short)
        file = beside / FOLDER / self.template
        return Wishes(self.form, public, self.short, lambda: template_bytes(beside, file))

    def where(self, links: Links, selection: Selection | None = None) -> str:
        """Address of this choice, or of other rows in the same form."""
        usual = self.templates[0] if self.templates else ""
        return links.briefing(
            self.selection if selection is None else selection,
            **{
                "the-thuc": None if self.form == USUAL_FORM else self.form,
                "mau": None if self.template == usual else self.template or PLAIN,
                PUBLIC: self.public or None,
                EXTENT: SHORT_FORM if self.short else None,
            },
        )

    def in_form(self, form: str) -> "Choice":
        """The same choice with another form of the report."""
        return replace(self, form=form)

    def of_extent(self, *, short: bool) -> "Choice":
        """The same choice with the short slides or the full ones."""
        return replace(self, short=short)

    def on_template(self, template: str) -> "Choice":
        """The same choice with another template of slides."""
        return replace(self, template=template)


def read_choice(asked: Mapping[str, str], catalogue: Catalogue, beside: Path) -> Choice:
    """Read a choice from an address; raises BriefError for a form or template that is not there."""
    templates = tuple(path.name for path in own_templates(beside / FOLDER))
    form = asked.get("the-thuc", "").strip().lower() or USUAL_FORM
    if form not in FORMS:
        raise BriefError(f"Không có thể thức báo cáo nào tên là “{form}”.")
    template = asked.get("mau", "").strip() or next(iter(templates), PLAIN)
    if template not in (PLAIN, *templates):
        raise BriefError(f"Không có mẫu trình chiếu nào tên là “{template}” trong thư mục mẫu.")
    chosen = "" if template == PLAIN else template
    public = asked.get(PUBLIC, "").strip()
    extent = asked.get(EXTENT, "").strip().lower()
    if extent not in ("", SHORT_FORM):
        raise BriefError(f"Không có bản trình chiếu nào tên là “{extent}”; chỉ có “{SHORT_FORM}”.")
    selection = read_selection(asked, catalogue)
    return Choice(selection, form, chosen, templates, public, extent == SHORT_FORM)


def codes_of(brief: Brief) -> tuple[str, ...]:
    """The codes of the chosen rows."""
    return tuple(row.indicator.code for row in brief.rows)


def without_one(brief: Brief, code: str) -> Selection:
    """The rows chosen but one."""
    return Selection(tuple(each for each in codes_of(brief) if each != code))
