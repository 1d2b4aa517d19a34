"""Every kind of file a briefing can be had as, the site among them: for command and page."""

from indicators.briefing.brief import Brief
from indicators.briefing.kinds import KINDS, Kind, Wishes
from indicators.briefing.steps import Progress


def site(brief: Brief, wishes: Wishes, progress: Progress) -> bytes:
    """Make the site; only who asks for it needs the parts that write pages."""
    from pages.site.files import as_zip  # noqa: PLC0415

    return as_zip(brief, wishes.base_url, progress)


EVERY_KIND = {
    **KINDS,
    "site": Kind(
        "Trang tĩnh (.zip)",
        "Bảng theo dõi tại thời điểm này thành các trang web, mở được từ USB hay máy chủ bất kỳ.",
        "trang-tinh",
        ".zip",
        site,
    ),
}
