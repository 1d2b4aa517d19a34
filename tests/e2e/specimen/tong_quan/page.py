"""Every widget of Streamlit that writes words of its own."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.parts.chart_controls import CONTROLS

st.html('<h1>Mẫu</h1><p><a href="/chi-tieu?ma=HD01">Sang chỉ tiêu</a></p>')
st.selectbox("Chọn một", ["Một", "Hai"], index=None)
st.selectbox("Không có gì", [], index=None)
st.multiselect("Chọn nhiều", ["Một", "Hai", "Ba"])
st.text_input("Chữ", help="Giải thích")
st.text_area("Nhiều dòng")
st.number_input("Số", value=3, min_value=1, max_value=5)
st.date_input("Ngày", date(2026, 11, 22), format="DD/MM/YYYY")
st.date_input("Khoảng", (date(2026, 1, 1), date(2026, 2, 1)), format="DD/MM/YYYY")
st.time_input("Giờ", "08:00")
st.file_uploader("Tệp", type=["csv", "xlsx"])
st.file_uploader("Các tệp", accept_multiple_files=True)
st.download_button("Tải về", b"a", "a.csv")
st.dataframe(pd.DataFrame({"Năm": [2025, 2026]}))
st.data_editor(
    pd.DataFrame({"Trạng thái": ["ước"], "Ghi chú": [""]}),
    column_config={"Trạng thái": st.column_config.SelectboxColumn(options=["ước", "sơ bộ"])},
    hide_index=True,
    alt="Các ô",
)
st.plotly_chart(go.Figure(go.Scatter(x=[2025, 2026], y=[1.5, 2.5])), config=CONTROLS)
with st.form("mau"):
    st.text_input("Trong mẫu")
    st.form_submit_button("Gửi")
if st.button("Mở hộp thoại"):
    st.dialog("Hộp thoại")(lambda: st.html("<p>Nội dung</p>"))()
if st.button("Nhắn"):
    st.toast("Đã xong")
