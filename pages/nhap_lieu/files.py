"""Files dropped into the page, one after the other; before the first, what they should hold."""

from collections.abc import Callable, Sequence
from math import ceil

import streamlit as st
from streamlit.runtime.uploaded_file_manager import DeletedFile, UploadedFile

from indicators.catalogue.records import Catalogue
from indicators.intake.forms import templates
from indicators.intake.forms.template_lines import EVERYONE, Request, file_words, request
from indicators.intake.forms.templates import TemplateForm
from indicators.settings.in_force import in_force
from indicators.store.connection import Store
from indicators.wording.letters import one_line
from pages.nhap_lieu.report_choice import leading_agencies, report_years
from pages.nhap_lieu.sent_file import show_sent
from pages.parts.block import show
from pages.parts.downloads import XLSX, taken_name
from pages.parts.recording.sender_fields import AGENCY
from pages.parts.recording.sent import Sent
from pages.parts.templates import blocks

FILES = blocks("nhap_lieu/files.html")
NOTICE = blocks("parts/notice.html")

# What the browser calls an MB; the server's MB is larger, so that its limit never comes first.
MEGABYTE = 1_000_000
LOST = (
    "Máy chủ đã khởi động lại nên không còn giữ tệp đã thả, và chưa ghi thêm gì. Hãy bỏ tệp ra rồi "
    "thả lại; những lần đã ghi vẫn còn ở Nhật ký."
)

COLUMNS = (
    ("Mã chỉ tiêu", "bắt buộc: như ML02"),
    ("Năm", "bắt buộc: bốn chữ số, như 2026"),
    ("Giá trị", "bắt buộc, hoặc thay bằng Tử số và Mẫu số: như 84,9"),
    ("Địa bàn", "xã, phường, đặc khu; để trống là toàn thành phố"),
    ("Phân tổ", "như cấp học=Tiểu học"),
    ("Trạng thái", "ước, sơ bộ hoặc chính thức (mặc định)"),
    ("Kỳ", "6t, 9t hoặc nam (mặc định)"),
    ("Nguồn, Ghi chú", "chữ tự do"),
    ("KH 2026", "số kế hoạch năm của thành phố; chỉ nhập khi người gửi chọn"),
)

FORMS: dict[str, TemplateForm] = {
    "Mỗi dòng một giá trị": "tidy",
    "Mỗi dòng một chỉ tiêu, năm ở cột": "wide",
}


def offer_form(store: Store, catalogue: Catalogue) -> None:
    """Draw the form of the sender's agency and what a file should hold; folded once there is one.

    Where the sender's agency leads nothing, the form asks for everything.
    """
    agency = st.session_state.get(AGENCY)
    leading = agency if agency in leading_agencies(catalogue) else ""
    with st.expander("Tải biểu mẫu điền sẵn", expanded=not st.session_state.get("tep")):
        template, guide = st.columns(2, gap="large")
        with template:
            offer_template(store, leading)
        with guide:
            show(FILES.columns(COLUMNS))


def take_files(store: Store) -> list[str]:
    """Draw the uploader and every file dropped; gives the keys of the files."""
    files = ask_files()
    if not files:
        show(FILES.coming())
    for place, file in enumerate(files, 1):
        show_sent(store, as_sent(file, f"Tệp {place} trên {len(files)}" if len(files) > 1 else ""))
    return [file.file_id for file in files]


def as_sent(file: UploadedFile, turn: str) -> Sent:
    """Take a file as it was dropped."""
    name = one_line(file.name)
    return Sent(name, file.file_id, file.getvalue(), name, turn)


def ask_files() -> Sequence[UploadedFile]:
    """Draw the place to drop files on, and give those that lie there and are still held."""
    files = st.file_uploader(
        "Tệp số liệu (.csv, .xlsx)",
        accept_multiple_files=True,
        max_upload_size=largest_megabytes(),
        key="tep",
    )
    if any(isinstance(each, DeletedFile) for each in st.session_state.get("tep") or ()):
        show(NOTICE.refusal(LOST))
    return files


def largest_megabytes() -> int:
    """Give the largest file as browsers are told it, rounded up: reading refuses exactly."""
    return ceil(in_force().limits.upload_bytes / MEGABYTE)


def offer_template(store: Store, leading: str) -> None:
    """Draw the choices of the form and its two buttons; its name says whose it is."""
    show(FILES.form(leading))
    year = st.selectbox("Năm báo cáo", report_years(store), width=160)
    form = FORMS[st.radio("Kiểu bảng", list(FORMS), horizontal=True)]
    agency = leading or EVERYONE[0]
    name = file_words("bieu-mau", leading or "tat-ca-co-quan", str(year))
    offer_both(name, form, lambda: request(store, agency, year))


def template_workbook(asked: Request, form: TemplateForm) -> bytes:
    """Write a template as a workbook; openpyxl is loaded with the first."""
    from indicators.intake.forms.template_book import template_xlsx

    return template_xlsx(asked, form)


def offer_both(name: str, form: TemplateForm, asked: Callable[[], Request]) -> None:
    """Draw the buttons of a template as workbook and as CSV."""
    with st.container(horizontal=True):
        st.download_button(
            "Tải biểu mẫu Excel",
            lambda: template_workbook(asked(), form),
            taken_name(f"{name}.xlsx"),
            XLSX,
            on_click="ignore",
        )
        st.download_button(
            "Tải biểu mẫu CSV",
            lambda: templates.template_csv(asked(), form),
            taken_name(f"{name}.csv"),
            "text/csv",
            on_click="ignore",
        )
