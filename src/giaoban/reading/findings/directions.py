"""A direction against its two ends: "tăng từ 14,26% lên 11,91%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Finding
from giaoban.reading.patterns import later

from .context import Context, finding, shown

UP = r"tăng|nâng|lên|đi|mở rộng|cải thiện"
DOWN = r"giảm|hạ|sụt|tụt|co"
NUM = r"(?P<{}>\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?)"
FROM_TO = later(
    rf"\btừ\s+(?:mức |khoảng |gần |hơn |trên )?{NUM.format('a')}\s*"
    rf"(?P<unit_a>%|[^\d,.;()]{{0,25}}?)\s*(?:\([^()]{{1,25}}\)|(?:năm|tháng|quý)\s[^,.;()]{{1,15}}?)?\s*"
    rf"(?P<to>lên|xuống|còn|đến|tới|thành)\s*(?:mức |khoảng |gần |hơn |trên |còn )?{NUM.format('b')}\s*(?P<unit_b>%|[^\d,.;()]{{0,25}})",
    re.I,
)
VERB = later(rf"\b(?P<verb>{UP}|{DOWN})\s+(?:mạnh |nhanh |nhẹ |dần |đáng kể )?$", re.I)


def number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding where the words say up and the numbers say down, or the other way round."""
    for match in FROM_TO.finditer(context.text):
        verb = VERB.search(context.text[max(0, match.start() - 24) : match.start()])
        if verb is None:
            continue
        first, last = number(match.group("a")), number(match.group("b"))
        if first == last or not same_unit(match.group("unit_a"), match.group("unit_b")):
            continue
        says_up = bool(re.fullmatch(UP, verb.group("verb"), re.I)) and match.group("to").lower() != "xuống"
        says_down = bool(re.fullmatch(DOWN, verb.group("verb"), re.I)) or match.group("to").lower() == "xuống"
        ranks = re.search(r"hạng|bậc|thứ|vị trí|top", context.text[max(0, match.start() - 60) : match.end() + 15], re.I)
        if ranks or (says_up and last > first) or (says_down and last < first):
            continue
        yield mismatch(context, verb.group("verb"), match, first, last)


def same_unit(first: str, last: str) -> bool:
    first, last = first.strip().lower(), last.strip().lower()
    return not first or first == last or last.startswith(first)


def mismatch(context: Context, verb: str, match: re.Match[str], first: Decimal, last: Decimal) -> Finding:
    real = "tăng" if last > first else "giảm"
    message = (
        f"«{verb} {match.group().strip()}»: từ {shown(first)} đến {shown(last)} là {real}, trái với chữ "
        f"«{verb}»; hãy kiểm tra hai số hoặc chữ tăng, giảm."
    )
    return finding("direction", "error", context.span(match.start(), match.end("b")), message, computed=last - first)
