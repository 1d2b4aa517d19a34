"""The kinds of files a briefing can be had as; pages.site.kind adds the site to them.

What writes a kind is imported by whoever first asks for one: the office libraries take as long to
load as many pages to draw.
"""

from collections.abc import Callable
from dataclasses import dataclass

from indicators.briefing.brief import Brief
from indicators.briefing.report.forms import FORMS
from indicators.briefing.steps import Progress

TemplateFile = tuple[str, bytes]

SLIDES_STEM, SHORT_FORM = "trinh-chieu", "ban-ngan"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What else is asked of a file; each kind takes what concerns it.

    `template` reads the template of slides, name and bytes, when slides are made; it gives None for
    the project's own and raises BriefError where none can be read. `short` asks for few slides.
    """

    form: str = "nd30"
    base_url: str = ""
    short: bool = False
    template: Callable[[], TemplateFile | None] = lambda: None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: its name and content in words, how its files are named, what makes it."""

    name: str
    about: str
    stem: str
    suffix: str
    make: Callable[[Brief, Wishes, Progress], bytes]

    def file_name(self, brief: Brief, *, short: bool = False) -> str:
        """Name the file of a briefing, of one that comes in a short form too by its form."""
        stem = f"{self.stem}-{SHORT_FORM}" if short and self.stem == SLIDES_STEM else self.stem
        return brief.file_name(stem, self.suffix)


def slides(brief: Brief, wishes: Wishes, progress: Progress) -> bytes:
    """Make the slides."""
    from indicators.briefing.slides.presentation import as_pptx

    return as_pptx(brief, wishes.template(), progress, short=wishes.short)


def report(brief: Brief, wishes: Wishes, progress: Progress) -> bytes:
    """Make the report."""
    from indicators.briefing.report.document import as_docx

    return as_docx(brief, FORMS[wishes.form], progress)


def workbook(brief: Brief, _wishes: Wishes, progress: Progress) -> bytes:
    """Make the workbook."""
    from indicators.briefing.workbook.book import as_workbook

    return as_workbook(brief, progress)


KINDS = {
    "slides": Kind(
        "Trình chiếu (PowerPoint)",
        "Bản đầy đủ: trang tổng hợp, mỗi nhóm một bảng, mỗi chỉ tiêu một biểu đồ sửa được trong "
        "PowerPoint. Bản ngắn: nhiều nhất 12 trang để họp.",
        SLIDES_STEM,
        ".pptx",
        slides,
    ),
    "report": Kind(
        "Báo cáo (Word)",
        "Văn bản hành chính theo thể thức đã chọn, có phụ lục biểu theo dõi và danh mục nguồn.",
        "bao-cao",
        ".docx",
        report,
    ),
    "workbook": Kind(
        "Bảng số liệu (Excel)",
        "Biểu theo dõi, mọi số liệu kèm nguồn, biểu đồ từng chỉ tiêu sửa được trong Excel.",
        "bang-so-lieu",
        ".xlsx",
        workbook,
    ),
}
