"""Shows what it was asked for, or fails half-way."""

import streamlit as st

st.html(f"<h1>Chỉ tiêu {st.query_params.get('ma')}</h1>")
if st.query_params.get("ma") == "LOI":
    raise ValueError("bí mật của máy chủ")
