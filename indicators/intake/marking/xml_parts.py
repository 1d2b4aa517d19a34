"""The XML of a workbook's parts: read without trusting it, and text written into it."""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

Element = Any  # lxml names no types
# Nothing is fetched or expanded, and the library's own bounds on depth and sizes hold.
SAFE: Mapping[str, bool] = {
    "resolve_entities": False, "load_dtd": False, "no_network": True, "huge_tree": False,
}  # fmt: skip
# Signs that XML cannot hold, and an underscore that would be taken for the escape of one.
UNWRITABLE = re.compile(
    "[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]|_(?=x[0-9A-Fa-f]{4}_)"
)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def tree_of(xml: bytes) -> Element:
    """Give the root of a small part; raises LxmlError or ValueError for what is no such part."""
    root = etree.fromstring(xml, etree.XMLParser(**SAFE))
    refuse_doctype(root)
    return root


def refuse_doctype(element: Element) -> None:
    """Refuse a part that brings definitions of its own."""
    if element.getroottree().docinfo.doctype:
        raise ValueError("a workbook has no DOCTYPE")


def xml_of(root: Element) -> bytes:
    """Write a part."""
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written


def like(element: Element, name: str, attributes: Mapping[str, object]) -> Element:
    """Make an element in the namespace of another, with attributes."""
    tag = etree.QName(etree.QName(element).namespace, name)
    texts = {key: str(value) for key, value in attributes.items()}
    return element.makeelement(tag, texts, nsmap=element.nsmap)


def child(parent: Element, name: str, /, **attributes: object) -> Element:
    """Add an element in the namespace of its parent at its end."""
    made = like(parent, name, attributes)
    parent.append(made)
    return made


def text_cell(row: Element, ref: str, style: int, text: str) -> Element:
    """Make a cell of text for a row."""
    cell = like(row, "c", {"r": ref, "s": style, "t": "inlineStr"})
    run = child(child(cell, "is"), "t")
    run.set(SPACE, "preserve")
    run.text = workbook_text(text)
    return cell


def workbook_text(text: str) -> str:
    """Write what XML cannot hold as a workbook does, so that a text is read as it was."""
    if text.isprintable() and "_x" not in text:
        return text
    return UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
