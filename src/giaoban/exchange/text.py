"""Bytes of a text file → its characters, whatever encoding an office saved it in.

UTF-8 is kept as `Path.read_text("utf-8")` gives it, byte-order mark and decomposed letters included, so that
offsets hold on the file's own text; what is not UTF-8 is recognised by how Vietnamese it comes out.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable

from giaoban.core.errors import DocumentError
from giaoban.exchange.document import Document, Note
from giaoban.exchange.legacy_fonts import convert_legacy, from_tcvn3, from_vni
from giaoban.exchange.syllables import vietnamese_share

CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 65_536
CONTROL_LIMIT = 0.01  # a text with more control bytes than this is no text
REPLACED_LIMIT = 0.01
ENOUGH = 0.6
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes 80–FF of VISCII 1.1 (RFC 1456); its six capitals below 20 are control characters and left alone.
_VISCII_UPPER_HALF = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹ"
    "ếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII = {0x80 + place: letter for place, letter in enumerate(_VISCII_UPPER_HALF)}


def _cp1258(content: bytes) -> str:
    return unicodedata.normalize("NFC", content.decode("cp1258", "replace"))


ENCODINGS: dict[str, Callable[[bytes], str]] = {
    "Windows-1258": _cp1258,
    "TCVN3": lambda content: from_tcvn3(content.decode("latin-1")),
    "VNI": lambda content: from_vni(content.decode("cp1252", "replace")),
    "VISCII": lambda content: content.decode("latin-1").translate(_VISCII),
}


def read_text_file(content: bytes) -> Document:
    """The document of a plain text file.

    Raises DocumentError `file_binary` for bytes that are no text, `encoding_unknown` when no encoding fits.
    """
    text, notes = decode(content)
    if not text.strip("\ufeff \t\n\r\f\v\u200b\xa0"):
        raise DocumentError("file_empty")
    return Document(text, "txt", notes=tuple(notes))


def decode(content: bytes) -> tuple[str, list[Note]]:
    """The characters of a text file, line ends made "\\n", and notes on what had to be converted."""
    text, notes = _decode(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, legacy = convert_legacy(text)
    if legacy:
        notes.append(Note("converted_encoding", {"encoding": legacy}))
    return text, notes


def _decode(content: bytes) -> tuple[str, list[Note]]:
    wide = wide_encoding(content)
    if wide:
        return _decode_wide(content, wide), []
    if is_binary(content):
        raise DocumentError("file_binary")
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        return _decode_by_line(content)


def is_binary(content: bytes) -> bool:
    """Whether the bytes hold more control characters than any text does."""
    head = content[:SAMPLE]
    return len(CONTROL.findall(head)) > CONTROL_LIMIT * len(head)


def wide_encoding(content: bytes) -> str | None:
    """The UTF-16 or UTF-32 encoding of the bytes, by their mark or by where their zero bytes fall."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding
    head = content[: SAMPLE - SAMPLE % 2]
    low, high = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 4 or max(low, high) < 0.15 * len(head) / 2 or min(low, high) > 0.02 * len(head):
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _decode_wide(content: bytes, encoding: str) -> str:
    text = content.decode(encoding, "replace")
    if sum(map(_is_odd, text[:SAMPLE])) > CONTROL_LIMIT * min(len(text), SAMPLE) + 1:
        raise DocumentError("file_binary")
    return text


def _is_odd(letter: str) -> bool:
    return letter == "\ufffd" or (unicodedata.category(letter) in {"Cn", "Co", "Cc"} and letter not in "\t\n\r\f\v")


def _decode_by_line(content: bytes) -> tuple[str, list[Note]]:
    """Lines that are UTF-8 stay so; the others, taken together, show which encoding they are in."""
    lines = content.split(b"\n")
    strange = [line for line in lines if not _is_utf8(line)]
    best = _best_encoding(b"\n".join(strange))
    if best is None:
        return _patch(content)
    text = "\n".join(line.decode("utf-8") if _is_utf8(line) else _turn(line, ENCODINGS[best]) for line in lines)
    return text, [Note("converted_encoding", {"encoding": best})]


def _turn(line: bytes, turn: Callable[[bytes], str]) -> str:
    """A line in an old encoding; where UTF-8 was pasted into it, word by word."""
    whole = turn(line)
    by_word = " ".join(word.decode("utf-8") if _is_utf8(word) else turn(word) for word in line.split(b" "))
    return by_word if vietnamese_share(by_word) > vietnamese_share(whole) else whole


def _best_encoding(content: bytes) -> str | None:
    """The encoding that makes most words Vietnamese; None where none does, or dropping the broken bytes does better."""
    shares = {name: vietnamese_share(turn(content)) for name, turn in ENCODINGS.items()}
    best = max(shares, key=lambda name: shares[name])
    whole, words = vietnamese_share(content.decode("utf-8", "ignore"))
    share, turned = shares[best]
    # By words, for a line that is half UTF-8 is all Vietnamese once its other half is dropped.
    return best if share >= ENOUGH and share * turned >= whole * words else None


def _patch(content: bytes) -> tuple[str, list[Note]]:
    """UTF-8 with a few broken bytes, as a file cut short has; more than a few is no encoding we know."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken > max(3, REPLACED_LIMIT * len(text)):
        raise DocumentError("encoding_unknown")
    return text, [Note("broken_bytes", {"count": broken})]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
