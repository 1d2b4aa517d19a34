"""What style sheets ask of the browser while a page is on the screen."""

from tests.project import PROJECT

FRAME = PROJECT / "pages/static/frame"


def test_no_sheet_of_the_screen_searches_the_page_at_each_of_its_changes():
    sheets = [sheet for sheet in FRAME.glob("*.css") if sheet.name != "print.css"]
    assert [sheet.name for sheet in sheets if ":has(" in sheet.read_text("utf-8")] == []
