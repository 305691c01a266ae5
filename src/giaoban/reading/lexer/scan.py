"""Turn a sentence into lexemes."""

from __future__ import annotations

import re
from decimal import Decimal

from giaoban.core.figures import DIGIT_WORDS

from .amounts import Quantity, take_amount, take_half, take_words_amount
from .labels import is_label
from .lexemes import Kind, Lexeme
from .near import settle_near
from .phrases import CLOSE, COMPARATIVES, HEDGES, NEAR, PHRASES, Phrase
from .tokens import NUMBER, PERIOD, WORD, Tokens

RANK = "thứ hạng"
"""The unit of a place among others."""

_MARKS = {
    ",": Kind.COMMA,
    ";": Kind.STRONG,
    ":": Kind.STRONG,
    "(": Kind.OPEN,
    "[": Kind.OPEN,
    ")": Kind.CLOSE,
    "]": Kind.CLOSE,
    "/": Kind.MARK,
    "+": Kind.SIGN,
    ".": Kind.STRONG,
    "…": Kind.STRONG,
    **dict.fromkeys("↑▲↗↓▼↘", Kind.SIGN),
}
_SIGNS = {**dict.fromkeys("↑▲↗", "+"), **dict.fromkeys("↓▼↘", "-")}
_CURRENCIES = frozenset(("$", "usd"))
_LAST_TIME = ("cùng kỳ", "cùng kì")
_TELLING = frozenset({*PHRASES, *DIGIT_WORDS, "hơn"})


