"""What a command gives back, wherever it ran."""

from dataclasses import asdict, dataclass

FINE, FINDINGS, UNUSABLE = 0, 1, 2


class CommandError(Exception):
    """A command cannot do what was asked; the message is the Vietnamese sentence to print."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Exit code, and what belongs on standard output and on standard error."""

    code: int = FINE
    text: str = ""
    error: str = ""

    def as_dict(self) -> dict[str, int | str]:
        """Give the answer as plain values for the socket."""
        return asdict(self)
