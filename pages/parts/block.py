"""One block of HTML in the board's look."""

from dataclasses import dataclass

import streamlit as st

from pages.parts.nature import captioned


@dataclass(frozen=True, slots=True)
class Block:
    """HTML that Streamlit takes as it is; a plain string it would first search for indents."""

    content: str

    def _repr_html_(self) -> str:
        return self.content


def show(*parts: str) -> None:
    """Draw escaped HTML parts as one block."""
    st.html(Block(f'<div class="bd">{captioned("".join(parts))}</div>'))