def scan(lower: str, composed: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of the sentence between two places of `lower`; `composed` has its capitals."""
    tokens = Tokens(lower, composed, start, end)
    words, starts, ends, kinds = tokens.words, tokens.starts, tokens.ends, tokens.kinds
    lexemes: list[Lexeme] = []
    index, count = 0, len(words)
    while index < count:
        kind = kinds[index]
        if kind == WORD:
            word = words[index]
            if word in _TELLING:
                index = _word(tokens, index, lexemes)
            else:
                lexemes.append(_plain(Lexeme, (Kind.WORD, starts[index], ends[index], word, None)))
                index += 1
        elif kind == NUMBER:
            index = _number(tokens, index, lexemes)
        else:
            (_period if kind == PERIOD else _mark)(tokens, index, lexemes)
            index += 1
    settle_near(lexemes)
    return lexemes


_plain = tuple.__new__  # half of all lexemes are plain words, and a named tuple's own making takes twice as long


def _period(tokens: Tokens, index: int, lexemes: list[Lexeme]) -> None:
    word = tokens.words[index]
    kind = Kind.LAST_TIME if word.startswith(_LAST_TIME) else Kind.PERIOD
    lexemes.append(Lexeme(kind, tokens.starts[index], tokens.ends[index], word))


def _mark(tokens: Tokens, index: int, lexemes: list[Lexeme]) -> None:
    word, start, end = tokens.words[index], tokens.starts[index], tokens.ends[index]
    kind = _MARKS.get(word, Kind.MARK)
    if word == "." and index + 1 < len(tokens.words) and tokens.starts[index + 1] == end:
        kind = Kind.MARK  # "TP.HCM"
    if word == "-":
        apart = index == 0 or start > tokens.ends[index - 1] or tokens.words[index - 1] in "(["
        apart_right = index + 1 == len(tokens.words) or tokens.starts[index + 1] > end
        if index and tokens.words[index - 1] in ("(", "["):
            apart_right = False  # "( - 4,2%)"
        kind = Kind.STRONG if apart and apart_right else Kind.SIGN if apart or _opens(tokens, index) else Kind.MARK
    lexemes.append(Lexeme(kind, start, end, word))


def _opens(tokens: Tokens, index: int) -> bool:
    return index > 0 and tokens.words[index - 1] in "(,;:"


def _word(tokens: Tokens, index: int, lexemes: list[Lexeme]) -> int:
    word = tokens.words[index]
    if word in _SPECIAL:
        after = _special(tokens, index, lexemes)
        if after:
            return after
    found = _phrase(tokens.words, index)
    if found is None:
        lexemes.append(Lexeme(Kind.WORD, tokens.starts[index], tokens.ends[index], word))
        return index + 1
    phrase, kind, what = found
    after = index + len(phrase)
    name = word if len(phrase) == 1 else " ".join(phrase)
    lexemes.append(_plain(Lexeme, (kind, tokens.starts[index], tokens.ends[after - 1], name, what)))
    return after


def _special(tokens: Tokens, index: int, lexemes: list[Lexeme]) -> int:
    """Words that make one with those around them: "dày hơn", "ba triệu", "teo thêm"; the index after, 0 where they do not."""
    word = tokens.words[index]
    if word == "hơn":
        return _comparison(tokens, index, lexemes)
    if word in _ABSORBED:
        if not _goes_on(tokens, index, lexemes):
            return 0
        lexemes[-1] = lexemes[-1]._replace(end=tokens.ends[index], word=f"{lexemes[-1].word} {word}")
        return index + 1
    take = take_half if word == "nửa" else take_words_amount
    spelled = take(tokens.words, tokens.starts, tokens.ends, index)
    if spelled is None:
        return 0
    _append_amount(spelled[0], lexemes)
    return spelled[1]


def _comparison(tokens: Tokens, index: int, lexemes: list[Lexeme]) -> int:
    """ "dày hơn", "chậm chân hơn cùng kỳ": an adjective that "hơn" makes a comparison of."""
    if lexemes and lexemes[-1].word in COMPARATIVES:
        first = len(lexemes) - 1
    elif _compares_with_noun(tokens, index, lexemes):
        first = len(lexemes) - 2
    else:
        return 0
    adjective, said = lexemes[first], " ".join(lexeme.word for lexeme in lexemes[first:])
    lexemes[first:] = [Lexeme(COMPARATIVES[adjective.word], adjective.start, tokens.ends[index], f"{said} hơn")]
    return index + 1


def _compares_with_noun(tokens: Tokens, index: int, lexemes: list[Lexeme]) -> bool:
    if len(lexemes) < 2 or lexemes[-2].word not in COMPARATIVES or lexemes[-1].kind is not Kind.WORD:
        return False
    return (
        index + 1 < len(tokens.words)
        and tokens.kinds[index + 1] == PERIOD
        and lexemes[-1].end + 1 == tokens.starts[index]
    )


def _goes_on(tokens: Tokens, index: int, lexemes: list[Lexeme]) -> bool:
    """Whether a word belongs to the verb of change before it: "teo thêm", "nhích được", "phổng tới 20,8%"."""
    word = tokens.words[index]
    if word not in _ABSORBED or not lexemes or lexemes[-1].kind not in _VERBS or lexemes[-1].what not in _OF_VERBS:
        return False
    return word not in _TOWARDS or tokens.words[index + 2 : index + 3] == ["%"]


_TOWARDS = frozenset(("tới", "đến"))
_ABSORBED = frozenset(("thêm", "được", "tới", "đến"))
_SPECIAL = _ABSORBED | DIGIT_WORDS.keys() | {"hơn", "nửa"}
_VERBS = frozenset({Kind.UP, Kind.DOWN})
_OF_VERBS = frozenset({None, CLOSE, NEAR})


def _phrase(words: list[str], index: int) -> Phrase | None:
    """The longest phrase that begins at a word."""
    begun = PHRASES.get(words[index])
    if begun is None:
        return None
    if begun.longer and index + 1 < len(words):
        for phrase in begun.longer.get(words[index + 1], ()):
            if len(phrase[0]) == 2 or tuple(words[index : index + len(phrase[0])]) == phrase[0]:
                return phrase
    return begun.alone


def _number(tokens: Tokens, index: int, lexemes: list[Lexeme]) -> int:
    start, end = tokens.starts[index], tokens.ends[index]
    found = None
    rank = _rank(tokens, index)
    if rank:
        lexemes.append(rank)
        return index + 1
    if not is_label(tokens.words, tokens.starts, tokens.ends, tokens.composed, index):
        found = take_amount(tokens.words, tokens.starts, tokens.ends, index)
    if found is None:
        kind = Kind.PERIOD if _is_year(tokens.words[index]) or _is_day(tokens.words[index]) else Kind.WORD
        lexemes.append(Lexeme(kind, start, end, tokens.words[index]))
        return index + 1
    quantity, after = found
    if not quantity.known and not quantity.scaled and _is_name(tokens, after - 1):
        lexemes.append(Lexeme(Kind.WORD, start, end, tokens.words[index]))
        return index + 1
    if _year_alone(quantity, tokens, index) or (quantity.kind == "bare" and _is_day(tokens.words[index])):
        lexemes.append(Lexeme(Kind.PERIOD, start, end, tokens.words[index]))
        return index + 1
    _append_amount(quantity, lexemes)
    return after


def _is_name(tokens: Tokens, index: int) -> bool:
    """Whether a word has a capital: "18 Nguyễn Du" is an address."""
    return tokens.composed[tokens.starts[index]].isupper()


def _append_amount(quantity: Quantity, lexemes: list[Lexeme]) -> None:
    """Add an amount; it takes the sign and notes the hedge that stand before it."""
    if lexemes and _is_sign_of(lexemes, quantity):
        sign = lexemes.pop().word
        quantity.sign = _SIGNS.get(sign, sign)
    if quantity.kind == "bare" and lexemes and lexemes[-1].word in _CURRENCIES:  # "$5,2 triệu", "USD 5,2 triệu"
        quantity.unit, quantity.kind, quantity.start = "USD", "money", lexemes.pop().start
    place = len(lexemes) - 1
    while place >= 0 and lexemes[place].word in HEDGES:
        quantity.hedge = f"{lexemes[place].word} {quantity.hedge}".strip()
        place -= 1
    lexemes.append(Lexeme(Kind.AMOUNT, quantity.start, quantity.end, "", quantity))


def _is_sign_of(lexemes: list[Lexeme], quantity: Quantity) -> bool:
    """Whether the last lexeme is the sign of an amount: right before it, or a space away at the head of its stretch."""
    last = lexemes[-1]
    if last.kind is not Kind.SIGN:
        return False
    if last.end == quantity.start or last.word in _SIGNS:
        return True
    return quantity.start - last.end == 1 and (len(lexemes) < 2 or lexemes[-2].kind in _HEADS)


_HEADS = frozenset({Kind.OPEN, Kind.COMMA, Kind.STRONG})


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100


def _is_day(word: str) -> bool:
    """Whether x/y can be no share but a day of a month: "14/7"."""
    above, slash, below = word.partition("/")
    if not slash or not above.isdecimal() or not below.isdecimal():
        return False
    return int(below) <= 12 and int(below) < int(above) <= 31


def _rank(tokens: Tokens, index: int) -> Lexeme | None:
    """ "lọt vào top 30 thế giới", "xếp thứ 86/193": a place among others."""
    if not index or tokens.words[index - 1] not in _BEFORE_RANKS:
        return None
    before = " ".join(tokens.words[max(0, index - 3) : index])
    found = _RANKED.search(before)
    above, _, below = tokens.words[index].partition("/")
    listed = bool(below) and before.endswith("thứ")  # "thứ 24/63"
    if not (found or listed) or not above.isdecimal() or (below and not below.isdecimal()):
        return None
    first = index - (1 if tokens.words[index - 1] == "top" else 0)
    quantity = Quantity(tokens.starts[first], tokens.ends[index], Decimal(above), RANK, "count")
    if below:
        quantity.numerator, quantity.denominator = Decimal(above), Decimal(below)
    return Lexeme(Kind.AMOUNT, quantity.start, quantity.end, "", quantity)


_BEFORE_RANKS = frozenset(("top", "thứ", "hạng", "số", "trí"))
_RANKED = re.compile(
    r"(?:(?:vào|lọt|thuộc|trong|nằm|đứng|nhóm) top|(?:xếp|xếp hạng|đứng|vị trí|hạng|đứng hàng|xếp vị trí|thứ hạng) thứ"
    r"|(?:xếp|đạt|đứng) hạng|thứ hạng|xếp hạng|vị trí số|(?:lên|xuống|ở|đứng|giữ|đạt|xếp|vị) (?:vị trí|hạng))$"
)


def _year_alone(quantity: Quantity, tokens: Tokens, index: int) -> bool:
    """Whether a number is a year: "2021" with nothing known to count after it."""
    if not _is_year(tokens.words[index]) or quantity.scaled or quantity.kind not in ("bare", "count"):
        return False
    return quantity.kind == "bare" or not quantity.known or (index > 0 and tokens.words[index - 1] in _BEFORE_YEARS)


_BEFORE_YEARS = frozenset(
    {"năm", "với", "so", "kỳ", "từ", "đến", "và", "tháng", "/", "-", "(", "hơn", "đầu", "cuối", "hết"}
)
