"""One indicator."""

import streamlit as st

from pages.parts.gate import open_board

open_board()
st.title("Chỉ tiêu")
