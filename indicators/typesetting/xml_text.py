"""Text as it may stand in the XML of an Office file."""

import re
from xml.sax.saxutils import escape

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Leave out the signs that XML cannot hold."""
    return FORBIDDEN.sub("", text)


def xml_text(text: str) -> str:
    """Escape text for an element or a quoted attribute."""
    return escape(clean(text), {'"': "&quot;"})
