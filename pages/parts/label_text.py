"""Text of others inside a widget's label, which Streamlit reads as Markdown."""

import re

# What Markdown, its directives, formulas, emoji, arrows and bare links are made of; a full stop,
# comma, bracket or the underscore inside gia_tri means nothing and stays as it is, so that the
# label is heard as it is seen.
MARKUP = re.compile(r"[\\`*{}\[\]<>#$~|@&]|(?<!\w)_|_(?!\w)|:(?=\S)|-(?=[->])")
BARE_LINK = re.compile(r"(?i)(?<=ww)w(?=\.)")
WORD_JOINER = "\u2060"  # unseen; emoji and arrows are looked for after escapes are gone


def as_text(text: str) -> str:
    """Write a text so that a label shows it as it is."""
    escaped = MARKUP.sub(rf"\\\g<0>{WORD_JOINER}", text)
    return BARE_LINK.sub(rf"\g<0>{WORD_JOINER}", escaped)
