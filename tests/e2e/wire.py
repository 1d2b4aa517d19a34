"""What a page costs on the wire, as the browser's own network log tells it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

Event = dict[str, Any]


@dataclass
class Wire:
    """Bytes that came in: answers with their heads by address, and frames of the websocket.

    `fetched` counts how often an address was answered by the server, not by the browser's cache.
    """

    answers: Counter[str] = field(default_factory=Counter)
    fetched: Counter[str] = field(default_factory=Counter)
    frames: int = 0
    _addresses: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> "Wire":
        """Listen from now on."""
        wire, session = cls(), page.context.new_cdp_session(page)
        session.on("Network.responseReceived", wire._begin)
        session.on("Network.loadingFinished", wire._finish)
        session.on("Network.webSocketFrameReceived", wire._take)
        session.send("Network.enable")
        return wire

    @property
    def bytes(self) -> int:
        """All that came in; frames as they are before the connection compresses them."""
        return self.answers.total() + self.frames

    def _begin(self, event: Event) -> None:
        answer = event["response"]
        if answer["url"].startswith("http") and not answer["fromDiskCache"]:
            self._addresses[event["requestId"]] = answer["url"]

    def _finish(self, event: Event) -> None:
        if address := self._addresses.pop(event["requestId"], None):
            self.fetched[address] += 1
            self.answers[address] += int(event["encodedDataLength"])

    def _take(self, event: Event) -> None:
        frame = event["response"]
        length = len(frame["payloadData"])
        # What is no text comes in base64.
        self.frames += length if frame["opcode"] == 1 else length * 3 // 4
