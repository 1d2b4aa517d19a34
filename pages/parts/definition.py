"""What an indicator means, on which ground, what is our proposal, the tasks that serve it."""

from html import escape

from indicators.catalogue.records import Indicator
from indicators.dossier import Dossier
from indicators.wording.numbers import day

PROPOSED_NAMES = {
    "definition": "định nghĩa",
    "decimals": "số chữ số thập phân",
    "lower": "giới hạn dưới",
    "upper": "giới hạn trên",
    "is_share": "cách tính tử số trên mẫu số",
    "accumulates": "cách cộng dồn",
    "year_basis": "loại năm",
    "collection": "cách thu thập",
    "lead": "cơ quan chủ trì",
    "base_year": "kỳ gốc",
    "measure": "cách đo",
    "target_year": "năm đạt mục tiêu",
    "from_year": "năm bắt đầu áp dụng",
    "target_value": "mức mục tiêu",
}


def definition_list(dossier: Dossier) -> str:
    """Show what is measured, on which ground, and what the document does not say."""
    i = dossier.row.indicator
    rows = [
        ("Định nghĩa", i.definition),
        ("Đơn vị tính", i.unit or "mốc hoàn thành, 0–100%"),
        (
            "Loại năm",
            f"{i.year_basis}; {'số trong kỳ' if i.accumulates == 'flow' else 'số tại thời điểm'}",
        ),
        ("Thu thập", i.collection),
        ("Căn cứ", ground(dossier)),
        ("Cơ quan chủ trì", i.lead),
        ("Ghi chú", i.note),
    ]
    body = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in rows if text)
    return f"<dl>{body}<dt>Đề xuất</dt><dd class='proposed'>{escape(proposed(i))}</dd></dl>"


def ground(dossier: Dossier) -> str:
    """Name documents and sections with their wording of the targets, else of the indicator."""
    i = dossier.row.indicator
    documents = {
        d.code: f"{d.name}, ngày {day(d.issued)}" for d in dossier.board.catalogue.documents
    }
    said: dict[tuple[str, str], list[str]] = {}
    for t in dossier.row.targets:
        said.setdefault((t.doc, t.doc_ref), []).append(f"{t.year} “{t.wording}”")
    said = said or {(i.doc, i.doc_ref): []}
    return "; ".join(
        ", ".join(part for part in (documents.get(doc, doc), place(ref), *words) if part)
        for (doc, ref), words in said.items()
    )


def place(reference: str) -> str:
    """Name a section of a document; a press report is named as it is."""
    return reference if not reference or reference.startswith("theo") else f"mục {reference}"


def proposed(i: Indicator) -> str:
    """Name what is proposed here and not in the document."""
    fields = [PROPOSED_NAMES[name] for name in i.proposed.split("; ") if name in PROPOSED_NAMES]
    if not fields:
        return "Không có."
    return f"Văn bản không nêu, đề xuất để thành phố xem xét: {', '.join(fields)}."


def task_list(dossier: Dossier) -> str:
    """Show the programme's tasks that serve the indicator."""
    if not dossier.tasks:
        return ""
    items = "".join(
        f"<li>{escape(t.code)}. {escape(t.summary)} "
        f"<small>({escape(t.doc_ref)}; {escape(t.lead)})</small></li>"
        for t in dossier.tasks
    )
    return f'<h2>Nhiệm vụ phục vụ chỉ tiêu</h2><ul class="plain">{items}</ul>'
