"""Foreign words on a terminal: names of files and texts of reports must not drive it."""

from __future__ import annotations

import unicodedata


def printable(text: str, *, lines: bool = False) -> str:
    """The text without control characters; with `lines`, its line ends stay, else they become a space.

    >>> printable("bao\\ncao\\x1b[31m.txt")
    'bao cao[31m.txt'
    """
    if not lines:
        text = text.replace("\n", " ")
    return "".join(letter for letter in text if letter == "\n" or unicodedata.category(letter)[0] != "C")
