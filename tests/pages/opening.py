"""Pages by the address a browser knows them by."""

from streamlit.testing.v1 import AppTest

from pages.navigation import ROOMS


def go_to(app: AppTest, page: str) -> AppTest:
    """Lead to a page such as "chi-tieu", as the menu does; it is run by whoever asks for more."""
    return app.switch_page(next(room.file for room in ROOMS if room.url_path == page))
