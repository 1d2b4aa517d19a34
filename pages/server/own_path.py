"""Where the board lies on the server is told to nobody: Streamlit tells each browser, unasked."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

SCRIPT = "shell.py"


class WithoutOwnPath:
    """ASGI middleware that names the script of the pages without its folder."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look through what a websocket is sent."""

        async def send_without(message: Message) -> None:
            content = message.get("bytes") or b""
            if SCRIPT.encode() in content:
                message = {**message, "bytes": without_path(content)}
            await send(message)

        await self.app(scope, receive, send_without if scope["type"] == "websocket" else send)


def without_path(content: bytes) -> bytes:
    """Shorten the path in a message that begins a run; give any other as it is."""
    message = ForwardMsg.FromString(content)
    if message.WhichOneof("type") != "new_session":
        return content
    message.new_session.main_script_path = SCRIPT
    return bytes(message.SerializeToString())
