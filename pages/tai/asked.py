"""The indicator and the breakdown that the address of a file names."""

from indicators.catalogue.groups import group_label
from indicators.dossier.dossier import Dossier, groups_in, open_dossier
from indicators.store.errors import StoreError
from pages.parts.view import View
from pages.tai.answering import no_code


def asked_dossier(view: View) -> Dossier:
    """Open the indicator in its breakdown; raises StoreError where there is none."""
    code = view.parameters.get("ma", "").strip().upper()
    if not code:
        raise StoreError(no_code("chỉ tiêu", "Chỉ tiêu"))
    dossier = open_dossier(view.store, view.moment, code, view.scope, group_of(view, code))
    if dossier is None:
        raise StoreError(
            f"Không có chỉ tiêu mang mã '{code}' ở phạm vi và thời điểm trong địa chỉ; hãy mở "
            "trang Chỉ tiêu rồi tải lại từ đó."
        )
    return dossier


def group_of(view: View, code: str) -> str | None:
    """Read the breakdown; the first that there is without a word."""
    word = view.parameters.get("phan_to", "")
    groups = groups_in(view.store, view.moment, code, view.scope)
    found = next((group for group in groups if group_label(group) == word), None)
    if word and found is None:
        raise StoreError(
            f"Chỉ tiêu {code} không có số liệu theo phân tổ '{word}' ở phạm vi và thời điểm trong "
            "địa chỉ; hãy chọn lại phân tổ trên trang của chỉ tiêu."
        )
    return found
