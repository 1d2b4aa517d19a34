"""Changes to an XML part that leave every other byte as it was."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.parsers import expat
from xml.sax.saxutils import escape

from indicators.intake.files.package import Attributes, local

HEAD = re.compile(rb"<[^<>]*?(/?)>")
# Signs that XML cannot hold, and an underscore that would be taken for the escape of one.
UNWRITABLE = re.compile(
    "[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]|_(?=x[0-9A-Fa-f]{4}_)"
)
Edit = tuple[int, int, bytes]


@dataclass(slots=True)
class Element:
    """An element by where its bytes are; `path` is the local names down to it, joined by '/'."""

    path: str
    tag: str
    attributes: Attributes
    start: int
    inner_end: int = 0
    end: int = 0


def parser_of(xml: bytes) -> expat.XMLParserType:
    """Make a parser whose byte positions are those of the part; raises ValueError if not UTF-8."""
    xml.decode("utf-8")
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.XmlDeclHandler = _only_utf8
    return parser


def _refuse(*_: object) -> None:
    raise ValueError("a workbook has no DOCTYPE")


def _only_utf8(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
        raise ValueError(f"written as {encoding}")


def elements_of(xml: bytes) -> list[Element]:
    """Give the elements of a small part, in the order in which they start."""
    found: list[Element] = []
    open_: list[Element] = []
    parser = parser_of(xml)

    def start(tag: str, attributes: Attributes) -> None:
        path = "/".join([*(local(each.tag) for each in open_), local(tag)])
        found.append(Element(path, tag, attributes, parser.CurrentByteIndex))
        open_.append(found[-1])

    def end(_: str) -> None:
        element = open_.pop()
        element.inner_end = parser.CurrentByteIndex
        element.end = end_of_element(xml, element.tag, parser.CurrentByteIndex)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(xml, True)
    return found


def end_of_tag(xml: bytes, start: int) -> int:
    """Give the position after the tag that starts at a position."""
    found = HEAD.match(xml, start)
    if found is None:
        raise ValueError("not a plain tag")
    return found.end()


def end_of_element(xml: bytes, tag: str, at: int) -> int:
    """Give the position after an element whose end was met at a position.

    An element without content, <a/>, is met when it is over.
    """
    return end_of_tag(xml, at) if is_closing(xml, tag, at) else at


def is_closing(xml: bytes, tag: str, at: int) -> bool:
    """Say whether the closing tag of an element stands at a position."""
    return re.match(rb"</%s\s*>" % re.escape(tag.encode()), xml[at : at + 100]) is not None


def with_attributes(head: bytes, **values: str | None) -> bytes:
    """Give a start tag with other values of attributes; None takes an attribute away."""
    for name, value in values.items():
        head = re.sub(rb"\s%s\s*=\s*(\"[^\"]*\"|'[^']*')" % name.encode(), b"", head)
        if value is not None:
            cut = -2 if head.endswith(b"/>") else -1
            head = head[:cut] + f' {name}="{value}"'.encode() + head[cut:]
    return head


def append(xml: bytes, parent: Element, children: bytes, **values: str) -> list[Edit]:
    """Add children at the end of an element, and change attributes of it."""
    head_end = end_of_tag(xml, parent.start)
    head = with_attributes(xml[parent.start : head_end], **values)
    if head.endswith(b"/>"):
        closed = head[:-2] + b">" + children + f"</{parent.tag}>".encode()
        return [(parent.start, parent.end, closed)]
    return [(parent.start, head_end, head), (parent.inner_end, parent.inner_end, children)]


def patched(xml: bytes, edits: Sequence[Edit]) -> bytes:
    """Make all edits, which do not overlap; those at one place in the order given."""
    pieces, at = [], 0
    for start, end, text in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [xml[at:start], text]
        at = max(at, end)
    return b"".join([*pieces, xml[at:]])


def workbook_text(text: str) -> str:
    """Escape a text as a workbook does, so that it is read as it was."""
    escaped = escape(text)
    if escaped.isprintable() and "_x" not in escaped:
        return escaped
    return UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped)
