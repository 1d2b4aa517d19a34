"""The floor: the least that pages with a title, a number and a line chart cost in Streamlit."""

import plotly.graph_objects as go
import streamlit as st

YEARS = list(range(2016, 2036))


def rising() -> None:
    show("Tăng", [40 + 1.25 * (year - YEARS[0]) for year in YEARS])


def falling() -> None:
    show("Giảm", [80 - 1.25 * (year - YEARS[0]) for year in YEARS])


def without_chart() -> None:
    st.title("Chưa có biểu đồ")
    st.metric("Mới nhất", "65,0")


def show(title: str, values: list[float]) -> None:
    st.title(title)
    st.metric("Mới nhất", f"{values[-1]:.1f}")
    st.plotly_chart(go.Figure(go.Scatter(x=YEARS, y=values, mode="lines+markers")))


st.navigation(
    [
        st.Page(rising, title="Tăng", default=True),
        st.Page(falling, title="Giảm"),
        st.Page(without_chart, title="Chưa có", url_path="chua-co"),
    ]
).run()
