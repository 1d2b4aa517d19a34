"""What an indicator means and on which ground, in lines of name and text."""

from collections.abc import Set as AbstractSet

from indicators.board.board import Board, Row
from indicators.catalogue.records import Indicator
from indicators.wording.numbers import day

PROPOSAL = "Đề xuất"
DEFINITION_NAMES = (
    "Định nghĩa",
    "Đơn vị tính",
    "Loại năm",
    "Thu thập",
    "Căn cứ",
    "Cơ quan chủ trì",
    "Ghi chú",
    PROPOSAL,
)
# Decimals, bounds and the like are settings of the board: nobody has to approve them.
PROPOSED_NAMES = {
    "definition": "định nghĩa",
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


def definition_lines(board: Board, row: Row) -> list[tuple[str, str]]:
    """Say what is measured, on which ground, and at the end what the document does not say."""
    i, country = row.indicator, board.scope == "national"  # where nobody of the city answers
    counted = "số trong kỳ" if i.accumulates == "flow" else "số tại thời điểm"
    texts = (
        i.definition,
        i.unit or "mốc hoàn thành, 0–100%",
        f"{i.year_basis}; {counted}",
        "" if country else i.collection,
        ground(board, row),
        board.lead_of(row),
        i.note,
        proposed(i, {"lead", "collection"} if country else set()),
    )
    lines = zip(DEFINITION_NAMES, texts, strict=True)
    return [(name, text) for name, text in lines if text]


def ground(board: Board, row: Row) -> str:
    """Name documents and sections with their wording of the targets, else of the indicator."""
    i = row.indicator
    said: dict[tuple[str, str], list[str]] = {}
    for t in row.targets:
        said.setdefault((t.doc, t.doc_ref), []).append(f"{t.year} “{t.wording}”")
    said = said or {(i.doc, i.doc_ref): []}
    return "; ".join(
        ", ".join(part for part in (document_told(board, doc), place(ref), *words) if part)
        for (doc, ref), words in said.items()
    )


def document_told(board: Board, code: str) -> str:
    """Name a document with its date; one that is not listed by its code."""
    document = board.catalogue.documents_by_code.get(code)
    return f"{document.name}, ngày {day(document.issued)}" if document else code


def place(reference: str) -> str:
    """Name a section of a document; a press report is named as it is."""
    return reference if not reference or reference.startswith("theo") else f"mục {reference}"


def proposed(i: Indicator, unsaid: AbstractSet[str] = frozenset()) -> str:
    """Name what is proposed here and not in the document, but for what is not told at all."""
    told = PROPOSED_NAMES.keys() - unsaid
    fields = [PROPOSED_NAMES[name] for name in i.proposed.split("; ") if name in told]
    if not fields:
        return "Không có."
    return f"Văn bản không nêu, đề xuất để thành phố xem xét: {', '.join(fields)}."
