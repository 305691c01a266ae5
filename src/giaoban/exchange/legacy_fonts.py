"""Text typed in the fonts of before Unicode: TCVN3 (.VnTime), VNI (VNI-Times), and UTF-8 read as Western letters.

Such a text is Latin-1 characters that only its font shows as Vietnamese: "Th«ng tin" (TCVN3), "Thoâng tin" (VNI).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

from giaoban.exchange.syllables import vietnamese_share

Legacy = Literal["TCVN3", "VNI", "UTF-8/1252"]

# Bytes A1–FF of TCVN 5712:1993; B0–B4 are its combining tones. Source: the standard's table, as iconv has it.
_TCVN3_UPPER_HALF = (
    "ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãá"
    "ạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN3 = {0xA1 + place: letter for place, letter in enumerate(_TCVN3_UPPER_HALF)}

# VNI writes a mark after the vowel: byte of the mark → the combining marks.
# Source: the VNI-Windows layout (inferred, checked on words).
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_VNI_MARKS = {
    "ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "à": _CIRCUMFLEX + _GRAVE, "á": _CIRCUMFLEX + _ACUTE, "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE, "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_MARKS |= {mark.upper(): marks for mark, marks in _VNI_MARKS.items()}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}
_VNI_ALONE |= {letter.upper(): letters.upper() for letter, letters in _VNI_ALONE.items()}
_VNI = re.compile(f"([aeiouyôöAEIOUYÔÖ])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_ALONE)}])")

# A letter that no Vietnamese word in Unicode holds, though both legacy fonts and misread UTF-8 are full of them.
TELLTALE = re.compile("[¡-§©®¨ª¬\u00ad¯µ¶·¸¹º»¼½¾¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")
WORD = re.compile(r"[^\W\d_]+")
ENOUGH, BETTER = 0.7, 0.25


def from_tcvn3(text: str) -> str:
    """Turn text in a TCVN3 font into Unicode.

    Capitals with marks were a font of their own and come out small; they are mended in words that are all capitals
    but for them ("CHỉ ĐạO"), which one letter cannot tell ("Bộ").
    """
    return WORD.sub(_capitals, unicodedata.normalize("NFC", text.translate(_TCVN3)))


def _capitals(match: re.Match[str]) -> str:
    word = match.group()
    plain_small = any(letter.isascii() and letter.islower() for letter in word)
    return word if plain_small or sum(map(str.isupper, word)) < 2 else word.upper()


def from_vni(text: str) -> str:
    """Turn text in a VNI font into Unicode."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def from_misread_utf8(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252 ("BÃ¡o cÃ¡o"); text that is no such thing is returned as it came."""
    try:
        return b"".join(_western_byte(letter) for letter in text).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return text


CONVERTERS: dict[Legacy, Callable[[str], str]] = {"TCVN3": from_tcvn3, "VNI": from_vni, "UTF-8/1252": from_misread_utf8}


def convert_legacy(text: str) -> tuple[str, Legacy | None]:
    """Convert the lines that are in a legacy font and leave every other line exactly as it is.

    Returns the text and the name of what was converted, None when nothing was.
    """
    if not TELLTALE.search(text):
        return text, None
    lines, legacy = convert_lines(text.split("\n"))
    return "\n".join(lines), legacy


def convert_lines(lines: list[str]) -> tuple[list[str], Legacy | None]:
    """The same for lines already apart."""
    suspects = [line for line in lines if TELLTALE.search(line)]
    if not suspects or (legacy := recognise(suspects)) is None:
        return lines, None
    turn = CONVERTERS[legacy]
    return [turn(line) if not line.isascii() and _improves(line, turn) else line for line in lines], legacy


def recognise(lines: Iterable[str]) -> Legacy | None:
    """The legacy encoding that makes these lines Vietnamese; None where none does, or they are so already."""
    sample = "\n".join(lines)
    as_is, _ = vietnamese_share(sample)
    shares: dict[Legacy, float] = {name: vietnamese_share(turn(sample))[0] for name, turn in CONVERTERS.items()}
    # Line by line, for one line that is not misread UTF-8 spoils the whole sample.
    shares["UTF-8/1252"] = vietnamese_share("\n".join(map(from_misread_utf8, sample.split("\n"))))[0]
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= max(ENOUGH, as_is + BETTER):
        return best
    return _recognise_a_minority(sample) if as_is >= ENOUGH else None


def _recognise_a_minority(sample: str) -> Legacy | None:
    """A few legacy lines among many sound ones: judge by the lines that are not Vietnamese as they stand."""
    strange = [line for line in sample.split("\n") if vietnamese_share(line)[0] < ENOUGH]
    return recognise(strange) if strange and len(strange) < sample.count("\n") + 1 else None


def _improves(line: str, converter: Callable[[str], str]) -> bool:
    before, _ = vietnamese_share(line)
    after, words = vietnamese_share(converter(line))
    return bool(words) and after >= max(ENOUGH, before + BETTER)


def _vni_letter(match: re.Match[str]) -> str:
    vowel, mark, alone = match.groups()
    if alone:
        return _VNI_ALONE[alone]
    return _VNI_ALONE.get(vowel, vowel) + _VNI_MARKS[mark]


@lru_cache(maxsize=4096)
def _western_byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")  # the five bytes that Windows-1252 leaves undefined
