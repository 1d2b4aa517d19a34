"""JSON that seals itself: what was changed or cut afterwards is told from what was written."""

import json
from hashlib import sha256
from typing import Any

SEAL = "manifest_sha256"


def sealed(content: dict[str, Any]) -> str:
    """Write content with its own digest."""
    whole = content | {SEAL: _seal(content)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def unsealed(text: str | bytes) -> dict[str, Any]:
    """Read content back; raises ValueError where it is not as it was written."""
    content = json.loads(text)
    if not isinstance(content, dict) or content.pop(SEAL, None) != _seal(content):
        raise ValueError("not as it was written")
    return content


def _seal(content: dict[str, Any]) -> str:
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
