"""Recognises text typed in an old Vietnamese encoding, encoded twice, or with letters lost."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import product

from indicators.intake.files.syllables import LONGEST, is_syllable
from indicators.wording.letters import composed

# TCVN3 (.VnTime): the letters by the bytes that stand for them, as Latin-1.
TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
# VNI: vowels are followed by a letter that stands for their marks; some are letters of their own.
VNI_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
VNI_CIRCUMFLEX = {
    "â": "",
    "á": "\u0301",
    "à": "\u0300",
    "å": "\u0309",
    "ã": "\u0303",
    "ä": "\u0323",
}
VNI_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
VNI_ALONE = {
    "ñ": "đ",
    "ô": "ơ",
    "ö": "ư",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
    "í": "í",
    "ì": "ì",
}
SHORTEST = 2
WORDS = re.compile(r"[^\x00-\x20!\"#$%&'()*+,./:;<=>?@\[\\\]^_`{|}~-]+")
# Inside a word, before one, or after consonants alone: there no question ends.
LOST = re.compile(
    r"[^\W\d_]\?+[^\W\d_A-ZĐ]|(?<!\S)\?+[^\W\d_A-Z]|[A-ZĐÀ-Ý]\?+[A-ZĐÀ-Ý]"
    r"|(?<!\S)[bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX]{1,3}\?(?!\S)"
)
SEPARATORS = ",;|"
UTF8_PAIR = re.compile(r"[ÃÄÆáĂÂ][^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with a text, a word that shows it, and in Vietnamese what to do."""

    name: str
    sample: str
    remedy: str


UNIKEY = "hãy chuyển cả tệp sang Unicode (UniKey: Ctrl+Shift+F6) rồi lưu lại."
RESAVE = "hãy mở lại tệp gốc và lưu dạng 'CSV UTF-8'; chữ trong tệp này đã hỏng."
REMEDIES = {
    "TCVN3 (.VnTime)": UNIKEY,
    "VNI": UNIKEY,
    "windows-1258": "hãy lưu lại dạng 'CSV UTF-8' (trong Excel: Lưu thành, chọn CSV UTF-8).",
    "UTF-8 mã hóa hai lần": RESAVE,
    "chữ mất thành dấu '?'": RESAVE,
}


def damage(texts: Iterable[str]) -> Damage | None:
    """Find what shows that texts are not in Unicode as they were typed; None when nothing does."""
    suspects: dict[str, None] = {}
    for text in texts:
        if (lost := _lost(text)) is not None:
            return _told("chữ mất thành dấu '?'", lost)
        if not text.isascii():
            suspects.update(dict.fromkeys(_suspects(text)))
    best = _best(suspects)
    return None if best is None else _told(*best)


def _told(name: str, sample: str) -> Damage:
    return Damage(name, sample, REMEDIES[name])


def _lost(text: str) -> str | None:
    """Give a word with '?' where a letter belongs; a web address is no word."""
    if "\N{REPLACEMENT CHARACTER}" in text:
        return "\N{REPLACEMENT CHARACTER}"
    if "?" not in text:
        return None
    words = (word for word in text.split() if "?" in word and "/" not in word and "=" not in word)
    return next((word for word in words if LOST.search(word)), None)


def _suspects(text: str) -> Iterator[str]:
    pieces = (piece for piece in _pieces(text) if not piece.isascii())
    for word in dict.fromkeys(word for piece in pieces for word in WORDS.findall(piece)):
        if not word.isascii() and not is_syllable(composed(word)):
            yield word


def _pieces(text: str) -> dict[str, None]:
    """Split a text at spaces and separators of columns, each piece once: few of many differ."""
    for separator in SEPARATORS:
        text = text.replace(separator, " ")
    return dict.fromkeys(text.split())


def _best(suspects: Collection[str]) -> tuple[str, str] | None:
    """Name the encoding in which more than half of the doubtful words become Vietnamese."""
    if not suspects:
        return None
    read = {
        name: [word for word in suspects if _becomes_vietnamese(word, convert)]
        for name, convert in ENCODINGS.items()
    }
    name = max(read, key=lambda each: len(read[each]))
    words = read[name]
    return (name, words[0]) if len(words) * 2 > len(_telling(suspects)) and words else None


def _telling(suspects: Collection[str]) -> set[str]:
    """Leave out what holds no letter of ours at all, like bullets and foreign scripts."""
    return {word for word in suspects if re.search("[A-Za-z]", word)}


def _becomes_vietnamese(word: str, convert: Callable[[str], str | None]) -> bool:
    if not SHORTEST <= len(word) <= LONGEST:
        return False
    converted = convert(word)
    return converted is not None and not converted.isascii() and is_syllable(converted)


def _from_tcvn3(word: str) -> str | None:
    if any(letter > "\xff" for letter in word):
        return None
    return "".join(TCVN3.get(letter, letter) for letter in word)


def _vni_table() -> dict[str, str]:
    """Lay out what pairs and single letters of VNI stand for, in both cases."""
    pairs = {
        vowel + mark: vowel + tone for vowel, (mark, tone) in product("aeouy", VNI_MARKS.items())
    }
    pairs |= {v + m: v + "\u0302" + t for v, (m, t) in product("aeo", VNI_CIRCUMFLEX.items())}
    pairs |= {"a" + m: "a\u0306" + t for m, t in VNI_BREVE.items()}
    pairs |= {base + m: VNI_ALONE[base] + t for base, (m, t) in product("ôö", VNI_MARKS.items())}
    pairs |= VNI_ALONE
    letters = {typed: composed(meant) for typed, meant in pairs.items()}
    return letters | {typed.upper(): meant.upper() for typed, meant in letters.items()}


VNI = _vni_table()
VNI_PARTS = re.compile("|".join(sorted(VNI, key=len, reverse=True)))


def _from_vni(word: str) -> str | None:
    return VNI_PARTS.sub(lambda part: VNI[part[0]], word)


def _from_1258(word: str) -> str | None:
    raw = _bytes(word, "cp1252")
    if raw is None:
        return None
    return composed(raw.decode("cp1258", "replace"))


def _from_utf8_twice(word: str) -> str | None:
    """Undo one round of UTF-8 taken for a Windows code page."""
    if not UTF8_PAIR.search(word):
        return None
    for page in ("cp1252", "cp1258"):
        raw = _bytes(word, page)
        with suppress(UnicodeDecodeError):
            if raw is not None:
                return raw.decode("utf-8")
    return None


def _bytes(word: str, page: str) -> bytes | None:
    """Give the bytes of a word; the few a page leaves undefined stand for themselves."""
    raw = bytearray()
    for letter in word:
        try:
            raw += letter.encode(page)
        except UnicodeEncodeError:
            if letter > "\xff":
                return None
            raw.append(ord(letter))
    return bytes(raw)


ENCODINGS: dict[str, Callable[[str], str | None]] = {
    "UTF-8 mã hóa hai lần": _from_utf8_twice,
    "TCVN3 (.VnTime)": _from_tcvn3,
    "VNI": _from_vni,
    "windows-1258": _from_1258,
}
