"""What a command gives back, wherever it ran."""

from dataclasses import asdict, dataclass
from typing import Any, Protocol

FINE, FINDINGS, UNUSABLE = 0, 1, 2


class CommandError(Exception):
    """A command cannot do what was asked; the message is the Vietnamese sentence to print."""


class Natured(Protocol):
    """Something that knows whether its figures are real."""

    nature: str


def with_nature(content: dict[str, Any], store: Natured) -> dict[str, Any]:
    """Say of an object of JSON that its figures are made up; one of real figures stays as it is."""
    return content | {"illustrative": True} if store.nature == "illustrative" else content


@dataclass(frozen=True, slots=True)
class Answer:
    """Exit code, and what belongs on standard output and on standard error."""

    code: int = FINE
    text: str = ""
    error: str = ""

    def as_dict(self) -> dict[str, int | str]:
        """Give the answer as plain values for the socket."""
        return asdict(self)
