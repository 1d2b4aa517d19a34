"""A pre-filled template for an agency, a year and a form, made when it is asked for."""

from collections.abc import Callable

import streamlit as st

from indicators.catalogue.records import Catalogue
from indicators.intake.forms import template_book, templates
from indicators.intake.forms.template_lines import EVERYONE, Request, request
from indicators.intake.forms.templates import TemplateForm
from indicators.store.connection import Store
from pages.parts.block import show
from pages.parts.downloads import XLSX, taken_name
from pages.parts.report_choice import leading_agencies, report_years

FORMS: dict[str, TemplateForm] = {
    "Mỗi dòng một giá trị": "tidy",
    "Mỗi dòng một chỉ tiêu, năm ở cột": "wide",
}


def offer_template(store: Store, catalogue: Catalogue) -> None:
    """Draw the three choices and the two buttons."""
    show("<h2>Tải biểu mẫu điền sẵn</h2>")
    everyone = EVERYONE[0].capitalize()
    agency = st.selectbox("Cơ quan chủ trì", [everyone, *leading_agencies(catalogue)])
    year = st.selectbox("Năm báo cáo", report_years(store), width=160)
    form = FORMS[st.radio("Kiểu bảng", list(FORMS), horizontal=True)]
    offer_both(f"bieu-mau-{year}", form, lambda: request(store, agency, year))


def offer_both(name: str, form: TemplateForm, asked: Callable[[], Request]) -> None:
    """Draw the buttons of a template as workbook and as CSV."""
    with st.container(horizontal=True):
        st.download_button(
            "Tải biểu mẫu Excel",
            lambda: template_book.as_xlsx(asked(), form),
            taken_name(f"{name}.xlsx"),
            XLSX,
            on_click="ignore",
        )
        st.download_button(
            "Tải biểu mẫu CSV",
            lambda: templates.as_csv(asked(), form),
            taken_name(f"{name}.csv"),
            "text/csv",
            on_click="ignore",
        )
