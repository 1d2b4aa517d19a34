"""What a person sends in: a file dropped into the page, or cells typed into its grid."""

from collections.abc import Callable
from dataclasses import dataclass

from pages.parts.recording.naming import AS_IN_FILE, Naming


@dataclass(frozen=True, slots=True)
class Sent:
    """The bytes of a table with the key of its widgets and its receipt, and words to speak of it.

    Other bytes under the same key are another state of the same work: they are examined anew.
    `turn` says which of several files this is.
    `still` tells, when the button is pressed, whether they are what stands on the page.
    """

    name: str
    key: str
    content: bytes
    title: str
    turn: str = ""
    called: str = "tệp này"
    mend: str = "sửa rồi gửi lại tệp"
    naming: Naming = AS_IN_FILE
    still: Callable[[], bool] = lambda: True
