"""One block of HTML in the board's look."""

import re
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from pages.parts.nature import captioned
from pages.parts.templates import blocks

# What Markdown, its directives, formulas, emoji, arrows and bare links are made of; a full stop,
# comma, bracket or the underscore inside gia_tri means nothing and stays as it is, so that the
# label is heard as it is seen.
MARKUP = re.compile(r"[\\`*{}\[\]<>#$~|@&]|(?<!\w)_|_(?!\w)|:(?=\S)|-(?=[->])")
BARE_LINK = re.compile(r"(?i)(?<=ww)w(?=\.)")
WORD_JOINER = "\u2060"  # unseen; emoji and arrows are looked for after escapes are gone


@dataclass(frozen=True, slots=True)
class Block:
    """HTML that Streamlit takes as it is; a plain string it would first search for indents."""

    content: str

    def _repr_html_(self) -> str:
        return self.content


def show(*parts: Markup) -> None:
    """Draw parts as one block."""
    st.html(Block(captioned(blocks("parts/block.html").block(parts))))


def as_text(text: str) -> str:
    """Write a text so that a label shows it as it is."""
    escaped = MARKUP.sub(rf"\\\g<0>{WORD_JOINER}", text)
    return BARE_LINK.sub(rf"\g<0>{WORD_JOINER}", escaped)
