"""Text as a paragraph or a cell can hold it."""

import re

from indicators.typesetting.xml_text import clean

SPACES = re.compile("[ \t\r\n]+")


def legible(text: str) -> str:
    """Leave out what no document can hold, and set on one line what came on several."""
    return SPACES.sub(" ", clean(text)).strip(" ")
