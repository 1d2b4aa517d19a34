"""Who records something, for which agency: typed in for now, and kept with the figures."""

from dataclasses import dataclass

from indicators.wording.letters import composed, visible

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
    """Compose a name and keep it on one line, without what cannot be seen.

    Of a name that is too long anyway only so much is kept as to tell that it is.
    """
    return " ".join(composed(visible(text[: 10 * LONGEST_NAME])).split())
