"""Who records something, for which agency: typed in for now, and kept with the figures."""

import unicodedata
from dataclasses import dataclass

LONGEST_NAME = 200


class SenderError(Exception):
    """The names given cannot be kept; the message is the Vietnamese sentence to show."""


@dataclass(frozen=True, slots=True)
class Sender:
    """A name and an agency as they go into the journal."""

    name: str
    agency: str = ""

    @classmethod
    def named(cls, name: str, agency: str = "") -> "Sender":
        """Take names as typed; raises SenderError when there is no name or one is too long."""
        sender = cls(_line(name), _line(agency))
        if not sender.name:
            raise SenderError("Hãy ghi tên người gửi.")
        if max(len(sender.name), len(sender.agency)) > LONGEST_NAME:
            raise SenderError(f"Tên người gửi và cơ quan không dài quá {LONGEST_NAME} ký tự.")
        return sender


def _line(text: str) -> str:
    """Compose a name and keep it on one line, without control characters."""
    words = unicodedata.normalize("NFC", text).split()
    return " ".join("".join(c for c in word if unicodedata.category(c)[0] != "C") for word in words)
