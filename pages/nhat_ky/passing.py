"""Whether the journal passes through the head that a report, a slide or a picture carries."""

from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import latest, version_headed
from indicators.store.journal import verify
from indicators.wording.data_version import passing_words, read_head
from pages.parts.block import show
from pages.parts.links import NEWEST
from pages.parts.refusals import for_reader
from pages.parts.templates import blocks

NOTICE = blocks("parts/notice.html")


def show_passing(store: Store, place: DeltaGenerator) -> None:
    """Draw a field for a head in its place, and below it what the journal answers."""
    typed = place.text_input(
        "Kiểm tra mã trên tài liệu", key="co", bind="query-params",
        placeholder="ví dụ: 3f9a1c07be",
    )  # fmt: skip
    if typed.strip():
        show(told(store, typed))


def told(store: Store, typed: str) -> Markup:
    """Say whether the journal holds and passes through a head, with the way to that version."""
    try:
        head = read_head(typed)
    except StoreError as refusal:
        return NOTICE.refusal(for_reader(refusal))
    if faults := store.remember(("chain faults", store.writes), lambda: verify(store)):
        return NOTICE.refusal(faults[0])
    passed = version_headed(store, head)
    words = passing_words(head, passed, latest(store).number)
    if passed is None:
        return NOTICE.refusal(words)
    return NOTICE.passed(words, NEWEST.version(passed.number))
