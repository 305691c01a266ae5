"""The same figure stated twice with two values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache

from giaoban.reading.model import Figure, Finding
from giaoban.reading.patterns import later

from .context import Context, finding, shown
from .printed import interval_of

ZERO = Decimal(0)
NOISE = frozenset(
    [
        "so",
        "tong",
        "uoc",
        "dat",
        "la",
        "co",
        "hien",
        "da",
        "cua",
        "cac",
        "khoang",
        "theo",
        "luy",
        "ca",
        "nuoc",
        "toan",
        "quoc",
    ]
)
FOLDING = str.maketrans(
    {
        c: unicodedata.normalize("NFD", c)[0]
        for c in "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    }
    | {"đ": "d"}
    | dict.fromkeys(".,;:()[]«»“”\"'/–-%…", " ")
)
NOT_THE_SAME = later(r"\b(?:moi|binh quan|trung binh|cao nhat|thap nhat|rieng|khac|con lai|trong do|cong)\b")
NAME = later(r"\b[A-ZĐÀ-Ỹ][\wà-ỹ]*(?:\s+[A-ZĐÀ-Ỹ][\wà-ỹ]*)+")


BASE_OR_PLAN = later(r"\b(?:cung ky|ke hoach|chi tieu|du toan|nam truoc|ky truoc|thang truoc)\b[^.;]*$")
LUY_KE = later(r"l[uũ][ỹy] kế|cộng dồn")
SURE = Decimal("0.9")


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for the second of two figures that say the same thing with values that cannot both be true."""
    named: dict[tuple[str, ...], int] = {}
    coded: dict[tuple[str, ...], int] = {}
    for index, figure in enumerate(context.figures):
        identity = same_thing(context, figure)
        if identity is None:
            continue
        earlier = named.setdefault(identity, index)
        if contradict(context, earlier, index, differs):
            yield mismatch(context, earlier, index)
        elif code := sure_code(figure):
            earlier = coded.setdefault((code, *identity[1:]), index)
            if contradict(context, earlier, index, misspelt):
                yield mismatch(context, earlier, index)


def contradict(context: Context, earlier: int, index: int, differ: Callable[[Figure, Figure], bool]) -> bool:
    """Tell whether two figures of one identity contradict: one sentence compares or lists, and far values are other things."""
    first, second = context.figures[earlier], context.figures[index]
    if earlier == index or context.sentence(first.span.start) == context.sentence(second.span.start):
        return False
    one, two = abs(first.value or ZERO), abs(second.value or ZERO)
    return bool(one and two) and max(one, two) < 3 * min(one, two) and differ(first, second)


def same_thing(context: Context, figure: Figure) -> tuple[str, ...] | None:
    """What makes two figures the same: words, unit, period, sector, names in it; None when not certain."""
    if figure.value is None or figure.indicator is None or figure.period is None or figure.numerator is not None:
        return None
    if figure.cell is not None or in_brackets(context, figure):
        return None
    words, before = folded(figure.indicator.text), folded(context.before(figure, 200))
    own = set(words.split()) - set(folded(figure.unit).split())
    if len(words.split()) < 2 or not own or words not in before:
        return None  # "15 quyết định" names nothing; a name carried over from another sentence may be another thing
    if words in folded(figure.unit):
        return None  # "18 quyết định về báo chí, 15 quyết định về xuất bản": the counted noun names no figure
    if NOT_THE_SAME.search(before[-80:]) or BASE_OR_PLAN.search(before[-60:]):
        return None
    places = " ".join(sorted(set(NAME.findall(context.before(figure, 100)))))
    running = "lũy kế" if LUY_KE.search(context.before(figure, 60)) else ""
    return words, figure.unit, figure.period.label, figure.sector, places, running


def sure_code(figure: Figure) -> str | None:
    """The indicator of a figure where the words leave no doubt."""
    match = figure.indicator
    return match.code if match and match.score >= SURE and len(digits(figure)) >= 4 else None


def digits(figure: Figure) -> str:
    return re.sub(r"\D", "", figure.span.quote)


def misspelt(first: Figure, second: Figure) -> bool:
    """Tell whether two prints of one indicator differ by digits that changed places, or by one digit."""
    one, two = digits(first), digits(second)
    if len(one) != len(two) or not differs(first, second):
        return False
    return sorted(one) == sorted(two) or sum(a != b for a, b in zip(one, two, strict=True)) == 1


def in_brackets(context: Context, figure: Figure) -> bool:
    before = context.before(figure, 120)
    return before.count("(") > before.count(")")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower case, no marks, no filler words: how two wordings are compared."""
    plain = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return " ".join(word for word in plain.lower().translate(FOLDING).split() if word not in NOISE)


def differs(first: Figure, second: Figure) -> bool:
    one, two = interval_of(first), interval_of(second)
    return one is not None and two is not None and not one.meets(two)


def mismatch(context: Context, earlier: int, index: int) -> Finding:
    first, second = context.figures[earlier], context.figures[index]
    name = second.indicator.text if second.indicator else second.unit
    period = f" {second.period.label}" if second.period else ""
    message = (
        f"«{name}»{period} ghi hai lần với hai số: «{first.span.quote}» và «{second.span.quote}» "
        f"(lệch {shown(abs((second.value or ZERO) - (first.value or ZERO)), second.unit)}); hãy giữ một số đúng."
    )
    return finding(
        "said-twice", "error", second.span, message, earlier, index, computed=first.value, stated=second.value
    )
